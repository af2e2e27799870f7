"""T01: a reader by audit key sees every key exactly once, whatever order transactions begin and commit in."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from sqlalchemy import Connection, Engine, select

from gim_manager.jobs import audit, marks
from gim_manager.schema.control import ctl_audit_log
from gim_manager.schema.engines import writing
from tests.language.mart import bare_mart
from tests.language.work import a_work

READER = "a reader"


@contextmanager
def a_transaction(mart: Engine) -> Iterator[int]:
    """Open inside the block, with its key."""
    with writing(mart) as connection:
        key = audit.begin(connection, a_work(mart))
        yield key
        audit.finish(connection, key, rows=1)


def read_on(mart: Engine) -> list[int]:
    """One turn of a reader: the keys that it takes, and its mark behind them."""
    with writing(mart) as connection:
        low, bound = marks.read(connection, READER), marks.bound(connection)
        taken = _keys(connection, low, bound)
        marks.move(connection, READER, bound, audit.begin(connection, a_work(mart)))
    return taken


def _keys(connection: Connection, low: int, bound: int) -> list[int]:
    key = ctl_audit_log.c.audit_key
    counted = select(key).where(key >= low, key < bound, ctl_audit_log.c.row_count == 1).order_by(key)
    return list(connection.scalars(counted))


@pytest.fixture
def mart(database_url: str) -> Engine:
    return bare_mart(database_url)


def test_T01_each_key_is_read_once(mart: Engine) -> None:
    with a_transaction(mart) as first:
        pass
    with a_transaction(mart) as second:
        pass
    assert read_on(mart) == [first, second]
    with a_transaction(mart) as third:
        pass
    assert read_on(mart) == [third]
    assert read_on(mart) == []


def test_T01_a_key_that_commits_late_is_never_skipped(postgresql_url: str) -> None:
    mart = bare_mart(postgresql_url)
    with ExitStack() as slow:
        late = slow.enter_context(a_transaction(mart))
        with a_transaction(mart) as quick:
            assert quick > late
        assert read_on(mart) == [], "a lower key is still open"
    assert read_on(mart) == [late, quick]


def test_T01_two_writers_that_overlap_are_both_read_however_often_one_looks(postgresql_url: str) -> None:
    mart = bare_mart(postgresql_url)
    read: list[int] = []
    written = []
    with ExitStack() as first:
        written.append(first.enter_context(a_transaction(mart)))
        with ExitStack() as second:
            written.append(second.enter_context(a_transaction(mart)))
            first.close()
            read += read_on(mart)
            with a_transaction(mart) as third:
                written.append(third)
            read += read_on(mart)
        read += read_on(mart)
    assert read == written


def test_T01_what_was_rolled_back_holds_nobody_up(mart: Engine) -> None:
    with pytest.raises(ZeroDivisionError), a_transaction(mart):
        raise ZeroDivisionError
    with a_transaction(mart) as key:
        pass
    assert read_on(mart) == [key]


def test_a_mark_never_goes_back(mart: Engine) -> None:
    with writing(mart) as connection:
        key = audit.begin(connection, a_work(mart))
        assert marks.read(connection, READER) == 0
        marks.move(connection, READER, 7, key)
        marks.move(connection, READER, 5, key)
        assert marks.read(connection, READER) == 7
