"""One Info Mart on its way through all jobs, undisturbed: a copy from before each of them, and what each left."""

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.run import ENDED, Run, Status
from gim_manager.engine.clock import SystemClock
from gim_manager.engine.heart import new_identity
from gim_manager.engine.inbox import Inbox, Woken
from gim_manager.engine.loop import Loop
from gim_manager.engine.protocol import Assignment
from gim_manager.engine.workers import Gone, Pool, Said, Worker
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.urls import parse_url, sqlite_file
from gim_manager.store import history, leases, options, runs, sources
from gim_manager.store.connect import Database, keeping, open_database
from gim_manager.store.migrate import create
from gim_manager.usecases import demo
from tests.language import whole_mart
from tests.language.postgres import Cluster, copy_database

JOBS = (Job.INITIALIZE, Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE, Job.EXPORT, Job.MAINTAIN)
OLD_DAYS, NEW_DAYS, KEPT_DAYS = 12, 3, 7
"""One source tells of a day that maintenance purges, the other of one that it keeps."""
PATIENCE = 60.0
FOLLOWING = "follows the facts"
"""What an aggregation that has nothing to do says of itself."""
_numbers = count(1)


def small_steps(today: date) -> dict[tuple[str, str], str | None]:
    """Options by which each job commits often, and maintenance has something to purge."""
    return {
        ("gim-etl", "extract-data-chunk-rows"): "100", ("gim-etl", "purge-transaction-size"): "100",
        ("gim-etl", "etl-start-date"): str(today - timedelta(days=OLD_DAYS + 1)),
        ("gim-etl", "days-to-keep-gim-facts"): str(KEPT_DAYS), ("gim-etl", "days-to-keep-gidb-facts"): str(KEPT_DAYS),
        ("gim-etl", "days-to-keep-active-facts"): "1", ("gim-etl", "partitioning-ahead-range"): "1",
        ("gim-export", "chunk-size-seconds"): "7200", ("gim-export", "retry-delay-seconds"): "0",
        ("date-time", "date-time-max-days-ahead"): "60", ("date-time", "date-time-min-days-ahead"): "30",
        ("manager", "allow-run-all-jobs"): "true",
    }  # fmt: skip


class _Watched(Pool):
    """A pool that lets the test know its workers."""

    def __init__(self, deliver: Callable[[Said | Gone], None]) -> None:
        super().__init__(deliver)
        self.of_run: dict[int, Worker] = {}

    def start(self, assignment: Assignment) -> Worker:
        worker = super().start(assignment)
        self.of_run[assignment.run_id] = worker
        return worker


class Server:
    """A real server in the test's own thread, with real workers; it turns whenever the test waits."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._inbox: Inbox[Said | Gone | Woken] = Inbox()
        self.pool = _Watched(self._inbox.put)
        self._loop = Loop(database, SystemClock(), self.pool, new_identity(), scheduling=False)

    def turn(self) -> None:
        self._loop.turn(self._inbox.take(0.02))

    def asked(self, job: Job, *, parameters: str | None = None) -> Run:
        """A person's request."""
        now = datetime.now(UTC)
        with writing(self.database.manager) as connection:
            run = runs.request(connection, job=job, by="ada", host="desk", now=now, parameters=parameters)
        self.wake()
        return run

    def wake(self) -> None:
        self._inbox.put(Woken())

    def stop(self, run_id: int, *, grace: float = 10.0) -> None:
        """A person's stop (R26)."""
        now = datetime.now(UTC)
        with writing(self.database.manager) as connection:
            runs.ask_stop(connection, run_id, by="ada", reason="lunch", now=now, kill_at=now + timedelta(seconds=grace))
        self._inbox.put(Woken())

    def run(self, run_id: int) -> Run:
        with reading(self.database.manager) as connection:
            return runs.get(connection, run_id)

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Turns until the condition holds."""
        limit = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < limit, f"waited in vain for {what}"
            self.turn()

    def has_ended(self, run_id: int) -> bool:
        return self.run(run_id).status in ENDED

    def ended(self, run_id: int) -> Run:
        self.until(lambda: self.has_ended(run_id), f"the end of run {run_id}")
        return self.run(run_id)

    def done(self, job: Job) -> Run:
        """One run of the job to its good end; aggregation, which has none, until nothing is pending."""
        run = self.asked(job)
        if job is not Job.AGGREGATE:
            ended = self.ended(run.id)
            assert ended.status is Status.COMPLETE, f"{job}: {ended.error}"
            return ended
        self.until(lambda: self.is_drained(run.id), "all intervals")
        self.stop(run.id)
        ended = self.ended(run.id)
        assert ended.status is Status.STOPPED, ended
        return ended

    def is_drained(self, run_id: int) -> bool:
        """Whether the aggregation has begun, and left nothing to do."""
        with reading(self.database.info_mart) as connection:
            pending = history.pending_aggregation(connection)
        return pending == 0 and self.run(run_id).note == FOLLOWING

    def close(self) -> None:
        self.pool.close()
        self._loop.leave()


@contextmanager
def served(database: Database) -> Iterator[Server]:
    """A server while the block lasts; it hands the schedule over at the end."""
    server = Server(database)
    try:
        yield server
    finally:
        server.close()


@dataclass
class Journey:
    """What became of the undisturbed Info Mart, on one kind of database."""

    folder: Path
    cluster: Cluster | None
    calendar_until: int
    templates: dict[Job, str] = field(default_factory=dict)
    """By job: the Info Mart before it; a file's stem, or the name of a database."""
    after: dict[Job, whole_mart.Form] = field(default_factory=dict)
    commits: dict[Job, int] = field(default_factory=dict)
    """How many steps of `whole_mart.progress` were seen while it ran."""
    seconds: dict[Job, float] = field(default_factory=dict)

    def form(self, database: Database, job: Job) -> whole_mart.Form:
        """What the job left; the calendar only where the job may have written it, for it is long."""
        until = self.calendar_until if job in (Job.INITIALIZE, Job.MAINTAIN) else 0
        return whole_mart.normal_form(database.info_mart, calendar_until=until)

    @contextmanager
    def before(self, job: Job, folder: Path) -> Iterator[Database]:
        """A copy of the Info Mart as it was before this job, which exports to `folder`/out."""
        with self._copied(self.templates[job], folder) as url:
            database = open_database(url)
            self.export_to(database, folder / "out")
            _release(database)
            yield database

    def export_to(self, database: Database, out: Path) -> None:
        _change(database, {("gim-export", "output-directory"): str(out)})

    @contextmanager
    def _copied(self, template: str, folder: Path) -> Iterator[str]:
        if self.cluster is None:
            yield _copy_files(self.folder / template, folder / "mart")
        else:
            with self.cluster.database(f"copy_{next(_numbers)}", template=template) as url:
                yield url


