"""The demonstration: a sample contact centre, its Info Mart, one full round of all jobs, and a schedule to watch."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event

from gim_manager.domain.commands import STOP_GRACE
from gim_manager.domain.errors import Abandoned, BadValue, JobFailed, NotAnInfoMart, StorageFailed, Unreachable
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.run import SCHEDULER, Run, Status
from gim_manager.engine.clock import SystemClock
from gim_manager.sample.arguments import SampleArguments, up_to
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.urls import parse_url, shown
from gim_manager.store import history as store_history
from gim_manager.store import runs as store_runs
from gim_manager.store.connect import open_database
from gim_manager.store.migrate import create
from gim_manager.usecases import options, runs, upkeep
from gim_manager.usecases.context import Actor, Context, hosted

Say = Callable[[str], None]
Heed = Callable[[], None]

ROUND = (Job.INITIALIZE, Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE, Job.EXPORT, Job.MAINTAIN)
CYCLE = frozenset({Job.EXTRACT, Job.TRANSFORM})
ALL_DAY: dict[tuple[str, str], str | None] = {
    ("schedule", "etl-start-time"): "00:00", ("schedule", "etl-end-time"): "00:00", ("schedule", "etl-frequency"): "1",
    ("schedule", "aggregate-schedule"): "0 0", ("schedule", "aggregate-duration"): "24:00",
    # The ETL window is never closed, so that there is no time for maintenance (R11).
    ("schedule", "run-maintain"): "false",
}  # fmt: skip
"""A schedule that always has something to watch: a cycle every minute, aggregation without a gap."""
SET_GOING: dict[tuple[str, str], str | None] = {
    ("schedule", "run-scheduler"): "true", ("schedule", "run-aggregates"): "true",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSample:
    """An IDB as it was written, and the totals of its ledger."""

    idb: str
    calls: int
    agents: int
    offered: int
    answered: int
    abandoned: int
    talk_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What `build` has made; the URLs with their passwords, and as they may be shown."""

    url: str
    shown_url: str
    idb_url: str
    shown_idb_url: str
    runs: tuple[Run, ...]
    summary: tuple[str, ...]


def sample_arguments(
    *, days: int, agents: int, calls_per_day: int, seed: int, until: date | None = None, append: bool = False
) -> SampleArguments:
    """The sample that is wanted; raises BadValue for numbers out of range."""
    return SampleArguments(days=days, until=until, agents=agents, calls_per_day=calls_per_day, seed=seed, append=append)


def write_sample(
    url: str, arguments: SampleArguments, *, progress: Callable[[float, str], None] | None = None
) -> WrittenSample:
    """Write a sample IDB, or go on with one; raises BadValue for a database that holds anything else."""
    # Loaded by whoever writes a sample: no other command needs the tables of an IDB and the centre behind them.
    from gim_manager.sample.writer import write_sample as write_idb

    totals = write_idb(url, arguments, progress=progress)
    return WrittenSample(
        idb=shown(parse_url(url)), calls=totals.calls, agents=totals.agents, offered=totals.offered,
        answered=totals.answered, abandoned=totals.abandoned, talk_seconds=totals.talk_seconds,
    )  # fmt: skip


def build(
    folder: Path, arguments: SampleArguments, *, url: str | None = None, progress: Say, heed: Heed = lambda: None
) -> Demo:
    """Make the sample in this folder and the Info Mart there or at `url`, run one round, leave a schedule going.

    `progress` is told a line a step. Raises BadValue, with nothing changed, where there is a demo or an Info Mart
    already; JobFailed if a job ends badly. `heed` is called again and again, and what it raises ends the making: jobs
    are stopped, and of Abandoned nothing is left in a folder that was empty before.
    """
    was_empty = not folder.is_dir() or not any(folder.iterdir())
    try:
        return _made(folder, arguments, url, progress, heed)
    except Abandoned:
        if was_empty:
            remove(folder)
        raise


def _made(folder: Path, arguments: SampleArguments, url: str | None, progress: Say, heed: Heed) -> Demo:
    place = _ready(folder)
    idb_url, target = _file_url(place / "icon.sqlite"), url or _file_url(place / "info_mart.sqlite")
    _ensure_unused(target)
    context = Context(database=create(target), actor=Actor.here())
    progress(f"Writing {arguments.days} days of a contact centre with {arguments.agents} agents")
    totals = write_sample(idb_url, _up_to_now(arguments), progress=lambda _done, _words: heed())
    progress(f"{totals.calls} calls, {totals.answered} answered and {totals.abandoned} abandoned")
    upkeep.add_source(context, idb_url, frozenset(Role))
    options.change(context, {**ALL_DAY, ("gim-export", "output-directory"): str(place / "export")})
    made = _round(context, progress, heed)
    options.change(context, SET_GOING)
    return Demo(
        url=context.database.secret_url, shown_url=context.database.url, idb_url=idb_url, shown_idb_url=idb_url,
        runs=made, summary=_summary(totals, made),
    )  # fmt: skip


