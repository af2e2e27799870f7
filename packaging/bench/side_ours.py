"""The program's own scheduler in the comparison: read, decide, apply and claim are real, on real tables.

Two things are put in: launches due at any moment, in the place of what the options make due, which know minutes only;
and, in the place of the worker's process, a no-op that has ended as soon as it is started.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import Any
from unittest import mock

from notebook import Notebook
from sqlalchemy import select

from gim_manager.domain import decide
from gim_manager.domain.due import Due
from gim_manager.domain.job import Job
from gim_manager.domain.schedule import Schedule
from gim_manager.domain.status import NextLaunch
from gim_manager.domain.world import World
from gim_manager.engine import processes, scheduler
from gim_manager.engine.protocol import Assignment, Ended, Ending
from gim_manager.engine.scheduler import Scheduler
from gim_manager.engine.workers import Gone, Said
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_run
from gim_manager.store import options, runs
from gim_manager.store.connect import Database, open_database
from gim_manager.store.migrate import create
from gim_manager.usecases.context import Actor, Context
from gim_manager.usecases.runs import start
from tests.language.server import has_completed

SIDE_BY_SIDE = (Job.TRANSFORM, Job.AGGREGATE, Job.EXPORT, Job.UPDATE_STATS)
"""Jobs whose launches do not wait for one another; of each, one instance runs at a time (R21)."""
BY_HAND = (Job.TRANSFORM, Job.MAINTAIN)
"""Jobs that a person may ask for beside one another (R22, R23), and that need no source."""
_SCHEDULE = {
    "run-scheduler": "true", "run-maintain": "false", "run-export": "true", "run-update-stats": "true",
    "run-aggregates": "true", "aggregate-schedule": "0 0", "aggregate-duration": "24:00",
}  # fmt: skip
LEAD_SECONDS = 1.0
"""From now to the first launch."""


def prepare(store: str, _argument: None = None) -> None:
    """An Info Mart as an initialization leaves it, and a schedule by which all four jobs may run at any time."""
    database = create(store)
    has_completed(database, 0)
    changes = {("schedule", name): value for name, value in _SCHEDULE.items()}
    with writing(database.manager) as connection:
        options.change(connection, changes, by="bench", host=None, now=datetime.now(UTC))


def launches(store: str, offsets: Sequence[float]) -> list[float]:
    """How late each launch was written down as Running."""
    database, notebook = open_database(store), Notebook()
    begin = time.time() + LEAD_SECONDS
    with _serving(database, notebook, [begin + offset for offset in offsets]):
        notebook.wait_for(len(offsets), seconds=LEAD_SECONDS + offsets[-1] + 30)
    with reading(database.manager) as connection:
        due = {number: at / 1e6 for number, at in connection.execute(select(mgr_run.c.id, mgr_run.c.due_at)).tuples()}
    return [moment - due[number] for number, moment in notebook.started.items()]


def no_ops(store: str, count: int) -> float:
    """How long so many launches, all due at once, take until the last is Complete."""
    database, notebook = open_database(store), Notebook()
    begin = time.time() + LEAD_SECONDS
    with _serving(database, notebook, [begin] * count):
        notebook.wait_for(count, seconds=300)
        while _some_are_open(database):
            time.sleep(0.001)
        return time.time() - begin


def serve(store: str, _argument: None) -> None:
    """Serve requests until standard input ends; a line for each start."""
    with _serving(open_database(store), Notebook(aloud=True)):
        print("ready", flush=True)
        sys.stdin.read()


def ask(store: str, pauses: Sequence[float]) -> list[tuple[int, float]]:
    """Ask for runs as a person does in another process: the number of each, and when it was asked for."""
    return _ask(Context(database=open_database(store), actor=Actor(user="bench", host="here")), pauses)


def ask_here(store: str, pauses: Sequence[float]) -> list[float]:
    """From request to Running in the server's own process, as in a window that hosts the scheduler."""
    database, notebook = open_database(store), Notebook()
    with _serving(database, notebook) as server:
        context = Context(database=database, actor=Actor(user="bench", host="here"), scheduler=server)
        asked = _ask(context, pauses)
        notebook.wait_for(len(asked), seconds=30)
    return [notebook.started[number] - moment for number, moment in asked]


