"""The undisturbed journey of an Info Mart through all jobs, made once for each kind of database."""

from collections.abc import Iterator

import pytest

from tests.language.journey import Journey, travelled


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def journey(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    """Every job once; a test starts from a copy of what was there before its job."""
    cluster = request.getfixturevalue("postgres_cluster") if request.param == "postgresql" else None
    with travelled(tmp_path_factory.mktemp("journey"), cluster) as made:
        yield made
