"""Instants, wall times and the schedule's zone: the only place where a naive time is turned away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gim_manager.domain.errors import BadSchedule

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
        return ensure_aware(instant).astimezone(self.zone)

    def local_date(self, instant: datetime) -> date:
        """The calendar day at this instant."""
        return self.local(instant).date()

    def has_date(self, day: date) -> bool:
        """Whether this zone ever showed the date; one that crossed the date line skipped a day."""
        return self.local_date(self.instant(day, timedelta())) == day

    def instant(self, day: date, since_midnight: timedelta) -> datetime:
        """The UTC instant of a wall time: its first occurrence, or the first instant after a gap (R32)."""
        naive = datetime.combine(day, time()) + since_midnight
        first = naive.replace(tzinfo=self.zone, fold=0).astimezone(UTC)
        if first.astimezone(self.zone).replace(tzinfo=None) == naive:
            return first
        return self._after_gap(naive)

    def _after_gap(self, naive: datetime) -> datetime:
        # In a gap fold=0 reads the old offset (an instant after the change), fold=1 the new one (before it).
        low = to_epoch(naive.replace(tzinfo=self.zone, fold=1).astimezone(UTC))
        high = to_epoch(naive.replace(tzinfo=self.zone, fold=0).astimezone(UTC))
        before = from_epoch(low).astimezone(self.zone).utcoffset()
        while high - low > 1:
            middle = (low + high) // 2
            if from_epoch(middle).astimezone(self.zone).utcoffset() == before:
                low = middle
            else:
                high = middle
        return from_epoch(high)
