"""Which intervals are older than their facts, in which order they are built, and how they are taken off the list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, literal, select, update

from gim_manager.domain.aggregates import HIERARCHIES, Hierarchy, Level, made_of
from gim_manager.domain.reaggregation import Flavor
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs.work import Work
from gim_manager.schema.calendar import date_time
from gim_manager.schema.columns import FOREVER
from gim_manager.schema.control import agr_notification, agr_pending
from gim_manager.schema.dialect import insert_or_ignore
from gim_manager.schema.engines import writing

SLOT_SECONDS = 900
_COLUMNS = ["hierarchy", "agg_level", "date_time_key", "date_time_next_key", "queued_ts"]
_ORDER = (Level.DAY, Level.HOUR, Level.SUBHOUR, Level.MONTH, Level.QUARTER, Level.YEAR)
"""A day is finished at every fine level before an older one is begun; months and above are built once all days are."""

WITHIN_A_DAY = frozenset({Level.SUBHOUR, Level.HOUR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one transaction builds: the pending intervals that begin in `[first, last]`, all within one day or, above
    a day, a single one; `end` is where the last of them ends."""

    hierarchy: Hierarchy
    level: Level
    first: int
    last: int
    end: int
    flavor: Flavor | None = None
    """Only the rows of these media types are built, and the others left as they are (A04); all without."""

    @property
    def left_out(self) -> int:
        """IS_ONLINE of the media types that are left as they are; -1 leaves none."""
        return {None: -1, Flavor.ONLINE: 0, Flavor.OFFLINE: 1}[self.flavor]


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


def calendar_span(connection: Connection) -> tuple[int, int] | None:
    """The first and the last slot of the calendar, without the one that stands for what has not ended; None when it
    is empty."""
    slot = date_time.c.date_time_key
    known = slot < FOREVER - SLOT_SECONDS
    first, last = (select(edge(slot)).where(known).scalar_subquery() for edge in (func.min, func.max))
    found = connection.execute(select(first, last)).one()
    return None if found[0] is None else (int(found[0]), int(found[1]))


def announced(connection: Connection) -> bool:
    """Whether any fact changed within the calendar since the last time."""
    span = calendar_span(connection)
    if span is None:
        return False
    told = agr_notification.c
    within = select(told.notification_key).where(told.start_date_time_key <= span[1])
    return connection.scalar(within.limit(1)) is not None


def queue_announced(connection: Connection, work: Work) -> None:
    """Turns the notifications of the fact tables (T12) into pending SUBHOUR intervals.

    The caller's transaction sees one picture throughout: a notification is deleted only if it has been turned.
    """
    span = calendar_span(connection)
    if span is None:
        return
    told = agr_notification.c
    for hierarchy in (one for one in HIERARCHIES if one.source is None):
        _queue_slots_told(connection, work, hierarchy, span[1])
    _warn_of_missing_days(connection, work, *span)
    connection.execute(delete(agr_notification).where(told.end_date_time_key <= span[1]))
    # What lies beyond the calendar waits until the calendar has grown.
    beyond = update(agr_notification).where(told.start_date_time_key <= span[1])
    connection.execute(beyond.values(start_date_time_key=span[1] + SLOT_SECONDS))


def _queue_slots_told(connection: Connection, work: Work, hierarchy: Hierarchy, last: int) -> None:
    told, slot = agr_notification.c, date_time.c.date_time_key
    of_own = told.fact_name.in_(hierarchy.facts)
    # As numbers, the edges keep either database from reading the whole calendar.
    edges = select(func.min(told.start_date_time_key), func.max(told.end_date_time_key)).where(of_own)
    first, until = connection.execute(edges).one()
    if first is not None:
        within = slot.between(told.start_date_time_key, told.end_date_time_key)
        slots = _subhours(work, hierarchy).join(agr_notification, within).where(of_own)
        _insert(connection, slots.where(slot.between(first, min(until, last))))


def queue_span(connection: Connection, work: Work, hierarchy: Hierarchy, first: int, last: int) -> None:
    """Makes every SUBHOUR interval pending that holds a slot between both keys."""
    slots = _subhours(work, hierarchy).where(date_time.c.date_time_key.between(first, last))
    _insert(connection, slots)


def queue_asked(connection: Connection, work: Work, asked: Stretch) -> Batch:
    """Makes every interval pending that holds a slot of the stretch; as a batch, whole where facts had changed too."""
    if asked.level is Level.SUBHOUR:
        intervals = _subhours(work, asked.hierarchy)
    else:
        intervals = _interval(asked.hierarchy, asked.level, _keys(asked.level), to_epoch(work.now()))
    slot = date_time.c.date_time_key
    touched = intervals.where(slot >= asked.first, slot < asked.until)
    bounds = touched.subquery()
    first, last, end = connection.execute(
        select(func.min(bounds.c[2]), func.max(bounds.c[2]), func.max(bounds.c[3]))
    ).one()
    new = connection.execute(insert_or_ignore(connection, agr_pending).from_select(_COLUMNS, touched)).rowcount
    batch = Batch(hierarchy=asked.hierarchy, level=asked.level, first=first, last=last, end=end, flavor=asked.flavor)
    pending = connection.scalar(select(func.count()).select_from(agr_pending).where(begun(batch)))
    return batch if new == pending else replace(batch, flavor=None)


def queue_above_slot(connection: Connection, work: Work, hierarchy: Hierarchy, level: Level, slot: int) -> None:
    """Makes the interval of a level above SUBHOUR pending that a slot lies in."""
    interval = _interval(hierarchy, level, _keys(level), to_epoch(work.now()))
    _insert(connection, interval.where(date_time.c.date_time_key == slot))


