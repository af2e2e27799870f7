"""Changes are read by number, none is ever passed over."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import text

from gim_manager.schema.engines import reading, writing
from gim_manager.store import changes
from gim_manager.store.changes import Topic
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database
from tests.language.waiting import until


def test_what_changed_is_read_from_a_number_on(database: Database) -> None:
    with writing(database.manager) as connection:
        changes.note(connection, Topic.OPTIONS)
        seen = changes.latest(connection)
        changes.note(connection, Topic.RUN, 7)
        changes.note(connection, Topic.LOG, 7)
    with reading(database.manager) as connection:
        found = changes.since(connection, seen)
        assert [(change.topic, change.run_id) for change in found] == [(Topic.RUN, 7), (Topic.LOG, 7)]
        assert changes.since(connection, found[-1].number) == ()


def test_old_changes_go_and_the_last_stays(database: Database) -> None:
    with writing(database.manager) as connection:
        for _ in range(3):
            changes.note(connection, Topic.OPTIONS)
        last = changes.latest(connection)
        later = database_now(connection) + timedelta(minutes=1)
        assert changes.forget(connection, before=later) == 2
        assert changes.latest(connection) == last


def test_each_transaction_takes_its_own_turn(postgresql_database: Database) -> None:
    """Also the second on one kept connection: the turn went with the first."""
    held = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
    for _ in range(2):
        with writing(postgresql_database.manager) as connection:
            changes.in_turn(connection)
            changes.in_turn(connection)
            assert connection.scalar(held) == 1
        with reading(postgresql_database.manager) as connection:
            assert connection.scalar(held) == 0


def test_the_number_told_with_the_turn_is_that_of_who_had_it_before(postgresql_database: Database) -> None:
    """Whoever waits for the turn sees what was committed meanwhile, not what stood there when it began to wait."""
    holds, waits = threading.Event(), text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")

    def second() -> tuple[int, int]:
        assert holds.wait(10)
        with writing(postgresql_database.manager) as connection:
            return changes.latest_in_turn(connection), changes.latest_in_turn(connection)

    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(second)
        with writing(postgresql_database.manager) as connection:
            changes.note(connection, Topic.RUN, 1)
            mine = changes.latest(connection)
            holds.set()
            until(lambda: connection.scalar(waits) == 1, what="the second waits for its turn")
        assert told.result(10) == (mine, mine)


def test_a_reader_never_sees_a_number_before_a_lower_one(postgresql_database: Database) -> None:
    """The first writer draws its number and dawdles; the second must wait, or a reader would pass over the first."""
    drawn, may_commit = threading.Event(), threading.Event()

    def dawdle() -> None:
        with writing(postgresql_database.manager) as connection:
            changes.note(connection, Topic.RUN, 1)
            drawn.set()
            assert may_commit.wait(10)

    def hurry() -> None:
        assert drawn.wait(10)
        with writing(postgresql_database.manager) as connection:
            changes.note(connection, Topic.RUN, 2)

    with ThreadPoolExecutor(2) as pool:
        slow, quick = pool.submit(dawdle), pool.submit(hurry)
        assert drawn.wait(10)
        with reading(postgresql_database.manager) as connection:
            assert changes.since(connection, 0) == ()
        assert not quick.done()
        may_commit.set()
        slow.result(10)
        quick.result(10)
    with reading(postgresql_database.manager) as connection:
        assert [change.run_id for change in changes.since(connection, 0)] == [1, 2]
