"""How aggregates are made from finer ones, by the same statement for every hierarchy: a level from the level below it,
and the SUBHOUR of groups from that of their resources."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, case, delete, func, insert, join, select

from gim_manager.domain.aggregates import Fold, Hierarchy, Measure, stored_columns
from gim_manager.jobs.aggregate_pending import Batch, begun
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.calendar import date_time
from gim_manager.schema.control import agr_pending
from gim_manager.schema.dimensions import media_type, resource_group_combination


def forget(connection: Connection, batch: Batch) -> None:
    """Deletes all that begins in the intervals of a batch, also what was built on other intervals (A06)."""
    table = TABLES[batch.hierarchy, batch.level]
    key = table.c.date_time_key
    doomed = delete(table).where(key >= batch.first, key < batch.end, *_of_flavor(table, batch))
    connection.execute(doomed if batch.first == batch.last else doomed.where(key.in_(_slots(batch))))


def _of_flavor(table: Table, batch: Batch) -> list[ColumnElement[bool]]:
    """The condition that a row's media type is built by the batch."""
    if batch.flavor is None:
        return []
    others = select(media_type.c.media_type_key).where(media_type.c.is_online == batch.left_out)
    return [table.c.media_type_key.not_in(others)]


def _slots(batch: Batch) -> Select[tuple[int]]:
    slot, pending = date_time.c.date_time_key, agr_pending.c
    within = and_(slot >= pending.date_time_key, slot < pending.date_time_next_key)
    return select(slot).join(agr_pending, within).where(begun(batch), slot >= batch.first, slot < batch.end)


def build(connection: Connection, batch: Batch) -> int:
    """Makes the intervals of a batch from the level below or, at SUBHOUR, from the hierarchy's source, in the caller's
    transaction; the rows written."""
    columns = ["date_time_key", *batch.hierarchy.dimensions, *stored_columns(batch.hierarchy)]
    table = TABLES[batch.hierarchy, batch.level]
    return connection.execute(insert(table).from_select(columns, _rolled(batch))).rowcount


def _rolled(batch: Batch) -> Select[Any]:
    child, own = _made_from(batch), agr_pending.c.date_time_key
    key, groups = child.c.date_time_key, resource_group_combination.c
    rows = join(agr_pending, child, and_(key >= own, key < agr_pending.c.date_time_next_key))
    known = {"group_key": groups.group_key, **child.c}
    if "group_key" not in child.c and "group_key" in batch.hierarchy.dimensions:
        in_group = groups.group_combination_key == child.c.resource_group_combination_key
        rows = rows.join(resource_group_combination, in_group)
    dimensions = [known[name] for name in batch.hierarchy.dimensions]
    return (
        select(own, *dimensions, *_measures(batch.hierarchy, child, key == own))
        .select_from(rows)
        # These say nothing new, but they are constants: PostgreSQL estimates by them.
        .where(begun(batch), key >= batch.first, key < batch.end, *_of_flavor(child, batch))
        .group_by(own, *dimensions)
    )


def _made_from(batch: Batch) -> Table:
    hierarchy, finer = batch.hierarchy, batch.level.finer
    if finer:
        return TABLES[hierarchy, finer]
    if hierarchy.source:
        return TABLES[hierarchy.source, batch.level]
    raise ValueError(f"{batch.level} of {hierarchy.name} is built from the facts, not from other aggregates")


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