def _subhours(work: Work, hierarchy: Hierarchy) -> Any:
    half = work.options.text("agg", "sub-hour-interval") == "30min"
    columns = ("date_time_30int_key", "date_time_next_30int_key") if half else ("date_time_key", "date_time_next_key")
    return _interval(hierarchy, Level.SUBHOUR, columns, to_epoch(work.now()))


def _interval(hierarchy: Hierarchy, level: Level, columns: tuple[str, str], now: int) -> Any:
    first, following = (date_time.c[name] for name in columns)
    return select(literal(hierarchy.name), literal(level.value), first, following, literal(now)).distinct()


def _keys(level: Level) -> tuple[str, str]:
    return f"date_time_{level.value.lower()}_key", f"date_time_next_{level.value.lower()}_key"


def _insert(connection: Connection, intervals: Any) -> None:
    connection.execute(insert_or_ignore(connection, agr_pending).from_select(_COLUMNS, intervals))


def _warn_of_missing_days(connection: Connection, work: Work, first: int, last: int) -> None:
    told = agr_notification.c
    after = select(func.count()).where(told.end_date_time_key > last, told.start_date_time_key <= last)
    if connection.scalar(after):
        work.report.warning("Facts after the last day of the calendar are in no aggregate yet: run Job_MaintainGIM.")
    if connection.scalar(select(func.count()).where(told.start_date_time_key < first)):
        work.report.warning("Facts before the first day of the calendar are in no aggregate: set date-time-start-year.")


def newest(connection: Connection, work: Work, hierarchy: Hierarchy) -> Batch | None:
    """What is to be built next of a hierarchy: its newest intervals that have waited long enough (A06)."""
    found = (_due(connection, work, hierarchy, level) for level in _ORDER)
    return next((batch for batch in found if batch), None)


def above(connection: Connection, work: Work, batch: Batch) -> Batch | None:
    """What a batch that has just been built made due in the same day; None if the rest can wait for its turn."""
    if batch.level not in WITHIN_A_DAY or batch.level.coarser is None:
        return None
    return _due(connection, work, batch.hierarchy, batch.level.coarser)


def _due(connection: Connection, work: Work, hierarchy: Hierarchy, level: Level) -> Batch | None:
    pending = agr_pending.c
    waited = pending.queued_ts <= to_epoch(work.now()) - _delay(work, level)
    latest = (
        select(pending.date_time_key, pending.date_time_next_key)
        .where(pending.hierarchy == hierarchy.name, pending.agg_level == level.value, waited)
        .order_by(pending.date_time_key.desc())
        .limit(1)
    )
    found = connection.execute(latest).one_or_none()
    if found is None:
        return None
    first = _first_of_day(connection, hierarchy, level, found[0])
    return Batch(hierarchy=hierarchy, level=level, first=first, last=found[0], end=found[1])


def _first_of_day(connection: Connection, hierarchy: Hierarchy, level: Level, last: int) -> int:
    if level not in WITHIN_A_DAY:
        return last
    day = select(date_time.c.date_time_day_key).where(date_time.c.date_time_key == last).scalar_subquery()
    pending = agr_pending.c
    return int(
        connection.scalar(
            select(func.min(pending.date_time_key)).where(
                pending.hierarchy == hierarchy.name, pending.agg_level == level.value, pending.date_time_key >= day
            )
        )
        or last
    )


def _delay(work: Work, level: Level) -> int:
    if level in WITHIN_A_DAY:
        return 0
    return work.options.number("agg", f"agg-level-{level.value.lower()}-delay")


def listed(connection: Connection) -> tuple[Hierarchy, ...]:
    """The hierarchies that have intervals on the list."""
    named = frozenset(connection.scalars(select(agr_pending.c.hierarchy).distinct()))
    return tuple(hierarchy for hierarchy in HIERARCHIES if hierarchy.name in named)


def waiting(connection: Connection) -> int:
    """How many intervals are pending, of all hierarchies and levels."""
    return int(connection.scalar(select(func.count()).select_from(agr_pending)) or 0)


def begun(batch: Batch) -> ColumnElement[bool]:
    """The condition on AGR_PENDING that an interval is one of a batch."""
    pending = agr_pending.c
    return and_(
        pending.hierarchy == batch.hierarchy.name,
        pending.agg_level == batch.level.value,
        pending.date_time_key.between(batch.first, batch.last),
    )


def finish(connection: Connection, batch: Batch, now: int) -> None:
    """Takes the intervals of a batch off the list, and puts what is made of them on it at `now` (seconds UTC): the
    level above, and the same intervals of the hierarchies by group."""
    if above := batch.level.coarser:
        _insert(connection, _above(batch, above, now))
    if batch.level is Level.SUBHOUR:
        for grouped in made_of(batch.hierarchy):
            _insert(connection, _again(batch, grouped, now))
    connection.execute(delete(agr_pending).where(begun(batch)))


def _above(batch: Batch, above: Level, now: int) -> Any:
    slot, pending = date_time.c.date_time_key, agr_pending.c
    # By any slot of the interval: the first may lie before the calendar, the last behind it.
    within = and_(slot >= pending.date_time_key, slot < pending.date_time_next_key)
    return _interval(batch.hierarchy, above, _keys(above), now).join(agr_pending, within).where(begun(batch))


def _again(batch: Batch, other: Hierarchy, now: int) -> Any:
    pending = agr_pending.c
    named = literal(other.name), literal(batch.level.value)
    return select(*named, pending.date_time_key, pending.date_time_next_key, literal(now)).where(begun(batch))


def forget(connection: Connection, hierarchy: Hierarchy) -> None:
    """Takes every interval of a hierarchy off the list."""
    connection.execute(delete(agr_pending).where(agr_pending.c.hierarchy == hierarchy.name))
