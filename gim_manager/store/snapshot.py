"""One read of all that a decision needs: the World as it stands in the database at this moment."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, Select, bindparam, column, select, union_all, values

from gim_manager.domain.conditions import Condition
from gim_manager.domain.job import Job
from gim_manager.domain.run import ENDED, Run
from gim_manager.domain.timing import EPOCH
from gim_manager.domain.world import Cycle, LastRun, World
from gim_manager.schema.engines import glancing, reading
from gim_manager.schema.live import mgr_change, mgr_info_mart, mgr_run
from gim_manager.schema.messages import KEPT
from gim_manager.store import changes, decisions, findings, holds, options, runs
from gim_manager.store.changes import Topic
from gim_manager.store.connect import Database
from gim_manager.store.rows import RUN_COLUMNS, as_run, instant, micros
from gim_manager.store.versions import ensure_readable, wanted

KEYS_KEPT = timedelta(days=3)
"""Launch keys are remembered for this long; no launch is made up that is older."""
_LOOKED_BACK = 12
"""Started runs of a job that are counted for its failures in a row; the delay after them has long reached its end."""


FRESH = timedelta(seconds=10)
"""For so long what was read is believed of all that nobody notes as a change: a schema that another program made."""
_OF_RUNS = frozenset({Topic.RUN, Topic.DECISION, Topic.STEPS, Topic.LOG, Topic.SERVER, Topic.ALARM})
"""Changes that leave options, findings and holds as they are."""
_OF_CONDITION = frozenset({Job.INITIALIZE, Job.MIGRATE})


def read(database: Database, now: datetime, *, scheduling: bool = True) -> World:
    """The World; `scheduling` is the engine's own knowledge, which no table holds. Raises NewerSchema, OlderSchema."""
    condition = ensure_readable(database).condition
    with reading(database.manager) as connection:
        return _read(connection, condition, now, scheduling=scheduling)


def _read(connection: Connection, condition: Condition, now: datetime, *, scheduling: bool) -> World:
    return World(
        options=options.load(connection),
        postgresql=connection.dialect.name == "postgresql",
        condition=condition,
        scheduling=scheduling,
        runs=runs.open_runs(connection),
        cycle=_cycle(connection),
        last=_last(connection, now),
        made=_made(connection, now - KEYS_KEPT),
        # While the Info Mart's half is older, the condition alone decides.
        findings=findings.current(connection) if condition is Condition.READY else (),
        **_hold(connection, now) if condition is Condition.READY else {},
        changed_at=options.changed_at(connection, "schedule"),
        created_at=created_at(connection),
        change=changes.latest(connection),
        migrates_to=wanted().key,
    )


class Reader:
    """The World, look after look: whole after a while, in between only what changed since. Any thread may read."""

    def __init__(self, database: Database, *, scheduling: bool = True) -> None:
        self._database = database
        self._scheduling = scheduling
        self._world: World | None = None
        self._read_at = EPOCH
        self._one_at_a_time = Lock()

    def read(self, now: datetime, *, at_leisure: bool = False, unheard: bool = False) -> World:
        """The World as it is now; nothing but the number of the last change is asked where nothing changed.

        `at_leisure` it is read whole earlier, so that a launch that is due need not wait for that. `unheard`: nobody
        has told of a change since the last read, and nothing is asked; whoever writes by it compares `World.change`.
        """
        with self._one_at_a_time:
            world = self._world
            fresh = FRESH / 2 if at_leisure else FRESH
            if world is None or world.condition is not Condition.READY or abs(now - self._read_at) >= fresh:
                return self._whole(now)
            return world if unheard else self._later(world, now)

    def _later(self, world: World, now: datetime) -> World:
        with glancing(self._database.manager) as connection:
            changed = _changed(connection, world.change)
        if not changed:
            return world
        if _is_another(world, changed):
            return self._whole(now)
        if not _asks_more(changed):
            self._world = _after(world, changed, now)
            return self._world
        with reading(self._database.manager) as connection:
            changed = _changed(connection, world.change)
            if not _is_another(world, changed):
                self._world = _after(world, changed, now, connection)
                return self._world
        return self._whole(now)

    def forget(self) -> None:
        """Read whole the next time."""
        with self._one_at_a_time:
            self._world = None

    def _whole(self, now: datetime) -> World:
        self._world = world = read(self._database, now, scheduling=self._scheduling)
        self._read_at = now
        return world


