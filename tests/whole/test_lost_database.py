"""A PostgreSQL that goes and comes back: servers and windows come back by themselves. One that only reads is told."""

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from gim_manager.domain.errors import ReadOnly, StorageFailed, Unreachable
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Status
from gim_manager.presenters.open_mart import OpenMart
from gim_manager.schema.engines import reading, writing
from gim_manager.store import leases, runs
from gim_manager.store.connect import Database, open_database
from gim_manager.store.migrate import create
from gim_manager.usecases import runs as usecase
from gim_manager.usecases.context import Actor, Context
from gim_manager.usecases.serving import Serving
from tests.language import postgres
from tests.language.postgres import Cluster
from tests.language.server import has_completed
from tests.language.waiting import until


@pytest.fixture
def server() -> Iterator[Cluster]:
    """A PostgreSQL of its own, which may go."""
    with postgres.cluster() as server:
        has_completed(create(server.url()), 0)
        yield server


@pytest.fixture
def mart(server: Cluster) -> Iterator[OpenMart]:
    """What a window holds."""
    made = open_mart(server)
    yield made
    made.close(stop_jobs=False)


def open_mart(server: Cluster) -> OpenMart:
    context = Context(database=open_database(server.url()), actor=Actor(user="ada", host="desk"))
    return OpenMart(context, lambda _stop: None)


@pytest.mark.usefixtures("caplog")
def test_a_postgresql_that_is_switched_off_and_on_is_served_and_watched_again(server: Cluster, mart: OpenMart) -> None:
    """Whether the server tells of it depends on whether it asked meanwhile."""
    serving = Serving(server.url())
    thread = threading.Thread(target=serving.run)
    thread.start()
    try:
        until(lambda: serving.readiness().leads, seconds=30)
        server.restart()
        with pytest.raises(Unreachable):
            while True:
                mart.wait_for_change(1)
        assert mart.wait_for_change(30), "what was missed while it was away must be looked at"
        until(lambda: _leads(serving), seconds=60)
        asked = usecase.start(mart._context, Job.TRANSFORM)
        until(lambda: mart.runs(frozenset({asked.id}))[0].status is Status.COMPLETE, seconds=60)
    finally:
        serving.end()
        thread.join(timeout=30)


def _leads(serving: Serving) -> bool:
    try:
        return serving.readiness().leads
    except Unreachable:
        return False


def test_a_database_that_only_reads_is_shown_and_refuses_the_rest_in_words(server: Cluster, mart: OpenMart) -> None:
    server.execute("ALTER DATABASE postgres SET default_transaction_read_only = on")
    looking = open_mart(server)
    assert looking.status().server.id is None
    with pytest.raises(StorageFailed, match="connect to the primary"):
        usecase.start(looking._context, Job.TRANSFORM, wait_for_server=False)
    with pytest.raises(ReadOnly, match="start it on the primary"):
        Serving(server.url())
    looking.close(stop_jobs=False)


def test_a_hot_standby_is_shown_and_followed(server: Cluster) -> None:
    with postgres.standby(server) as copy:
        looking = open_mart(copy)
        try:
            assert not looking.wait_for_change(0.05)
            _beat(open_database(server.url()))
            assert looking.wait_for_change(30), "a standby sends no signals, and is asked"
            assert looking.status().server.id == "s"
            with pytest.raises(StorageFailed, match="connect to the primary"):
                usecase.start(looking._context, Job.TRANSFORM)
            with pytest.raises(ReadOnly):
                Serving(copy.url())
        finally:
            looking.close(stop_jobs=False)


def _beat(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.beat(connection, server="s", host="h", pid=1, version="1", standing=Standing.RUNNING)
        leases.take(connection, holder="s", lasts=timedelta(seconds=10))
    with reading(database.manager) as connection:
        assert runs.open_runs(connection) == ()
    database.let_go()
