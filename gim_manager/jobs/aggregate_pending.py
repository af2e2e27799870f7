"""Which intervals are older than their facts, in which order they are built, and how they are taken off the list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, delete, func, literal, or_, select

from gim_manager.domain.aggregates import HIERARCHIES, LEVELS, Hierarchy, Level, made_of
from gim_manager.domain.reaggregation import Flavor
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs.work import Settings, Work
from gim_manager.schema.calendar import date_time
from gim_manager.schema.control import agr_pending
from gim_manager.schema.dialect import insert_or_ignore
from gim_manager.schema.engines import writing

SLOT_SECONDS = 900
_COLUMNS = ["hierarchy", "agg_level", "date_time_key", "date_time_next_key", "queued_ts"]
_ORDER = (Level.DAY, Level.HOUR, Level.SUBHOUR, Level.MONTH, Level.QUARTER, Level.YEAR)
"""A day is finished at every fine level before an older one is begun; months and above are built once all days are."""

WITHIN_A_DAY = frozenset({Level.SUBHOUR, Level.HOUR})
LISTED = and_(
    agr_pending.c.hierarchy.in_(bindparam("hierarchies", expanding=True)),
    agr_pending.c.agg_level == bindparam("at_level"),
    agr_pending.c.date_time_key.between(bindparam("first"), bindparam("last")),
)
"""The condition on AGR_PENDING that an interval is one of `Batch.parameters`; the same words whatever the batch, so
that SQLAlchemy makes a statement of them once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What a transaction begins with, of every hierarchy that has such: the pending intervals of a level that begin in
    `[first, last]`, all within one day or, above a day, a single one."""

    level: Level
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a transaction builds of one hierarchy and level: the pending intervals that begin in `[first, last]`, all
    within one day or, above a day, a single one; `end` is where the last of them ends."""

    hierarchy: Hierarchy
    level: Level
    first: int
    last: int
    end: int
    flavor: Flavor | None = None
    """Only the rows of these media types are built, and the others left as they are (A04); all without."""
    is_unbroken: bool = False
    """Whether the intervals are known to fill `[first, end)` without a gap."""

    @property
    def left_out(self) -> int:
        """IS_ONLINE of the media types that are left as they are; -1 leaves none."""
        return {None: -1, Flavor.ONLINE: 0, Flavor.OFFLINE: 1}[self.flavor]

    @property
    def parameters(self) -> dict[str, Any]:
        """What LISTED asks for, and whoever builds the batch."""
        return {**_all_of([self]), "left_out": self.left_out}


