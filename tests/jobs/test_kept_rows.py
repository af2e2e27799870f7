"""What is kept of an interval that is built again: the rows that have become others, before and after."""

from sqlalchemy import Connection, Table, delete, select, update

from gim_manager.domain.aggregates import H_ID, Level
from gim_manager.jobs import kept_rows
from gim_manager.jobs.aggregate_pending import Batch
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.engines import writing
from gim_manager.schema.kept import KEPT, agr_rebuilt
from tests.language.mart import bare_mart

DAY = 86_400
TABLE, KEPT_ROWS = TABLES[H_ID, Level.DAY], KEPT[H_ID]
BATCH = Batch(hierarchy=H_ID, level=Level.DAY, first=DAY, last=DAY, end=2 * DAY)


def _row(tenant: int, slot: int = DAY, entered: int = 1) -> dict[str, int]:
    return {column.name: 0 for column in TABLE.columns} | {
        "date_time_key": slot, "tenant_key": tenant, "entered": entered
    }  # fmt: skip


def _found(connection: Connection, table: Table) -> list[tuple[object, ...]]:
    kept = table.c
    chosen = select(kept.run_id, kept.agg_level, kept.is_after, kept.date_time_key, kept.tenant_key, kept.entered)
    return sorted(tuple(row) for row in connection.execute(chosen))


def test_only_rows_of_the_interval_that_have_become_others_are_kept(database_url: str) -> None:
    with writing(bare_mart(database_url)) as connection:
        alike, changed, gone, outside = _row(1), _row(2), _row(3), _row(4, slot=2 * DAY)
        connection.execute(TABLE.insert(), [alike, changed, gone, outside])
        before = kept_rows.set_aside(connection, BATCH)
        connection.execute(update(TABLE).where(TABLE.c.tenant_key.in_([2, 4])).values(entered=7))
        connection.execute(delete(TABLE).where(TABLE.c.tenant_key == 3))
        connection.execute(TABLE.insert(), [_row(5)])
        kept_rows.keep(connection, 12, BATCH, before=before)
        day = (12, "DAY")
        assert _found(connection, KEPT_ROWS) == [
            (*day, 0, DAY, 2, 1), (*day, 0, DAY, 3, 1), (*day, 1, DAY, 2, 7), (*day, 1, DAY, 5, 1)
        ]  # fmt: skip


def test_a_row_that_came_is_kept_where_all_others_are_as_they_were(database_url: str) -> None:
    with writing(bare_mart(database_url)) as connection:
        connection.execute(TABLE.insert(), [_row(1)])
        before = kept_rows.set_aside(connection, BATCH)
        connection.execute(TABLE.insert(), [_row(2)])
        kept_rows.keep(connection, 12, BATCH, before=before)
        assert _found(connection, KEPT_ROWS) == [(12, "DAY", 1, DAY, 2, 1)]


def test_what_was_set_aside_before_is_forgotten(database_url: str) -> None:
    with writing(bare_mart(database_url)) as connection:
        connection.execute(TABLE.insert(), [_row(1)])
        kept_rows.set_aside(connection, BATCH)
        connection.execute(delete(TABLE))
        kept_rows.keep(connection, 12, BATCH, before=kept_rows.set_aside(connection, BATCH))
        assert _found(connection, KEPT_ROWS) == []


def test_a_run_begins_once_however_often_it_is_handed_over(database_url: str) -> None:
    with writing(bare_mart(database_url)) as connection:
        for now in (5, 8):
            kept_rows.begin(connection, 12, now)
        assert [tuple(row) for row in connection.execute(select(agr_rebuilt))] == [(12, 5, None, None)]
