"""What there is of the aggregates: each set, each day's facts and aggregates, and how long the jobs take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from gim_manager.domain.aggregates import Hierarchy, Level
from gim_manager.domain.coverage import Days
from gim_manager.domain.job import Job

LATE = timedelta(minutes=15)
"""One reporting interval: what has waited longer than this beyond the delay of its level is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits to be built of one set: how many intervals, and since when the first of them does."""

    number: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One aggregate set; instants are aware UTC."""

    hierarchy: Hierarchy
    level: Level
    rows: int = 0
    is_estimate: bool = False
    """The rows of a large table are what the database believes they are."""
    newest: datetime | None = None
    """The beginning of the newest interval that has rows."""
    waiting: Waiting | None = None
    is_late: bool = False
    rebuilt_at: datetime | None = None
    """When a re-aggregation of it ended well last, of those that are remembered."""


def is_late(waiting: Waiting | None, delay: timedelta, now: datetime) -> bool:
    """Whether what waits should have been built: `delay` is that of its level (A06)."""
    return waiting is not None and now - waiting.since > delay + LATE


class DayState(StrEnum):
    """What can be said of the facts of a day (R20)."""

    FACTS = "facts"
    EMPTY = "empty"
    """Loaded, and without any."""
    PURGED = "purged"
    NOT_LOADED = "not loaded"
    """Before the first day ever loaded, or after what is transformed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the calendar's zone: its facts, and the aggregates made of them."""

    day: date
    state: DayState
    facts: int = 0
    is_aggregated: bool = False
    """Any hierarchy has rows of it at the level DAY."""
    is_pending: bool = False
    """Some interval within it is older than its facts."""

    @property
    def can_be_rebuilt(self) -> bool:
        """Whether a re-aggregation of it is not refused (R20)."""
        return self.state in (DayState.FACTS, DayState.EMPTY)


def day_states(found: Days) -> Mapping[date, DayState]:
    """Each day that was judged, by what can be said of it."""
    lists: tuple[tuple[Iterable[date], DayState], ...] = (
        (found.purged, DayState.PURGED), (found.before_first, DayState.NOT_LOADED),
        (found.after_last, DayState.NOT_LOADED), (found.empty, DayState.EMPTY), (found.others, DayState.FACTS),
    )  # fmt: skip
    return {day: state for days, state in lists for day in days}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasted:
    """One good run: when it began, and how long it took."""

    run_id: int
    at: datetime
    length: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The good runs of a job, oldest first; `p95` is None where there are too few to tell."""

    job: Job
    runs: Sequence[Lasted]
    p95: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An option was changed: what stands on the time axis of the trends."""

    at: datetime
    by: str
    option: str
    """`[section] name`."""
    value: str
    """The new one; empty for the default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The whole of it, as of `at`; days and trends oldest first."""

    at: datetime
    zone: tzinfo
    """The calendar's, in which intervals and days are meant."""
    cells: tuple[Cell, ...]
    days: tuple[Day, ...] = ()
    trends: tuple[Trend, ...] = ()
    marks: tuple[Mark, ...] = ()
    since: datetime | None = None
    """Where the time axis of the trends begins."""

    def cell(self, hierarchy: Hierarchy, level: Level) -> Cell:
        """The one of this set."""
        return next(cell for cell in self.cells if cell.hierarchy is hierarchy and cell.level is level)
