"""The list of work: what is put on it, in which order it is taken, how it is cut."""

import pytest
from sqlalchemy import Engine, insert, text

from gim_manager.jobs import audit, marks, transform_todo
from gim_manager.jobs.transform_todo import INTERACTION, SESSION, Cut, Reach
from gim_manager.schema.control import ctl_transform_todo
from gim_manager.schema.engines import reading, writing
from tests.language.calls import T0, Idb
from tests.language.centre import Login
from tests.language.mart import bare_mart, rows_of
from tests.language.work import a_work


@pytest.fixture
def mart(database_url: str) -> Engine:
    return bare_mart(database_url)


def put(mart: Engine, *times: int) -> None:
    with writing(mart) as connection:
        rows = [{"kind": INTERACTION, "natural_id": f"i{ts}", "ts": ts, "create_audit_key": 1} for ts in times]
        connection.execute(insert(ctl_transform_todo), rows)


def taken(mart: Engine, cut: Cut) -> list[list[str]]:
    """What each chunk takes, until the list is empty."""
    with reading(mart) as connection:
        numbers = list(cut.chunks(connection))
    chunks = []
    for _ in numbers:
        with writing(mart) as connection:
            cut.take(connection)
            chunks.append(list(connection.scalars(text("SELECT natural_id FROM t_todo ORDER BY natural_id"))))
            cut.done(connection)
    assert rows_of(mart, ctl_transform_todo) == []
    return chunks


def test_chunks_are_windows_of_time_oldest_first(mart: Engine) -> None:
    put(mart, 250, 110, 190, 120)
    assert taken(mart, Cut(kind=INTERACTION, seconds=100, most=10)) == [["i110", "i120", "i190"], ["i250"]]


def test_a_chunk_takes_no_more_than_it_may(mart: Engine) -> None:
    put(mart, 110, 120, 130, 250)
    assert taken(mart, Cut(kind=INTERACTION, seconds=100, most=2)) == [["i110", "i120"], ["i130"], ["i250"]]


def collect(mart: Engine) -> None:
    with writing(mart) as connection:
        reach = transform_todo.reach(connection)
        key = audit.begin(connection, a_work(mart))
        transform_todo.collect(connection, reach, {"longest_session": 86400}, key)


def test_T03_what_is_complete_is_listed_by_its_end_and_the_mark_has_moved(mart: Engine) -> None:
    idb = Idb()
    done = idb.inbound(0).end(50)
    idb.inbound(10)
    login = Login(idb, 201, 5)
    key = idb.write(mart, a_work(mart))
    collect(mart)
    listed = [(row["kind"], row["natural_id"], row["ts"] - T0) for row in rows_of(mart, ctl_transform_todo)]
    assert listed == [(INTERACTION, done.irid, 50), (SESSION, login.id, 5)]
    with reading(mart) as connection:
        assert marks.read(connection, marks.TRANSFORM) > key
        assert not transform_todo.has_news(connection, transform_todo.reach(connection))


def test_what_was_listed_is_listed_once(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0).end(50)
    for end in (50, 70):
        call.end(end)
        idb.write(mart, a_work(mart))
        collect(mart)
    assert [row["ts"] - T0 for row in rows_of(mart, ctl_transform_todo)] == [70]


def test_a_slice_ends_where_enough_rows_were_written(mart: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transform_todo, "SLICE_ROWS", 5)
    keys = []
    for _ in range(3):
        idb = Idb()
        idb.inbound(0).end(50)
        keys.append(idb.write(mart, a_work(mart)))
    with reading(mart) as connection:
        whole = transform_todo.reach(connection)
        first = transform_todo.next_slice(connection, whole)
        last = transform_todo.next_slice(connection, Reach(mark=keys[1] + 1, bound=whole.bound))
    assert (first.bound, last.bound) == (keys[1] + 1, whole.bound) or first.bound == keys[0] + 1
