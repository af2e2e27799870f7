"""An initialized Info Mart on both databases, and server processes that are gone after the test."""

from collections.abc import Callable, Iterator

import pytest

from gim_manager.store.connect import Database
from gim_manager.store.migrate import create
from tests.language.server import has_completed
from tests.language.serving import ServeProcess, servers


@pytest.fixture
def database(database_url: str) -> Database:
    made = create(database_url)
    has_completed(made, 0)
    return made


@pytest.fixture
def serve(database: Database) -> Iterator[Callable[[], ServeProcess]]:
    with servers(database) as start:
        yield start
