"""The server in a thread of this process, by the machine's own clock; and a database that is away."""

import json
import logging
import socket
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gim_manager.domain.channel import Channel
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Status
from gim_manager.engine.loop import BACK_OFF
from gim_manager.engine.scheduler import Scheduler
from gim_manager.schema.engines import reading, writing
from gim_manager.store import alarms, leases, options
from gim_manager.store.connect import Database
from tests.engine.conftest import HAND
from tests.language.postgres import Cluster
from tests.language.server import HandServer, has_completed
from tests.language.serving import asked, has_status, run_of, stopped_by_ada
from tests.language.sinks import WebServer, datagrams, serving
from tests.language.waiting import until

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def only_when_rung(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alarms are looked at when a run ends, or not at all."""
    monkeypatch.setattr("gim_manager.engine.scheduler.ATTEND_SECONDS", 600.0)
    monkeypatch.setattr("gim_manager.engine.scheduler.REST_SECONDS", 0.05)


@pytest.fixture
def scheduler(database: Database):
    made = Scheduler(database, worker_command=HAND)
    made.start()
    yield made
    made.close()


def test_it_leads_runs_what_is_asked_for_and_sees_requests_by_itself(scheduler: Scheduler, database: Database) -> None:
    until(lambda: scheduler.is_leader)
    run = asked(database, Job.TRANSFORM)
    until(lambda: has_status(database, run.id, Status.COMPLETE))


def test_where_no_worker_can_be_started_it_serves_on_and_the_run_says_why(database: Database) -> None:
    made = Scheduler(database, worker_command=("/nowhere/at/all",))
    made.start()
    try:
        run = asked(database, Job.TRANSFORM)
        until(lambda: has_status(database, run.id, Status.FAILED))
        assert (run_of(database, run.id).error or "").startswith("No worker process could be started")
        assert made.failure is None
    finally:
        made.close()


def test_R26_it_sees_a_stop_by_itself(scheduler: Scheduler, database: Database) -> None:
    run = asked(database, Job.TRANSFORM, parameters="stops")
    until(lambda: run_of(database, run.id).note == "waiting")
    stopped_by_ada(database, run.id)
    until(lambda: has_status(database, run.id, Status.STOPPED))


def test_it_closes_with_its_jobs_and_leaves_nothing(scheduler: Scheduler, database: Database) -> None:
    run = asked(database, Job.TRANSFORM, parameters="stops")
    until(lambda: run_of(database, run.id).note == "waiting")
    began = time.monotonic()
    scheduler.close()
    scheduler.close()
    assert time.monotonic() - began < 12
    ended = run_of(database, run.id)
    assert (ended.status, ended.cause) == (Status.STOPPED, Cause.RULE)
    with reading(database.manager) as connection:
        assert leases.servers(connection) == ()


def test_a_bug_in_one_turn_does_not_end_the_server(
    scheduler: Scheduler, database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    until(lambda: scheduler.is_leader)
    real = scheduler._loop._look

    def look() -> None:
        monkeypatch.setattr(scheduler._loop, "_look", real)
        raise ZeroDivisionError

    monkeypatch.setattr(scheduler._loop, "_look", look)
    scheduler.wake()
    until(lambda: "a turn of the scheduler failed" in caplog.text, seconds=20)
    run = asked(database, Job.TRANSFORM)
    until(lambda: has_status(database, run.id, Status.COMPLETE), seconds=20)


def test_R33_a_database_that_is_away_is_tried_again_until_it_is_back(
    postgresql_url: str, postgres_cluster: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    from gim_manager.store.migrate import create

    caplog.set_level(logging.INFO)
    database = create(postgresql_url)
    has_completed(database, 0)
    server = HandServer(database, command=HAND)
    server.turn()
    run = server.asked(Job.EXTRACT, parameters="tells")
    name = postgresql_url.rsplit("/", 1)[1]
    postgres_cluster.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    database.let_go()
    assert [server.turn(seconds=3) for _ in BACK_OFF] == list(BACK_OFF)
    assert caplog.text.count("Trying again") == 1
    postgres_cluster.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    server.turn(seconds=3)
    assert "the database is back" in caplog.text
    assert server.ended(run.id).status is Status.COMPLETE
    server.pool.close(seconds=1)


def _set(database: Database, **alarms: object) -> None:
    given = {("alarms", name.replace("_", "-")): str(value) for name, value in alarms.items()}
    with writing(database.manager) as connection:
        options.change(connection, given, by="ada", host=None, now=datetime.now(UTC))


def test_a_run_that_fails_is_told_at_once_and_the_next_good_one_clears_it(
    only_when_rung: None, scheduler: Scheduler, database: Database
) -> None:
    until(lambda: scheduler.is_leader)
    with serving(WebServer()) as server:
        _set(database, webhook="true", webhook_url=server.url)
        asked(database, Job.EXPORT, parameters="fails")
        until(lambda: len(server.posts) == 1, seconds=40)
        asked(database, Job.EXPORT, parameters="tells")
        until(lambda: len(server.posts) == 2, seconds=40)
        kinds = [json.loads(body)["kind"] for _, body in server.posts]
    assert kinds == ["raised", "cleared"]


def test_a_channel_that_never_answers_holds_up_no_run_and_no_other_channel(
    only_when_rung: None, scheduler: Scheduler, database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    until(lambda: scheduler.is_leader)
    path = str(tmp_path / "log")
    with serving(WebServer(hangs=True)) as server, datagrams(socket.AF_UNIX, path) as syslog:
        _set(database, webhook="true", webhook_url=server.url, syslog="true", syslog_address=path, channel_seconds=60)
        asked(database, Job.EXPORT, parameters="fails")
        until(lambda: server.posts, seconds=40)
        assert b"Job_ExportGIM" in syslog.recv(4096)
        run = asked(database, Job.EXPORT, parameters="tells")
        until(lambda: has_status(database, run.id, Status.COMPLETE))
        assert b"Cleared" in syslog.recv(4096)
        assert len(server.posts) == 1
        server.over.set()
        until(lambda: "could not be delivered" in caplog.text)


def test_a_channel_that_keeps_its_courier_for_too_long_has_failed(
    only_when_rung: None,
    scheduler: Scheduler,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("gim_manager.engine.scheduler.STUCK_SECONDS", 0.0)
    until(lambda: scheduler.is_leader)
    with serving(WebServer(hangs=True)) as server:
        _set(database, webhook="true", webhook_url=server.url, channel_seconds=60)
        asked(database, Job.EXPORT, parameters="fails")
        until(lambda: server.posts, seconds=40)
        scheduler._rung.set()
        until(lambda: "neither taken nor refused for 0 seconds" in caplog.text)


def test_a_bug_in_an_alarm_ends_neither_the_alarms_nor_the_server(
    only_when_rung: None,
    scheduler: Scheduler,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    until(lambda: scheduler.is_leader)
    real = scheduler._alarms.look

    def look() -> frozenset[Channel]:
        monkeypatch.setattr(scheduler._alarms, "look", real)
        raise ZeroDivisionError

    monkeypatch.setattr(scheduler._alarms, "look", look)
    scheduler._rung.set()
    until(lambda: "alarms or tidying failed" in caplog.text)
    asked(database, Job.EXPORT, parameters="fails")
    until(lambda: _raised(database), seconds=40)


def _raised(database: Database) -> list[str]:
    with reading(database.manager) as connection:
        return [alarm.subject for alarm in alarms.raised(connection)]
