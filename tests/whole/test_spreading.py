"""R35, R36 with two real servers that take themselves for two computers: they share the work, and one is killed."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Cause, Status
from gim_manager.engine import processes
from gim_manager.schema.engines import reading, writing
from gim_manager.store import leases, options
from gim_manager.store.connect import Database
from tests.language.serving import ServeProcess, asked, at_work, has_status, run_of, stopped_by_ada
from tests.language.template import initialized
from tests.language.waiting import until

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL to send"),
]


@pytest.fixture
def database(postgresql_url: str) -> Database:
    found = initialized(postgresql_url)
    with writing(found.manager) as connection:
        options.change(connection, {("manager", "spread-runs"): "true"}, by="ada", host="desk", now=datetime.now(UTC))
    return found


@contextmanager
def _server(database: Database, host: str, is_there: Callable[[ServeProcess], bool]) -> Iterator[ServeProcess]:
    server = ServeProcess(database, host=host)
    try:
        until(lambda: is_there(server), seconds=30, what=f"the server of {host}")
        yield server
    finally:
        server.clean_up()


def _stands_by(server: ServeProcess) -> bool:
    with reading(server.database.manager) as connection:
        heard = leases.servers(connection)
    return any(each.pid == server.process.pid and each.standing is Standing.STANDBY for each in heard)


def test_R36_what_the_server_of_another_computer_works_is_lost_with_it_and_nothing_else(database: Database) -> None:
    with _server(database, "alpha", ServeProcess.leads), _server(database, "beta", _stands_by) as beta:
        first = asked(database, Job.AGGREGATE)
        worker = at_work(database, first.id)
        assert worker.host == "beta"
        second = asked(database, Job.TRANSFORM)
        until(lambda: has_status(database, second.id, Status.COMPLETE), seconds=30)
        assert (run_of(database, second.id).server or "").startswith("alpha:")
        beta.process.kill()
        until(lambda: has_status(database, first.id, Status.FAILED), seconds=30)
        lost = run_of(database, first.id)
        assert lost.cause is Cause.LOST and "beta" in (lost.error or "")
        until(lambda: not processes.is_alive(worker.pid or 0, worker.started), seconds=10)
        third = asked(database, Job.AGGREGATE)
        assert at_work(database, third.id).host == "alpha"
        stopped_by_ada(database, third.id)
        until(lambda: has_status(database, third.id, Status.STOPPED), seconds=15)
