"""The runs that started or ended since a moment, for whoever counts them: an index probe, however long the history."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, and_, func, select

from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.schema.live import mgr_run
from gim_manager.store.rows import RUN_COLUMNS, as_run, micros


def started(connection: Connection, since: datetime, *, limit: int) -> tuple[Run, ...]:
    """Those that started at an instant or after it, in that order, at most `limit`."""
    return _after(connection, mgr_run.c.start_time, since, limit)


def ended(connection: Connection, since: datetime, *, limit: int) -> tuple[Run, ...]:
    """Those that ended at an instant or after it, in that order, at most `limit`."""
    return _after(connection, mgr_run.c.end_time, since, limit)


def counted(connection: Connection, since: datetime, until: datetime) -> dict[tuple[Job, Status], int]:
    """How many runs ended from one instant up to another, by job and state; canceled ones never ran."""
    within = and_(mgr_run.c.end_time >= micros(since), mgr_run.c.end_time < micros(until))
    ran = and_(within, mgr_run.c.start_time.is_not(None), mgr_run.c.status != Status.CANCELED.value)
    by_kind = select(mgr_run.c.job, mgr_run.c.status, func.count()).where(ran).group_by(mgr_run.c.job, mgr_run.c.status)
    return {(Job(job), Status(status)): number for job, status, number in connection.execute(by_kind)}


def ended_of(connection: Connection, job: Job, since: datetime, until: datetime) -> tuple[Run, ...]:
    """The runs of a job that ended from one instant up to another, in that order."""
    within = and_(mgr_run.c.end_time >= micros(since), mgr_run.c.end_time < micros(until), mgr_run.c.job == job.value)
    ran = and_(within, mgr_run.c.start_time.is_not(None))
    found = select(*RUN_COLUMNS).where(ran).order_by(mgr_run.c.end_time, mgr_run.c.id)
    return tuple(as_run(row) for row in connection.execute(found))


def made_up(connection: Connection, since: datetime, until: datetime, *, within: timedelta) -> int:
    """How many launches fell due from one instant up to another and were made only afterwards, soon enough."""
    late = and_(mgr_run.c.requested_at >= micros(until), mgr_run.c.requested_at < micros(until + within))
    fell_due = and_(mgr_run.c.due_at >= micros(since), mgr_run.c.due_at < micros(until))
    cycles = mgr_run.c.job != Job.TRANSFORM.value
    launched = and_(late, fell_due, cycles, mgr_run.c.launch_key.is_not(None))
    return int(connection.scalar(select(func.count()).select_from(mgr_run).where(launched)) or 0)


def _after(connection: Connection, moment: Column[Any], since: datetime, limit: int) -> tuple[Run, ...]:
    found = select(*RUN_COLUMNS).where(moment >= micros(since)).order_by(moment, mgr_run.c.id).limit(limit)
    return tuple(as_run(row) for row in connection.execute(found))
