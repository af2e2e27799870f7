"""A server process from its start to every kind of end, on both databases."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import Exit
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.engine import processes
from gim_manager.schema.engines import reading, writing
from gim_manager.server.main import serve as serve_url
from gim_manager.store import changes, options, runs, versions
from gim_manager.store.connect import Database
from gim_manager.store.upgrade import By, upgrade_manager
from tests.language import quick_python
from tests.language.old_versions import an_old_mart
from tests.language.serving import ServeProcess, asked, at_work, has_status, run_of, servers, stopped_by_ada
from tests.language.waiting import until

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send"),
]

Serve = Callable[[], ServeProcess]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_a_signal_and_ends_in_good_order(serve: Serve, number: int) -> None:
    server = serve()
    until(server.leads, seconds=30)
    code, said = server.end(number)
    assert code == Exit.DONE
    assert "ended in good order" in said
    assert not server.is_heard()


def test_a_server_that_speaks_json_says_nothing_else_and_where_it_is_asked(database: Database) -> None:
    server = ServeProcess(database, "--log-format", "json", "--health", "0")
    until(server.leads, seconds=30)
    _, said = server.end()
    lines = [json.loads(line) for line in said.splitlines()]
    assert {"health", "serve", "ended"} <= {line.get("action") for line in lines}
    assert all(line["server"] and datetime.fromisoformat(line["time"]).tzinfo for line in lines)


def test_a_health_port_that_is_none_is_said_in_one_sentence(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert serve_url(database.secret_url, health="soon") == Exit.USAGE
    assert capsys.readouterr().err == "'soon' is no address to listen at: write PORT, or HOST:PORT.\n"


def test_a_url_that_is_none_is_said_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert serve_url("nonsense://") == Exit.USAGE
    assert capsys.readouterr().err.count("\n") == 1


def test_R26_a_stop_of_a_running_job_takes_less_than_two_seconds(serve: Serve, database: Database) -> None:
    server = serve()
    run = asked(database, Job.AGGREGATE)
    at_work(database, run.id)
    stopped_by_ada(database, run.id)
    assert until(lambda: has_status(database, run.id, Status.STOPPED), seconds=10) < 2.0 + SLOW
    assert run_of(database, run.id).cause is Cause.PERSON
    server.end()


SLOW = 2.0
"""Seconds that a busy machine adds, which is no fault of the server."""


def test_R35_it_stops_its_runs_and_hands_the_schedule_over(serve: Serve, database: Database) -> None:
    first = serve()
    until(first.leads, seconds=30)
    second = serve()
    until(second.is_heard, seconds=30)
    assert not second.leads()
    run = asked(database, Job.AGGREGATE)
    at_work(database, run.id)
    code, _ = first.end()
    assert code == Exit.DONE
    ended = run_of(database, run.id)
    assert (ended.status, ended.cause) == (Status.STOPPED, Cause.RULE)
    until(second.leads, seconds=5)


def test_R30_what_another_process_changes_takes_effect_within_a_second(serve: Serve, database: Database) -> None:
    server = serve()
    until(server.leads, seconds=30)
    for name, value in {"run-scheduler": "true", "aggregate-schedule": "0 0", "aggregate-duration": "24:00"}.items():
        changed_elsewhere(database, name, value)
    changed = changed_elsewhere(database, "run-aggregates", "true")
    until(lambda: aggregations(database), seconds=10)
    (run,) = aggregations(database)
    assert run.start_time and run.start_time - changed < WITHIN
    at_work(database, run.id)
    changed = changed_elsewhere(database, "aggregate-duration", "00:00")
    until(lambda: run_of(database, run.id).stop_requested_at, seconds=10)
    stopped = run_of(database, run.id)
    assert stopped.stop_requested_at and stopped.stop_requested_at - changed < WITHIN
    assert stopped.reason == "A change of the options closed the window of aggregation."
    server.end()


WITHIN = timedelta(seconds=1 + SLOW)


def changed_elsewhere(database: Database, name: str, value: str) -> datetime:
    """Sets a [schedule] option by the command line, in a process of its own; when it was set."""
    words = ("-m", "gim_manager", "options", "set", "schedule", name, value)
    quick_python.run(*words, environment=os.environ | {"GIM_MANAGER_DB": database.secret_url}, timeout=60)
    with reading(database.manager) as connection:
        (change, *_) = options.history(connection, "schedule", name)
    assert (change.new, bool(change.by), bool(change.host)) == (value, True, True)
    return change.at


def aggregations(database: Database) -> list[Run]:
    """The open runs of aggregation."""
    with reading(database.manager) as connection:
        return [run for run in runs.open_runs(connection) if run.job is Job.AGGREGATE]


@pytest.mark.slow
def test_R36_killed_outright_its_worker_ends_itself_and_the_run_is_found_lost(serve: Serve, database: Database) -> None:
    first = serve()
    run = asked(database, Job.AGGREGATE)
    worker = at_work(database, run.id)
    assert worker.pid is not None
    first.process.kill()
    killed = time.monotonic()
    until(lambda: not processes.is_alive(worker.pid or 0, worker.started), seconds=5 + SLOW)
    second = serve()
    until(second.leads, seconds=15 + SLOW)
    until(lambda: has_status(database, run.id, Status.FAILED), seconds=5)
    assert time.monotonic() - killed < 20 + SLOW
    lost = run_of(database, run.id)
    assert lost.cause is Cause.LOST
    assert lost.error is not None and "is gone" in lost.error and "last heard of at" in lost.error


@pytest.fixture
def old(database_url: str) -> Iterator[tuple[Database, Serve]]:
    """An Info Mart of the first version, and what starts servers on it."""
    made = an_old_mart(database_url)
    with servers(made) as start:
        yield made, start


def test_R29_before_an_older_schema_it_waits_and_serves_once_it_is_migrated(old: tuple[Database, Serve]) -> None:
    database, start = old
    server = start()
    until(server.is_heard, seconds=30)
    assert not server.leads()
    run = upgrade_manager(database, By(user="ada", host="desk"), datetime.now(UTC))
    assert run is not None
    until(lambda: has_status(database, run.id, Status.COMPLETE), seconds=60)
    assert server.leads()
    assert versions.state(database).condition is Condition.READY
    _, said = server.end()
    assert "the server waits for: gim-manager migrate" in said


def test_R29_with_on_demand_migration_it_migrates_all_by_itself(old: tuple[Database, Serve]) -> None:
    database, start = old
    where = "" if database.is_local else "gim_manager."
    with writing(database.manager) as connection:
        connection.execute(text(f"INSERT INTO {where}mgr_option VALUES ('schedule', 'on-demand-migration', 'true')"))
    server = start()
    until(lambda: versions.state(database).condition is Condition.READY, seconds=60)
    until(server.leads, seconds=30)
    server.end()


def test_R29_before_a_newer_schema_it_ends_and_says_why(serve: Serve, database: Database) -> None:
    running = serve()
    until(running.leads, seconds=30)
    where = "" if database.is_local else "gim_manager."
    with writing(database.manager) as connection:
        connection.execute(text(f"UPDATE {where}mgr_schema_version SET version_num = '9999'"))
        changes.note(connection, changes.Topic.SERVER)
    ended = serve()
    for server in (running, ended):
        server.process.wait(timeout=45)
        code, said = server.end()
        assert code == Exit.REFUSED, said
        assert "is newer than this program" in said and "9999" in said
