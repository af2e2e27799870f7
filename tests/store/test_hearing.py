"""A signal is heard once; a beat is none, and the tables tell who leads and how many are heard of."""

from contextlib import ExitStack
from datetime import timedelta

from gim_manager.domain.lease import Standing
from gim_manager.schema.engines import writing
from gim_manager.store import changes, leases
from gim_manager.store.changes import Topic
from gim_manager.store.connect import Database, keeping
from gim_manager.store.hearing import LAZY_SECONDS, QUICK_SECONDS, DataVersion, Listening
from tests.language.waiting import until


def _signal(database: Database) -> DataVersion | Listening:
    return DataVersion(database.manager) if database.is_local else Listening(database.manager)


def test_a_change_is_heard_once(database: Database) -> None:
    signal = _signal(database)
    assert not signal.heard()
    with writing(database.manager) as connection:
        changes.note(connection, Topic.OPTIONS)
    until(signal.heard)
    assert not signal.heard()
    signal.close()


def test_a_beat_changes_nothing_but_when_it_was(database: Database) -> None:
    with writing(database.manager) as connection:
        leases.beat(connection, server="s", host="h", pid=1, version="1", standing=Standing.RUNNING)
        leases.take(connection, holder="s", lasts=timedelta(seconds=10))
    signal = _signal(database)
    first = signal.look()
    assert (first.servers, first.heard_at is not None) == (1, True)
    with writing(database.manager) as connection:
        leases.beat(connection, server="s", host="h", pid=1, version="1", standing=Standing.RUNNING)
    second = signal.look()
    assert not second.tells_of_more_than(first)
    assert second.heard_at is not None and first.heard_at is not None and second.heard_at >= first.heard_at
    signal.close()


def test_sqlite_is_asked_often_only_while_something_happens(sqlite_database: Database) -> None:
    signal = DataVersion(sqlite_database.manager)
    assert signal.pause == LAZY_SECONDS
    with writing(sqlite_database.manager) as connection:
        changes.note(connection, Topic.OPTIONS)
    assert signal.heard()
    assert signal.pause == QUICK_SECONDS
    signal.close()


def test_whoever_knows_what_it_writes_itself_hears_only_of_what_others_write(postgresql_database: Database) -> None:
    mine = keeping(postgresql_database, application="mine")
    with ExitStack() as stack:
        stack.callback(mine.let_go)
        signal = Listening(mine.manager, but_own=True)
        stack.callback(signal.close)
        heard = []
        for database in (mine, postgresql_database):
            with writing(database.manager) as connection:
                changes.note(connection, Topic.OPTIONS)
            # What was committed before this is asked has reached the session with its answer.
            signal.look()
            heard.append(signal.heard())
        assert heard == [False, True]
