"""How many facts and which aggregates each day has: counted along an index, and only what has changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from gim_manager.domain.aggregate_board import Day, DayState, day_states
from gim_manager.domain.aggregates import HIERARCHIES, Level
from gim_manager.domain.coverage import judged
from gim_manager.domain.timing import LocalClock, from_epoch, to_epoch
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_notification, agr_pending, ctl_audit_log
from gim_manager.schema.facts import FACTS
from gim_manager.store import coverage

_NAMES = frozenset(name for hierarchy in HIERARCHIES for name in hierarchy.facts)
_FACTS = tuple(table for table in FACTS if table.name in _NAMES)
"""What the aggregates are made of."""
_WITHIN_A_DAY = tuple(level.value for level in (Level.SUBHOUR, Level.HOUR, Level.DAY))
_DAY = timedelta(days=1)


class FactDays:
    """Remembers what it has counted: between two looks the facts of a few slots change. Of one thread at a time."""

    def __init__(self) -> None:
        """Has counted nothing."""
        self._span: tuple[int, int] | None = None
        self._slots: Counter[int] = Counter()
        self._seen = 0

    def read(self, connection: Connection, first: date, last: date, clock: LocalClock) -> tuple[Day, ...]:
        """The days from first to last, inclusive; `clock` is of the calendar's zone."""
        span = _edge(clock, first), _edge(clock, last + _DAY)
        self._count(connection, span)
        volumes = _by_day(self._slots, clock)
        known = day_states(judged(first, last, coverage.known(connection, _NAMES, clock)))
        made, stale = _made(connection, span, clock), _stale(connection, span, clock)
        return tuple(
            Day(
                day=day, state=_state(known[day], volumes[day]), facts=volumes[day], is_aggregated=day in made,
                is_pending=day in stale,
            )
            for day in _days(first, last)
        )  # fmt: skip

    def _count(self, connection: Connection, span: tuple[int, int]) -> None:
        log = ctl_audit_log.c
        touched = select(func.min(log.min_start_date_time_key), func.max(log.max_start_date_time_key))
        news = touched.add_columns(func.max(log.audit_key)).where(log.max_start_date_time_key > 0)
        low, high, seen = connection.execute(news.where(log.audit_key > self._seen)).one()
        if span != self._span:
            self._slots, self._span = Counter(), span
            low, high = span
        if seen is not None:
            self._seen = int(seen)
        if low is not None:
            self._recount(connection, max(int(low), span[0]), min(int(high) + 1, span[1]))

    def _recount(self, connection: Connection, low: int, high: int) -> None:
        for slot in [slot for slot in self._slots if low <= slot < high]:
            del self._slots[slot]
        for table in _FACTS:
            key = table.c.start_date_time_key
            counted = select(key, func.count()).where(key >= low, key < high).group_by(key)
            self._slots.update({int(at): int(number) for at, number in connection.execute(counted)})


def _state(known: DayState, facts: int) -> DayState:
    return DayState.EMPTY if known is DayState.FACTS and not facts else known


def _made(connection: Connection, span: tuple[int, int], clock: LocalClock) -> frozenset[date]:
    """The days that any hierarchy has rows of at the level DAY."""
    found: set[date] = set()
    for hierarchy in HIERARCHIES:
        key = TABLES[hierarchy, Level.DAY].c.date_time_key
        for slot in connection.scalars(select(key).where(*_within(key, span)).distinct()):
            found.add(clock.local_date(from_epoch(slot)))
    return frozenset(found)


def _within(key: ColumnElement[int], span: tuple[int, int]) -> tuple[ColumnElement[bool], ...]:
    return key >= span[0], key < span[1]


def _stale(connection: Connection, span: tuple[int, int], clock: LocalClock) -> frozenset[date]:
    """The days within which an interval waits, or facts were announced."""
    waits, told = agr_pending.c, agr_notification.c
    pending = select(waits.date_time_key, waits.date_time_next_key - 1).where(
        waits.agg_level.in_(_WITHIN_A_DAY), waits.date_time_next_key > span[0], waits.date_time_key < span[1]
    )
    announced = select(told.start_date_time_key, told.end_date_time_key).where(
        told.end_date_time_key >= span[0], told.start_date_time_key < span[1]
    )
    ranges = [*connection.execute(pending.distinct()), *connection.execute(announced.distinct())]
    return frozenset(
        day
        for first, last in ranges
        for day in _days(
            clock.local_date(from_epoch(max(first, span[0]))), clock.local_date(from_epoch(min(last, span[1] - 1)))
        )
    )


def _by_day(slots: Mapping[int, int], clock: LocalClock) -> Counter[date]:
    found: Counter[date] = Counter()
    for slot, number in slots.items():
        found[clock.local_date(from_epoch(slot))] += number
    return found


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _edge(clock: LocalClock, day: date) -> int:
    return to_epoch(clock.instant(day, timedelta()))
