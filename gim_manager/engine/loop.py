"""Read, decide, apply, wait: the heart of the server, one turn at a time (architecture, idea 3)."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gim_manager.domain import spreading
from gim_manager.domain.decide import decide
from gim_manager.domain.errors import GimError, NewerSchema
from gim_manager.domain.run import SCHEDULER
from gim_manager.domain.set_back import is_ahead, without_future
from gim_manager.domain.world import World
from gim_manager.engine import offers
from gim_manager.engine.acts import Claimed, Connection
from gim_manager.engine.apply import Applied, Applier
from gim_manager.engine.clock import Clock, SharedClock
from gim_manager.engine.crew import Crew
from gim_manager.engine.heart import Heart, Identity
from gim_manager.engine.inbox import Vacant, Woken
from gim_manager.engine.recovery import recover, void_keys
from gim_manager.engine.workers import Gone, Pool, Said
from gim_manager.schema.engines import writing
from gim_manager.store import runs, sessions
from gim_manager.store.connect import Database
from gim_manager.store.snapshot import Reader

_LOG = logging.getLogger(__name__)

LONGEST_WAIT = 30.0
TELL_SECONDS = 0.25
"""What workers tell is written at most four times a second."""
WAKE_SECONDS = 10.0
"""After a wake others are given this long to be heard of again, and the database to answer (R33)."""
RECOVERY_SECONDS = 0.5
"""How soon to look again for what a dead server left, while some of it is not gone for certain."""
ELSEWHERE_SECONDS = 5.0
"""How often to ask whether the servers still live that work runs beside this one: one that dies tells nobody."""
LEISURE_SECONDS = 0.05
"""So long before something is due the tables are read whole, if they are to be soon: later there is no time for it."""
AHEAD_SECONDS = 0.004
"""So long before it is due the changes are read once more: what has waited is cold, and takes twice the time."""
SOON = 0.02
"""A decision that changed the world is followed by the next one after this."""
BACK_OFF = (0.2, 0.5, 1.0, 2.0)
"""Seconds between attempts while the database is away."""

Event = Said | Gone | Woken | Vacant


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why no turn has come through since a moment of the steady clock."""

    since: float
    why: str


