"""The life of a run in the database: every UPDATE names the state that it leaves, so a lost race never overwrites.

All functions write inside the caller's transaction, in turn with others, and note the change. Functions that answer
with a Run answer with the run as it is afterwards: whoever lost a race sees it there. `token` is the run's own, set
when it is claimed (R35).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    and_,
    bindparam,
    cast,
    exists,
    func,
    or_,
    select,
    update,
)

from gim_manager.domain.errors import UnknownRun
from gim_manager.domain.job import Job
from gim_manager.domain.run import ACTIVE, ENDED, SCHEDULER, TRANSITIONS, Cause, Run, Status
from gim_manager.schema.live import mgr_run
from gim_manager.schema.messages import KEPT
from gim_manager.store.changes import AtOnce, Noted, in_turn
from gim_manager.store.listing import count, page
from gim_manager.store.new_runs import IS_ACTIVE, launch, new, news, request, request_recorded
from gim_manager.store.rows import RUN_COLUMNS, as_run, micros, opt_instant, spelled

VOID = "void "
"""Begins a launch key that counts for nothing any more (R33)."""


def _leaving(*left: ColumnElement[bool], **values: Any) -> Noted:
    """An UPDATE of the run RUN_ID to these values, if it is still as `left` says."""
    run = update(mgr_run).where(mgr_run.c.id == bindparam("run_id"), *left).values(values).returning(*RUN_COLUMNS)
    return Noted(lambda *only_if: run.where(*only_if))


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """The process that works a run, as recovery needs to know it (R36)."""

    run_id: int
    server: str | None
    token: str | None
    host: str | None
    pid: int | None
    started: float | None
    """When the process started, as its operating system tells."""
    heartbeat_at: datetime | None


def adopt(
    connection: Connection, run_id: int, *, launch_key: str, due_at: datetime, cycle: str | None = None
) -> Run | None:
    """A waiting request becomes a launch (R21); None if it no longer waits, or the launch was made otherwise."""
    made = exists().where(mgr_run.alias("made").c.launch_key == launch_key)
    waits = and_(mgr_run.c.status == Status.SCHEDULED.value, mgr_run.c.launch_key.is_(None), ~made)
    return _change(connection, run_id, waits, launch_key=launch_key, cycle=cycle, due_at=micros(due_at))


_rival = mgr_run.alias("rival")
_runs_already = exists().where(
    _rival.c.job == mgr_run.c.job, _rival.c.status.in_(spelled(ACTIVE)), _rival.c.parameters.is_(None)
)
_CLAIM = _leaving(
    mgr_run.c.status == Status.SCHEDULED.value, or_(mgr_run.c.parameters.is_not(None), ~_runs_already),
    status=Status.RUNNING.value, heartbeat_at=new("start_time"),
    **{name: new(name) for name in ("server", "token", "start_time", "reason", "part_of")},
)  # fmt: skip


def claim(
    connection: Connection | AtOnce, run_id: int, *, server: str | None, token: str | None, now: datetime,
    reason: str | None = None, part_of: int | None = None,
) -> Run | None:  # fmt: skip
    """Scheduled becomes Running, for this server and token; None if another was faster or the job runs already (R21).
    Without both it is offered, to be taken.

    `part_of` is the aggregation run that works a re-aggregation request (R18). All who claim do so in turn, so a rival
    has committed, and is seen, or has not begun.
    """
    claimed = news(server=server, token=token, start_time=micros(now), reason=reason, part_of=part_of)
    return _write(connection, _CLAIM, run_id, **claimed)


_offer = mgr_run.alias("offer")
# Whoever takes holds the turn of all writers, and must not wait with it for a row that somebody has locked.
_OFFERED = (
    select(_offer.c.id)
    .where(_offer.c.status.in_(spelled(ACTIVE)), _offer.c.server.is_(None), _offer.c.part_of.is_(None))
    .order_by(_offer.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_TAKEN = (
    update(mgr_run)
    .where(mgr_run.c.id == _OFFERED.scalar_subquery())
    .values({"heartbeat_at": new("start_time")} | {name: new(name) for name in ("server", "token", "start_time")})
    .returning(*RUN_COLUMNS)
)
_TAKE = Noted(_TAKEN.where)


def take(connection: Connection, *, server: str, token: str, now: datetime) -> Run | None:
    """The oldest run that is offered becomes this server's, as if it had been claimed now; None if there is none."""
    row = _TAKE.execute(connection, news(server=server, token=token, start_time=micros(now)))
    return None if row is None else as_run(row)


