"""An Info Mart for each test of the store, on both databases."""

import pytest

from gim_manager.store.connect import Database
from tests.language.template import created


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Database:
    return created(sqlite_url)


@pytest.fixture
def postgresql_database(postgresql_url: str) -> Database:
    return created(postgresql_url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """One body, both databases."""
    made = request.getfixturevalue(f"{request.param}_database")
    assert isinstance(made, Database)
    return made