def _up_to_now(wanted: SampleArguments) -> SampleArguments:
    """The same centre, up to this moment: it goes on living from here."""
    return up_to(
        SystemClock().now(), days=wanted.days, agents=wanted.agents, calls_per_day=wanted.calls_per_day,
        seed=wanted.seed,
    )  # fmt: skip


def remove(folder: Path) -> None:
    """Take a demo's folder away with all that is in it; what another program holds open stays."""
    shutil.rmtree(folder, ignore_errors=True)


def _ready(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed(str(folder), error.strerror or str(error)) from error
    place = folder.resolve()
    if (place / "icon.sqlite").exists():
        mart = _file_url(place / "info_mart.sqlite")
        raise BadValue(
            f"There is a demo in {place} already. Choose another folder, or open it with: gim-manager --db {mart}"
        )
    return place


def _ensure_unused(url: str) -> None:
    """A demo sets options and runs jobs: never in an Info Mart that somebody has."""
    try:
        database = open_database(url)
    except (NotAnInfoMart, Unreachable):
        # `create` says more precisely what is wrong with it, if anything is.
        return
    raise BadValue(f"{database.url} is an Info Mart already. A demo needs a database of its own: name another by --db.")


def _file_url(file: Path) -> str:
    return f"sqlite:///{file.as_posix()}"


def _round(context: Context, progress: Say, heed: Heed) -> tuple[Run, ...]:
    """All jobs one after the other, asked for by the scheduler; no launch of the schedule is made meanwhile."""
    cycle = f"demo/{context.now():%Y-%m-%dT%H:%M:%S}"
    with hosted(context, scheduling=False):
        return tuple(_work(context, job, cycle, progress, heed) for job in ROUND)


def _work(context: Context, job: Job, cycle: str, progress: Say, heed: Heed) -> Run:
    progress(f"{job} …")
    with writing(context.database.manager) as connection:
        asked = store_runs.request(
            connection, job=job, by=SCHEDULER, host=context.actor.host, now=context.now(), due_at=context.now(),
            cycle=cycle if job in CYCLE else None,
        )  # fmt: skip
    context.wake()
    if job is Job.AGGREGATE:
        _stop_when_drained(context, asked.id, heed)
    run = runs.wait_for_end(context, asked.id, heed=heed)
    expected = Status.STOPPED if job is Job.AGGREGATE else Status.COMPLETE
    if run.status is not expected:
        raise JobFailed(f"{job} {run.id} is {run.status}: {run.error or run.reason or 'it gave no reason'}")
    progress(f"{job} {run.status}, {run.rows or 0} rows")
    return run


def _stop_when_drained(context: Context, run_id: int, heed: Heed) -> None:
    """Aggregation runs on until it is stopped: here, when nothing is pending any more."""
    pause = Event()
    while _is_open(context, run_id) and _pending(context):
        heed()
        pause.wait(runs.POLL_SECONDS)
    now = context.now()
    with writing(context.database.manager) as connection:
        if store_runs.get(connection, run_id).is_active:
            why = "All pending intervals are aggregated."
            store_runs.ask_stop(connection, run_id, by=SCHEDULER, reason=why, now=now, kill_at=now + STOP_GRACE)
    context.wake()


def _is_open(context: Context, run_id: int) -> bool:
    with reading(context.database.manager) as connection:
        return store_runs.get(connection, run_id).end_time is None


def _pending(context: Context) -> bool:
    """Also while the run still waits for its start: nothing may be pending only because nobody has looked yet."""
    with reading(context.database.manager) as connection:
        waits = any(run.status is Status.SCHEDULED for run in store_runs.open_runs(connection))
    with reading(context.database.info_mart) as connection:
        return waits or store_history.pending_aggregation(connection) > 0


def _summary(totals: WrittenSample, made: tuple[Run, ...]) -> tuple[str, ...]:
    rows = {run.job: run.rows or 0 for run in made}
    return (
        f"The sample centre: {totals.calls} calls, {totals.agents} agents; {totals.offered} customers' calls offered, "
        f"{totals.answered} answered, {totals.abandoned} abandoned.",
        f"Extracted {rows[Job.EXTRACT]} rows, transformed {rows[Job.TRANSFORM]}, aggregated {rows[Job.AGGREGATE]}, "
        f"exported {rows[Job.EXPORT]}.",
    )
