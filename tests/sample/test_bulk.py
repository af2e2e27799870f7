"""Rows get in fast and whole, into either database."""

import pytest
from sqlalchemy import Column, Index, Integer, MetaData, String, Table, inspect, select

from gim_manager.domain.errors import GimError
from gim_manager.sample.bulk import create_indexes, create_tables, erase, load
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url

THINGS = MetaData()
things = Table(
    "things", THINGS, Column("id", Integer, primary_key=True), Column("words", String(40)), Column("n", Integer)
)
Index("ix_things_n", things.c.n)
AWKWARD = [(1, "a,b", None), (2, 'say "so"', 5), (3, "two\nlines", 6), (4, None, 7), (5, "tab\tand \\N", 8)]


def test_what_goes_in_comes_out(database_url: str) -> None:
    with writing(make_engine(parse_url(database_url), must_exist=False)) as connection:
        create_tables(connection, THINGS)
        load(connection, "things", ("id", "words", "n"), AWKWARD)
        load(connection, "things", ("id",), [])
        create_indexes(connection, THINGS)
        assert [tuple(row) for row in connection.execute(select(things).order_by(things.c.id))] == AWKWARD
        erase(connection, "things", "id", [2, 3, 99])
        erase(connection, "things", "id", [])
        assert connection.execute(select(things.c.id).order_by(things.c.id)).scalars().all() == [1, 4, 5]
        assert [index["name"] for index in inspect(connection).get_indexes("things")] == ["ix_things_n"]


def test_more_rows_than_a_chunk_get_in(database_url: str) -> None:
    rows = [(number, "x", number) for number in range(45_001)]
    with writing(make_engine(parse_url(database_url), must_exist=False)) as connection:
        create_tables(connection, THINGS)
        load(connection, "things", ("id", "words", "n"), rows)
        erase(connection, "things", "id", range(1, 45_001))
        assert connection.execute(select(things.c.id)).scalars().all() == [0]


def test_an_error_while_copying_leaves_nothing(database_url: str) -> None:
    engine = make_engine(parse_url(database_url), must_exist=False)
    with pytest.raises(Exception, match=r"things|duplicate") as caught, writing(engine) as connection:
        create_tables(connection, THINGS)
        load(connection, "things", ("id", "words", "n"), [(1, "x", 1), (1, "y", 2)])
    assert not isinstance(caught.value, GimError)
    with writing(engine) as connection:
        assert inspect(connection).get_table_names() == []
