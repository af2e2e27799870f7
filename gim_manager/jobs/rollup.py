"""How aggregates are made from finer ones, by the same statement for every hierarchy: a level from the level below it,
and the SUBHOUR of groups from that of their resources."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    join,
    select,
)

from gim_manager.domain.aggregates import Fold, Hierarchy, Level, Measure, stored_columns
from gim_manager.jobs.aggregate_pending import LISTED, Batch
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.calendar import date_time
from gim_manager.schema.control import agr_pending
from gim_manager.schema.dimensions import media_type, resource_group_combination


def forget(connection: Connection, batch: Batch) -> None:
    """Deletes all that begins in the intervals of a batch, also what was built on other intervals (A06)."""
    of_flavor, is_unbroken = batch.flavor is not None, batch.is_unbroken or batch.first == batch.last
    doomed = _doomed(batch.hierarchy, batch.level, of_flavor=of_flavor, is_unbroken=is_unbroken)
    connection.execute(doomed, batch.parameters)


@cache
def _doomed(hierarchy: Hierarchy, level: Level, *, of_flavor: bool, is_unbroken: bool) -> Delete:
    table = TABLES[hierarchy, level]
    key = table.c.date_time_key
    doomed = delete(table).where(key >= bindparam("first"), key < bindparam("end"))
    if of_flavor:
        doomed = doomed.where(_is_of_flavor(table))
    return doomed if is_unbroken else doomed.where(key.in_(_slots()))


def _is_of_flavor(table: Table) -> ColumnElement[bool]:
    others = select(media_type.c.media_type_key).where(media_type.c.is_online == bindparam("left_out"))
    return table.c.media_type_key.not_in(others)


def _slots() -> Select[tuple[int]]:
    slot, pending = date_time.c.date_time_key, agr_pending.c
    within = and_(slot >= pending.date_time_key, slot < pending.date_time_next_key)
    return select(slot).join(agr_pending, within).where(LISTED, slot >= bindparam("first"), slot < bindparam("end"))


def build(connection: Connection, batch: Batch) -> int:
    """Makes the intervals of a batch from the level below or, at SUBHOUR, from the hierarchy's source, in the caller's
    transaction; the rows written."""
    made = _rolled(batch.hierarchy, batch.level, of_flavor=batch.flavor is not None)
    return connection.execute(made, batch.parameters).rowcount


@cache
def _rolled(hierarchy: Hierarchy, level: Level, *, of_flavor: bool) -> Insert:
    columns = ["date_time_key", *hierarchy.dimensions, *stored_columns(hierarchy)]
    child, own = _made_from(hierarchy, level), agr_pending.c.date_time_key
    key, groups = child.c.date_time_key, resource_group_combination.c
    rows = join(agr_pending, child, and_(key >= own, key < agr_pending.c.date_time_next_key))
    known = {"group_key": groups.group_key, **child.c}
    if "group_key" not in child.c and "group_key" in hierarchy.dimensions:
        in_group = groups.group_combination_key == child.c.resource_group_combination_key
        rows = rows.join(resource_group_combination, in_group)
    dimensions = [known[name] for name in hierarchy.dimensions]
    # The edges say nothing new, but they are constants: PostgreSQL estimates by them.
    chosen = [LISTED, key >= bindparam("first"), key < bindparam("end")]
    if of_flavor:
        chosen.append(_is_of_flavor(child))
    rolled = select(own, *dimensions, *_measures(hierarchy, child, key == own)).select_from(rows).where(*chosen)
    return insert(TABLES[hierarchy, level]).from_select(columns, rolled.group_by(own, *dimensions))


def _made_from(hierarchy: Hierarchy, level: Level) -> Table:
    if finer := level.finer:
        return TABLES[hierarchy, finer]
    if hierarchy.source:
        return TABLES[hierarchy.source, level]
    raise ValueError(f"{level} of {hierarchy.name} is built from the facts, not from other aggregates")


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
