"""A server as its administrators know it: a process that is started, asked, signalled and killed."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.engine import processes
from gim_manager.schema.engines import reading, writing
from gim_manager.store import leases, runs
from gim_manager.store.connect import Database
from tests.language import quick_python
from tests.language.waiting import until


class ServeProcess:
    """`gim-manager serve` on one Info Mart."""

    def __init__(self, database: Database, *words: str, host: str | None = None) -> None:
        """`host` is what its computer is called, as far as it knows."""
        self.database = database
        environment = os.environ | {"GIM_MANAGER_DB": database.secret_url}
        self.process = quick_python.begin("-m", "gim_manager", "serve", *words, environment=environment, host=host)

    def leads(self) -> bool:
        """Whether a server of this process owns the schedule."""
        with reading(self.database.manager) as connection:
            holder = leases.current(connection).holder
            return any(s.id == holder and s.pid == self.process.pid for s in leases.servers(connection))

    def is_heard(self) -> bool:
        """Whether it beats, leader or not."""
        with reading(self.database.manager) as connection:
            return any(server.pid == self.process.pid for server in leases.servers(connection))

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Signal it and wait: exit code and what it said."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=30)
        return self.process.wait(), said

    def clean_up(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


def asked(database: Database, job: Job, *, parameters: str | None = None) -> Run:
    """A person's request."""
    with writing(database.manager) as connection:
        return runs.request(connection, job=job, by="ada", host="desk", now=datetime.now(UTC), parameters=parameters)


def stopped_by_ada(database: Database, run_id: int) -> None:
    """A person's stop."""
    now = datetime.now(UTC)
    with writing(database.manager) as connection:
        runs.ask_stop(connection, run_id, by="ada", reason=None, now=now, kill_at=now + timedelta(seconds=10))


def run_of(database: Database, run_id: int) -> Run:
    with reading(database.manager) as connection:
        return runs.get(connection, run_id)


def at_work(database: Database, run_id: int) -> runs.Worker:
    """Waits until the run's worker has told something; the worker."""
    until(lambda: run_of(database, run_id).note, seconds=30, what=f"run {run_id} at work")
    with reading(database.manager) as connection:
        (worker,) = [worker for worker in runs.workers(connection) if worker.run_id == run_id]
    assert worker.pid is not None and processes.is_alive(worker.pid, worker.started)
    return worker


def has_status(database: Database, run_id: int, status: Status) -> bool:
    return run_of(database, run_id).status is status


@contextmanager
def servers(database: Database) -> Iterator[Callable[[], ServeProcess]]:
    """Starts server processes on one Info Mart; all are gone after the block."""
    started: list[ServeProcess] = []

    def start() -> ServeProcess:
        started.append(ServeProcess(database))
        return started[-1]

    try:
        yield start
    finally:
        for server in started:
            server.clean_up()
