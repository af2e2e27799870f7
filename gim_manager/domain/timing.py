"""Instants, wall times and the schedule's zone: the only place where a naive time is turned away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gim_manager.domain.errors import BadSchedule, BadValue

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_WALL = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_FIXED_OFFSET = re.compile(r"(?:GMT|UTC)([+-])([0-9]{1,2})(?::?([0-5]\d))?")

JAVA_SHORT_NAMES: dict[str, str] = {
    "ACT": "Australia/Darwin", "AET": "Australia/Sydney", "AGT": "America/Argentina/Buenos_Aires",
    "ART": "Africa/Cairo", "AST": "America/Anchorage", "BET": "America/Sao_Paulo", "BST": "Asia/Dhaka",
    "CAT": "Africa/Harare", "CNT": "America/St_Johns", "CST": "America/Chicago", "CTT": "Asia/Shanghai",
    "EAT": "Africa/Addis_Ababa", "ECT": "Europe/Paris", "IET": "America/Indiana/Indianapolis",
    "IST": "Asia/Kolkata", "JST": "Asia/Tokyo", "MIT": "Pacific/Apia", "NET": "Asia/Yerevan",
    "NST": "Pacific/Auckland", "PLT": "Asia/Karachi", "PNT": "America/Phoenix", "PRT": "America/Puerto_Rico",
    "PST": "America/Los_Angeles", "SST": "Pacific/Guadalcanal", "VST": "Asia/Ho_Chi_Minh",
}  # fmt: skip
"""Java's three-letter zone names and the zones they stand for (R31)."""


def ensure_aware(instant: datetime) -> datetime:
    """The instant in UTC; raises ValueError for a naive one, which no caller may hand in."""
    if instant.tzinfo is None:
        raise ValueError(f"a naive time has no place here: {instant!r}")
    return instant.astimezone(UTC)


def to_epoch(instant: datetime) -> int:
    """Whole seconds since 1970-01-01 UTC, rounded down."""
    return (ensure_aware(instant) - EPOCH) // timedelta(seconds=1)


def from_epoch(seconds: int) -> datetime:
    """The UTC instant of whole seconds since 1970-01-01."""
    return EPOCH + timedelta(seconds=seconds)


def zone_named(name: str) -> tzinfo:
    """The zone of the `timezone` option: IANA, GMT±h[:mm] or Java's short names (R31); raises BadSchedule."""
    text = name.strip()
    if fixed := _FIXED_OFFSET.fullmatch(text):
        offset = timedelta(hours=int(fixed[2]), minutes=int(fixed[3] or 0))
        if offset < timedelta(hours=24):
            return timezone(offset if fixed[1] == "+" else -offset, text)
    try:
        return ZoneInfo(JAVA_SHORT_NAMES.get(text, text))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSchedule(f"There is no time zone named {name!r}. Write an IANA name such as Europe/Berlin.") from None


def wall_time(text: str, *, allow_24: bool = False) -> timedelta:
    """HH:mm or H:mm since midnight; 24:00 only where `allow_24` (aggregate-duration); raises BadSchedule."""
    found = _WALL.fullmatch(text.strip())
    if found:
        hours, minutes = int(found[1]), int(found[2])
        if minutes < 60 and (hours < 24 or (allow_24 and hours == 24 and minutes == 0)):
            return timedelta(hours=hours, minutes=minutes)
    raise BadSchedule(f"{text!r} is not a time of day. Write HH:mm, such as 06:30.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalClock:
    """Translates between UTC instants and the wall clock of one zone, as R32 reads it."""

    zone: tzinfo

    def local(self, instant: datetime) -> datetime:
        """The wall clock at this instant."""
        if instant.tzinfo is None:
            ensure_aware(instant)
        return instant.astimezone(self.zone)

    def local_date(self, instant: datetime) -> date:
        """The calendar day at this instant."""
        return self.local(instant).date()

    def has_date(self, day: date) -> bool:
        """Whether this zone ever showed the date; one that crossed the date line skipped a day."""
        return _has_date(self, day)

    def instant(self, day: date, since_midnight: timedelta) -> datetime:
        """The UTC instant of a wall time: its first occurrence, or the first instant after a gap (R32)."""
        return _instant(self.zone, day, since_midnight)


@lru_cache(maxsize=1024)
def _has_date(clock: LocalClock, day: date) -> bool:
    return clock.local_date(clock.instant(day, timedelta())) == day


@lru_cache(maxsize=1024)
def _instant(zone: tzinfo, day: date, since_midnight: timedelta) -> datetime:
    """Remembered, because a decision asks for the same few edges of windows again and again."""
    naive = datetime.combine(day, time()) + since_midnight
    first = naive.replace(tzinfo=zone, fold=0).astimezone(UTC)
    return first if first.astimezone(zone).replace(tzinfo=None) == naive else _after_gap(zone, naive)


def _after_gap(zone: tzinfo, naive: datetime) -> datetime:
    # In a gap fold=0 reads the old offset (an instant after the change), fold=1 the new one (before it).
    low = to_epoch(naive.replace(tzinfo=zone, fold=1).astimezone(UTC))
    high = to_epoch(naive.replace(tzinfo=zone, fold=0).astimezone(UTC))
    before = from_epoch(low).astimezone(zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if from_epoch(middle).astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return from_epoch(high)


def read_time(text: str, clock: LocalClock) -> datetime:
    """The UTC instant of an ISO 8601 time; without an offset it is wall time, read as R32 reads it. Raises BadValue."""
    try:
        given = datetime.fromisoformat(text.strip())
    except ValueError:
        raise BadValue(f"{text!r} is not a time. Write ISO 8601, such as 2026-11-23T06:30.") from None
    if given.year not in _YEARS:
        raise BadValue(f"{text!r} lies too far away: the year is one from {_YEARS[0]} to {_YEARS[-1]}.")
    if given.tzinfo is not None:
        return given.astimezone(UTC)
    midnight = datetime.combine(given.date(), time())
    return clock.instant(given.date(), given - midnight)


def read_day(text: str) -> date:
    """The day written YYYY-MM-DD; raises BadValue."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadValue(f"{text!r} is not a day. Write YYYY-MM-DD.") from None


_YEARS = range(1971, 2200)
"""Within them an instant has a day before and after it in every zone, and clocks are known to change as they do."""