class Loop:
    """One server's turns; used by one thread, and by tests that turn the clock by hand."""

    def __init__(self, database: Database, clock: Clock, pool: Pool, me: Identity, *, scheduling: bool = True) -> None:
        self._database = database
        self._clock = clock = SharedClock(clock)
        self._pool = pool
        self._me = me
        self._due_at: datetime | None = None
        """What the last decision waits for."""
        self._asked = False
        """Whether somebody has told of something since the tables were read last: a person may wait."""
        self._unheard = False
        """Whether nobody, and nothing here, has told of a change since the tables were read last."""
        self._reader = Reader(database, scheduling=scheduling)
        self._heart = Heart(database, clock, me, scheduling=scheduling)
        self._applier = Applier(database, me, lambda: self._heart.tenure)
        self._crew = Crew(database, clock, pool, host=me.host)
        self._look_at = clock.now()
        self._wall_and_steady = self._clocks()
        self._told_at = clock.steady()
        self._look_within = LONGEST_WAIT
        self._recovers_from = clock.steady()
        self._sleeps_until = clock.steady()
        self._set_back_at: datetime | None = None
        self._keys_are_sound = False
        self._failures = 0
        self._retry_at = clock.steady()
        self._trouble: Trouble | None = None

    @property
    def leads(self) -> bool:
        """Whether this server owns the schedule."""
        return self._heart.leads

    @property
    def clock(self) -> Clock:
        """What this server goes by, whatever its machine says (R35)."""
        return self._clock

    @property
    def epoch(self) -> int | None:
        """The lease's epoch while this server owns the schedule."""
        return self._heart.epoch

    def guard(self, connection: Connection) -> bool:
        """Whether the schedule is ours inside this transaction; for what else only its owner may write (R35)."""
        return self._heart.guard(connection)

    @property
    def is_idle(self) -> bool:
        """Whether no run is at work here."""
        return not self._crew.tokens

    @property
    def trouble(self) -> Trouble | None:
        """What has kept every turn from coming through, the last of them too."""
        return self._trouble

    def turn(self, events: Sequence[Event]) -> float:
        """One turn; the seconds until the next is due. A database that is away is tried again, nothing dies.

        Raises NewerSchema once somebody has migrated the schema beyond this program (R29).
        """
        if self._has_slept() or self._has_jumped():
            self._wake_up()
        seconds = self._turn(events)
        self._sleeps_until = self._clock.steady() + seconds
        return seconds

    def _hear(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, Woken):
                self._asked = True
                self._look_soon()
            elif isinstance(event, Vacant):
                self._heart.succeed(event.epoch)
            else:
                self._crew.hear(event)

    def _turn(self, events: Sequence[Event]) -> float:
        self._hear(events)
        if self._clock.steady() < self._retry_at:
            return self._retry_at - self._clock.steady()
        try:
            if not self.leads and any(isinstance(event, Woken) for event in events):
                self._heart.glance()
            self._beat()
            self._write()
            if self._clock.now() >= self._look_at:
                self._look()
        except NewerSchema:
            raise
        except GimError as away:
            return self._back_off(away)
        if self._failures:
            _LOG.info("the database is back", extra={"action": "back"})
            self._failures = 0
        self._trouble = None
        return self._seconds_left()

    def _beat(self) -> None:
        if self._heart.beat():
            self._keys_are_sound = False
            self._look_soon()

    def _look_soon(self) -> None:
        self._look_at, self._unheard = self._clock.now(), False

    def _write(self) -> None:
        """What workers told, four times a second, and their ends at once."""
        if self._crew.has_news and self._clock.steady() - self._told_at >= TELL_SECONDS:
            self._crew.write()
            self._told_at, self._unheard = self._clock.steady(), False
        if self._crew.settle():
            self._look_soon()
            sessions.checkpoint(self._database)

    def _look(self) -> None:
        now = self._clock.now()
        self._wall_and_steady = self._clocks()
        world = self._read(now)
        if self.leads and self._repair(world, now):
            self._reader.forget()
            world = self._read(now)
        self._crew.obey(world.runs, now)
        if not self.leads:
            self._look_at = max(self._crew.next_kill or _later(now, LONGEST_WAIT), _later(now, SOON))
        else:
            applied = self._applier.apply(world, decide(world, now), now)
            self._start(applied.claimed)
            self._plan(applied, now)
        self._take(world, now)

    def _take(self, world: World, now: datetime) -> None:
        """Work what is offered if it is for this server to take; the leader looks again when it is."""
        offer = spreading.oldest_offer(world.runs)
        if offer is None or self._heart.is_leaving:
            return
        taken = offers.take(self._database, self._me, world, now, leads=self.leads)
        if taken is not None:
            self._start((taken,))
            self._look_soon()
        elif self.leads:
            self._look_at = min(self._look_at, max(spreading.ends_at(offer), _later(now, SOON)))
            self._unheard = False

    def _repair(self, world: World, now: datetime) -> bool:
        """What must hold and does not is put right before anything is decided (R38); True where it may have been."""
        suspect = not self._keys_are_sound
        if suspect:
            void_keys(self._database, self._heart.guard, server=self._me.id, now=now)
            self._keys_are_sound = True
        self._look_within = LONGEST_WAIT
        if self._has_strangers(world):
            are_left = self._clock.steady() < self._recovers_from or recover(
                self._database, self._heart.guard, host=self._me.host, server=self._me.id, at_work=self._crew.tokens
            )
            self._look_within = RECOVERY_SECONDS if are_left else ELSEWHERE_SECONDS
            return True
        return suspect

    def _has_strangers(self, world: World) -> bool:
        """Whether a run is at work that is not worked here: its server may be gone."""
        ours = self._crew.run_ids
        return any(run.is_active and run.part_of is None and run.id not in ours for run in world.runs)

    def _read(self, now: datetime) -> World:
        at_leisure = not self._asked and (self._due_at is None or now < _later(self._due_at, -2 * AHEAD_SECONDS))
        unheard = self._unheard and (self._due_at is None or now >= self._due_at)
        world = self._reader.read(now, at_leisure=at_leisure, unheard=unheard)
        self._asked, self._unheard = False, True
        self._set_back_at = min(self._set_back_at or now, now) if is_ahead(world, now) else None
        return without_future(replace(world, set_back_at=self._set_back_at), now) if self._set_back_at else world

    def _start(self, ours: Sequence[Claimed]) -> None:
        for claimed in ours:
            self._crew.start(claimed.run, claimed.token)
            if delay := claimed.run.delay:
                told = claimed.run.job, claimed.run.id, delay.total_seconds()
                _LOG.info("%s %s started %.3f s after its time", *told, extra={"run_id": claimed.run.id})
        if ours:
            self._pool.warm_up()

    def _plan(self, applied: Applied, now: datetime) -> None:
        if applied.lease_lost:
            self._heart.doubt()
        if applied.overtaken:
            # Whole: a database that was put back to an earlier state counts its changes from there.
            self._reader.forget()
            self._look_soon()
            return
        self._due_at, self._unheard = applied.wait_until, not applied.wrote
        soon = _later(now, SOON)
        moments = [_later(now, self._look_within)]
        if applied.changed:
            moments.append(soon)
        if applied.wait_until is not None:
            before = (_later(applied.wait_until, -seconds) for seconds in (LEISURE_SECONDS, AHEAD_SECONDS))
            moments.append(next((moment for moment in before if now < moment), applied.wait_until))
        if self._crew.next_kill is not None:
            moments.append(max(self._crew.next_kill, soon))
        self._look_at = min(moments)

    def _wake_up(self) -> None:
        """R33: what was planned by the clock of before is planned again, and who was away is given time."""
        steady = self._clock.steady()
        _LOG.info("the clock jumped, or this server slept: the plan is made anew", extra={"action": "wake"})
        self._look_soon()
        self._keys_are_sound = False
        self._recovers_from = steady + WAKE_SECONDS
        self._wall_and_steady = self._clocks()
        self._trouble = replace(self._trouble, since=steady) if self._trouble else None

    def _has_slept(self) -> bool:
        """This turn comes much later than it was meant to: the process or its machine stood still."""
        return self._clock.steady() - self._sleeps_until > WAKE_SECONDS

    def _has_jumped(self) -> bool:
        """The wall clock was set, or the machine slept and the steady clock with it."""
        wall, steady = self._clocks()
        return abs((wall - self._wall_and_steady[0]) - (steady - self._wall_and_steady[1])) > 1.0

    def _clocks(self) -> tuple[float, float]:
        return self._clock.now().timestamp(), self._clock.steady()

    def _back_off(self, away: GimError) -> float:
        if not self._failures:
            _LOG.warning("%s Trying again.", away, extra={"action": "away"})
        self._failures += 1
        return self.rest(BACK_OFF[min(self._failures, len(BACK_OFF)) - 1], str(away))

    def rest(self, seconds: float, why: str) -> float:
        """Do nothing but listen for so long, whoever wakes; `why` is a sentence."""
        self._trouble = replace(self._trouble, why=why) if self._trouble else Trouble(self._clock.steady(), why)
        self._retry_at = self._clock.steady() + seconds
        return seconds

    def _seconds_left(self) -> float:
        steady = self._clock.steady()
        moments = [(self._look_at - self._clock.now()).total_seconds(), self._heart.next_beat - steady]
        if self._crew.has_news:
            moments.append(self._told_at + TELL_SECONDS - steady)
        return max(0.0, min(*moments, LONGEST_WAIT))

    def stop_all(self, reason: str) -> None:
        """Hand the schedule over and tell every run of this server to stop; raises GimError."""
        self._heart.hand_over()
        now = self._clock.now()
        self._crew.write()
        self._crew.settle()
        with writing(self._database.manager) as connection:
            for run_id in self._crew.run_ids:
                runs.ask_stop(connection, run_id, by=SCHEDULER, reason=reason, now=now, kill_at=_later(now, 10))
        self._look_soon()

    def leave(self) -> None:
        """End in good order; raises GimError."""
        self._heart.leave()


def _later(now: datetime, seconds: float) -> datetime:
    return now + timedelta(seconds=seconds)
