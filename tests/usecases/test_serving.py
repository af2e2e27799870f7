"""The server for whoever runs one without a window."""

import threading

import pytest

from gim_manager.domain.errors import Unreachable
from gim_manager.schema.engines import reading
from gim_manager.store import leases
from gim_manager.usecases.context import Context
from gim_manager.usecases.serving import Serving
from tests.language.waiting import until


def test_it_serves_until_it_is_told_to_end(context: Context) -> None:
    serving = Serving(context.database.secret_url)

    def heard() -> bool:
        with reading(context.database.manager) as connection:
            return [server.id for server in leases.servers(connection)] == [serving.id]

    thread = threading.Thread(target=serving.run)
    thread.start()
    until(heard)
    serving.end()
    thread.join(timeout=20)
    assert not thread.is_alive() and not heard()
    assert "secret" not in serving.shown_url


def test_what_cannot_be_reached_is_not_served(sqlite_url: str) -> None:
    with pytest.raises(Unreachable):
        Serving(sqlite_url)
