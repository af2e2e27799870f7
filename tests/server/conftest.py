"""An initialized Info Mart on both databases, and server processes that are gone after the test."""

from collections.abc import Callable, Iterator

import pytest

from gim_manager.store.connect import Database
from tests.language.serving import ServeProcess, servers
from tests.language.template import initialized


@pytest.fixture
def database(database_url: str) -> Database:
    return initialized(database_url)


@pytest.fixture
def serve(database: Database) -> Iterator[Callable[[], ServeProcess]]:
    with servers(database) as start:
        yield start