def hand_over(connection: Connection, run_id: int, to: int, reason: str) -> Run | None:
    """A Scheduled re-aggregation becomes part of the aggregation run that shall work it; None if it waits no more."""
    waits = and_(mgr_run.c.status == Status.SCHEDULED.value, mgr_run.c.part_of.is_distinct_from(to))
    return _change(connection, run_id, waits, part_of=to, reason=reason)


_mine = and_(mgr_run.c.token == bindparam("of_token"), IS_ACTIVE)
_MINE = update(mgr_run).where(mgr_run.c.id == bindparam("run_id"), _mine)


def set_worker(connection: Connection, run_id: int, token: str, host: str, pid: int, started: float) -> bool:
    """Notes which process works the run; False if the run is no longer this token's."""
    process = {"worker_host": host, "worker_pid": pid, "worker_started": started}
    return connection.execute(_MINE, {"run_id": run_id, "of_token": token, **process}).rowcount == 1


def ask_stop(
    connection: Connection, run_id: int, *, by: str, reason: str | None, now: datetime, kill_at: datetime
) -> Run:
    """Running becomes Stopping; a second stop of a Stopping run only brings its kill forward (R26)."""
    asked = _change(
        connection, run_id, mgr_run.c.status == Status.RUNNING.value, status=Status.STOPPING.value, stopped_by=by,
        reason=reason, stop_requested_at=micros(now), kill_at=micros(kill_at),
    )  # fmt: skip
    sooner = and_(mgr_run.c.status == Status.STOPPING.value, mgr_run.c.kill_at > micros(kill_at))
    return asked or _change(connection, run_id, sooner, kill_at=micros(kill_at)) or get(connection, run_id)


def cancel(connection: Connection, run_id: int, *, by: str, reason: str | None, cause: Cause, now: datetime) -> Run:
    """Scheduled becomes Canceled."""
    waits = mgr_run.c.status == Status.SCHEDULED.value
    canceled = _change(
        connection, run_id, waits, status=Status.CANCELED.value, cause=cause.value, stopped_by=by, reason=reason,
        end_time=micros(now),
    )  # fmt: skip
    return canceled or get(connection, run_id)


def hold(connection: Connection, run_id: int, reason: str) -> bool:
    """Writes why a Scheduled run waits; False, and no change noted, if it says so already or no longer waits."""
    waits = and_(mgr_run.c.status == Status.SCHEDULED.value, mgr_run.c.reason.is_distinct_from(reason))
    return _change(connection, run_id, waits, reason=reason) is not None


_TOLD = ("progress", "note", "rows")
_NEWS = _leaving(
    _mine, or_(*(mgr_run.c[name].is_distinct_from(new(name)) for name in _TOLD)),
    **{name: new(name) for name in ("heartbeat_at", *_TOLD)},
)  # fmt: skip


def beat(
    connection: Connection, run_id: int, token: str, *, now: datetime, progress: float | None, note: str | None,
    rows: int | None,
) -> bool:  # fmt: skip
    """The worker lives, and is so far; False if the run is no longer this token's. Only news is noted as a change."""
    told = news(heartbeat_at=micros(now), progress=progress, note=note, rows=rows)
    if _write(connection, _NEWS, run_id, of_token=token, **told) is not None:
        return True
    return connection.execute(_MINE, {"run_id": run_id, "of_token": token, "heartbeat_at": micros(now)}).rowcount == 1


def _finishing(status: Status) -> Noted:
    before = [state for state, following in TRANSITIONS.items() if status in following]
    of_token = mgr_run.c.token.is_not_distinct_from(bindparam("of_token", type_=mgr_run.c.token.type))
    return _leaving(
        mgr_run.c.status.in_(spelled(before)), of_token, status=status.value, kill_at=None,
        **{name: new(name) for name in ("cause", "end_time", "error")},
        **{name: func.coalesce(new(name), mgr_run.c[name]) for name in ("rows", "note")},
    )  # fmt: skip


_FINISH = {status: _finishing(status) for status in ENDED}


def finish(
    connection: Connection, run_id: int, *, status: Status, cause: Cause, now: datetime, error: str | None = None,
    rows: int | None = None, note: str | None = None, token: str | None,
) -> Run:  # fmt: skip
    """Running or Stopping becomes an ended state; only for its own token. ROWS and NOTE stay as they are where None.

    The re-aggregations that it was working go back to waiting, and one that was told to stop is Stopped (R18).
    """
    told = news(cause=cause.value, end_time=micros(now), error=error, rows=rows, note=note)
    ended = _write(connection, _FINISH[status], run_id, of_token=token, **told)
    if ended is not None and ended.job is Job.AGGREGATE and not ended.is_reaggregation:
        _give_back(connection, ended, now)
    return ended or get(connection, run_id)


