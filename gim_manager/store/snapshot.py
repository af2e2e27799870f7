"""One read of all that a decision needs: the World as it stands in the database at this moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, select, union_all

from gim_manager.domain.conditions import Condition, Finding
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run
from gim_manager.domain.world import Cycle, LastRun, World
from gim_manager.schema.engines import reading
from gim_manager.schema.live import mgr_info_mart, mgr_run
from gim_manager.store import decisions, holds, options, runs
from gim_manager.store.connect import Database
from gim_manager.store.rows import RUN_COLUMNS, as_run, instant, micros
from gim_manager.store.versions import state

KEYS_KEPT = timedelta(days=3)
"""Launch keys are remembered for this long; no launch is made up that is older."""
_LOOKED_BACK = 12
"""Started runs of a job that are counted for its failures in a row; the delay after them has long reached its end."""


def read(database: Database, now: datetime, *, findings: Sequence[Finding] = (), scheduling: bool = True) -> World:
    """The World; `findings` and `scheduling` are the engine's own knowledge, which no table holds."""
    condition = state(database).condition
    with reading(database.manager) as connection:
        return World(
            options=options.load(connection),
            postgresql=not database.is_local,
            condition=condition,
            scheduling=scheduling,
            runs=runs.open_runs(connection),
            cycle=_cycle(connection),
            last=_last(connection, now),
            made=_made(connection, now - KEYS_KEPT),
            hold=(hold := holds.in_force(connection) if condition is not Condition.MIGRATION else None),
            held=decisions.held_keys(connection, hold.since) if hold else frozenset(),
            resumed_at=holds.last_end(connection, now),
            findings=tuple(findings),
            changed_at=options.changed_at(connection, "schedule"),
            created_at=_created_at(connection),
        )


def _cycle(connection: Connection) -> Cycle | None:
    """The cycle launched last: two probes of an index, however long the history is."""
    extraction = _newest(connection, and_(mgr_run.c.job == Job.EXTRACT.value, mgr_run.c.cycle.is_not(None)))
    if extraction is None:
        return None
    of_it = and_(mgr_run.c.job == Job.TRANSFORM.value, mgr_run.c.cycle == extraction.cycle)
    return Cycle(extraction=extraction, transformation=_newest(connection, of_it))


def _newest(connection: Connection, which: ColumnElement[bool]) -> Run | None:
    found = select(*RUN_COLUMNS).where(which).order_by(mgr_run.c.id.desc()).limit(1)
    row = connection.execute(found).one_or_none()
    return None if row is None else as_run(row)


def _last(connection: Connection, now: datetime) -> Mapping[Job, LastRun]:
    """By job: one statement of an index probe a job, never a scan of the history."""
    rows = connection.execute(union_all(*(select(_latest_started(job)) for job in Job)))
    last: dict[Job, LastRun] = {}
    for run in sorted(map(as_run, rows), key=lambda run: run.id):
        last[run.job] = LastRun.of(run, last.get(run.job), now)
    return last


def _latest_started(job: Job) -> Any:
    instance = and_(mgr_run.c.job == job.value, mgr_run.c.start_time.is_not(None), mgr_run.c.parameters.is_(None))
    return select(*RUN_COLUMNS).where(instance).order_by(mgr_run.c.id.desc()).limit(_LOOKED_BACK).subquery()


def _made(connection: Connection, since: datetime) -> frozenset[str]:
    keyed = and_(mgr_run.c.launch_key.is_not(None), mgr_run.c.requested_at >= micros(since))
    launched = frozenset(connection.scalars(select(mgr_run.c.launch_key).where(keyed)))
    return launched | decisions.dropped_keys(connection, since)


def _created_at(connection: Connection) -> datetime | None:
    created = connection.scalar(select(mgr_info_mart.c.created_at))
    return None if created is None else instant(created)
