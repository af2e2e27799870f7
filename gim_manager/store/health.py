"""What the past was like, as the findings of health ask for it: a few probes of an index a job, never a scan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Select, and_, select, union_all

from gim_manager.domain.health import LOOKED_BACK
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.schema.live import mgr_run
from gim_manager.store.rows import RUN_COLUMNS, as_run

_run = mgr_run.c
_JUDGED = _run.status.in_((Status.COMPLETE.value, Status.FAILED.value))
_COMPLETE = _run.status + "" == Status.COMPLETE.value
"""As an expression, because SQLite would walk through all Complete runs by the index of states, whatever their job."""
_REAGGREGATION = and_(_run.job == Job.AGGREGATE.value, _run.parameters.is_not(None))


def last_judged(connection: Connection) -> tuple[Run, ...]:
    """Of each job, and of requests for re-aggregation, the run that was Complete or Failed last."""
    kinds = [*(_of(job) for job in Job), _REAGGREGATION]
    newest = (_newest(and_(kind, _JUDGED), 1).subquery() for kind in kinds)
    found = [as_run(row) for row in connection.execute(union_all(*(select(one) for one in newest)))]
    return tuple(sorted(found, key=lambda run: run.id))


def good_cycle_at(connection: Connection) -> datetime | None:
    """When the last cycle ended whose transformation was Complete."""
    return _last_end(connection, and_(_run.job == Job.TRANSFORM.value, _run.cycle.is_not(None), _COMPLETE))


def completed_at(connection: Connection, job: Job) -> datetime | None:
    """When a run of this job was Complete last."""
    return _last_end(connection, and_(_of(job), _COMPLETE))


def lengths(connection: Connection, jobs: Sequence[Job]) -> Mapping[Job, tuple[timedelta, ...]]:
    """How long the last Complete runs of these jobs took, newest first."""
    return {job: _lengths(connection, job) for job in jobs}


def _lengths(connection: Connection, job: Job) -> tuple[timedelta, ...]:
    found = connection.execute(_newest(and_(_of(job), _COMPLETE), LOOKED_BACK))
    runs = (as_run(row) for row in found)
    return tuple(run.end_time - run.start_time for run in runs if run.end_time and run.start_time)


def _of(job: Job) -> ColumnElement[bool]:
    """Its instances: a request for re-aggregation is none (R18)."""
    named = _run.job == job.value
    return and_(named, _run.parameters.is_(None)) if job is Job.AGGREGATE else named


def _last_end(connection: Connection, which: ColumnElement[bool]) -> datetime | None:
    row = connection.execute(_newest(which, 1)).one_or_none()
    return None if row is None else as_run(row).end_time


def _newest(which: ColumnElement[bool], limit: int) -> Select[tuple[object, ...]]:
    return select(*RUN_COLUMNS).where(which).order_by(_run.id.desc()).limit(limit)
