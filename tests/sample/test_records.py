"""Rows fit the tables that they are for."""

from gim_manager.sample.records import COLUMNS, MUTABLE, when
from gim_manager.schema.idb import IDB
from tests.sample.lived import wild_day


def test_the_columns_of_each_table_exist_and_none_that_is_mandatory_is_missing() -> None:
    for table, columns in COLUMNS.items():
        declared = IDB.tables[table].columns
        assert set(columns) <= set(declared.keys())
        assert {column.name for column in declared if not column.nullable} <= set(columns)


def test_every_mandatory_column_is_filled() -> None:
    for table, rows in wild_day().rows.items():
        mandatory = [column.name for column in IDB.tables[table].columns if not column.nullable]
        assert rows
        assert all(row[name] is not None for row in rows for name in mandatory)


def test_only_what_lasts_is_changed_after_it_was_written() -> None:
    lasting = {kind.table for kind in MUTABLE}
    for table, rows in wild_day().rows.items():
        changed = {row["gsys_useq"] > row["gsys_seq"] for row in rows}
        assert changed == {table in lasting}


def test_a_wall_clock_is_that_of_utc() -> None:
    assert when(1_795_471_200) == "2026-11-23 22:00:00.000000"
    assert when(None) is None
