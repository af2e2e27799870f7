"""What a re-aggregation changes, kept in the transaction that does: what there was is set aside, then compared."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Column, Connection, Insert, MetaData, Table, bindparam, delete, insert, literal, select
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


def set_aside(connection: Connection, batch: Batch) -> None:
    """Copies what the interval of the batch holds, before it is deleted."""
    aside = _aside(batch.hierarchy)
    connection.execute(CreateTable(aside, if_not_exists=True))
    connection.execute(delete(aside))
    connection.execute(_copying(batch.hierarchy, batch.level), _edges(batch))


def keep(connection: Connection, run_id: int, batch: Batch) -> None:
    """Keeps the rows that have become others, as they were and as they are, once the batch is built."""
    asked = _edges(batch) | {"of_run": run_id}
    for is_after in (0, 1):
        connection.execute(_keeping(batch.hierarchy, batch.level, is_after), asked)


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
        f"before_{hierarchy.stem}", MetaData(), *own, prefixes=["TEMPORARY"], postgresql_on_commit="DELETE ROWS"
    )


@cache
def _copying(hierarchy: Hierarchy, level: Level) -> Insert:
    table, names = TABLES[hierarchy, level], columns(hierarchy)
    slot = table.c.date_time_key
    held = select(*(table.c[name] for name in names)).where(slot >= bindparam("first"), slot < bindparam("end"))
    return insert(_aside(hierarchy)).from_select(names, held)


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
