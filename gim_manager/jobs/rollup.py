"""How one level of an aggregate is made from the level below it, by the same statement for every hierarchy."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, case, delete, func, insert, select

from gim_manager.domain.aggregates import Fold, Hierarchy, Measure, stored_columns
from gim_manager.jobs.aggregate_pending import Batch, slots_of
from gim_manager.schema.aggregates import TABLES


def forget(connection: Connection, batch: Batch) -> None:
    """Deletes all that begins in the intervals of a batch, also what was built on other intervals (A06)."""
    table = TABLES[batch.hierarchy, batch.level]
    slots = slots_of(batch)
    key = table.c.date_time_key
    connection.execute(delete(table).where(key >= batch.first, key < batch.end, key.in_(select(slots.c.slot_key))))


def build(connection: Connection, batch: Batch) -> int:
    """Makes the intervals of a batch from the level below, in the caller's transaction; the rows written."""
    columns = ["date_time_key", *batch.hierarchy.dimensions, *stored_columns(batch.hierarchy)]
    table = TABLES[batch.hierarchy, batch.level]
    return connection.execute(insert(table).from_select(columns, _rolled(batch))).rowcount


def _rolled(batch: Batch) -> Select[Any]:
    finer = batch.level.finer
    if finer is None:
        raise ValueError(f"{batch.level} is built from the facts, not from a level below it")
    child = TABLES[batch.hierarchy, finer]
    slots = slots_of(batch)
    own = slots.c.interval_key
    dimensions = [child.c[name] for name in batch.hierarchy.dimensions]
    return (
        select(own, *dimensions, *_measures(batch.hierarchy, child, child.c.date_time_key == own))
        .select_from(slots)
        .join(child, child.c.date_time_key == slots.c.slot_key)
        .where(child.c.date_time_key >= batch.first, child.c.date_time_key < batch.end)
        .group_by(own, *dimensions)
    )


def _measures(hierarchy: Hierarchy, child: Table, begins: ColumnElement[bool]) -> list[ColumnElement[Any]]:
    return [value for measure in hierarchy.measures for value in _folded(measure, child, begins)]


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
