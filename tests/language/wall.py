"""The clock on the wall, walked minute by minute: an oracle for R32 that asks zoneinfo alone what the wall shows."""

from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
MARGIN = 3 * DAY
"""Walked before and after what is asked for, so that nothing depends on where the walk begins or ends."""

Times = tuple[tuple[int, int], ...]
"""Wall times as (hour, minute)."""


@dataclass(frozen=True)
class Wall:
    """What the clock of one zone shows at every minute of some days."""

    minutes: tuple[datetime, ...]
    """UTC."""
    shown: tuple[datetime, ...]
    """The naive local time that the wall shows at each of them."""

    @cached_property
    def _furthest(self) -> list[datetime]:
        """The latest time that the wall has shown so far."""
        return list(accumulate(self.shown, max))

    @cached_property
    def dates(self) -> list[date]:
        """The dates that the wall shows at all, but for the two that the walk may have cut off."""
        return sorted({wall.date() for wall in self.shown})[1:-1]

    def first(self, wanted: datetime) -> datetime:
        """When the wall first shows this time, or goes past it."""
        return self.minutes[bisect_left(self._furthest, wanted)]

    def fixed(self, times: Times) -> list[datetime]:
        """Once per date that exists; what a gap skips is past at its end, and what it skips together is one."""
        return sorted({self.first(datetime.combine(day, time(*when))) for day in self.dates for when in times})

    def interval(self, hours: Set[int], minutes: Set[int]) -> list[datetime]:
        """Every minute at which the wall shows one of these."""
        pairs = zip(self.minutes, self.shown, strict=True)
        return [moment for moment, wall in pairs if wall.minute in minutes and wall.hour in hours]

    def windows(self, start: tuple[int, int], end: tuple[int, int]) -> list[tuple[datetime, datetime]]:
        """From the start of each date to the end of that date, or of the next one if the end is not later."""
        opens, closes = (
            [self.first(datetime.combine(day, time(*when))) for day in self.dates] for when in (start, end)
        )
        return list(zip(opens, closes if end > start else closes[1:], strict=False))

    def joined(self, ticks: list[datetime], length: timedelta) -> list[tuple[datetime, datetime]]:
        """From each tick until the wall first shows the time of then plus `length`; what touches is one window."""
        windows: list[tuple[datetime, datetime]] = []
        for opens, closes in ((tick, self._after(tick, length)) for tick in ticks):
            if windows and opens <= windows[-1][1]:
                opens, closes = windows[-1][0], max(closes, windows.pop()[1])
            windows.append((opens, closes))
        return windows

    def _after(self, tick: datetime, length: timedelta) -> datetime:
        place = bisect_left(self.minutes, tick)
        wanted = self.shown[place] + length
        later = range(place + 1, len(self.shown))
        return next((self.minutes[number] for number in later if self.shown[number] >= wanted), self.minutes[-1])


@lru_cache(maxsize=16)
def wall_around(zone: str, instant: datetime) -> Wall:
    """The wall of this zone on the UTC day of the instant, and some days before and after it."""
    midnight = instant.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    there, first = ZoneInfo(zone), midnight - MARGIN
    minutes = tuple(first + number * MINUTE for number in range((2 * MARGIN + DAY) // MINUTE))
    return Wall(minutes, tuple(moment.astimezone(there).replace(tzinfo=None) for moment in minutes))


@lru_cache(maxsize=64)
def leaps_of(zone: str, year: int) -> tuple[datetime, ...]:
    """When the wall of this zone leaps in this year, to half a day."""
    there, first = ZoneInfo(zone), datetime(year, 1, 1, tzinfo=UTC)
    looked = [first + number * DAY / 2 for number in range(2 * 366)]
    offsets = [moment.astimezone(there).utcoffset() for moment in looked]
    return tuple(moment for moment, (before, after) in zip(looked, pairwise(offsets), strict=False) if before != after)
