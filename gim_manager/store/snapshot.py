"""One read of all that a decision needs: the World as it stands in the database at this moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, select, union_all

from gim_manager.domain.conditions import Condition
from gim_manager.domain.job import Job
from gim_manager.domain.world import Cycle, LastRun, World
from gim_manager.schema.engines import reading
from gim_manager.schema.live import mgr_info_mart, mgr_run
from gim_manager.store import decisions, findings, holds, options, runs
from gim_manager.store.connect import Database
from gim_manager.store.rows import RUN_COLUMNS, as_run, instant, micros
from gim_manager.store.versions import state

KEYS_KEPT = timedelta(days=3)
"""Launch keys are remembered for this long; no launch is made up that is older."""
_LOOKED_BACK = 12
"""Started runs of a job that are counted for its failures in a row; the delay after them has long reached its end."""


def read(database: Database, now: datetime, *, scheduling: bool = True) -> World:
    """The World; `scheduling` is the engine's own knowledge, which no table holds."""
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
            # An older schema may not have these tables, and there the condition alone decides.
            findings=findings.current(connection) if condition is Condition.READY else (),
            **_hold(connection, now) if condition is Condition.READY else {},
            changed_at=options.changed_at(connection, "schedule"),
            created_at=created_at(connection),
        )


# Statements that every decision asks are built once: building one costs more than running it.
def _newest(job: Job, *more: ColumnElement[bool]) -> Select[Any]:
    of_a_cycle = select(*RUN_COLUMNS).where(mgr_run.c.job == job.value, mgr_run.c.cycle.is_not(None), *more)
    return of_a_cycle.order_by(mgr_run.c.id.desc()).limit(1)


_EXTRACTION = _newest(Job.EXTRACT)
_TRANSFORMATION = _newest(Job.TRANSFORM, mgr_run.c.cycle == bindparam("cycle"))


def _cycle(connection: Connection) -> Cycle | None:
    """The cycle launched last: two probes of an index, however long the history is."""
    extraction = connection.execute(_EXTRACTION).one_or_none()
    if extraction is None:
        return None
    of_it = as_run(extraction)
    transformation = connection.execute(_TRANSFORMATION, {"cycle": of_it.cycle}).one_or_none()
    return Cycle(extraction=of_it, transformation=None if transformation is None else as_run(transformation))


def _latest_started(job: Job) -> Select[Any]:
    instance = and_(mgr_run.c.job == job.value, mgr_run.c.start_time.is_not(None), mgr_run.c.parameters.is_(None))
    return select(select(*RUN_COLUMNS).where(instance).order_by(mgr_run.c.id.desc()).limit(_LOOKED_BACK).subquery())


_LATEST_STARTED = union_all(*map(_latest_started, Job))


def _last(connection: Connection, now: datetime) -> Mapping[Job, LastRun]:
    """By job: one statement of an index probe a job, never a scan of the history."""
    last: dict[Job, LastRun] = {}
    for run in sorted(map(as_run, connection.execute(_LATEST_STARTED)), key=lambda run: run.id):
        last[run.job] = LastRun.of(run, last.get(run.job), now)
    return last


_MADE = select(mgr_run.c.launch_key).where(
    mgr_run.c.launch_key.is_not(None), mgr_run.c.requested_at >= bindparam("since")
)
_CREATED_AT = select(mgr_info_mart.c.created_at)


def _made(connection: Connection, since: datetime) -> frozenset[str]:
    launched = connection.scalars(_MADE, {"since": micros(since)})
    return frozenset(launched) | decisions.dropped_keys(connection, since)


def _hold(connection: Connection, now: datetime) -> dict[str, Any]:
    hold, resumed_at = holds.current(connection, now)
    held = decisions.held_keys(connection, hold.since if hold else now - KEYS_KEPT)
    return {"hold": hold, "held": held, "resumed_at": resumed_at}


def created_at(connection: Connection) -> datetime | None:
    """When this Info Mart came to be."""
    created = connection.scalar(_CREATED_AT)
    return None if created is None else instant(created)
