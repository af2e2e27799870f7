"""Runs of servers that are gone: ended for certain first, then called what they are."""

import subprocess
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.engine.recovery import recover, void_keys
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.schema.urls import parse_url
from gim_manager.store import audit, decisions, leases, runs, sessions, snapshot
from gim_manager.store.connect import Database
from tests.language.server import has_committed, has_completed, left_running


def _ours(_connection: Any) -> bool:
    return True


def _recovered(database: Database, run: Run, *, tokens: frozenset[str] = frozenset()) -> Run:
    recover(database, _ours, host="here", server="me", at_work=tokens)
    with reading(database.manager) as connection:
        return runs.get(connection, run.id)


def test_R36_the_process_is_ended_and_the_run_lost(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    left = left_running(database, orphan)
    has_committed(database, left.id, 1000, 234)
    run = _recovered(database, left)
    assert orphan.wait(timeout=5) != 0
    assert (run.status, run.cause) == (Status.FAILED, Cause.LOST)
    assert run.error is not None
    assert run.error.startswith("Its server is gone. Its worker on dead was last heard of at ")
    assert "It had committed 1234 rows in 2 transactions, which stay" in run.error


def test_R38_what_was_found_wrong_and_put_right_is_kept(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = _recovered(database, left_running(database, orphan))
    with reading(database.manager) as connection:
        (repair,) = audit.repairs(connection, datetime.now(UTC) - timedelta(hours=1))
    assert (repair.actor, repair.rule, repair.run_id, repair.subject) == ("me", "R38", run.id, "Job_ExtractICON")
    assert repair.reason and repair.reason.startswith(f"Job_ExtractICON {run.id} was at work without a living server")


def test_R35_who_does_not_own_the_schedule_any_more_ends_no_run(
    database: Database, orphan: subprocess.Popen[bytes]
) -> None:
    run = left_running(database, orphan)
    assert recover(database, lambda _: False, host="elsewhere", server="me", at_work=frozenset())
    void_keys(database, lambda _: False, server="me", now=datetime.now(UTC) - timedelta(days=2))
    with reading(database.manager) as connection:
        assert runs.get(connection, run.id).status is Status.RUNNING
        assert audit.repairs(connection, datetime.now(UTC) - timedelta(hours=1)) == ()


def test_R33_a_launch_for_a_time_more_than_a_day_ahead_counts_as_not_made(database: Database) -> None:
    now = datetime.now(UTC)
    ahead = now + timedelta(hours=25)
    with writing(database.manager) as connection:
        for key, at in (("soon", now + timedelta(hours=23)), ("ahead", ahead)):
            _launched(connection, f"run {key}", at)
            decisions.record(
                connection, kind=DecisionKind.DROP, job=Job.EXPORT, rule="R13", reason=key, now=at,
                launch_key=f"drop {key}",
            )  # fmt: skip
    void_keys(database, _ours, server="me", now=now)
    void_keys(database, _ours, server="me", now=now)
    made = snapshot.read(database, now).made
    assert {key for key in made if not key.startswith(runs.VOID)} == {"run soon", "drop soon"}
    with writing(database.manager) as connection:
        (repair,) = audit.repairs(connection, now - timedelta(hours=1))
        assert repair.reason and repair.reason.startswith("2 launches of times more than a day ahead")
        assert _launched(connection, "run ahead", ahead).id == 3


def _launched(connection: Any, key: str, at: datetime) -> Run:
    return runs.request(connection, job=Job.MAINTAIN, by=SCHEDULER, host="h", now=at, launch_key=key, due_at=at)


def test_what_had_committed_its_last_is_complete(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = left_running(database, orphan)
    has_completed(database, run.id)
    assert _recovered(database, run).status is Status.COMPLETE


def test_what_was_told_to_stop_is_stopped(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = left_running(database, orphan)
    now = datetime.now(UTC)
    with writing(database.manager) as connection:
        runs.ask_stop(connection, run.id, by="ada", reason=None, now=now, kill_at=now)
    after = _recovered(database, run)
    assert (after.status, after.cause) == (Status.STOPPED, Cause.PERSON)


def test_R35_the_runs_of_a_living_server_are_left_alone(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = left_running(database, orphan)
    with writing(database.manager) as connection:
        leases.beat(connection, server="dead", host="elsewhere", pid=1, version="1", standing=Standing.RUNNING)
    assert _recovered(database, run).status is Status.RUNNING
    assert orphan.poll() is None


def test_R36_a_server_of_this_computer_whose_process_is_gone_is_not_waited_for(
    database: Database, orphan: subprocess.Popen[bytes]
) -> None:
    run = left_running(database, orphan)
    with writing(database.manager) as connection:
        leases.beat(connection, server="dead", host="here", pid=2**22 + 1, version="1", standing=Standing.RUNNING)
    assert _recovered(database, run).status is Status.FAILED


def test_a_run_at_work_here_is_no_orphan(database: Database, orphan: subprocess.Popen[bytes]) -> None:
    run = left_running(database, orphan)
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
    run = left_running(database, orphan, host="another computer")
    left = make_engine(parse_url(postgresql_url), application=sessions.application_name(run.id, "t")).connect()
    left.exec_driver_sql("SELECT 1")
    assert _recovered(database, run).status is Status.FAILED
    with pytest.raises(OperationalError):
        left.exec_driver_sql("SELECT 1")
    left.invalidate()
    left.close()
