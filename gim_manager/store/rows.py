"""How a row becomes a value and a value a row: instants as whole microseconds, states, runs, steps and log lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, literal_column

from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, LogLine, Run, Status, Step
from gim_manager.domain.timing import EPOCH, ensure_aware
from gim_manager.schema.live import mgr_log, mgr_run, mgr_step

_MICROSECOND = timedelta(microseconds=1)


def micros(instant: datetime) -> int:
    """Whole microseconds since 1970-01-01 UTC; raises ValueError for a naive datetime."""
    return (ensure_aware(instant) - EPOCH) // _MICROSECOND


def opt_micros(instant: datetime | None) -> int | None:
    """The same of an instant that may be absent."""
    return None if instant is None else micros(instant)


def instant(value: int) -> datetime:
    """The UTC instant of whole microseconds."""
    return EPOCH + value * _MICROSECOND


def opt_instant(value: int | None) -> datetime | None:
    """The same of a column that may be null."""
    return None if value is None else instant(value)


_RUN_FIELDS = (
    "id", "job", "status", "requested_at", "requested_by", "cause", "parameters", "launch_key", "cycle", "part_of",
    "due_at", "start_time", "end_time", "reason", "error", "progress", "note", "rows", "server", "stopped_by",
    "stop_requested_at", "kill_at", "forced",
)  # fmt: skip
RUN_COLUMNS: tuple[Column[Any], ...] = tuple(mgr_run.c[name] for name in _RUN_FIELDS)
"""What `as_run` reads, in its order."""


def spelled(statuses: Collection[Status]) -> list[ColumnElement[str]]:
    """States as words in the statement, in the order of Status: so SQLite finds the indexes on part of the table."""
    words = (f"'{status.value}'" for status in Status if status in statuses)
    return [literal_column(word, mgr_run.c.status.type) for word in words]


def as_run(row: Sequence[Any]) -> Run:
    """The run of a row of RUN_COLUMNS."""
    (number, job, status, requested_at, requested_by, cause, parameters, launch_key, cycle, part_of, due_at, start_time,
     end_time, reason, error, progress, note, rows, server, stopped_by, stop_requested_at, kill_at,
     forced) = row  # fmt: skip
    return Run(
        id=number, job=Job(job), status=Status(status), requested_at=instant(requested_at), requested_by=requested_by,
        cause=None if cause is None else Cause(cause), parameters=parameters, launch_key=launch_key, cycle=cycle,
        part_of=part_of, due_at=opt_instant(due_at), start_time=opt_instant(start_time), end_time=opt_instant(end_time),
        reason=reason, error=error, progress=progress, note=note, rows=rows, server=server, stopped_by=stopped_by,
        stop_requested_at=opt_instant(stop_requested_at), kill_at=opt_instant(kill_at),
        forced=bool(forced),
    )  # fmt: skip


STEP_COLUMNS: tuple[Column[Any], ...] = (
    mgr_step.c.name, mgr_step.c.status, mgr_step.c.start_time, mgr_step.c.end_time, mgr_step.c.rows,
    mgr_step.c.progress, mgr_step.c.note,
)  # fmt: skip


def as_step(row: Sequence[Any]) -> Step:
    """The step of a row of STEP_COLUMNS."""
    name, status, start_time, end_time, rows, progress, note = row
    return Step(
        name=name, status=Status(status), start_time=opt_instant(start_time), end_time=opt_instant(end_time), rows=rows,
        progress=progress, note=note,
    )  # fmt: skip


def of_step(run_id: int, number: int, step: Step) -> dict[str, object]:
    """The row of a step, by its place in the run."""
    return {
        "run_id": run_id, "number": number, "name": step.name, "status": step.status.value,
        "start_time": opt_micros(step.start_time), "end_time": opt_micros(step.end_time), "rows": step.rows,
        "progress": step.progress, "note": step.note,
    }  # fmt: skip


LOG_COLUMNS: tuple[Column[Any], ...] = (mgr_log.c.number, mgr_log.c.time, mgr_log.c.level, mgr_log.c.message)


def as_log_line(row: Sequence[Any]) -> LogLine:
    """The line of a row of LOG_COLUMNS."""
    number, time, level, message = row
    return LogLine(number=number, time=instant(time), level=level, message=message)
