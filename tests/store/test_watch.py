"""A watch hears what others commit, and nothing else."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from gim_manager.domain.errors import Unreachable
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.schema.live import mgr_change, mgr_server
from gim_manager.store import changes, hearing, leases, runs
from gim_manager.store.changes import Topic
from gim_manager.store.connect import Database
from gim_manager.store.migrate import create
from gim_manager.store.rows import micros
from gim_manager.store.watch import Watch
from tests.language import postgres
from tests.language.stored import NOON, stored


def test_a_watch_hears_a_change_and_is_quiet_again(database: Database) -> None:
    with Watch(database) as watch:
        assert not watch.wait(0.05)
        with writing(database.manager) as connection:
            changes.note(connection, Topic.RUN, 1)
            changes.note(connection, Topic.LOG, 1)
        assert watch.wait(5)
        assert not watch.wait(0.05)


def test_a_watch_wakes_while_it_waits(database: Database) -> None:
    with Watch(database) as watch, ThreadPoolExecutor(1) as pool:
        heard = pool.submit(watch.wait, 30)
        with writing(database.manager) as connection:
            changes.note(connection, Topic.OPTIONS)
        assert heard.result(10)


def test_a_watch_that_waits_at_leisure_misses_nothing(database: Database) -> None:
    with Watch(database) as watch, ThreadPoolExecutor(1) as pool:
        heard = pool.submit(watch.wait, 30, at_leisure=True)
        with writing(database.manager) as connection:
            changes.note(connection, Topic.OPTIONS)
        assert heard.result(10)


def test_what_is_rolled_back_is_not_heard(database: Database) -> None:
    with Watch(database) as watch:
        with pytest.raises(ZeroDivisionError), writing(database.manager) as connection:
            changes.note(connection, Topic.OPTIONS)
            raise ZeroDivisionError
        assert not watch.wait(0.3)


def test_heartbeats_wake_nobody(database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(connection, Status.RUNNING)
        leases.beat(connection, server="s", host="h", pid=1, version="1", standing=Standing.RUNNING)
    with Watch(database) as watch:
        with writing(database.manager) as connection:
            later = NOON + timedelta(seconds=1)
            assert runs.beat(connection, run.id, "token", now=later, progress=None, note=None, rows=None)
            leases.beat(connection, server="s", host="h", pid=1, version="1", standing=Standing.RUNNING)
        assert not watch.wait(0.5)


def test_what_the_signal_missed_is_seen_by_the_next_look(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "LOOK_SECONDS", 0.01)
    with Watch(database) as watch:
        with writing(database.manager) as connection:
            connection.execute(insert(mgr_change).values(at=0, topic=Topic.OPTIONS.value))  # and nobody is notified
        assert watch.wait(5)
        assert not watch.wait(0.05)


def test_a_server_that_falls_silent_is_told_although_nobody_writes(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "LOOK_SECONDS", 0.01)
    with writing(database.manager) as connection:
        leases.beat(connection, server="s", host="h", pid=1, version="1", standing=Standing.RUNNING)
        assert leases.take(connection, holder="s", lasts=timedelta(seconds=10))
    with Watch(database) as watch:
        heard_at = watch.heard_at
        assert heard_at is not None
        with writing(database.manager) as connection:
            connection.execute(update(mgr_server).values(heartbeat_at=micros(heard_at - timedelta(seconds=16))))
        assert watch.wait(5)
        assert not watch.wait(0.05)
        assert watch.heard_at == heard_at - timedelta(seconds=16)


def test_between_two_looks_a_watch_asks_postgresql_nothing(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = create(postgresql_url)
    with Watch(database) as watch:
        asked: list[str] = []
        monkeypatch.setattr(hearing.Listening, "look", lambda _self: asked.append("look"))
        for _ in range(3):
            assert not watch.wait(0.1)
        assert asked == []


def test_a_watch_that_is_released_answers_at_once(database: Database) -> None:
    watch = Watch(database)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(watch.wait, 60)
        threading.Event().wait(0.01)
        watch.release()
        assert waiting.result(10) is False
    assert watch.wait(60) is False


def test_a_watch_tells_of_a_lost_server_and_comes_back() -> None:
    with postgres.cluster() as server:
        database = create(server.url())
        watch = Watch(database)
        # The server ends our session as an administrator would; the next wait finds out.
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE query LIKE '%mgr_change%' AND pid <> pg_backend_pid()"
        )
        with pytest.raises(Unreachable):
            watch.wait(5)
        assert watch.wait(5), "what was missed while it was away must be looked at"
        assert not watch.wait(0.05)
    with pytest.raises(Unreachable):
        watch.wait(5)
    with pytest.raises(Unreachable):
        watch.wait(5)
    watch.release()
