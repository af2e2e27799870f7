"""What a re-aggregation changes, kept in the transaction that does: what there was is set aside, then compared."""

from __future__ import annotations

from functools import cache

from sqlalchemy import (
    Column,
    Connection,
    Insert,
    MetaData,
    Select,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
)
from sqlalchemy.schema import CreateTable

from gim_manager.domain.aggregates import Hierarchy, Level
from gim_manager.jobs.aggregate_pending import Batch
from gim_manager.jobs.differences import columns, only_in
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.dialect import insert_or_ignore
from gim_manager.schema.kept import KEPT, agr_rebuilt


def begin(connection: Connection, run_id: int, now: int) -> None:
    """From now on (seconds UTC) it is known that the run keeps what it changes."""
    began = insert_or_ignore(connection, agr_rebuilt).values(run_id=run_id, begun_ts=now)
    connection.execute(began)


def set_aside(connection: Connection, batch: Batch) -> int:
    """Copies what the interval of the batch holds, before it is deleted; how many rows."""
    aside = _aside(batch.hierarchy)
    connection.execute(CreateTable(aside, if_not_exists=True))
    connection.execute(delete(aside))
    return connection.execute(_copying(batch.hierarchy, batch.level), _edges(batch)).rowcount


def keep(connection: Connection, run_id: int, batch: Batch, *, before: int) -> None:
    """Keeps the rows that have become others, as they were and as they are, once the batch is built; `before` as many
    were set aside."""
    asked = _edges(batch) | {"of_run": run_id}
    were = connection.execute(_keeping(batch.hierarchy, batch.level, 0), asked).rowcount
    # Where all are there again and no more of them, none is new: mostly so, and half of the work.
    if were or connection.scalar(_counting(batch.hierarchy, batch.level), asked) != before:
        connection.execute(_keeping(batch.hierarchy, batch.level, 1), asked)


def tell_planner(connection: Connection, run_id: int) -> None:
    """PostgreSQL hears how many rows this run has kept, and the next question about them is answered in seconds."""
    if connection.dialect.name != "postgresql":
        return
    for kept in KEPT.values():
        # Differs from PostgreSQL because SQLite goes by its indexes: here, without statistics, a run is taken for a
        # handful of rows, and each of them compared with every other.
        if connection.scalar(select(exists().where(kept.c.run_id == run_id))):
            connection.exec_driver_sql(f"ANALYZE {kept.name}")


def _edges(batch: Batch) -> dict[str, int]:
    return {"first": batch.first, "end": batch.end}


@cache
def _aside(hierarchy: Hierarchy) -> Table:
    """Of this session alone; on PostgreSQL it is emptied with each commit, and nobody would vacuum it."""
    own = (
        Column(column.name, column.type, primary_key=column.primary_key, nullable=False, autoincrement=False)
        for column in TABLES[hierarchy, Level.SUBHOUR].c
    )
    return Table(
        f"before_{hierarchy.stem}",
        MetaData(),
        *own,
        prefixes=["TEMPORARY"],
        postgresql_on_commit="DELETE ROWS",
        sqlite_with_rowid=False,
    )


@cache
def _copying(hierarchy: Hierarchy, level: Level) -> Insert:
    table, names = TABLES[hierarchy, level], columns(hierarchy)
    slot = table.c.date_time_key
    held = select(*(table.c[name] for name in names)).where(slot >= bindparam("first"), slot < bindparam("end"))
    return insert(_aside(hierarchy)).from_select(names, held)


@cache
def _counting(hierarchy: Hierarchy, level: Level) -> Select[int]:
    slot = TABLES[hierarchy, level].c.date_time_key
    return select(func.count(slot)).where(slot >= bindparam("first"), slot < bindparam("end"))


@cache
def _keeping(hierarchy: Hierarchy, level: Level, is_after: int) -> Insert:
    before, after = _aside(hierarchy), TABLES[hierarchy, level]
    one, other = (after, before) if is_after else (before, after)
    slot = after.c.date_time_key
    # The edges keep both databases from looking through the whole table.
    found = only_in(one, other, hierarchy)
    if is_after:
        found = found.where(slot >= bindparam("first"), slot < bindparam("end"))
    told = found.add_columns(bindparam("of_run"), literal(level.value), literal(is_after))
    return insert(KEPT[hierarchy]).from_select([*columns(hierarchy), "run_id", "agg_level", "is_after"], told)
