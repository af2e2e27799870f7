"""An initialized Info Mart on both databases, and server processes that are gone after the test."""

from collections.abc import Callable, Iterator

import pytest

from gim_manager.store.connect import Database
from gim_manager.store.migrate import create
from tests.language.server import has_completed
from tests.language.serving import ServeProcess


@pytest.fixture
def database(database_url: str) -> Database:
    made = create(database_url)
    has_completed(made, 0)
    return made


@pytest.fixture
def serve(database: Database) -> Iterator[Callable[[], ServeProcess]]:
    made: list[ServeProcess] = []

    def start() -> ServeProcess:
        made.append(ServeProcess(database))
        return made[-1]

    yield start
    for server in made:
        server.clean_up()