_MANY = 100
_CHANGED = (
    select(mgr_change.c.number, mgr_change.c.topic, *RUN_COLUMNS)
    .select_from(mgr_change.outerjoin(mgr_run, mgr_run.c.id == mgr_change.c.run_id))
    .where(mgr_change.c.number > bindparam("above"))
    .order_by(mgr_change.c.number)
    .limit(_MANY)
    .execution_options(**KEPT)
)
_Changed = tuple[int, Topic, Run | None]


def _changed(connection: Connection, number: int) -> tuple[_Changed, ...]:
    """The changes above this number, oldest first, each with the run that it is about as that is now."""
    return tuple(
        (found, Topic(topic), None if run[0] is None else as_run(run))
        for found, topic, *run in connection.execute(_CHANGED, {"above": number})
    )


def _is_another(world: World, changed: Sequence[_Changed]) -> bool:
    """Whether the World has to be read whole after these changes."""
    topics = {topic for _, topic, _ in changed}
    return (
        bool(topics - _OF_RUNS) or len(changed) == _MANY or (world.hold is not None and Topic.DECISION in topics)
        or any(run.job in _OF_CONDITION for _, _, run in changed if run is not None)
    )  # fmt: skip


def _asks_more(changed: Sequence[_Changed]) -> bool:
    """Whether more has to be asked than what changed."""
    return any(topic is Topic.DECISION or (run is not None and run.cycle) for _, topic, run in changed)


def _after(world: World, changed: Sequence[_Changed], now: datetime, connection: Connection | None = None) -> World:
    """The World after these changes; with a connection where more has to be asked."""
    by_id = {run.id: run for _, _, run in changed if run is not None}
    found = [by_id[number] for number in sorted(by_id)]
    known = {run.id: run for run in world.runs} | by_id
    after = dataclasses.replace(
        world,
        change=changed[-1][0],
        runs=tuple(known[number] for number in sorted(known) if known[number].status not in ENDED),
        last=_last_with(world.last, found, now),
        made=world.made.union(run.launch_key for run in found if run.launch_key),
    )
    if connection is None:
        return after
    dropped = decisions.dropped_keys(connection, now - KEYS_KEPT)
    return dataclasses.replace(after, cycle=_cycle(connection), made=after.made | dropped)


# Statements that every decision asks are built once: building one costs more than running it.
def _newest(job: Job, *more: ColumnElement[bool]) -> Select[Any]:
    of_a_cycle = select(*RUN_COLUMNS).where(mgr_run.c.job == job.value, mgr_run.c.cycle.is_not(None), *more)
    return of_a_cycle.order_by(mgr_run.c.id.desc()).limit(1).execution_options(**KEPT)


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


def _latest_started(of_job: ColumnElement[bool]) -> Select[Any]:
    instance = (of_job, mgr_run.c.start_time.is_not(None), mgr_run.c.parameters.is_(None))
    return select(*RUN_COLUMNS).where(*instance).order_by(mgr_run.c.id.desc()).limit(_LOOKED_BACK)


_JOBS = values(column("name", mgr_run.c.job.type), name="jobs").data([(job.value,) for job in Job])
_LATEST_STARTED: dict[str, Executable] = {
    # Differs from PostgreSQL because SQLite has no LATERAL; PostgreSQL would plan each part of the union by itself.
    "sqlite": union_all(*(select(_latest_started(mgr_run.c.job == job.value).subquery()) for job in Job)),
    "postgresql": select(_latest_started(mgr_run.c.job == _JOBS.c.name).lateral("latest"))
    .select_from(_JOBS)
    .execution_options(**KEPT),
}


def _last(connection: Connection, now: datetime) -> Mapping[Job, LastRun]:
    """By job: one statement of an index probe a job, never a scan of the history."""
    rows = connection.execute(_LATEST_STARTED[connection.dialect.name])
    last: dict[Job, LastRun] = {}
    for run in sorted(map(as_run, rows), key=lambda run: run.id):
        last[run.job] = LastRun.of(run, last.get(run.job), now)
    return last


def _last_with(last: Mapping[Job, LastRun], found: Sequence[Run], now: datetime) -> Mapping[Job, LastRun]:
    """The same after these runs have started or ended."""
    after = dict(last)
    for run in found:
        before = after.get(run.job)
        if run.start_time is None or run.parameters is not None:
            continue
        if before is None or before.started_at < run.start_time or before.ended_at is None:
            after[run.job] = LastRun.of(run, before, now)
    return after


_MADE = (
    select(mgr_run.c.launch_key)
    .where(mgr_run.c.launch_key.is_not(None), mgr_run.c.requested_at >= bindparam("since"))
    .execution_options(**KEPT)
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
