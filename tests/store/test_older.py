"""What every version of the manager's tables has, asked and written in each of them."""

import pytest

from gim_manager.schema.engines import reading, writing
from gim_manager.store import older, versions
from gim_manager.store.clock import database_now
from tests.language.old_versions import an_old_mart

OLDER = versions.MANAGER_STEPS[:-1]


@pytest.mark.parametrize("step", (OLDER[0], OLDER[-1]))
def test_R29_a_server_is_heard_of_in_tables_of_any_version(database_url: str, step: str) -> None:
    database = an_old_mart(database_url, manager=step)
    with writing(database.manager) as connection:
        assert older.servers(connection) == ()
        for _ in range(2):
            older.beat(connection, server="desk:7:x", host="desk", pid=7, version="2.0")
    with reading(database.manager) as connection:
        (server,) = older.servers(connection)
        assert (server.id, server.host, server.version) == ("desk:7:x", "desk", "2.0")
        assert abs((database_now(connection) - server.heartbeat_at).total_seconds()) < 5
    with writing(database.manager) as connection:
        assert older.at_work(connection) is None
        older.leave(connection, "desk:7:x")
        assert older.servers(connection) == ()
