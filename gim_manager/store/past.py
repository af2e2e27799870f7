"""What was, at a moment of the past: the World as it was then, and what was running and decided around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, select, union_all

from gim_manager.domain.conditions import Condition
from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.duty import absence
from gim_manager.domain.job import Job
from gim_manager.domain.moment import MINUTE, Moment, Setting, Stretch, minute_of
from gim_manager.domain.options import Options
from gim_manager.domain.run import ENDED, Run, Status
from gim_manager.domain.world import Cycle, LastRun, World
from gim_manager.schema.engines import reading
from gim_manager.schema.live import mgr_run
from gim_manager.store import decisions, duties, findings, holds, options, snapshot
from gim_manager.store.connect import Database
from gim_manager.store.options import OptionChange
from gim_manager.store.rows import RUN_COLUMNS, as_run, micros
from gim_manager.store.versions import state

LOOKED_BACK = 30
"""Runs of a job before the moment that are looked at."""
REMEMBERED = timedelta(days=1)
"""How long a launch that was given up explains why its job did not run."""


def read(database: Database, at: datetime, now: datetime) -> Moment:
    """The moment, by a handful of index probes however long the history is."""
    condition = state(database).condition
    # An older schema may lack what the younger questions ask for, and there the condition alone decides.
    is_ready = condition is Condition.READY
    with reading(database.manager) as connection:
        changes = options.history(connection)
        runs = lately(connection, minute_of(at) + MINUTE)
        world = World(
            options=options_at(options.load(connection), changes, at), postgresql=not database.is_local,
            condition=condition, runs=_open(runs, at), cycle=_cycle(runs, at), last=_last(runs, at),
            made=_made(connection, runs, at),
            findings=findings.current(connection) if is_ready and now - at < findings.VALID else (),
            changed_at=_changed_at(changes, at), created_at=snapshot.created_at(connection),
        )  # fmt: skip
        return Moment(
            at=at, now=now, world=world, stretches=_stretches(runs, at), settings=settings(changes, at),
            decisions=_decisions(connection, world, at),
            hold=holds.at_time(connection, at) if is_ready else None,
            absence=absence(duties.around(connection, at), at),
        )  # fmt: skip


def lately(connection: Connection, before: datetime) -> tuple[Run, ...]:
    """The runs of each job that were asked for last before an instant, oldest first."""
    asked = select(mgr_run.c.id).where(mgr_run.c.requested_at < micros(before))
    newest = connection.scalar(asked.order_by(mgr_run.c.requested_at.desc(), mgr_run.c.id.desc()).limit(1))
    if newest is None:
        return ()
    of_jobs = [
        select(*RUN_COLUMNS)
        .where(and_(mgr_run.c.job == job.value, mgr_run.c.id <= newest))
        .order_by(mgr_run.c.id.desc())
        .limit(LOOKED_BACK)
        .subquery()
        for job in Job
    ]
    found = map(as_run, connection.execute(union_all(*(select(of_job) for of_job in of_jobs))))
    return tuple(sorted(found, key=lambda run: run.id))


def _known(runs: Iterable[Run], at: datetime) -> list[Run]:
    return [run.as_of(at) for run in runs if run.requested_at <= at]


def _open(runs: Iterable[Run], at: datetime) -> tuple[Run, ...]:
    return tuple(run for run in _known(runs, at) if run.status not in ENDED)


def _cycle(runs: Iterable[Run], at: datetime) -> Cycle | None:
    launched = [run for run in _known(runs, at) if run.cycle is not None]
    extraction = next((run for run in reversed(launched) if run.job is Job.EXTRACT), None)
    if extraction is None:
        return None
    of_it = (run for run in reversed(launched) if run.job is Job.TRANSFORM and run.cycle == extraction.cycle)
    return Cycle(extraction=extraction, transformation=next(of_it, None))


def _last(runs: Iterable[Run], at: datetime) -> Mapping[Job, LastRun]:
    last: dict[Job, LastRun] = {}
    for run in _known(runs, at):
        if run.start_time is not None and run.parameters is None:
            last[run.job] = LastRun.of(run, last.get(run.job), at)
    return last


def _made(connection: Connection, runs: Iterable[Run], at: datetime) -> frozenset[str]:
    launched = frozenset(run.launch_key for run in _known(runs, at) if run.launch_key is not None)
    return launched | decisions.dropped_keys(connection, at - snapshot.KEYS_KEPT)


def _stretches(runs: Iterable[Run], at: datetime) -> tuple[Stretch, ...]:
    ran = (
        Stretch(job=run.job, run_id=run.id, since=run.start_time, until=run.end_time)
        for run in runs
        if run.start_time is not None
    )
    return tuple(stretch for stretch in ran if stretch.meets(at))


def options_at(current: Options, changes: Iterable[OptionChange], at: datetime) -> Options:
    """What was set then: today's values with every later change taken back, the newest first."""
    values = dict(current.values)
    for change in changes:
        if change.at <= at:
            continue
        if change.old is None:
            values.pop((change.section, change.name), None)
        else:
            values[change.section, change.name] = change.old
    return Options(values=values)


def _changed_at(changes: Iterable[OptionChange], at: datetime) -> dict[str, datetime]:
    known = [change for change in changes if change.section == "schedule" and change.at <= at]
    return {change.name: change.at for change in reversed(known)}


def settings(changes: Sequence[OptionChange], at: datetime) -> dict[str, Setting]:
    """The [schedule] options that were ever changed: since when they were as they were then, by whom, until when."""
    found: dict[str, Setting] = {}
    for change in changes:
        known = found.get(change.name, Setting())
        if change.section != "schedule":
            continue
        if change.at > at:
            found[change.name] = replace(known, until=change.at)
        elif known.since is None:
            found[change.name] = replace(known, since=change.at, by=change.by)
    return found


def _decisions(connection: Connection, world: World, at: datetime) -> tuple[Decision, ...]:
    """Those of that minute, why each waiting run waited then, and what was given up last of each job."""
    around = decisions.at_time(connection, None, minute_of(at) + MINUTE / 2, around=MINUTE / 2)
    held = [
        decision
        for run in world.runs
        if run.status is Status.SCHEDULED
        for decision in decisions.of_run(connection, run.id)[-1:]
        if decision.kind is DecisionKind.HOLD and decision.first_at <= at
    ]
    dropped = decisions.last_drops(connection, at, within=REMEMBERED)
    return tuple(dict.fromkeys((*held, *around, *dropped)))
