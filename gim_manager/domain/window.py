"""Daily windows as pairs of instants: they may span midnight, and wall clocks are never compared (R02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from gim_manager.domain.cron2 import Cron2, next_tick, previous_tick
from gim_manager.domain.timing import LocalClock

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
"""A window by the wall clock is longer than its length by this when the clocks go back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Open from `opens` on, up to but not including `closes`; UTC instants."""

    opens: datetime
    closes: datetime

    def is_open(self, at: datetime) -> bool:
        """Whether the instant lies inside."""
        return self.opens <= at < self.closes


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyWindow:
    """Opens at `start` each local date; closes at the next `end`: equal times are 24 hours (R02)."""

    clock: LocalClock
    start: timedelta
    end: timedelta

    def of(self, day: date) -> Window:
        """The window that opens on this local date."""
        return _window_of(self, day)

    def next_date(self, day: date) -> date:
        """The date that the wall shows after this one: a zone that crosses the date line skips one (R32)."""
        following = day + _DAY
        return following if self.clock.has_date(following) else following + _DAY

    def opened(self, at: datetime) -> Window:
        """The window that opened last, at or before this instant; open still, or closed."""
        return _opened(self, at)

    def following(self, at: datetime) -> Window:
        """The window that opens next, later than this instant."""
        return _following(self, at)

    def closed(self, at: datetime) -> Window:
        """The window that closed last, at or before this instant."""
        day = self.clock.local_date(at) + _DAY
        while self.opening(day) is None or self.of(day).closes > at:
            day -= _DAY
        return self.of(day)

    def opening(self, day: date) -> datetime | None:
        """When the window of this local date opens; None of a date that the zone skipped."""
        return self.of(day).opens if self.clock.has_date(day) else None


# Remembered, because one decision asks for the same windows several times, and the next often again.


@lru_cache(maxsize=64)
def _opened(daily: DailyWindow, at: datetime) -> Window:
    day = daily.clock.local_date(at) + _DAY
    while (opens := daily.opening(day)) is None or opens > at:
        day -= _DAY
    return daily.of(day)


@lru_cache(maxsize=64)
def _following(daily: DailyWindow, at: datetime) -> Window:
    day = daily.clock.local_date(at) - _DAY
    while (opens := daily.opening(day)) is None or opens <= at:
        day += _DAY
    return daily.of(day)


@lru_cache(maxsize=256)
def _window_of(daily: DailyWindow, day: date) -> Window:
    last = day if daily.end > daily.start else daily.next_date(day)
    return Window(opens=daily.clock.instant(day, daily.start), closes=daily.clock.instant(last, daily.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class TickWindows:
    """Opens at every tick, each for the same length by the wall clock; overlapping and touching ones join (R14)."""

    clock: LocalClock
    cron: Cron2
    length: timedelta
    """Up to 24 hours; nothing opens where it is zero."""

    def at(self, at: datetime) -> Window | None:
        """The joined window that is open at this instant, with the opening and closing that it has for good."""
        return _open_at(self, at)

    def following(self, at: datetime) -> datetime | None:
        """The next opening of a joined window later than this instant; None if nothing ever opens or closes."""
        if not self.length:
            return None
        open_now = self.at(at)
        after = max(at, open_now.closes - timedelta(microseconds=1)) if open_now else at
        return None if after - at >= _FOREVER else next_tick(self.cron, self.clock, after)

    def closed(self, at: datetime) -> datetime | None:
        """When the window closed that was open last; None inside one and where none ever opens."""
        if not self.length or self.at(at):
            return None
        return self._closes(previous_tick(self.cron, self.clock, at))

    def _closes(self, tick: datetime) -> datetime:
        local = self.clock.local(tick)
        since_midnight = timedelta(hours=local.hour, minutes=local.minute)
        closing = self.clock.instant(local.date(), since_midnight + self.length)
        return closing if closing > tick else tick + self.length

    def tick_open_at(self, at: datetime) -> datetime | None:
        """The latest tick whose own window is open at this instant."""
        # A window is at most a day by the wall clock, a few hours more when the clocks go back.
        tick = previous_tick(self.cron, self.clock, at)
        while at - tick <= 2 * _DAY:
            if self._closes(tick) > at:
                return tick
            tick = previous_tick(self.cron, self.clock, tick - timedelta(microseconds=1))
        return None

    def joined(self, tick: datetime) -> Window:
        """The joined window that this tick belongs to."""
        return Window(opens=self._first(tick), closes=self._last(tick))

    def _first(self, tick: datetime) -> datetime:
        """The opening of the joined window, going back from tick to the earliest that reaches it."""
        seen = tick
        while tick - seen < _FOREVER:
            earlier = self._reaching(seen, timedelta())
            if earlier >= seen and (earlier := self._reaching(seen, _HOUR)) >= seen:
                break
            seen = earlier
        return seen

    def _reaching(self, seen: datetime, longer: timedelta) -> datetime:
        """The earliest tick whose window reaches this opening; one not before it if there is none."""
        tick = next_tick(self.cron, self.clock, seen - self.length - longer - timedelta(microseconds=1))
        while self._closes(tick) < seen:
            tick = next_tick(self.cron, self.clock, tick)
        return tick

    def _last(self, tick: datetime) -> datetime:
        """The closing of the joined window, going on from each closing to the latest tick before it."""
        closes = self._closes(tick)
        start = closes
        while closes - start < _FOREVER:
            following = previous_tick(self.cron, self.clock, closes)
            if self._closes(following) <= closes:
                break
            closes = self._closes(following)
        return closes


@lru_cache(maxsize=64)
def _open_at(windows: TickWindows, at: datetime) -> Window | None:
    opened = windows.tick_open_at(at) if windows.length else None
    return _joined(windows, opened) if opened else None


@lru_cache(maxsize=64)
def _joined(windows: TickWindows, tick: datetime) -> Window:
    return windows.joined(tick)


_FOREVER = timedelta(days=3)
"""A joined window longer than this has no gap: 24:00 is without one, and its true ends tell nobody anything."""