def _all_of(batches: Sequence[Batch]) -> dict[str, Any]:
    return {
        "hierarchies": [batch.hierarchy.name for batch in batches],
        "at_level": batches[0].level.value,
        "first": min(batch.first for batch in batches),
        "last": max(batch.last for batch in batches),
        "end": max(batch.end for batch in batches),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What of a person's request one transaction builds: a set's slots in `[first, until)`, of one day or interval."""

    hierarchy: Hierarchy
    level: Level
    flavor: Flavor | None
    first: int
    until: int


@contextmanager
def transaction(work: Work) -> Iterator[Connection]:
    """A transaction that writes in its turn, and whose statements a stop cancels."""
    with work.turn(), writing(work.info_mart) as connection, work.stop.cancels(connection):
        yield connection


def queue_span(connection: Connection, work: Work, hierarchy: Hierarchy, first: int, last: int) -> None:
    """Makes every SUBHOUR interval pending that holds a slot between both keys."""
    slots = subhours(work, literal(hierarchy.name)).where(date_time.c.date_time_key.between(first, last))
    insert_pending(connection, slots)


def queue_asked(connection: Connection, work: Settings, asked: Stretch) -> Batch:
    """Makes every interval pending that holds a slot of the stretch; as a batch, whole where facts had changed too."""
    if asked.level is Level.SUBHOUR:
        intervals = subhours(work, literal(asked.hierarchy.name))
    else:
        intervals = _interval(literal(asked.hierarchy.name), asked.level, literal(to_epoch(work.now())))
    slot = date_time.c.date_time_key
    touched = intervals.where(slot >= asked.first, slot < asked.until)
    bounds = touched.subquery()
    first, last, end = connection.execute(
        select(func.min(bounds.c[2]), func.max(bounds.c[2]), func.max(bounds.c[3]))
    ).one()
    new = insert_pending(connection, touched)
    batch = Batch(hierarchy=asked.hierarchy, level=asked.level, first=first, last=last, end=end, flavor=asked.flavor)
    pending = connection.scalar(select(func.count()).where(LISTED), batch.parameters)
    return batch if new == pending else replace(batch, flavor=None)


def queue_above_slot(connection: Connection, work: Work, hierarchy: Hierarchy, level: Level, slot: int) -> None:
    """Makes the interval of a level above SUBHOUR pending that a slot lies in."""
    interval = _interval(literal(hierarchy.name), level, literal(to_epoch(work.now())))
    insert_pending(connection, interval.where(date_time.c.date_time_key == slot))


def subhours(work: Settings, hierarchy: ColumnElement[str]) -> Any:
    """The SUBHOUR intervals of the calendar's slots, as rows of AGR_PENDING of now."""
    half = work.options.text("agg", "sub-hour-interval") == "30min"
    columns = ("date_time_30int_key", "date_time_next_30int_key") if half else ("date_time_key", "date_time_next_key")
    return _interval(hierarchy, Level.SUBHOUR, literal(to_epoch(work.now())), columns)


def _interval(
    hierarchy: ColumnElement[str], level: Level, now: ColumnElement[int], columns: tuple[str, str] | None = None
) -> Any:
    first, following = (date_time.c[name] for name in columns or _keys(level))
    return select(hierarchy, literal(level.value), first, following, now).distinct()


def _keys(level: Level) -> tuple[str, str]:
    return f"date_time_{level.value.lower()}_key", f"date_time_next_{level.value.lower()}_key"


def insert_pending(connection: Connection, intervals: Any, parameters: dict[str, Any] | None = None) -> int:
    """Puts intervals on the list that are not on it; how many."""
    insert = insert_or_ignore(connection, agr_pending).from_select(_COLUMNS, intervals)
    return connection.execute(insert, parameters or {}).rowcount


def newest(connection: Connection, work: Work) -> tuple[Due | None, int]:
    """What is to be built next: the newest intervals that have waited long enough (A06). And how many intervals are
    pending in all."""
    pending = agr_pending.c
    latest = func.max(case((_has_waited(work), pending.date_time_key)))
    found = connection.execute(select(pending.agg_level, latest, func.count()).group_by(pending.agg_level)).all()
    waiting = sum(count for _, _, count in found)
    due = {Level(level): last for level, last, _ in found if last is not None}
    level = next((level for level in _ORDER if level in due), None)
    if level is None:
        return None, waiting
    return Due(level=level, first=_first_of_day(connection, level, due[level]), last=due[level]), waiting


def _has_waited(work: Work) -> ColumnElement[bool]:
    """Within a day nothing waits, whatever the clock says; nor could it: all of a day leaves the list at once."""
    level, queued = agr_pending.c.agg_level, agr_pending.c.queued_ts
    slow = [level for level in LEVELS if level not in WITHIN_A_DAY]
    delays = case(
        {one.value: work.options.number("agg", f"agg-level-{one.lower()}-delay") for one in slow}, value=level
    )
    return or_(level.in_([one.value for one in WITHIN_A_DAY]), queued + delays <= to_epoch(work.now()))


def _first_of_day(connection: Connection, level: Level, last: int) -> int:
    if level not in WITHIN_A_DAY:
        return last
    day = select(date_time.c.date_time_day_key).where(date_time.c.date_time_key == last)
    return int(connection.scalar(day) or last)


def batches(connection: Connection, work: Work, due: Due, of: Collection[Hierarchy] = HIERARCHIES) -> tuple[Batch, ...]:
    """What is due of these hierarchies, each after its source."""
    pending = agr_pending.c
    begins, ends = pending.date_time_key, pending.date_time_next_key
    measured = (func.min(begins), func.max(begins), func.max(ends), func.sum(ends - begins))
    spans = select(pending.hierarchy, *measured).where(LISTED, _has_waited(work)).group_by(pending.hierarchy)
    asked = {"hierarchies": [one.name for one in of], "at_level": due.level.value, "first": due.first, "last": due.last}
    found = {name: span for name, *span in connection.execute(spans, asked)}
    return tuple(
        Batch(
            hierarchy=one, level=due.level, first=span[0], last=span[1], end=span[2],
            is_unbroken=span[3] == span[2] - span[0],
        )
        for one in HIERARCHIES
        if (span := found.get(one.name))
    )  # fmt: skip


def finish(connection: Connection, batches: Sequence[Batch], now: int) -> None:
    """Takes the intervals of batches of one level off the list, and puts what is made of them on it at `now` (seconds
    UTC): the level above, and the same intervals of the hierarchies by group. None of their hierarchies has others of
    the level on the list between the first and the last of all."""
    asked = _all_of(batches) | {"now": now}
    level = batches[0].level
    if above := level.coarser:
        insert_pending(connection, _ABOVE[above], asked)
    if level is Level.SUBHOUR:
        for batch in batches:
            for grouped in made_of(batch.hierarchy):
                insert_pending(connection, _AGAIN, batch.parameters | {"grouped": grouped.name, "now": now})
    connection.execute(delete(agr_pending).where(LISTED), asked)


def _above(level: Level) -> Any:
    slot, pending = date_time.c.date_time_key, agr_pending.c
    # By any slot of the interval: the first may lie before the calendar, the last behind it.
    within = and_(slot >= pending.date_time_key, slot < pending.date_time_next_key)
    made = _interval(pending.hierarchy, level, bindparam("now")).join_from(date_time, agr_pending, within)
    # As numbers, the edges keep PostgreSQL from comparing the whole calendar where it knows nothing of it yet.
    return made.where(LISTED, slot >= bindparam("first"), slot < bindparam("end"))


_ABOVE = {level: _above(level) for level in LEVELS[1:]}
_AGAIN = select(
    bindparam("grouped"), agr_pending.c.agg_level, agr_pending.c.date_time_key, agr_pending.c.date_time_next_key,
    bindparam("now"),
).where(LISTED)  # fmt: skip


def waiting(connection: Connection) -> int:
    """How many intervals are pending, of all hierarchies and levels."""
    return int(connection.scalar(select(func.count()).select_from(agr_pending)) or 0)


def forget(connection: Connection, hierarchies: Collection[Hierarchy]) -> None:
    """Takes every interval of these hierarchies off the list."""
    names = [hierarchy.name for hierarchy in hierarchies]
    connection.execute(delete(agr_pending).where(agr_pending.c.hierarchy.in_(names)))
