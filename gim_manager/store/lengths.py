"""How long a run of each job takes, as its latest good runs tell."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from statistics import median
from typing import Any

from sqlalchemy import Connection, literal, or_, select, union_all

from gim_manager.domain.fit import Trial
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.run import Cause, Status
from gim_manager.schema.live import mgr_run

LATEST = 60
"""Complete runs of a job that are looked at."""
_SHORTEST = 1_000_000
_lasted = mgr_run.c.end_time - mgr_run.c.start_time


def usual(connection: Connection) -> dict[Job, timedelta]:
    """The median of the latest Complete runs, at least a second; nothing of a job that never was, or that is endless.

    One statement of an index probe a job, however long the history is.
    """
    found: dict[Job, list[int]] = defaultdict(list)
    for job, micros in connection.execute(union_all(*(select(_latest(job)) for job in Job if not TRAITS[job].endless))):
        found[Job(job)].append(micros)
    return {job: timedelta(microseconds=max(_SHORTEST, int(median(lasted)))) for job, lasted in found.items()}


def _latest(job: Job) -> Any:
    complete = (mgr_run.c.job == job.value) & (mgr_run.c.status == Status.COMPLETE.value)
    lasted = select(literal(job.value).label("job"), _lasted.label("lasted")).where(complete)
    return lasted.order_by(mgr_run.c.id.desc()).limit(LATEST).subquery()


def trials(connection: Connection, job: Job) -> tuple[Trial, ...]:
    """How its latest runs went that were Complete, or that a rule stopped, newest first; at most LATEST."""
    told = mgr_run.c.status.in_((Status.COMPLETE.value, Status.STOPPED.value))
    by_rule = or_(mgr_run.c.status == Status.COMPLETE.value, mgr_run.c.cause == Cause.RULE.value)
    lasted = select(_lasted, mgr_run.c.status).where(mgr_run.c.job == job.value, told, by_rule)
    found = connection.execute(lasted.order_by(mgr_run.c.id.desc()).limit(LATEST))
    return tuple(
        Trial(length=timedelta(microseconds=micros), cut=status == Status.STOPPED.value) for micros, status in found
    )
