"""Which parts are opened together, and that they are closed in order."""

import pytest

from gim_manager.bootstrap import open_context
from gim_manager.domain.errors import NotAnInfoMart, Unreachable
from gim_manager.domain.lease import Standing
from gim_manager.schema.engines import reading, writing
from gim_manager.store import leases
from gim_manager.store.connect import Database
from gim_manager.store.migrate import create
from gim_manager.usecases import runs
from tests.language.waiting import until


def _servers(database: Database) -> int:
    with reading(database.manager) as connection:
        return len(leases.servers(connection))


def test_what_is_no_info_mart_is_not_opened(sqlite_url: str, postgresql_url: str) -> None:
    with pytest.raises(Unreachable), open_context(sqlite_url):
        raise AssertionError
    with pytest.raises(NotAnInfoMart), open_context(postgresql_url):
        raise AssertionError


def test_a_local_info_mart_without_a_server_gets_one_that_is_gone_after(sqlite_url: str) -> None:
    database = create(sqlite_url)
    with open_context(sqlite_url, host_engine=True) as context:
        assert context.scheduler is not None
        until(lambda: runs.server_is_alive(context))
    assert _servers(database) == 0


def test_where_a_server_is_alive_none_is_hosted_unless_it_shall_be_one_more(sqlite_url: str) -> None:
    database = create(sqlite_url)
    with writing(database.manager) as connection:
        leases.beat(connection, server="other", host="desk", pid=1, version="1", standing=Standing.RUNNING)
    with open_context(sqlite_url, host_engine=True) as context:
        assert context.scheduler is None
    with open_context(sqlite_url, host_engine=True, scheduling=True) as context:
        assert context.scheduler is not None
        until(lambda: _servers(database) == 2)
    assert _servers(database) == 1


def test_a_shared_database_gets_no_server_by_the_way(postgresql_url: str) -> None:
    create(postgresql_url)
    with open_context(postgresql_url, host_engine=True) as context:
        assert context.scheduler is None and context.actor.user
