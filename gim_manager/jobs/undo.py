"""The undoing of a re-aggregation: the rows that it changed are put back as they were, where they are as it left them.

One transaction a hierarchy, with what is added up from it by group: so whoever reads sees all levels of it old or new.
What was kept becomes what this run has changed, so that it can be undone in turn, and one that is stopped goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Delete,
    Insert,
    Integer,
    Select,
    Update,
    delete,
    exists,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.sql import bindparam

from gim_manager.domain.aggregates import HIERARCHIES, Hierarchy, Level, made_of
from gim_manager.domain.reaggregation import calendar_clock
from gim_manager.domain.timing import LocalClock, to_epoch
from gim_manager.domain.undo import CannotUndo, Kept, objection
from gim_manager.jobs import kept_rows, kept_sets
from gim_manager.jobs.aggregate_pending import insert_pending, subhours, transaction
from gim_manager.jobs.day_seals import break_at
from gim_manager.jobs.differences import columns, keys, same
from gim_manager.jobs.kept_sets import disturbed, interval_begin, interval_end
from gim_manager.jobs.work import Handed, Work
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.calendar import date_time
from gim_manager.schema.kept import KEPT, agr_rebuilt

Family = tuple[Hierarchy, ...]
"""A hierarchy from the facts, and those that add it up by group."""


def undo(work: Work, request: Handed, run_id: int, *, keep_up: Callable[[], None]) -> None:
    """Puts back what run `run_id` has changed; `keep_up` builds what the facts ask for, before each transaction.

    Raises CannotUndo, which leaves everything as it is, or what is not put back yet; Stopped.
    """
    request.stop.check()
    clock = calendar_clock(work.options)
    keep_up()
    kept = _begin(work, request, run_id, clock)
    families = [family for family in _families() if _rows(kept, family)]
    request.report.planned([family[0].name for family in families])
    request.report.info(f"Puts back {kept.rows} rows that run {run_id} has changed.")
    for place, family in enumerate(families, start=1):
        with request.report.step(family[0].name) as step:
            keep_up()
            request.stop.check()
            with transaction(work) as connection, request.stop.cancels(connection):
                _undo(connection, work, request, run_id, family, clock)
            step.rows(_rows(kept, family))
        request.report.progress(place / len(families), f"{family[0].name} is put back")
    with transaction(work) as connection:
        kept_rows.tell_planner(connection, request.run_id)
    request.report.progress(1.0, f"{kept.rows} rows put back")


def _families() -> tuple[Family, ...]:
    return tuple((one, *made_of(one)) for one in HIERARCHIES if one.source is None)


def _rows(kept: Kept, family: Family) -> int:
    names = {hierarchy.name for hierarchy in family}
    return sum(one.rows for one in kept.sets if one.hierarchy in names)


def _begin(work: Work, request: Handed, run_id: int, clock: LocalClock) -> Kept:
    with transaction(work) as connection:
        kept = kept_sets.read(connection, run_id, clock)
        # Who was ended between the last row and their last word is not told that they had been too late.
        if kept.undone_by != request.run_id and (why := objection(kept)):
            raise CannotUndo(why)
        kept_rows.begin(connection, request.run_id, to_epoch(work.now()))
        kept_rows.tell_planner(connection, run_id)
        return kept


def _undo(connection: Connection, work: Work, request: Handed, run_id: int, family: Family, clock: LocalClock) -> None:
    if rebuilt := kept_sets.first_rebuilt(connection, run_id, family, clock):
        raise CannotUndo(objection(Kept(run_id=run_id, rebuilt=rebuilt)))
    asked = {"of_run": run_id, "now": to_epoch(work.now())}
    sets = kept_sets.kept_of(connection, run_id, family)
    # What else is disturbed follows from what is put back below it.
    for one, level in sets:
        connection.execute(_leave(one, level), asked | {"at_level": level.value})
    for one, level in sets:
        for statement in _put_back(one, level):
            connection.execute(statement, asked | {"at_level": level.value})
    for one in family:
        break_at(connection, KEPT[one], run_id)
        _queue(connection, work, one, [level for other, level in sets if other is one], asked)
    for one in family:
        connection.execute(_turn_over(one), asked | {"by": request.run_id})
    connection.execute(update(agr_rebuilt).where(agr_rebuilt.c.run_id == run_id).values(undone_by=request.run_id))


@cache
def _leave(hierarchy: Hierarchy, level: Level) -> Delete:
    kept = KEPT[hierarchy]
    own = (kept.c.run_id == bindparam("of_run"), kept.c.agg_level == bindparam("at_level"))
    return delete(kept).where(*own, kept.c.date_time_key.in_(disturbed(hierarchy, level)))


@cache
def _put_back(hierarchy: Hierarchy, level: Level) -> tuple[Delete, Insert]:
    """What the run left goes, what was before comes."""
    table, kept = TABLES[hierarchy, level], KEPT[hierarchy]
    own = (kept.c.run_id == bindparam("of_run"), kept.c.agg_level == bindparam("at_level"))
    slots = select(kept.c.date_time_key).where(*own)
    left = exists().where(*own, kept.c.is_after == 1, same(kept, table, keys(hierarchy)))
    names = columns(hierarchy)
    were = select(*(kept.c[name] for name in names)).where(*own, kept.c.is_after == 0)
    return delete(table).where(table.c.date_time_key.in_(slots), left), insert(table).from_select(names, were)


def _queue(
    connection: Connection, work: Work, hierarchy: Hierarchy, levels: Sequence[Level], asked: dict[str, int]
) -> None:
    """What is made of the rows that are put back is built from them, unless it is put back too."""
    for level in (level for level in levels if level.coarser):
        insert_pending(connection, _above(hierarchy, level), asked)
    of_resource = _kept_slots(hierarchy, Level.SUBHOUR)
    for grouped in made_of(hierarchy) if Level.SUBHOUR in levels else ():
        # One that is a group's own is there again already.
        own = date_time.c.date_time_key.not_in(_kept_slots(grouped, Level.SUBHOUR))
        made = subhours(work, literal(grouped.name)).where(date_time.c.date_time_key.in_(of_resource), own)
        insert_pending(connection, made, asked)


def _kept_slots(hierarchy: Hierarchy, level: Level) -> Select[int]:
    kept = KEPT[hierarchy].alias()
    return select(kept.c.date_time_key).where(kept.c.run_id == bindparam("of_run"), kept.c.agg_level == level.value)


@cache
def _above(hierarchy: Hierarchy, level: Level) -> Select[*tuple[Any, ...]]:
    coarser = level.coarser or level
    slots = _kept_slots(hierarchy, level).distinct().subquery()
    slot = slots.c.date_time_key
    begin, now = interval_begin(coarser, slot), bindparam("now", type_=Integer)
    named = literal(hierarchy.name), literal(coarser.value)
    made: Select[*tuple[Any, ...]] = select(*named, begin, interval_end(coarser, slot), now).select_from(slots)
    return made.where(begin.not_in(_kept_slots(hierarchy, coarser))).distinct()


@cache
def _turn_over(hierarchy: Hierarchy) -> Update:
    kept = KEPT[hierarchy]
    return (
        update(kept)
        .where(kept.c.run_id == bindparam("of_run"))
        .values(run_id=bindparam("by"), is_after=1 - kept.c.is_after)
    )
