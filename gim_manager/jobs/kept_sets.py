"""What is kept of the rows that a run has changed, set by set, and where they can no longer be put back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, or_, select
from sqlalchemy.sql import bindparam

from gim_manager.domain.aggregates import HIERARCHIES, LEVELS, Hierarchy, Level
from gim_manager.domain.timing import LocalClock, from_epoch
from gim_manager.domain.undo import Changed, Kept
from gim_manager.jobs.differences import columns, keys, same
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.calendar import date_time
from gim_manager.schema.control import agr_pending
from gim_manager.schema.kept import KEPT, agr_rebuilt

Set = tuple[Hierarchy, Level]


def read(connection: Connection, run_id: int, clock: LocalClock) -> Kept:
    """All that is kept of this run; `clock` is of the calendar's zone."""
    row = connection.execute(select(agr_rebuilt).where(agr_rebuilt.c.run_id == run_id)).one_or_none()
    if row is None:
        return Kept(run_id=run_id)
    found = tuple(changed(connection, run_id, HIERARCHIES, clock))
    return Kept(
        run_id=run_id, is_known=True, undone_by=row.undone_by, dropped_by=row.dropped_by, sets=found,
        rebuilt=None if row.dropped_by is not None else first_rebuilt(connection, run_id, HIERARCHIES, clock),
    )  # fmt: skip


def changed(connection: Connection, run_id: int, of: tuple[Hierarchy, ...], clock: LocalClock) -> Iterator[Changed]:
    """The rows of each set that the run has changed, by hierarchy and from the finest level up."""
    for hierarchy in of:
        found = {row.agg_level: row for row in connection.execute(_counted(hierarchy), {"of_run": run_id})}
        for level in LEVELS:
            if row := found.get(level.value):
                yield Changed(
                    hierarchy=hierarchy.name, level=level, changed=row.changed, added=row.added, removed=row.removed,
                    first=_day(row.first, clock), last=_day(row.last, clock),
                )  # fmt: skip


def first_rebuilt(
    connection: Connection, run_id: int, of: tuple[Hierarchy, ...], clock: LocalClock
) -> tuple[str, date] | None:
    """A set whose rows are no longer as the run left them, or are about to be built again, and the first day of which
    that is so; what follows from a finer set that is put back does not count. None if there is none."""
    for hierarchy, level in kept_of(connection, run_id, of):
        slot = connection.scalar(_blocked(hierarchy, level), {"of_run": run_id, "at_level": level.value})
        if slot is not None:
            return f"{hierarchy.name} {level}", _day(slot, clock)
    return None


def kept_of(connection: Connection, run_id: int, of: tuple[Hierarchy, ...]) -> tuple[Set, ...]:
    """The sets of which rows of this run are kept, by hierarchy and from the finest level up."""
    found: list[Set] = []
    for hierarchy in of:
        kept = KEPT[hierarchy].c
        levels = set(connection.scalars(select(kept.agg_level).where(kept.run_id == run_id).distinct()))
        found += [(hierarchy, level) for level in LEVELS if level.value in levels]
    return tuple(found)


def _day(slot: int, clock: LocalClock) -> date:
    return clock.local_date(from_epoch(slot))


@cache
def _counted(hierarchy: Hierarchy) -> Select[Any]:
    kept = KEPT[hierarchy].c
    were, are = func.sum(1 - kept.is_after), func.sum(kept.is_after)
    row = (
        select(kept.agg_level, kept.date_time_key, were.label("were"), are.label("are"))
        .where(kept.run_id == bindparam("of_run"))
        .group_by(kept.agg_level, *(kept[name] for name in keys(hierarchy)))
        .subquery()
    )
    c = row.c
    counts = (func.sum(case((said, 1), else_=0)) for said in (c.were == c["are"], c.were == 0, c["are"] == 0))
    named = (count.label(name) for name, count in zip(("changed", "added", "removed"), counts, strict=True))
    edges = func.min(c.date_time_key).label("first"), func.max(c.date_time_key).label("last")
    return select(c.agg_level, *named, *edges).group_by(c.agg_level)


@cache
def disturbed(hierarchy: Hierarchy, level: Level) -> Select[int]:
    """The intervals of a set, of run `run_id` at level `at_level`, in which a row is not as the run left it, or that
    wait to be built again."""
    kept, table = KEPT[hierarchy].alias(), TABLES[hierarchy, level]
    other = KEPT[hierarchy].alias()
    of_row = same(other, kept, ("run_id", "agg_level", *keys(hierarchy)))
    is_as_left = exists().where(same(table, kept, columns(hierarchy)))
    was_taken_away = ~exists().where(of_row, other.c.is_after == 1)
    is_there = exists().where(same(table, kept, keys(hierarchy)))
    gone = or_(and_(kept.c.is_after == 1, ~is_as_left), and_(kept.c.is_after == 0, was_taken_away, is_there))
    own = (kept.c.run_id == bindparam("of_run"), kept.c.agg_level == bindparam("at_level"))
    return (
        select(kept.c.date_time_key).where(*own, or_(gone, _waits(hierarchy, level, kept.c.date_time_key))).distinct()
    )


def _waits(hierarchy: Hierarchy, level: Level, slot: ColumnElement[int]) -> ColumnElement[bool]:
    pending = agr_pending.c
    own = (pending.hierarchy == hierarchy.name, pending.agg_level == level.value)
    return exists().where(*own, pending.date_time_key <= slot, pending.date_time_next_key > slot)


@cache
def _blocked(hierarchy: Hierarchy, level: Level) -> Select[int]:
    """The first interval that is disturbed, and does not follow from what is put back below it."""
    slot = disturbed(hierarchy, level).subquery().c.date_time_key
    first = select(func.min(slot))
    if level.finer is None and hierarchy.source is None:
        return first
    below = KEPT[hierarchy if level.finer else hierarchy.source or hierarchy].c
    at_level, end = level.finer or level, interval_end(level, slot) if level.finer else slot + 1
    within = and_(below.date_time_key >= slot, below.date_time_key < end)
    return first.where(~exists().where(below.run_id == bindparam("of_run"), below.agg_level == at_level.value, within))


def interval_begin(level: Level, slot: ColumnElement[int]) -> ColumnElement[int]:
    """The beginning of the interval of a level above SUBHOUR that begins with a slot, or holds it."""
    return _of_calendar(f"date_time_{level.lower()}_key", slot)


def interval_end(level: Level, slot: ColumnElement[int]) -> ColumnElement[int]:
    """Its end, which is excluded."""
    return _of_calendar(f"date_time_next_{level.lower()}_key", slot)


def _of_calendar(name: str, slot: ColumnElement[int]) -> ColumnElement[int]:
    # By the next slot that the calendar has: an interval's first may lie before it.
    calendar = date_time.alias()
    found = select(calendar.c[name]).where(calendar.c.date_time_key >= slot).order_by(calendar.c.date_time_key).limit(1)
    return found.correlate_except(calendar).scalar_subquery()
