"""Which intervals the aggregates stand on, and that all are built anew when other intervals are asked for.

The intervals follow from the option `sub-hour-interval` and from the calendar. Each hierarchy remembers in CTL_MARK
what it was built on; a hierarchy that remembers nothing was never built. Nothing is deleted when they change: every
new interval takes the place of what began in it, one after the other, so that reports never see a hole.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, literal, select, union_all

from gim_manager.domain.aggregates import HIERARCHIES, LEVELS, Attribution, Hierarchy, Level
from gim_manager.domain.options import option
from gim_manager.jobs import aggregate_pending, audit
from gim_manager.jobs.work import Work
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.calendar import date_time
from gim_manager.schema.control import ctl_mark, ctl_purge_history
from gim_manager.schema.dialect import upserting
from gim_manager.schema.facts import FACTS

LONGEST_STATE = int(option("gim-etl", "max-state-duration").high or 0)
"""Seconds that no state of an agent exceeds, whatever the option says now or said once (T13)."""
CALENDAR_MARK = f"calendar {date_time.name}"
"""The row of CTL_MARK whose VALUE2 says what the calendar was filled by; written with its rows."""
_FACTS = {table.name: table for table in FACTS}


def changed(connection: Connection, work: Work) -> tuple[Hierarchy, ...]:
    """The hierarchies whose aggregates stand on other intervals than are asked for, or were never built."""
    asked = _grid(connection, work)
    if asked is None:
        return ()
    names = [_mark(hierarchy) for hierarchy in HIERARCHIES]
    marks = connection.execute(select(ctl_mark.c.name, ctl_mark.c.value2).where(ctl_mark.c.name.in_(names)))
    built = {name: grid for name, grid in marks}
    return tuple(hierarchy for hierarchy in HIERARCHIES if built.get(_mark(hierarchy)) != asked)


def renew(connection: Connection, work: Work, hierarchies: tuple[Hierarchy, ...]) -> None:
    """Queues all that these hierarchies can be built from anew, and remembers the intervals; in the caller's
    transaction."""
    if not hierarchies:
        return
    audit_key = audit.begin(connection, work)
    aggregate_pending.forget(connection, hierarchies)
    known = _edges(connection)
    for hierarchy in hierarchies:
        if span := _span(connection, hierarchy, known):
            aggregate_pending.queue_span(connection, work, hierarchy, *span)
            _queue_straddlers(connection, work, hierarchy, span[0])
    grid = _grid(connection, work)
    rows = [
        {"name": _mark(hierarchy), "value": audit_key, "value2": grid, "update_audit_key": audit_key}
        for hierarchy in hierarchies
    ]
    made = upserting(connection, ctl_mark).values(rows)
    taken = {name: made.excluded[name] for name in ("value", "value2", "update_audit_key")}
    connection.execute(made.on_conflict_do_update(index_elements=["name"], set_=taken))
    audit.finish(connection, audit_key, rows=0)


def _mark(hierarchy: Hierarchy) -> str:
    return f"aggregate {hierarchy.name}"


def _grid(connection: Connection, work: Work) -> str | None:
    """The length of a sub-hour interval and what the calendar's labels depend on; None while there is no calendar."""
    filled = connection.execute(select(ctl_mark.c.value2).where(ctl_mark.c.name == CALENDAR_MARK)).one_or_none()
    return f"{work.options.text('agg', 'sub-hour-interval')} {filled[0]}" if filled else None


def _queue_straddlers(connection: Connection, work: Work, hierarchy: Hierarchy, first: int) -> None:
    """Above SUBHOUR, the last row that began before the span may reach into it: it is built anew from what is there."""
    for level in LEVELS[1:]:
        key = TABLES[hierarchy, level].c.date_time_key
        before = connection.scalar(select(func.max(key)).where(key <= first))
        if before is not None:
            aggregate_pending.queue_above_slot(connection, work, hierarchy, level, before)


def _edges(connection: Connection) -> dict[str, tuple[int, int]]:
    """The first and the last slot in which a fact begins, by the name of its table; without tables that are empty."""
    slots = [(name, table.c.start_date_time_key) for name, table in _FACTS.items()]
    edges = (
        select(literal(name), *(select(edge(slot)).scalar_subquery() for edge in (func.min, func.max)))
        for name, slot in slots
    )
    return {name: (first, last) for name, first, last in connection.execute(union_all(*edges)) if first is not None}


def _span(connection: Connection, hierarchy: Hierarchy, known: Mapping[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The slots that can be built from the facts that are still there, and hold whatever was built of them before."""
    reach = LONGEST_STATE if hierarchy.attribution is Attribution.INTERVAL else 0
    edges = [known[name] for name in hierarchy.facts if name in known]
    if not edges:
        return None
    built = TABLES[hierarchy, Level.SUBHOUR].c.date_time_key
    last = max(*(last for _, last in edges), connection.scalar(select(func.max(built))) or 0)
    purged = purged_to(connection, hierarchy)
    first = _day_after(connection, purged + reach) if purged else min(first for first, _ in edges)
    straddling = connection.scalar(select(func.max(built)).where(built <= first, built > first - 3600))
    return first if purged or straddling is None else straddling, last + reach


def ever_built(connection: Connection, hierarchy: Hierarchy) -> bool:
    """Whether a hierarchy remembers what it was built on."""
    return connection.scalar(select(ctl_mark.c.name).where(ctl_mark.c.name == _mark(hierarchy))) is not None


def purged_to(connection: Connection, hierarchy: Hierarchy) -> int:
    """The moment before which facts of a hierarchy were purged: aggregates outlive them, and are left as they are."""
    purge = ctl_purge_history.c
    return connection.scalar(select(func.max(purge.cutoff_ts)).where(purge.table_name.in_(hierarchy.facts))) or 0


def _day_after(connection: Connection, moment: int) -> int:
    day, slot = date_time.c.date_time_day_key, date_time.c.date_time_key
    following = connection.scalar(select(func.min(day)).where(day >= moment, slot >= moment))
    return moment if following is None else int(following)
