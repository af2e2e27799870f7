"""Alarms while a server leads: what is wrong is looked at, kept with its messages, and sent until it is accepted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from gim_manager.domain.alarm import Review, policy, review
from gim_manager.domain.channel import Channel, ChannelFailed, channels_on
from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import BadValue
from gim_manager.domain.notice import Notice
from gim_manager.domain.options import Options
from gim_manager.domain.outbox import Delivery, pause_after
from gim_manager.domain.schedule import zone_of
from gim_manager.engine import health
from gim_manager.engine.clock import Clock
from gim_manager.engine.sending import send
from gim_manager.schema.engines import reading, writing
from gim_manager.store import alarms, options, snapshot
from gim_manager.store.connect import Database

_LOG = logging.getLogger(__name__)
Connection = Any
"""SQLAlchemy's, which this floor holds but does not know by name."""
Sender = Callable[[Options, Channel, Notice], str | None]


class Alarms:
    """One server's alarms. `look` and `deliver` are each called by one thread at a time, `deliver` by one a channel:
    neither ever holds up a launch."""

    def __init__(
        self, database: Database, clock: Clock, guard: Callable[[Connection], bool], *, sender: Sender = send
    ) -> None:
        """`guard` says inside a transaction whether the schedule is still ours (R35)."""
        self._database = database
        self._clock = clock
        self._guard = guard
        self._send = sender

    def look(self) -> frozenset[Channel]:
        """Raise, remind and clear by what is wrong now; the channels that something waits for. Raises GimError."""
        now = self._clock.now()
        world = snapshot.read(self._database, now)
        if world.condition is Condition.MIGRATION:
            return frozenset()
        symptoms = health.found(self._database, world, now)
        on = channels_on(world.options)
        with reading(self._database.manager) as connection:
            outcome = review(alarms.raised(connection), symptoms, now, policy(world.options))
            waiting = alarms.waiting_channels(connection)
        off = waiting.difference(on)
        if (outcome.changed or off) and not self._keep(outcome, on, off, now):
            return frozenset()
        return frozenset(on) if outcome.told else waiting - off

    def _keep(self, outcome: Review, on: Sequence[Channel], off: Iterable[Channel], now: datetime) -> bool:
        """False, and nothing is kept, where the schedule has passed into other hands."""
        with writing(self._database.manager) as connection:
            if not self._guard(connection):
                return False
            alarms.write(connection, outcome, on, now)
            for channel in sorted(off):
                alarms.drop(connection, channel, now)
        for told in outcome.told:
            _LOG.info("alarm %s: %s", told.kind.value, told.alarm.message, extra={"action": "alarm"})
        return True

    def deliver(self, channel: Channel) -> None:
        """Send what is due for this channel, oldest first, until it refuses. Raises GimError while the database is
        away: what was accepted and could not be noted is sent again, never lost."""
        with reading(self._database.manager) as connection:
            given = options.load(connection)
            due = alarms.due(connection, channel, self._clock.now())
        for delivery in due:
            if not self._attempt(given, delivery):
                return

    def give_up(self, channel: Channel, seconds: float) -> None:
        """The channel has neither taken its message nor refused it for so long: that counts as refused."""
        now = self._clock.now()
        with reading(self._database.manager) as connection:
            due = alarms.due(connection, channel, now, limit=1)
        for delivery in due:
            self._put_off(delivery, f"It was neither taken nor refused for {seconds:g} seconds.")

    def _attempt(self, given: Options, delivery: Delivery) -> bool:
        try:
            remark = self._send(given, delivery.channel, self._notice(given, delivery))
        except (ChannelFailed, BadValue) as failed:
            self._put_off(delivery, str(failed))
            return False
        with writing(self._database.manager) as connection:
            alarms.accepted(connection, delivery.id, self._clock.now(), remark=remark)
        if remark:
            _LOG.warning("an alarm was not accepted by all: %s", remark, extra={"action": "alarm"})
        return True

    def _put_off(self, delivery: Delivery, why: str) -> None:
        next_try_at = self._clock.now() + pause_after(delivery.attempts + 1)
        with writing(self._database.manager) as connection:
            alarms.refused(connection, delivery.id, why=why, next_try_at=next_try_at)
        _LOG.warning("an alarm could not be delivered and waits: %s", why, extra={"action": "alarm"})

    def _notice(self, given: Options, delivery: Delivery) -> Notice:
        return Notice(
            kind=delivery.kind, alarm=delivery.alarm, info_mart=self._database.url, zone=zone_of(given),
            delivery=delivery.id,
        )  # fmt: skip
