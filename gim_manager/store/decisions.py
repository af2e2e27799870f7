"""Why things went as they did: what a rule dropped, held, stopped, refused or made up; a row a gap, with a count."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, insert, or_, select, update

from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.job import Job
from gim_manager.schema.live import mgr_decision
from gim_manager.schema.messages import KEPT
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.rows import instant, micros

_COLUMNS = tuple(
    mgr_decision.c[name]
    for name in ("id", "kind", "job", "rule", "reason", "first_at", "last_at", "count", "launch_key", "run_id")
)

GOES_ON = timedelta(days=1)
"""How long after the time that is asked for a drop may still be decided again."""


def record(
    connection: Connection, *, kind: DecisionKind, job: Job, rule: str, reason: str, now: datetime,
    launch_key: str | None = None, run_id: int | None = None, gap: timedelta = timedelta(hours=1),
) -> bool:  # fmt: skip
    """Keeps a decision; the same one again within `gap` only counts up. True if it is new. A key has one row, which
    says what was decided last."""
    in_turn(connection)
    same = _same(kind, job, rule, reason, now - gap, launch_key, run_id)
    if _counted_up(connection, same, now, kind=kind.value, rule=rule, reason=reason):
        return False
    connection.execute(
        insert(mgr_decision).values(
            first_at=micros(now), last_at=micros(now), count=1, kind=kind.value, job=job.value, launch_key=launch_key,
            run_id=run_id, rule=rule, reason=reason,
        )
    )  # fmt: skip
    note(connection, Topic.DECISION, run_id)
    return True


def of_run(connection: Connection, run_id: int) -> tuple[Decision, ...]:
    """Why this run waited, oldest first."""
    return _read(connection, mgr_decision.c.run_id == run_id)


def at_time(connection: Connection, job: Job | None, at: datetime, *, around: timedelta) -> tuple[Decision, ...]:
    """What was decided against a job, or any, within `around` of an instant; oldest first."""
    near = and_(mgr_decision.c.first_at <= micros(at + around), mgr_decision.c.last_at >= micros(at - around))
    return _read(connection, near if job is None else and_(near, mgr_decision.c.job == job.value))


def last_drops(connection: Connection, at: datetime, *, within: timedelta) -> tuple[Decision, ...]:
    """Of each job the launch or waiting run that was given up last at or before an instant, not longer ago than
    `within`."""
    lately = and_(
        mgr_decision.c.kind == DecisionKind.DROP.value, mgr_decision.c.last_at <= micros(at),
        mgr_decision.c.last_at > micros(at - within),
    )  # fmt: skip
    return _read(
        connection,
        mgr_decision.c.id.in_(select(func.max(mgr_decision.c.id)).where(lately).group_by(mgr_decision.c.job)),
    )


def not_made(connection: Connection, since: datetime, until: datetime, *, limit: int) -> tuple[Decision, ...]:
    """The launches from `since` to `until` that were dropped or kept back, the latest of them, oldest first.

    The same drop again is one row, which may go on for a while after the time that is asked for.
    """
    near = and_(
        mgr_decision.c.job.in_([job.value for job in Job]), mgr_decision.c.last_at >= micros(since),
        mgr_decision.c.last_at < micros(until + GOES_ON), mgr_decision.c.first_at < micros(until),
    )  # fmt: skip
    kept_back = (mgr_decision.c.kind == DecisionKind.HOLD.value) & mgr_decision.c.run_id.is_(None)
    launches = or_(mgr_decision.c.kind == DecisionKind.DROP.value, kept_back)
    newest = select(*_COLUMNS).where(near, launches).order_by(mgr_decision.c.id.desc()).limit(limit).subquery()
    rows = connection.execute(select(newest).order_by(newest.c.id))
    return tuple(_decision(row) for row in rows)


_KEYS = (
    select(mgr_decision.c.launch_key, mgr_decision.c.reason)
    .where(
        mgr_decision.c.launch_key.is_not(None), mgr_decision.c.last_at >= bindparam("since"),
        mgr_decision.c.kind == bindparam("kind"),
    )
    .execution_options(**KEPT)
)  # fmt: skip


def latest(connection: Connection) -> int:
    """The number of the last decision, 0 before the first."""
    return int(connection.scalar(select(func.coalesce(func.max(mgr_decision.c.id), 0))) or 0)


def counted(connection: Connection, *, above: int, up_to: int) -> dict[DecisionKind, int]:
    """How many were taken above one number and up to another, by kind; one that came again counts once."""
    taken = select(mgr_decision.c.kind, func.count()).where(mgr_decision.c.id > above, mgr_decision.c.id <= up_to)
    return {DecisionKind(kind): number for kind, number in connection.execute(taken.group_by(mgr_decision.c.kind))}


def dropped_keys(connection: Connection, since: datetime) -> frozenset[str]:
    """The launch keys that were decided against since an instant."""
    return frozenset(connection.scalars(_KEYS, {"since": micros(since), "kind": DecisionKind.DROP.value}))


def held_keys(connection: Connection, since: datetime) -> dict[str, str]:
    """The launch keys that were kept back since an instant and may still be made, each with the reason said last."""
    kept_back = connection.execute(_KEYS, {"since": micros(since), "kind": DecisionKind.HOLD.value})
    return {str(key): str(reason) for key, reason in kept_back}


def void_keys(connection: Connection, *, later_than: datetime) -> int:
    """Takes the launch keys from launches that were decided against later than this; how many (R33)."""
    in_turn(connection)
    ahead = and_(mgr_decision.c.launch_key.is_not(None), mgr_decision.c.first_at > micros(later_than))
    return connection.execute(update(mgr_decision).where(ahead).values(launch_key=None)).rowcount


def _same(
    kind: DecisionKind, job: Job, rule: str, reason: str, since: datetime, launch_key: str | None, run_id: int | None
) -> ColumnElement[bool]:
    if launch_key is not None:
        return mgr_decision.c.launch_key == launch_key
    alike = and_(
        mgr_decision.c.kind == kind.value, mgr_decision.c.job == job.value, mgr_decision.c.rule == rule,
        mgr_decision.c.reason == reason, mgr_decision.c.run_id.is_not_distinct_from(run_id),
        mgr_decision.c.launch_key.is_(None),
    )  # fmt: skip
    return and_(alike, mgr_decision.c.last_at >= micros(since))


def _counted_up(connection: Connection, same: ColumnElement[bool], now: datetime, **what: str) -> bool:
    again = update(mgr_decision).where(same).values(last_at=micros(now), count=mgr_decision.c.count + 1, **what)
    return connection.execute(again).rowcount > 0


def _read(connection: Connection, wanted: ColumnElement[bool]) -> tuple[Decision, ...]:
    found = connection.execute(select(*_COLUMNS).where(wanted).order_by(mgr_decision.c.id).limit(1000))
    return tuple(_decision(row) for row in found)


def _decision(row: Row[Any]) -> Decision:
    _number, kind, job, rule, reason, first_at, last_at, count, launch_key, run_id = tuple(row)
    return Decision(
        kind=DecisionKind(kind), job=Job(job), rule=rule, reason=reason, first_at=instant(first_at),
        last_at=instant(last_at), count=count, launch_key=launch_key, run_id=run_id,
    )  # fmt: skip
