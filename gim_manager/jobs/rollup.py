"""How one level of an aggregate is made from the level below it, by the same statement for every hierarchy."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    select,
)

from gim_manager.domain.aggregates import Fold, Hierarchy, Level, Measure, stored_columns
from gim_manager.schema.aggregates import TABLES, agr_pending
from gim_manager.schema.calendar import date_time
from gim_manager.schema.dialect import insert_or_ignore

_LONGEST = {
    Level.HOUR: 2 * 3600, Level.DAY: 50 * 3600, Level.MONTH: 32 * 86_400, Level.QUARTER: 93 * 86_400,
    Level.YEAR: 367 * 86_400,
}  # fmt: skip
"""Seconds that no interval of a level exceeds, days of 25 hours included: it bounds an index range."""


def _parent_key(level: Level) -> Column[Any]:
    return date_time.c[f"date_time_{level.value.lower()}_key"]


def build(connection: Connection, hierarchy: Hierarchy, level: Level, first: int, last: int) -> int:
    """Rebuilds the pending intervals of a level between both keys, in the caller's transaction; the rows written."""
    table = TABLES[hierarchy, level]
    waiting = select(agr_pending.c.date_time_key).where(_pending(hierarchy, level, first, last))
    connection.execute(delete(table).where(table.c.date_time_key.in_(waiting)))
    columns = ["date_time_key", *hierarchy.dimensions, *stored_columns(hierarchy)]
    return connection.execute(insert(table).from_select(columns, _rolled(hierarchy, level, first, last))).rowcount


def queue(connection: Connection, hierarchy: Hierarchy, level: Level, first: int, last: int, now: int) -> None:
    """Makes the intervals above the pending ones of `level` pending, at `now` (seconds UTC)."""
    above = level.coarser
    assert above is not None
    touched = (
        select(literal(hierarchy.name), literal(above.value), _parent_key(above), literal(now))
        .join(agr_pending, agr_pending.c.date_time_key == date_time.c.date_time_key)
        .where(_pending(hierarchy, level, first, last))
        .distinct()
    )
    columns = ["hierarchy", "agg_level", "date_time_key", "queued_ts"]
    connection.execute(insert_or_ignore(connection, agr_pending).from_select(columns, touched))


def _pending(hierarchy: Hierarchy, level: Level, first: int, last: int) -> ColumnElement[bool]:
    pending = agr_pending.c
    return and_(
        pending.hierarchy == hierarchy.name,
        pending.agg_level == level.value,
        pending.date_time_key.between(first, last),
    )


def _rolled(hierarchy: Hierarchy, level: Level, first: int, last: int) -> Select[*tuple[Any, ...]]:
    finer = level.finer
    assert finer is not None
    child = TABLES[hierarchy, finer]
    own = agr_pending.c.date_time_key
    begins = child.c.date_time_key == own
    dimensions = [child.c[name] for name in hierarchy.dimensions]
    measures = [value for measure in hierarchy.measures for value in _folded(measure, child, begins)]
    return (
        select(own, *dimensions, *measures)
        .select_from(agr_pending)
        .join(child, and_(child.c.date_time_key >= own, child.c.date_time_key < own + _LONGEST[level]))
        .join(date_time, and_(date_time.c.date_time_key == child.c.date_time_key, _parent_key(level) == own))
        .where(_pending(hierarchy, level, first, last))
        .group_by(own, *dimensions)
    )


def _folded(measure: Measure, child: Table, begins: ColumnElement[bool]) -> list[ColumnElement[Any]]:
    value = child.c[measure.name]
    if measure.fold is Fold.SUM:
        return [func.sum(value)]
    if measure.fold is Fold.MAX:
        return [func.max(value)]
    carried = child.c[f"{measure.name}_carried"]
    # What was carried over a border inside the interval was counted on both sides of it.
    inner = func.sum(case((begins, 0), else_=carried))
    return [func.sum(value) - inner, func.sum(case((begins, carried), else_=0))]
