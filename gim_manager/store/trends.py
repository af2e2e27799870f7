"""How long the good runs of each job took over a time, and which options were changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from gim_manager.domain.aggregate_board import Lasted, Mark, Trend
from gim_manager.domain.health import usual_length
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.options import shown_value
from gim_manager.domain.run import Status
from gim_manager.schema.live import mgr_option_history, mgr_run
from gim_manager.store.lengths import LATEST
from gim_manager.store.rows import instant, micros

MOST = 500
"""Runs of a job, and changes, that are looked at: more points than a line of the screen has pixels say nothing."""


def read(connection: Connection, since: datetime) -> tuple[Trend, ...]:
    """The good runs since then of each job that has an end and had any; a probe of an index a job."""
    found = ((job, _runs(connection, job, since)) for job in Job if not TRAITS[job].endless)
    return tuple(Trend(job=job, runs=runs, p95=_p95(runs)) for job, runs in found if runs)


def _runs(connection: Connection, job: Job, since: datetime) -> tuple[Lasted, ...]:
    run = mgr_run.c
    # As an expression, because SQLite would walk through all Complete runs by the index of states, whatever their job.
    complete = run.status + "" == Status.COMPLETE.value
    latest = select(run.id, run.start_time, run.end_time).where(run.job == job.value, complete)
    rows = connection.execute(latest.order_by(run.id.desc()).limit(MOST)).all()
    return tuple(
        Lasted(run_id=number, at=instant(began), length=timedelta(microseconds=ended - began))
        for number, began, ended in reversed(rows)
        if began >= micros(since)
    )


def _p95(runs: Sequence[Lasted]) -> timedelta | None:
    """By as many runs as the alarm of a long run looks at."""
    return usual_length([run.length for run in runs[-LATEST:]])


def marks(connection: Connection, since: datetime) -> tuple[Mark, ...]:
    """The changes of options since then, oldest first; passwords are not shown."""
    kept = mgr_option_history.c
    changes = select(kept.changed_at, kept.changed_by, kept.section, kept.name, kept.new_value)
    latest = changes.where(kept.changed_at >= micros(since)).order_by(kept.id.desc()).limit(MOST)
    return tuple(
        Mark(
            at=instant(at), by=by, option=f"[{section}] {name}",
            value="" if value is None else shown_value(section, name, value),
        )
        for at, by, section, name, value in reversed(connection.execute(latest).all())
    )  # fmt: skip
