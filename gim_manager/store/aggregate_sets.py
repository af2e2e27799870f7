"""How each aggregate set stands: its rows, its newest interval, what waits to be built, when it was last rebuilt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Table, func, literal, select, text, union_all

from gim_manager.domain.aggregate_board import Waiting
from gim_manager.domain.aggregates import HIERARCHIES, Hierarchy, Level
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.timing import from_epoch
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_notification, agr_pending
from gim_manager.schema.live import mgr_run, mgr_step
from gim_manager.store.rows import instant

Set = tuple[Hierarchy, Level]
REMEMBERED = 100
"""So many of the latest requests are looked at for the last rebuild of each set."""
LARGE = 100_000
"""A table of PostgreSQL that is believed to have at least so many rows is not counted."""
COUNT_SECONDS = 60.0
_KNOWN = {hierarchy.name: hierarchy for hierarchy in HIERARCHIES}


def newest(connection: Connection) -> Mapping[Set, datetime]:
    """The beginning of the newest interval of each set that has rows: one probe of an index a set."""
    probes = (
        select(literal(place).label("place"), select(func.max(table.c.date_time_key)).scalar_subquery().label("slot"))
        for place, table in enumerate(TABLES.values())
    )
    sets = list(TABLES)
    found = connection.execute(union_all(*probes))
    return {sets[place]: from_epoch(slot) for place, slot in found if slot is not None}


def waiting(connection: Connection) -> Mapping[Set, Waiting]:
    """What waits of each set; facts that were announced and not yet taken in count at SUBHOUR, as one interval each."""
    pending, told = agr_pending.c, agr_notification.c
    found: dict[Set, Waiting] = {}
    queued = select(pending.hierarchy, pending.agg_level, func.count(), func.min(pending.queued_ts))
    for name, level, number, since in connection.execute(queued.group_by(pending.hierarchy, pending.agg_level)):
        if name in _KNOWN:
            found[_KNOWN[name], Level(level)] = Waiting(number=number, since=from_epoch(since))
    announced = select(told.fact_name, func.count(), func.min(told.created_ts)).group_by(told.fact_name)
    for fact, number, since in connection.execute(announced):
        for hierarchy in HIERARCHIES:
            if fact in hierarchy.facts:
                one = hierarchy, Level.SUBHOUR
                found[one] = _together(found.get(one), Waiting(number=number, since=from_epoch(since)))
    return found


def _together(known: Waiting | None, more: Waiting) -> Waiting:
    if known is None:
        return more
    return Waiting(number=known.number + more.number, since=min(known.since, more.since))


class Counts:
    """The rows of each set, and whether that is an estimate; counted once in `COUNT_SECONDS`. Of one thread at a time.

    Differs from PostgreSQL because SQLite keeps no number and counts a small index quickly; there, what autovacuum
    noted is taken for every table that is large.
    """

    def __init__(self) -> None:
        """Has counted nothing."""
        self._known: Mapping[Set, tuple[int, bool]] = {}
        self._at: float | None = None

    def read(self, connection: Connection, steady: float) -> Mapping[Set, tuple[int, bool]]:
        """By set; `steady` are the seconds of a clock that only goes forward."""
        if self._at is None or steady - self._at >= COUNT_SECONDS:
            believed = _believed(connection) if connection.dialect.name == "postgresql" else {}
            self._known = {one: _rows(connection, table, believed.get(table.name, 0)) for one, table in TABLES.items()}
            self._at = steady
        return self._known


def _rows(connection: Connection, table: Table, believed: int) -> tuple[int, bool]:
    if believed >= LARGE:
        return believed, True
    return int(connection.scalar(select(func.count()).select_from(table)) or 0), False


def _believed(connection: Connection) -> dict[str, int]:
    noted = text("SELECT relname, reltuples FROM pg_class WHERE relkind = 'r' AND relname LIKE 'agt\\_%'")
    return {name: int(tuples) for name, tuples in connection.execute(noted)}


def rebuilt(connection: Connection) -> Mapping[Set, datetime]:
    """When a person's re-aggregation of each set ended well last, of the latest requests (on the manager's tables)."""
    run, step = mgr_run.c, mgr_step.c
    latest = (
        select(run.id)
        .where(run.job == Job.AGGREGATE.value, run.parameters.is_not(None))
        .order_by(run.id.desc())
        .limit(REMEMBERED)
    )
    ended = (
        select(step.name, func.max(step.end_time))
        .where(step.run_id.in_(latest), step.status == Status.COMPLETE.value)
        .group_by(step.name)
    )
    named = {f"{hierarchy.name} {level}": (hierarchy, level) for hierarchy, level in TABLES}
    return {named[name]: instant(at) for name, at in connection.execute(ended) if name in named and at is not None}
