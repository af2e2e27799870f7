"""When the clocks of a zone change next, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from gim_manager.domain.timing import LocalClock, from_epoch, to_epoch

LOOKED_AHEAD = timedelta(days=800)
"""Whoever changes clocks does so twice a year; a zone without a change for so long keeps one time."""
_STEP = timedelta(hours=6)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange:
    """One change of a zone's offset from UTC."""

    at: datetime
    """The first instant by the new offset."""
    zone: tzinfo
    by: timedelta
    """How far the wall clock goes forward; negative where it goes back."""

    @property
    def shown_before(self) -> datetime:
        """What the wall clock would show at this instant without the change."""
        return (self.at + self._before).replace(tzinfo=None)

    @property
    def shown_after(self) -> datetime:
        """What it shows instead."""
        return (self.at + self._before + self.by).replace(tzinfo=None)

    @property
    def _before(self) -> timedelta:
        return offset(self.zone, self.at) - self.by

    @property
    def day(self) -> date:
        """The local date that is longer or shorter by it: of a change at midnight the one that an hour is taken of."""
        return min(self.shown_before, self.shown_after).date() if self.by < timedelta() else self.shown_before.date()

    @property
    def day_length(self) -> timedelta:
        """From the first instant of that date to that of the next: 23 or 25 hours, or as the zone has it."""
        clock = LocalClock(zone=self.zone)
        return clock.instant(self.day + _DAY, timedelta()) - clock.instant(self.day, timedelta())


def next_change(zone: tzinfo, after: datetime) -> ClockChange | None:
    """The first change later than an instant; None where there is none in sight."""
    return next(changes(zone, after, after + LOOKED_AHEAD), None)


def changes(zone: tzinfo, after: datetime, until: datetime) -> Iterator[ClockChange]:
    """Those later than an instant, up to another."""
    known, at = offset(zone, after), after
    while at < until:
        following = min(at + _STEP, until)
        changed = offset(zone, following)
        if changed != known:
            yield ClockChange(at=_first(zone, at, following), zone=zone, by=changed - known)
        known, at = changed, following


def offset(zone: tzinfo, at: datetime) -> timedelta:
    """How far the wall clock is ahead of UTC."""
    return at.astimezone(zone).utcoffset() or timedelta()


def _first(zone: tzinfo, before: datetime, after: datetime) -> datetime:
    """The second at which the offset changes between the two."""
    known, low, high = offset(zone, before), to_epoch(before), to_epoch(after)
    while high - low > 1:
        middle = (low + high) // 2
        if offset(zone, from_epoch(middle)) == known:
            low = middle
        else:
            high = middle
    return from_epoch(high)