_HANDED = select(*RUN_COLUMNS).where(mgr_run.c.part_of == bindparam("to"), IS_ACTIVE).execution_options(**KEPT)


def _give_back(connection: Connection, ended: Run, now: datetime) -> None:
    """What an aggregation that has ended leaves of the requests it was working: each as it stood, for the next one."""
    for handed in [as_run(row) for row in connection.execute(_HANDED, {"to": ended.id})]:
        if handed.status is Status.STOPPING:
            cause = Cause.RULE if handed.stopped_by in (None, SCHEDULER) else Cause.PERSON
            values = {"status": Status.STOPPED.value, "cause": cause.value, "end_time": micros(now), "kill_at": None}
        else:
            reason = f"{ended.job} {ended.id} ended; goes on with the next one."
            values = {"status": Status.SCHEDULED.value, "start_time": None, "token": None, "reason": reason}
        _change(connection, handed.id, mgr_run.c.status == handed.status.value, **values)


def void_keys(connection: Connection, *, later_than: datetime) -> int:
    """Takes the launch keys from launches that were made for a time later than this; how many (R33)."""
    in_turn(connection)
    ahead = and_(
        mgr_run.c.requested_at > micros(later_than), mgr_run.c.due_at > micros(later_than),
        mgr_run.c.launch_key.is_not(None), ~mgr_run.c.launch_key.startswith(VOID),
    )  # fmt: skip
    void = VOID + cast(mgr_run.c.id, String) + " " + mgr_run.c.launch_key
    return connection.execute(update(mgr_run).where(ahead).values(launch_key=void)).rowcount


_NUMBERED = select(*RUN_COLUMNS).where(mgr_run.c.id == bindparam("run_id")).execution_options(**KEPT)


def get(connection: Connection, run_id: int) -> Run:
    """The run of this number; raises UnknownRun."""
    row = connection.execute(_NUMBERED, {"run_id": run_id}).one_or_none()
    if row is None:
        raise UnknownRun(run_id)
    return as_run(row)


_OF_IDS = select(*RUN_COLUMNS).where(mgr_run.c.id.in_(bindparam("ids", expanding=True))).order_by(mgr_run.c.id)


def by_ids(connection: Connection, ids: Iterable[int]) -> tuple[Run, ...]:
    """The runs of these numbers that exist, by number."""
    return tuple(as_run(row) for row in connection.execute(_OF_IDS, {"ids": sorted(set(ids))}))


_OPEN = (
    select(*RUN_COLUMNS)
    .where(mgr_run.c.status.in_(spelled(set(Status) - ENDED)))
    .order_by(mgr_run.c.id)
    .execution_options(**KEPT)
)


def open_runs(connection: Connection) -> tuple[Run, ...]:
    """All that are Scheduled, Running or Stopping, by number."""
    return tuple(as_run(row) for row in connection.execute(_OPEN))


def workers(connection: Connection) -> tuple[Worker, ...]:
    """Who works the Running and Stopping runs, by number; a re-aggregation has no worker but its aggregation's, and an
    offer has none yet."""
    columns = ("id", "server", "token", "worker_host", "worker_pid", "worker_started", "heartbeat_at")
    own = (IS_ACTIVE, mgr_run.c.part_of.is_(None), mgr_run.c.server.is_not(None))
    found = connection.execute(select(*(mgr_run.c[name] for name in columns)).where(*own).order_by(mgr_run.c.id))
    return tuple(
        Worker(run_id=run_id, server=server, token=token, host=host, pid=pid, started=started,
               heartbeat_at=opt_instant(heartbeat_at))
        for run_id, server, token, host, pid, started, heartbeat_at in found
    )  # fmt: skip


def _change(connection: Connection, run_id: int, left: ColumnElement[bool], **values: Any) -> Run | None:
    """Updates the run if it is still as `left` says, and notes it; the run afterwards, None if it is not."""
    return _write(connection, _leaving(left, **values), run_id)


def _write(connection: Connection | AtOnce, leaving: Noted, run_id: int, **given: Any) -> Run | None:
    """The same with a statement of `_leaving` that was built before, and its parameters."""
    row = leaving.execute(connection, {"run_id": run_id, **given})
    return None if row is None else as_run(row)


__all__ = [
    "Worker", "adopt", "ask_stop", "beat", "by_ids", "cancel", "claim", "count", "finish", "get", "hand_over", "hold",
    "launch", "open_runs", "page", "request", "request_recorded", "set_worker", "take", "void_keys", "workers",
]  # fmt: skip
