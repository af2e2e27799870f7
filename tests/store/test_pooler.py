"""A pooler that gives sessions away is refused by name; one that does not, and none, serve."""

import sys

import pytest

from gim_manager.domain.errors import SessionsShared
from gim_manager.store.connect import Database, connect, open_database
from gim_manager.store.pooler import ensure_sessions
from gim_manager.store.watch import Watch
from tests.language.pgbouncer import pgbouncer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no PgBouncer for Windows")


@pytest.fixture
def url(postgresql_database: Database) -> str:
    return postgresql_database.secret_url


@pytest.mark.parametrize("settings", [{}, {"server_round_robin": 1}, {"default_pool_size": 1, "min_pool_size": 1}])
def test_transactions_that_share_sessions_are_refused(url: str, settings: dict[str, object]) -> None:
    with pgbouncer(url, pool_mode="transaction", **settings) as pooled, pytest.raises(SessionsShared) as refused:
        open_database(pooled)
    assert "pool_mode = session" in str(refused.value)


def test_statements_that_share_sessions_are_refused_too(url: str) -> None:
    with pgbouncer(url, pool_mode="statement") as pooled, pytest.raises(SessionsShared, match="pool_mode = session"):
        open_database(pooled)


def test_a_session_of_ones_own_is_as_good_as_none_between(url: str) -> None:
    with pgbouncer(url, pool_mode="session") as pooled:
        database = open_database(pooled)
        with Watch(database) as watch:
            assert not watch.wait(0.05)
        database.let_go()


def test_a_pool_that_has_no_second_session_proves_nothing(url: str) -> None:
    with pgbouncer(url, pool_mode="session", default_pool_size=1) as pooled:
        ensure_sessions(connect(pooled).manager)
