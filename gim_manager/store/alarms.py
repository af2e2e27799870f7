"""Alarms and their outbox: what is raised, what has cleared, and every message until a channel has accepted it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from gim_manager.domain.alarm import Alarm, Kind, Review
from gim_manager.domain.channel import Channel
from gim_manager.domain.health import Rule
from gim_manager.domain.outbox import ChannelState, Delivery
from gim_manager.schema.live import mgr_alarm, mgr_alarm_delivery
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.rows import instant, micros, opt_instant, opt_micros

_ALARM = tuple(
    mgr_alarm.c[name]
    for name in ("id", "rule", "subject", "message", "raised_at", "absent_since", "reminded_at", "cleared_at")
)
_out = mgr_alarm_delivery.c
_DELIVERY = tuple(_out[name] for name in ("id", "channel", "kind", "created_at", "attempts", "next_try_at", "error"))
_WAITING = and_(_out.delivered_at.is_(None), _out.dropped_at.is_(None))


def raised(connection: Connection) -> tuple[Alarm, ...]:
    """What is raised now, oldest first."""
    return _read(connection, mgr_alarm.c.cleared_at.is_(None))


def recent(connection: Connection, *, limit: int) -> tuple[Alarm, ...]:
    """What is raised, then the alarms cleared last, newest first each; at most `limit`."""
    newest = select(*_ALARM).order_by(mgr_alarm.c.cleared_at.is_not(None), mgr_alarm.c.id.desc()).limit(limit)
    return tuple(_alarm(row) for row in connection.execute(newest))


def between(connection: Connection, rule: Rule, since: datetime, until: datetime) -> tuple[Alarm, ...]:
    """The alarms of this rule that were raised at any moment of a time, oldest first."""
    kept = mgr_alarm.c
    met = and_(kept.raised_at < micros(until), or_(kept.cleared_at.is_(None), kept.cleared_at > micros(since)))
    return _read(connection, and_(kept.rule == rule.value, met))


def write(connection: Connection, review: Review, channels: Sequence[Channel], now: datetime) -> None:
    """Keeps what became of the alarms, and puts each message into the outbox once a channel; in one transaction, so
    that whatever ends this program afterwards loses neither."""
    if not review.changed:
        return
    in_turn(connection)
    ids = {alarm.key: _keep(connection, alarm) for alarm in review.changed}
    messages = [
        {
            "alarm_id": ids[told.alarm.key], "channel": channel.value, "kind": told.kind.value, "attempts": 0,
            "created_at": micros(now), "next_try_at": micros(now),
        }
        for told in review.told
        for channel in channels
    ]  # fmt: skip
    if messages:
        connection.execute(insert(mgr_alarm_delivery), messages)
    note(connection, Topic.ALARM)


def due(connection: Connection, channel: Channel, now: datetime, *, limit: int = 20) -> tuple[Delivery, ...]:
    """What this channel is to be tried with now, oldest first: nothing while its oldest message waits for its time,
    so that messages keep their order and a broken channel is not knocked at with each."""
    mine = and_(_WAITING, _out.channel == channel.value)
    oldest = select(_out.next_try_at).where(mine).order_by(_out.id).limit(1)
    if (first := connection.scalar(oldest)) is None or first > micros(now):
        return ()
    found = (
        select(*_DELIVERY, *_ALARM)
        .join_from(mgr_alarm_delivery, mgr_alarm, mgr_alarm.c.id == _out.alarm_id)
        .where(mine)
        .order_by(_out.id)
        .limit(limit)
    )
    return tuple(_delivery(row) for row in connection.execute(found))


def waiting_channels(connection: Connection) -> frozenset[Channel]:
    """The channels that a message waits for."""
    return frozenset(Channel(name) for name in connection.scalars(select(_out.channel).where(_WAITING).distinct()))


def accepted(connection: Connection, delivery_id: int, now: datetime, *, remark: str | None = None) -> None:
    """A channel has taken a message; the remark says what was not as it should be all the same."""
    _settle(connection, _out.id == delivery_id, delivered_at=micros(now), error=remark)


def refused(connection: Connection, delivery_id: int, *, why: str, next_try_at: datetime) -> None:
    """A channel has not taken a message, which stays in the outbox."""
    _settle(connection, _out.id == delivery_id, error=why, next_try_at=micros(next_try_at), attempts=_out.attempts + 1)


def drop(connection: Connection, channel: Channel, now: datetime) -> None:
    """The channel was switched off: what waits for it is sent no more, and stays as a record."""
    _settle(connection, _out.channel == channel.value, dropped_at=micros(now), error="The channel was switched off.")


def states(connection: Connection) -> tuple[ChannelState, ...]:
    """How each channel has fared, all of them."""
    counted = select(
        _out.channel, func.count().filter(_WAITING), func.min(_out.created_at).filter(_WAITING),
        func.max(_out.delivered_at), func.min(_out.id).filter(_WAITING),
        func.max(_out.id).filter(_out.delivered_at.is_not(None)),
    ).group_by(_out.channel)  # fmt: skip
    found = {Channel(name): rest for name, *rest in connection.execute(counted)}
    return tuple(_state(connection, channel, found.get(channel)) for channel in Channel)


def forget(connection: Connection, *, before: datetime, limit: int) -> int:
    """Deletes up to `limit` alarms cleared before this instant, with their deliveries, but none that still waits to be
    told; how many."""
    in_turn(connection)
    unsent = select(_out.alarm_id).where(_WAITING)
    old = select(mgr_alarm.c.id).where(mgr_alarm.c.cleared_at < micros(before), mgr_alarm.c.id.not_in(unsent))
    ids = list(connection.scalars(old.order_by(mgr_alarm.c.id).limit(limit)))
    if ids:
        connection.execute(delete(mgr_alarm_delivery).where(_out.alarm_id.in_(ids)))
        connection.execute(delete(mgr_alarm).where(mgr_alarm.c.id.in_(ids)))
        note(connection, Topic.ALARM)
    return len(ids)


def _keep(connection: Connection, alarm: Alarm) -> int:
    values = {
        "rule": alarm.rule.value, "subject": alarm.subject, "message": alarm.message,
        "raised_at": micros(alarm.raised_at), "absent_since": opt_micros(alarm.absent_since),
        "reminded_at": opt_micros(alarm.reminded_at), "cleared_at": opt_micros(alarm.cleared_at),
    }  # fmt: skip
    if alarm.id:
        connection.execute(update(mgr_alarm).where(mgr_alarm.c.id == alarm.id).values(values))
        return alarm.id
    return int(connection.execute(insert(mgr_alarm).values(values).returning(mgr_alarm.c.id)).scalar_one())


def _settle(connection: Connection, which: ColumnElement[bool], **values: Any) -> None:
    in_turn(connection)
    connection.execute(update(mgr_alarm_delivery).where(_WAITING, which).values(**values))
    note(connection, Topic.ALARM)


def _state(connection: Connection, channel: Channel, found: Sequence[Any] | None) -> ChannelState:
    if found is None:
        return ChannelState(channel=channel)
    count, since, delivered_at, oldest, last = found
    wanted = oldest if count else last
    row = connection.execute(select(_out.error, _out.next_try_at).where(_out.id == wanted)).one_or_none()
    return ChannelState(
        channel=channel, waiting=count, waiting_since=opt_instant(since), delivered_at=opt_instant(delivered_at),
        error=row.error if row else None, next_try_at=instant(row.next_try_at) if row and count else None,
    )  # fmt: skip


def _read(connection: Connection, wanted: ColumnElement[bool]) -> tuple[Alarm, ...]:
    found: Iterable[Any] = connection.execute(select(*_ALARM).where(wanted).order_by(mgr_alarm.c.id))
    return tuple(_alarm(row) for row in found)


def _alarm(row: Sequence[Any]) -> Alarm:
    number, rule, subject, message, raised_at, absent_since, reminded_at, cleared_at = row
    return Alarm(
        id=number, rule=Rule(rule), subject=subject, message=message, raised_at=instant(raised_at),
        absent_since=opt_instant(absent_since), reminded_at=opt_instant(reminded_at),
        cleared_at=opt_instant(cleared_at),
    )  # fmt: skip


def _delivery(row: Sequence[Any]) -> Delivery:
    number, channel, kind, created_at, attempts, next_try_at, error = row[: len(_DELIVERY)]
    return Delivery(
        id=number, channel=Channel(channel), kind=Kind(kind), alarm=_alarm(row[len(_DELIVERY) :]),
        created_at=instant(created_at), attempts=attempts, next_try_at=instant(next_try_at), error=error,
    )  # fmt: skip