def _copy_files(source: Path, target: Path) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    for ending in (".sqlite", ".manager.sqlite"):
        shutil.copy(source.with_name(source.name + ending), target.with_name(target.name + ending))
    return f"sqlite:///{target.with_name(target.name + '.sqlite').as_posix()}"


def _change(database: Database, changes: Mapping[tuple[str, str], str | None]) -> None:
    with writing(database.manager) as connection:
        options.change(connection, changes, by="ada", host="desk", now=datetime.now(UTC))


def _release(database: Database) -> None:
    """The copied lease is that of a server that never served the copy."""
    with writing(database.manager) as connection:
        lease = leases.current(connection)
        if lease.holder is not None:
            leases.release(connection, holder=lease.holder, epoch=lease.epoch)
            leases.leave(connection, lease.holder)


@contextmanager
def travelled(folder: Path, cluster: Cluster | None) -> Iterator[Journey]:
    """All jobs once, one after the other, on an Info Mart of this kind."""
    today = datetime.now(UTC).date()
    until = datetime.combine(today + timedelta(days=50), datetime.min.time(), UTC)
    journey = Journey(folder=folder, cluster=cluster, calendar_until=int(until.timestamp()))
    name = f"journey_{next(_numbers)}"
    place: AbstractContextManager[str] = (
        cluster.database(name) if cluster else nullcontext(f"sqlite:///{(folder / 'journey.sqlite').as_posix()}")
    )
    with place as url:
        database = create(url)
        _change(database, small_steps(today) | {("gim-export", "output-directory"): str(folder / "out")})
        for number, (roles, days) in enumerate(((frozenset(Role), OLD_DAYS), (frozenset({Role.ICON_CORE}), NEW_DAYS))):
            _write_source(
                database, folder / f"idb{number}.sqlite", roles, today - timedelta(days=days), seed=7 + number
            )
        with served(database) as server:
            # As the killed runs will be: the worker is warm.
            server.pool.warm_up()
            for job in JOBS:
                _keep(journey, database, job, name)
                _travel(journey, server, job)
        try:
            yield journey
        finally:
            if cluster is not None:
                for template in journey.templates.values():
                    cluster.execute(f'DROP DATABASE "{template}" WITH (FORCE)')


def _write_source(database: Database, file: Path, roles: frozenset[Role], day: date, *, seed: int) -> None:
    url = f"sqlite:///{file.as_posix()}"
    demo.write_sample(url, demo.sample_arguments(days=1, until=day, agents=6, calls_per_day=60, seed=seed))
    with writing(database.manager) as connection:
        sources.add(connection, name=file.stem, url=url, roles=roles, now=datetime.now(UTC))


def _keep(journey: Journey, database: Database, job: Job, name: str) -> None:
    template = f"{name}_{job.name.lower()}"
    if journey.cluster is None:
        source = sqlite_file(parse_url(database.secret_url))
        _copy_files(source.with_suffix(""), journey.folder / template)
    else:
        # PostgreSQL copies no database that somebody is connected to.
        database.let_go()
        copy_database(journey.cluster.port, name, template)
    journey.templates[job] = template


def _travel(journey: Journey, server: Server, job: Job) -> None:
    # It is asked at every turn, on a connection that is kept: making one costs more than the question.
    mart, out = keeping(server.database).info_mart, journey.folder / "out"
    seen = {whole_mart.progress(mart, out)}
    run = server.asked(job)

    def is_over() -> bool:
        seen.add(whole_mart.progress(mart, out))
        return server.has_ended(run.id) or (job is Job.AGGREGATE and server.is_drained(run.id))

    server.until(lambda: run.id in server.pool.of_run, "a worker")
    began = time.monotonic()
    server.until(is_over, f"{job}")
    journey.seconds[job] = time.monotonic() - began
    if job is Job.AGGREGATE:
        server.stop(run.id)
    ended = server.ended(run.id)
    assert ended.status is (Status.STOPPED if job is Job.AGGREGATE else Status.COMPLETE), ended.error
    mart.dispose()
    journey.commits[job] = len(seen) - 1
    journey.after[job] = journey.form(server.database, job)
