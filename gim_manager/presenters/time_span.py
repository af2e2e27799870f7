"""Which stretch of time is looked at: an hour to a month, moved, widened and narrowed; seconds since 1970."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from gim_manager.domain.timing import EPOCH, LocalClock
from gim_manager.presenters import words

HOUR, DAY = 3600.0, 86400.0
LEAST, MOST = HOUR, 31 * DAY + HOUR
"""A month may have 31 days, and the hour that the clocks go back."""
STEP = 1.5
"""One step of the zoom."""


class Unit(StrEnum):
    """What a step is, and what the buttons offer."""

    HOUR = "hour"
    SIX_HOURS = "six hours"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


_HOURS = {Unit.HOUR: 1, Unit.SIX_HOURS: 6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From `since` up to `until`."""

    since: float
    until: float
    unit: Unit | None = None
    """Of the calendar, if it is one; None once it was moved by hand or zoomed."""

    @property
    def length(self) -> float:
        """In seconds."""
        return self.until - self.since

    def moved(self, seconds: float) -> Span:
        """As long, later or earlier."""
        return Span(since=self.since + seconds, until=self.until + seconds) if seconds else self

    def zoomed(self, steps: float, around: float) -> Span:
        """Narrower by steps of the zoom, wider by negative ones; the moment `around` stays where it is."""
        length = min(MOST, max(LEAST, self.length / STEP**steps))
        if length == self.length:
            return self
        share = (around - self.since) / self.length
        since = around - share * length
        return Span(since=since, until=since + length)

    def holds(self, at: float) -> bool:
        """Whether the moment lies in it."""
        return self.since <= at < self.until


def seconds_of(instant: datetime) -> float:
    """Seconds since 1970."""
    return instant.timestamp()


def instant_of(seconds: float) -> datetime:
    """The instant in UTC."""
    return EPOCH + timedelta(seconds=seconds)


def span_of(unit: Unit, at: float, zone: tzinfo) -> Span:
    """The hour, quarter of a day, day, week or month of the zone that holds this moment."""
    clock = LocalClock(zone=zone)
    local = clock.local(instant_of(at))
    if unit in _HOURS:
        return _hours(clock, unit, at, local)
    first, following = _days(unit, local.date())
    return Span(since=_midnight(clock, first), until=_midnight(clock, following), unit=unit)


def _hours(clock: LocalClock, unit: Unit, at: float, local: datetime) -> Span:
    """An hour that is repeated is an hour of its own."""
    into = (local.hour % _HOURS[unit]) * HOUR + local.minute * 60 + local.second + at % 1
    if unit is Unit.SIX_HOURS:
        begin = local.hour - local.hour % 6
        since = seconds_of(clock.instant(local.date(), timedelta(hours=begin)))
        last = local.date() + timedelta(days=begin // 18)
        return Span(since=since, until=seconds_of(clock.instant(last, timedelta(hours=(begin + 6) % 24))), unit=unit)
    return Span(since=at - into, until=at - into + HOUR, unit=unit)


def _days(unit: Unit, day: date) -> tuple[date, date]:
    if unit is Unit.MONTH:
        first = day.replace(day=1)
        return first, (first + timedelta(days=32)).replace(day=1)
    first = day - timedelta(days=day.weekday()) if unit is Unit.WEEK else day
    return first, first + timedelta(days=7 if unit is Unit.WEEK else 1)


def _midnight(clock: LocalClock, day: date) -> float:
    return seconds_of(clock.instant(day, timedelta()))


def stepped(span: Span, by: int, zone: tzinfo) -> Span:
    """The next unit or the one before; of a span that is none, the same length further."""
    if span.unit is None:
        return span.moved(by * span.length)
    return span_of(span.unit, span.until + 1 if by > 0 else span.since - 1, zone)


def at_now(span: Span, now: float, zone: tzinfo) -> Span:
    """The unit that holds the present; of a span that is none, the same length with the present in its middle."""
    if span.unit is None:
        return Span(since=now - span.length / 2, until=now + span.length / 2)
    return span_of(span.unit, now, zone)


def with_moment(span: Span, at: float) -> Span:
    """Moved so far that the moment is seen, with room around it."""
    edge = span.length / 10
    if span.since + edge <= at <= span.until - edge:
        return span
    return span.moved(at - span.until + edge if at > span.until - edge else at - span.since - edge)


def title(span: Span, zone: tzinfo) -> str:
    """`Sun 25 Oct 2026`, `Mon 19 Oct – Sun 25 Oct 2026`, `Oct 2026`, `Sun 25 Oct 2026 09:00 – 15:00`."""
    begin, end = (instant_of(moment).astimezone(zone) for moment in (span.since, span.until))
    last = (end - timedelta(seconds=1)).date()
    if span.unit is Unit.DAY:
        return words.full_day(begin.date())
    if span.unit is Unit.MONTH:
        return f"{words.month(begin.date())} {begin.year}"
    if span.unit is Unit.WEEK:
        return f"{words.full_day(begin.date()).removesuffix(f' {last.year}')} {words.DASH} {words.full_day(last)}"
    if begin.date() == last:
        until = f"{end:%H:%M}" if end.date() == last else "24:00"
        return f"{words.full_day(last)} {begin:%H:%M} {words.DASH} {until}"
    if span.length < 4 * DAY:
        first = words.full_day(begin.date()).removesuffix(f" {last.year}")
        return f"{first} {begin:%H:%M} {words.DASH} {words.full_day(end.date())} {end:%H:%M}"
    return f"{words.full_day(begin.date()).removesuffix(f' {last.year}')} {words.DASH} {words.full_day(last)}"
