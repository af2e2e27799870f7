"""Rows of two tables that differ, whatever makes them differ."""

from sqlalchemy import MetaData

from gim_manager.domain.aggregates import H_ID, Level
from gim_manager.jobs.differences import columns, only_in
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url


def test_a_row_differs_by_its_key_or_by_any_number(database_url: str) -> None:
    meta = MetaData()
    left, right = (TABLES[H_ID, level].to_metadata(meta) for level in (Level.DAY, Level.HOUR))
    engine = make_engine(parse_url(database_url), must_exist=False)
    row = dict.fromkeys(columns(H_ID), 1)
    with writing(engine) as connection:
        meta.create_all(connection)
        connection.execute(left.insert(), [row, row | {"date_time_key": 2}, row | {"interaction_descriptor_key": 3}])
        connection.execute(right.insert(), [row, row | {"date_time_key": 2, "wrap": 7}])
        one, other = (list(connection.execute(only_in(*pair, H_ID))) for pair in ((left, right), (right, left)))
    assert sorted((row.date_time_key, row.interaction_descriptor_key, row.wrap) for row in one) == [
        (1, 3, 1),
        (2, 1, 1),
    ]
    assert [(row.date_time_key, row.wrap) for row in other] == [(2, 7)]
