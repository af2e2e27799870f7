"""An Info Mart for each test of the store, on both databases, copied from one that was created once."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from gim_manager.store.connect import Database, open_database
from gim_manager.store.migrate import create
from tests.language.postgres import Cluster

_numbers = count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fresh Info Mart on SQLite."""
    folder = tmp_path_factory.mktemp("template")
    create(f"sqlite:///{(folder / 'mart.sqlite').as_posix()}")
    return folder


@pytest.fixture(scope="session")
def postgresql_template(postgres_cluster: Cluster) -> Iterator[str]:
    """The name of a PostgreSQL database with a fresh Info Mart."""
    with postgres_cluster.database("template_store") as url:
        # PostgreSQL copies no database that somebody is connected to.
        create(url).let_go()
        yield "template_store"


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Database:
    shutil.copytree(sqlite_template, tmp_path, dirs_exist_ok=True)
    return open_database(f"sqlite:///{(tmp_path / 'mart.sqlite').as_posix()}")


@pytest.fixture
def postgresql_database(postgres_cluster: Cluster, postgresql_template: str) -> Iterator[Database]:
    with postgres_cluster.database(f"store_{next(_numbers)}", template=postgresql_template) as url:
        yield open_database(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """One body, both databases."""
    made = request.getfixturevalue(f"{request.param}_database")
    assert isinstance(made, Database)
    return made
