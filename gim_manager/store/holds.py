"""The holds of the schedule: one in force at a time, each write naming the state that it leaves (R23)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from gim_manager.domain.hold import HOLD_TRANSITIONS, Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run
from gim_manager.schema.live import mgr_hold
from gim_manager.store import runs
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.rows import instant, micros, opt_instant

_COLUMNS = tuple(
    mgr_hold.c[name]
    for name in (
        "id", "owner", "since", "expires_at", "state", "host", "run_id", "reason", "ended_at", "ended_by",
    )
)  # fmt: skip
_IN_FORCE = select(*_COLUMNS).where(mgr_hold.c.ended_at.is_(None))
_NEWEST = select(*_COLUMNS).order_by(mgr_hold.c.id.desc()).limit(2)


def begin(connection: Connection, *, owner: str, host: str, now: datetime, expires: datetime, maintain: bool) -> Hold:
    """A new hold; the database refuses a second one in force, so ask `in_force` first, in the same transaction."""
    in_turn(connection)
    state = HoldState.WAITING if maintain else HoldState.HELD
    made = insert(mgr_hold).values(
        owner=owner, host=host, since=micros(now), expires_at=micros(expires), state=state.value
    )
    row = connection.execute(made.returning(*_COLUMNS)).one()
    note(connection, Topic.HOLD)
    return _hold(row)


def in_force(connection: Connection) -> Hold | None:
    """The hold that has not ended, if there is one."""
    row = connection.execute(_IN_FORCE).one_or_none()
    return None if row is None else _hold(row)


def current(connection: Connection, now: datetime) -> tuple[Hold | None, datetime | None]:
    """The hold in force, and when the one before it ended, unless that lies ahead of a clock that was set back."""
    newest = [_hold(row) for row in connection.execute(_NEWEST)]
    hold = newest[0] if newest and newest[0].ended_at is None else None
    ends = [found.ended_at for found in newest if found.ended_at and found.ended_at <= now]
    return hold, max(ends, default=None)


def at_time(connection: Connection, at: datetime) -> Hold | None:
    """The hold that was in force at an instant, if there was one."""
    lasted = mgr_hold.c.ended_at.is_(None) | (mgr_hold.c.ended_at > micros(at))
    row = connection.execute(select(*_COLUMNS).where(mgr_hold.c.since <= micros(at), lasted)).first()
    return None if row is None else _hold(row)


def between(connection: Connection, since: datetime, until: datetime) -> tuple[Hold, ...]:
    """The holds that were in force at any time from `since` to `until`, oldest first."""
    lasted = mgr_hold.c.ended_at.is_(None) | (mgr_hold.c.ended_at > micros(since))
    found = select(*_COLUMNS).where(mgr_hold.c.since < micros(until), lasted).order_by(mgr_hold.c.id)
    return tuple(_hold(row) for row in connection.execute(found))


def listed(connection: Connection, *, limit: int) -> tuple[Hold, ...]:
    """The latest holds, newest first."""
    newest = select(*_COLUMNS).order_by(mgr_hold.c.id.desc()).limit(limit)
    return tuple(_hold(row) for row in connection.execute(newest))


def tell(connection: Connection, hold_id: int, reason: str) -> bool:
    """Writes what its maintenance waits for; False if it says so already or no longer waits."""
    waits = (mgr_hold.c.state == HoldState.WAITING.value) & mgr_hold.c.reason.is_distinct_from(reason)
    told = update(mgr_hold).where(mgr_hold.c.id == hold_id, waits).values(reason=reason)
    return _noted(connection, connection.execute(told).rowcount == 1)


def begin_maintenance(connection: Connection, hold_id: int, now: datetime) -> Run | None:
    """Asks for its maintenance in its owner's name; None if that was done already, or the hold has ended."""
    in_turn(connection)
    hold = in_force(connection)
    if hold is None or hold.id != hold_id or not hold.wants_maintenance:
        return None
    run = runs.request(connection, job=Job.MAINTAIN, by=hold.owner, host=hold.host or "", now=now)
    _move(connection, hold_id, HoldState.MAINTAINING, run_id=run.id, reason=None)
    return run


def resume(connection: Connection, hold_id: int, *, by: str, reason: str) -> Hold | None:
    """Its maintenance was told to stop, and it ends when that has; None if it does not maintain."""
    return _move(connection, hold_id, HoldState.RESUMING, ended_by=by, reason=reason)


def end(connection: Connection, hold_id: int, *, at: datetime, by: str, reason: str) -> Hold | None:
    """It is over since then; None if it was before. Who ended it stays who ended it first."""
    first = func.coalesce(mgr_hold.c.ended_by, by)
    return _move(connection, hold_id, HoldState.ENDED, ended_at=micros(at), ended_by=first, reason=reason)


def _move(connection: Connection, hold_id: int, after: HoldState, **values: Any) -> Hold | None:
    in_turn(connection)
    before = [state.value for state, following in HOLD_TRANSITIONS.items() if after in following]
    moved = (
        update(mgr_hold)
        .where(mgr_hold.c.id == hold_id, mgr_hold.c.state.in_(before))
        .values(state=after.value, **values)
        .returning(*_COLUMNS)
    )
    row = connection.execute(moved).one_or_none()
    _noted(connection, row is not None)
    return None if row is None else _hold(row)


def _noted(connection: Connection, changed: bool) -> bool:
    if changed:
        note(connection, Topic.HOLD)
    return changed


def _hold(row: Sequence[Any]) -> Hold:
    number, owner, since, expires, state, host, run_id, reason, ended_at, ended_by = row
    return Hold(
        id=number, owner=owner, since=instant(since), expires=instant(expires), state=HoldState(state), host=host,
        run_id=run_id, reason=reason, ended_at=opt_instant(ended_at), ended_by=ended_by,
    )  # fmt: skip
