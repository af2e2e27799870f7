"""A server process that is frozen while cycles fall due, as by a machine that sleeps, and goes on (R33, R06)."""

import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gim_manager.domain.job import Job
from gim_manager.schema.engines import reading, writing
from gim_manager.store import options, runs, sources
from gim_manager.store.connect import Database
from gim_manager.store.migrate import create
from tests.language.idb import an_idb
from tests.language.server import has_completed
from tests.language.serving import ServeProcess
from tests.language.waiting import until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(240),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGSTOP to send"),
]
BACK_TO_BACK = {"etl-frequency": "0", "etl-start-time": "00:00", "etl-end-time": "00:00", "run-maintain": "false"}
TEN_SECONDS = timedelta(seconds=10)


@pytest.fixture
def database(sqlite_url: str, tmp_path: Path) -> Database:
    """An Info Mart whose cycles follow one another every ten seconds, all day, over a source without a call."""
    source = an_idb(f"sqlite:///{(tmp_path / 'idb.sqlite').as_posix()}")
    made = create(sqlite_url)
    has_completed(made, 0)
    changes = {("schedule", name): value for name, value in {**BACK_TO_BACK, "run-scheduler": "true"}.items()}
    with writing(made.manager) as connection:
        options.change(connection, changes, by="ada", host="desk", now=datetime.now(UTC))
        sources.add(connection, name="empty", url=source.source.url, roles=source.roles, now=datetime.now(UTC))
    return made


def _cycles(database: Database) -> list[datetime]:
    """When the cycles began."""
    with reading(database.manager) as connection:
        found = runs.by_ids(connection, range(1, 100))
    return [run.start_time for run in found if run.job is Job.EXTRACT and run.start_time]


def test_R33_R06_what_fell_due_meanwhile_is_caught_up_with_by_one_cycle_and_none_comes_twice(
    database: Database,
) -> None:
    server = ServeProcess(database)
    try:
        until(lambda: _cycles(database), seconds=60, what="the first cycle")
        server.process.send_signal(signal.SIGSTOP)
        before = _cycles(database)
        until(lambda: datetime.now(UTC) - before[-1] > 2.5 * TEN_SECONDS, seconds=60)
        assert _cycles(database) == before
        woken = datetime.now(UTC)
        server.process.send_signal(signal.SIGCONT)
        until(lambda: len(_cycles(database)) >= len(before) + 2, seconds=90, what="two cycles after the wake")
        server.end()
        caught_up, following = _cycles(database)[len(before) : len(before) + 2]
        assert caught_up >= woken
        assert following - caught_up >= TEN_SECONDS
    finally:
        server.clean_up()
