"""Runs of servers that are gone: ended for certain first, then called what they are."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.engine import processes
from gim_manager.engine.recovery import recover
from gim_manager.schema.engines import make_engine, parse_url, reading, writing
from gim_manager.store import leases, runs, sessions
from gim_manager.store.connect import Database
from tests.language.server import has_completed


@pytest.fixture
def orphan() -> Iterator[subprocess.Popen[bytes]]:
    """A worker's process that nobody holds any more."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()


def _left_running(database: Database, orphan: subprocess.Popen[bytes], *, host: str = "here") -> Run:
    now = datetime.now(UTC)
    with writing(database.manager) as connection:
        run = runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=now)
        claimed = runs.claim(connection, run.id, server="dead", token="t", now=now)
        runs.set_worker(connection, run.id, "t", host, orphan.pid, processes.started(orphan.pid) or 0.0)
        runs.beat(connection, run.id, "t", now=now, progress=None, note=None, rows=12)
    assert claimed is not None
    return claimed


def _recovered(database: Database, run: Run, *, tokens: frozenset[str] = frozenset()) -> Run:
    recover(database, host="here", server="me", tokens=tokens)
    with reading(database.manager) as connection:
        return runs.get(connection, run.id)


def test_R36_the_process_is_ended_and_the_run_lost(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = _recovered(database, _left_running(database, orphan))
    assert orphan.wait(timeout=5) != 0
    assert (run.status, run.cause) == (Status.FAILED, Cause.LOST)
    assert run.error is not None
    assert "Its server dead is gone" in run.error and "12 rows" in run.error and "last heard of at" in run.error


def test_what_had_committed_its_last_is_complete(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = _left_running(database, orphan)
    has_completed(database, run.id)
    assert _recovered(database, run).status is Status.COMPLETE


def test_what_was_told_to_stop_is_stopped(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = _left_running(database, orphan)
    now = datetime.now(UTC)
    with writing(database.manager) as connection:
        runs.ask_stop(connection, run.id, by="ada", reason=None, now=now, kill_at=now)
    after = _recovered(database, run)
    assert (after.status, after.cause) == (Status.STOPPED, Cause.PERSON)


def test_R35_the_runs_of_a_living_server_are_left_alone(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = _left_running(database, orphan)
    with writing(database.manager) as connection:
        leases.beat(connection, server="dead", host="elsewhere", pid=1, version="1", state="running")
    assert _recovered(database, run).status is Status.RUNNING
    assert orphan.poll() is None


def test_R36_a_server_of_this_computer_whose_process_is_gone_is_not_waited_for(
    database: Database, orphan: subprocess.Popen[bytes]
) -> None:
    run = _left_running(database, orphan)
    with writing(database.manager) as connection:
        leases.beat(connection, server="dead", host="here", pid=2**22 + 1, version="1", state="running")
    assert _recovered(database, run).status is Status.FAILED


def test_a_run_at_work_here_is_no_orphan(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = _left_running(database, orphan)
    assert _recovered(database, run, tokens=frozenset({"t"})).status is Status.RUNNING


def test_a_worker_that_is_not_known_yet_is_given_time(database: Database) -> None:
    now = datetime.now(UTC)
    with writing(database.manager) as connection:
        run = runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=now)
        runs.claim(connection, run.id, server="dead", token="t", now=now)
    assert _recovered(database, run).status is Status.RUNNING


def test_R35_the_sessions_of_a_dead_servers_worker_are_ended(
    postgresql_url: str, orphan: subprocess.Popen[bytes]
) -> None:
    from gim_manager.store.migrate import create

    database = create(postgresql_url)
    run = _left_running(database, orphan, host="another computer")
    left = make_engine(parse_url(postgresql_url), application=sessions.application_name(run.id, "t")).connect()
    left.exec_driver_sql("SELECT 1")
    assert sessions.are_open(database, "t")
    _recovered(database, run)
    assert not sessions.are_open(database, "t")
    assert _recovered(database, run).status is Status.FAILED
    left.invalidate()
    left.close()
