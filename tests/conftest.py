"""What every test stands on: real databases on both sides, an offscreen Qt, and silence in the log."""

import gc
import logging
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadfile import LoadFileScheduling

from gim_manager.engine import workers
from tests.language import quick_python
from tests.language.compiled import share_compiled_statements
from tests.language.postgres import Cluster, cluster

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
os.environ.setdefault("GIM_MANAGER_LANGUAGE", "en")

share_compiled_statements()

_numbers = count(1)


LONGEST_FIRST = ("whole", "jobs", "server", "engine", "usecases", "sample", "store")
"""Folders whose files take minutes, not seconds: begun last, one of them would keep a single worker busy at the end."""


JOURNEYS = frozenset(f"tests/whole/test_{name}.py" for name in ("kill", "recovery", "reaggregation", "lease"))
"""The files that begin with an undisturbed journey, which takes half a minute on either database."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what lasts longest; the order within a folder stays."""

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """What is there now stays to the end: whoever collects garbage need not look at half a million objects again."""
    gc.collect()
    gc.freeze()


class FilesAndJourneys(LoadFileScheduling):
    """A file goes to one worker, for what its tests share is dear; so do all tests of one journey, of any file."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        kind = "postgresql" if "postgresql" in test else "sqlite"
        return f"journey on {kind}" if file in JOURNEYS else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FilesAndJourneys:
    """How pytest-xdist hands tests to its workers, whatever `--dist` says."""
    return FilesAndJourneys(config, log)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """One cluster per test process, started when the first test asks; a machine without PostgreSQL fails the test."""
    with cluster() as server:
        yield server


@pytest.fixture
def postgresql_url(postgres_cluster: Cluster) -> Iterator[str]:
    """A fresh, empty PostgreSQL database, dropped after the test whoever is connected."""
    with postgres_cluster.database(f"test_{next(_numbers)}") as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Where a SQLite Info Mart may be made; there is no file yet."""
    return f"sqlite:///{(tmp_path / 'mart.sqlite').as_posix()}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """One body, both databases: the test runs once on each."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(scope="session", autouse=True)
def quick_workers() -> Iterator[None]:
    """Whoever serves in this process has workers that cost 10 ms each instead of 300."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "begun", quick_python.begun)
        yield


@pytest.fixture
def real_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begun as the program begins them."""
    monkeypatch.setattr(workers, "begun", quick_python.begun_really)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning or worse from the product fails the test, unless the test reads the log itself (fixture `caplog`)."""
    if "caplog" in request.fixturenames:
        yield
        return
    recorder = _Recorder(logging.WARNING)
    logger = logging.getLogger("gim_manager")
    logger.addHandler(recorder)
    try:
        yield
    finally:
        logger.removeHandler(recorder)
    assert not recorder.messages, f"The log said: {recorder.messages}"


class _Recorder(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")
