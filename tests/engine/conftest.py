"""An initialized Info Mart on both databases, and servers on it whose workers are hand-made."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gim_manager.store.connect import Database
from tests.language.clock import HandClock
from tests.language.server import HandServer
from tests.language.template import initialized

HAND = (sys.executable, "-m", "tests.engine.hand_worker")


@pytest.fixture
def database(database_url: str) -> Database:
    """An Info Mart that Job_InitializeGIM has run on, as far as its tables tell."""
    return initialized(database_url)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def new_server(database: Database, clock: HandClock) -> Iterator[Callable[..., HandServer]]:
    """Makes servers on one Info Mart, under one clock unless a test says otherwise; their workers are gone after it."""
    made: list[HandServer] = []

    def new(**given: Any) -> HandServer:
        usual: dict[str, Any] = {"clock": clock, "command": HAND}
        made.append(HandServer(database, **usual | given))
        return made[-1]

    yield new
    for server in made:
        server.pool.close(seconds=1)


@pytest.fixture
def server(new_server: Callable[[], HandServer]) -> HandServer:
    return new_server()


@pytest.fixture
def orphan() -> Iterator[subprocess.Popen[bytes]]:
    """A worker's process that nobody holds any more."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()