def write(store: str, pauses: Sequence[float]) -> list[tuple[int, float]]:
    """Requests written by another process straight into the tables: the number of each, and when that was begun."""
    database, asked = open_database(store), []
    for place, pause in enumerate(pauses):
        time.sleep(pause)
        job, moment = BY_HAND[place % len(BY_HAND)], time.time()
        with writing(database.manager) as connection:
            run = runs.request(connection, job=job, by="bench", host="here", now=datetime.now(UTC))
        asked.append((run.id, moment))
    return asked


def _ask(context: Context, pauses: Sequence[float]) -> list[tuple[int, float]]:
    asked = []
    for place, pause in enumerate(pauses):
        time.sleep(pause)
        moment = time.time()
        asked.append((start(context, BY_HAND[place % len(BY_HAND)]).id, moment))
    return asked


def _some_are_open(database: Database) -> bool:
    with reading(database.manager) as connection:
        return bool(runs.open_runs(connection))


@contextmanager
def _serving(database: Database, notebook: Notebook, due: Sequence[float] = ()) -> Iterator[Scheduler]:
    """A server that leads, with nothing due but these moments."""
    timetable = Timetable(due)
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(decide, "due", timetable.due))
        stack.enter_context(mock.patch.object(decide, "coming", timetable.coming))
        stack.enter_context(mock.patch.object(scheduler, "Pool", lambda deliver, **_how: NoWorkers(notebook, deliver)))
        server = Scheduler(database)
        server.start()
        stack.callback(server.close)
        end = time.monotonic() + 10
        while not server.is_leader:
            if time.monotonic() > end:
                raise TimeoutError(server.failure or "the server does not lead")
            time.sleep(0.001)
        yield server


class Timetable:
    """Launches due at any moment of the wall clock, one each, the jobs in turn."""

    def __init__(self, moments: Sequence[float]) -> None:
        self._waiting: dict[Job, deque[Due]] = {job: deque() for job in Job}
        for number, moment in enumerate(moments):
            job = SIDE_BY_SIDE[number % len(SIDE_BY_SIDE)]
            at = datetime.fromtimestamp(moment, UTC)
            due = Due(job=job, key=f"{job}:{number}", at=at, rule="R12", reason="The benchmark's own launch.")
            self._waiting[job].append(due)

    def due(self, job: Job, world: World, _schedule: Schedule, now: datetime) -> Due | None:
        """In the place of domain.due.due."""
        waiting = self._waiting[job]
        while waiting and waiting[0].key in world.made:
            waiting.popleft()
        return waiting[0] if waiting and waiting[0].at <= now else None

    def coming(self, job: Job, _world: World, _schedule: Schedule, now: datetime) -> tuple[NextLaunch, ...]:
        """In the place of domain.due.coming."""
        following = next((due for due in self._waiting[job] if due.at > now), None)
        return (NextLaunch(job=job, time=following.at, reason="the benchmark's own"),) if following else ()


class NoWorkers:
    """In the place of engine.workers.Pool: every run has ended well as soon as it is started."""

    pid = os.getpid()
    since = processes.started(os.getpid())

    def __init__(self, notebook: Notebook, deliver: Callable[[Said | Gone], None]) -> None:
        self._notebook = notebook
        self._deliver = deliver

    def start(self, assignment: Assignment) -> "NoWorkers":
        """Its worker is this very process."""
        self._notebook.note(assignment.run_id)
        self._deliver(Said(token=assignment.token, message=Ended(ending=Ending.COMPLETE)))
        self._deliver(Gone(token=assignment.token, exit_code=0, last_words=()))
        return self

    def warm_up(self) -> None:
        """Nothing."""

    def send(self, _token: str, _message: Any) -> None:
        """Nothing."""

    def kill(self, _token: str) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""
