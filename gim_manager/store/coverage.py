"""Which facts there are for a re-aggregation to be rebuilt from, by a few probes of their indexes (R20)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Column, Connection, Table, exists, func, select

from gim_manager.domain.coverage import Coverage, judged
from gim_manager.domain.reaggregation import Reaggregation
from gim_manager.domain.timing import LocalClock, from_epoch, to_epoch
from gim_manager.schema.control import ctl_purge_history
from gim_manager.schema.facts import FACTS
from gim_manager.store.history import transformed_to

_FACTS = {table.name: table for table in FACTS}


def read(connection: Connection, asked: Reaggregation, clock: LocalClock) -> Coverage:
    """What the Info Mart knows of the facts that the request would read; `clock` is of the calendar's zone."""
    names = {name for hierarchy, _ in asked.sets for name in hierarchy.facts}
    reach = known(connection, names, clock)
    # Only of days that could have facts it is worth asking.
    days = judged(asked.start, asked.end, reach).others
    return replace(reach, empty=frozenset(_empty(connection, _tables(names), days, clock)))


def known(connection: Connection, names: Iterable[str], clock: LocalClock) -> Coverage:
    """From when to when there are facts in the tables of these names; of no day is it said that it is empty."""
    purged_to = _purged_to(connection, names)
    oldest = [moment for moment in (_first(connection, _tables(names)), purged_to) if moment is not None]
    return Coverage(
        clock=clock, first=min(oldest, default=None), purged_to=purged_to, transformed_to=transformed_to(connection)
    )


def _tables(names: Iterable[str]) -> list[Table]:
    return [_FACTS[name] for name in sorted(names)]


def _first(connection: Connection, tables: Iterable[Table]) -> datetime | None:
    slots = [connection.scalar(select(func.min(_began(table)))) for table in tables]
    return min((from_epoch(slot) for slot in slots if slot is not None), default=None)


def _purged_to(connection: Connection, names: Iterable[str]) -> datetime | None:
    purge = ctl_purge_history.c
    cutoff = connection.scalar(select(func.max(purge.cutoff_ts)).where(purge.table_name.in_(sorted(names))))
    return None if cutoff is None else from_epoch(cutoff)


def _empty(connection: Connection, tables: Sequence[Table], days: Iterable[date], clock: LocalClock) -> Iterable[date]:
    """The days on which no fact began: a probe a day and table."""
    for day in days:
        begins, ends = (to_epoch(clock.instant(edge, timedelta())) for edge in (day, day + timedelta(days=1)))
        there = (exists().where(_began(table) >= begins, _began(table) < ends) for table in tables)
        if not any(connection.scalar(select(one)) for one in there):
            yield day


def _began(table: Table) -> Column[int]:
    return table.c.start_date_time_key
