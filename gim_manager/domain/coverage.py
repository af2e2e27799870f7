"""Which days of a re-aggregation have facts to be rebuilt from, and which have not (R20)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gim_manager.domain.timing import LocalClock


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the Info Mart knows of the facts that a request would read; instants are aware UTC."""

    clock: LocalClock
    """The calendar's zone."""
    first: datetime | None = None
    """The oldest fact that was ever known; None before anything was loaded."""
    purged_to: datetime | None = None
    """Facts before this moment may have been purged."""
    transformed_to: datetime | None = None
    empty: frozenset[date] = frozenset()
    """The days asked for on which there is no fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days asked for, by what can be said of them; each stands in one list."""

    purged: tuple[date, ...] = ()
    before_first: tuple[date, ...] = ()
    after_last: tuple[date, ...] = ()
    """After the transformation's mark."""
    empty: tuple[date, ...] = ()
    others: tuple[date, ...] = ()
    """Of which there is nothing to say."""

    @property
    def refusal(self) -> str | None:
        """Why the request is turned down, in a sentence that names the days; None if it is not."""
        told = []
        if self.purged:
            told.append(f"the facts of {named(self.purged)} were purged")
        if self.before_first:
            told.append(f"{_lying(self.before_first)} before the first day that was ever loaded")
        if not told:
            return None
        text = ", and ".join(told)
        lost = "their aggregates would be deleted, and nothing could be built in their place"
        return f"{text[0].upper()}{text[1:]}: {lost}."

    @property
    def remarks(self) -> str:
        """What a person should know and nothing refuses; empty if there is nothing."""
        told = []
        if self.empty:
            told.append(f"There are no facts on {named(self.empty)}.")
        if self.after_last:
            told.append(f"{_lying(self.after_last)} after what is transformed so far.")
        return " ".join(told)


def _lying(days: Sequence[date]) -> str:
    return f"{named(days)} {'lies' if len(days) == 1 else 'lie'}"


def judged(start: date, end: date, coverage: Coverage) -> Days:
    """Each day from start to end, inclusive, under what can be said of it."""
    purged, before, after, empty, others = [], [], [], [], []
    for number in range((end - start).days + 1):
        day = start + timedelta(days=number)
        begins, ends = (coverage.clock.instant(when, timedelta()) for when in (day, day + timedelta(days=1)))
        if coverage.purged_to and begins < coverage.purged_to:
            purged.append(day)
        elif coverage.first is None or ends <= coverage.first:
            before.append(day)
        elif coverage.transformed_to and begins > coverage.transformed_to:
            after.append(day)
        elif day in coverage.empty:
            empty.append(day)
        else:
            others.append(day)
    return Days(
        purged=tuple(purged), before_first=tuple(before), after_last=tuple(after), empty=tuple(empty),
        others=tuple(others),
    )  # fmt: skip


def named(days: Iterable[date]) -> str:
    """`2014-05-01, 2014-05-03 to 2014-05-07`: days in order, what is unbroken as one."""
    spans: list[tuple[date, date]] = []
    for day in days:
        if spans and day - spans[-1][1] == timedelta(days=1):
            spans[-1] = spans[-1][0], day
        else:
            spans.append((day, day))
    return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in spans)
