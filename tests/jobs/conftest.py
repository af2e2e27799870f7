"""Every pair of databases that rows may cross between, for the tests of the jobs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from tests.language.idb import AnIdb, an_idb
from tests.language.mart import empty_mart
from tests.language.postgres import Cluster

_numbers = count(1)
PAIRS = ["sqlite-sqlite", "sqlite-postgresql", "postgresql-sqlite", "postgresql-postgresql"]


@dataclass
class Pair:
    """A source and an Info Mart, each on one of the two databases."""

    source_url: str
    mart_url: str

    def idb(self) -> AnIdb:
        """The source, empty."""
        return an_idb(self.source_url)


@pytest.fixture(params=PAIRS)
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    """One body, all four pairs."""
    source, mart = request.param.split("-")
    if "postgresql" not in (source, mart):
        yield Pair(_file(tmp_path, "idb"), _file(tmp_path, "mart"))
        return
    server: Cluster = request.getfixturevalue("postgres_cluster")
    number = next(_numbers)
    with server.database(f"idb_{number}") as first, server.database(f"pair_{number}") as second:
        yield Pair(
            first if source == "postgresql" else _file(tmp_path, "idb"),
            second if mart == "postgresql" else _file(tmp_path, "mart"),
        )


def _file(folder: Path, name: str) -> str:
    return f"sqlite:///{(folder / name).as_posix()}.sqlite"


__all__ = ["Pair", "empty_mart"]
