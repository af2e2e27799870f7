"""R23 with real processes: a server that is killed in a hold leaves a schedule that resumes, and one maintenance."""

import signal
import sys
from collections.abc import Callable, Iterator

import pytest

from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.listing import RunQuery
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading
from gim_manager.store import holds, runs
from gim_manager.store.connect import Database
from gim_manager.store.migrate import create
from gim_manager.usecases import hold as usecase
from gim_manager.usecases.context import Actor, Context
from tests.language.server import has_completed
from tests.language.serving import ServeProcess, asked, at_work, has_status, servers
from tests.language.waiting import until

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def database(database_url: str) -> Database:
    """An Info Mart in which any job may start."""
    made = create(database_url)
    has_completed(made, 0)
    return made


@pytest.fixture
def serve(database: Database) -> Iterator[Callable[[], ServeProcess]]:
    """Starts servers, and waits until each leads."""
    with servers(database) as start:

        def leading() -> ServeProcess:
            server = start()
            until(server.leads, seconds=60, what="a leader")
            return server

        yield leading


def _maintenance(database: Database) -> list[Status]:
    with reading(database.manager) as connection:
        asked_for = RunQuery(jobs=frozenset({Job.MAINTAIN}), statuses=frozenset(Status))
        return [run.status for run in runs.page(connection, asked_for).runs]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL to send")
def test_R23_a_server_killed_while_a_hold_waits_is_followed_by_one_that_maintains_once_and_resumes(
    database: Database, serve: Callable[[], ServeProcess]
) -> None:
    def hold() -> Hold:
        with reading(database.manager) as connection:
            return holds.listed(connection, limit=1)[0]

    server = serve()
    aggregation = asked(database, Job.AGGREGATE)
    at_work(database, aggregation.id)
    usecase.begin(Context(database=database, actor=Actor(user="ada", host="desk")), maintain=True)
    until(lambda: "was started by ada" in (hold().reason or ""), what="what the hold waits for")
    server.end(signal.SIGKILL)
    assert (hold().state, _maintenance(database)) == (HoldState.WAITING, [])
    serve()
    until(lambda: hold().state is HoldState.ENDED, seconds=60, what="the end of the hold")
    assert has_status(database, aggregation.id, Status.FAILED)
    assert _maintenance(database) == [Status.COMPLETE]
