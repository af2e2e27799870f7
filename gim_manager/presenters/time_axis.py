"""The axis of a stretch of time on the schedule's clock: ticks, midnights, and where the clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from gim_manager.domain.clock_change import ClockChange, changes
from gim_manager.domain.timing import LocalClock
from gim_manager.presenters import words
from gim_manager.presenters.language import tr
from gim_manager.presenters.time_span import DAY, HOUR, Span, instant_of, seconds_of

MINUTE = 60.0
HALF_HOUR = 30 * MINUTE
STEPS = (
    5 * MINUTE, 10 * MINUTE, 15 * MINUTE, HALF_HOUR, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY,
    7 * DAY,
)  # fmt: skip
"""Between two labels; those below a day divide it."""
_FINER = {
    HOUR: HALF_HOUR, 2 * HOUR: HOUR, 3 * HOUR: HOUR, 6 * HOUR: HOUR, 12 * HOUR: 3 * HOUR, DAY: 6 * HOUR, 2 * DAY: DAY,
    7 * DAY: DAY,
}  # fmt: skip
"""The lines between two labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line down the lanes; without a label a faint one."""

    at: float
    label: str = ""
    above: str = ""
    """Over the label: the zone's abbreviation in a repeated hour."""
    is_midnight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The clocks change: from which wall time to which, and what that makes of the day."""

    at: float
    text: str
    """`03:00 → 02:00 · 25-hour day`."""
    is_gap: bool
    """An hour is skipped, none repeated."""


def ticks(span: Span, zone: tzinfo, labels: float) -> tuple[Tick, ...]:
    """In the order of time, with at most about so many labels."""
    step = next((step for step in STEPS if span.length / step <= max(1, labels) + 0.5), STEPS[-1])
    clock = LocalClock(zone=zone)
    made = _days(span, clock, step) if step >= DAY else _hours(span, clock, step)
    return tuple(sorted(made, key=lambda tick: tick.at))


def _midnights(span: Span, clock: LocalClock) -> Iterator[tuple[date, float]]:
    """The days that the span meets, each with the moment when it begins."""
    day = clock.local_date(instant_of(span.since))
    last = clock.local_date(instant_of(span.until))
    while day <= last:
        if clock.has_date(day):
            yield day, seconds_of(clock.instant(day, timedelta()))
        day += timedelta(days=1)


def _days(span: Span, clock: LocalClock, step: float) -> Iterator[Tick]:
    every = round(step / DAY)
    for day, begin in _midnights(span, clock):
        if not span.since <= begin <= span.until:
            continue
        is_told = _is_told(day, every) and begin < span.until
        label = f"{words.weekday(day)} {words.day(day, today=day)}" if is_told else ""
        yield Tick(at=begin, label=label, is_midnight=every == 1 or is_told)


def _is_told(day: date, every: int) -> bool:
    return day.weekday() == 0 if every == 7 else day.toordinal() % every == 0


def _hours(span: Span, clock: LocalClock, step: float) -> Iterator[Tick]:
    """By the wall clock: a repeated hour has its ticks twice, a skipped one none."""
    fine = min(_FINER.get(step, step), HALF_HOUR)
    for day, begin in _midnights(span, clock):
        following = seconds_of(clock.instant(day + timedelta(days=1), timedelta()))
        at = begin
        while at < following:
            if span.since <= at < span.until and (tick := _tick(at, clock, step)):
                yield tick
            at += fine
        if span.until in (begin, following):
            yield Tick(at=span.until, label="24:00" if span.length <= 1.1 * DAY else "", is_midnight=True)
            return


def _tick(at: float, clock: LocalClock, step: float) -> Tick | None:
    local = clock.local(instant_of(at))
    into = local.hour * HOUR + local.minute * MINUTE
    if into % _FINER.get(step, step):
        return None
    if into % step:
        return Tick(at=at)
    parts = words.clock_parts(instant_of(at), clock.zone, today=local.date(), seconds=False)
    return Tick(at=at, label=parts.time, above=parts.zone, is_midnight=into == 0)


def shifts(span: Span, zone: tzinfo) -> tuple[Shift, ...]:
    """Every change of the clocks in the span."""
    return tuple(_shift(change) for change in changes(zone, instant_of(span.since), instant_of(span.until)))


def _shift(change: ClockChange) -> Shift:
    text = tr(
        "{before} → {after} · {hours}-hour day", before=f"{change.shown_before:%H:%M}",
        after=f"{change.shown_after:%H:%M}", hours=words.hours(change.day_length),
    )  # fmt: skip
    return Shift(at=seconds_of(change.at), text=text, is_gap=change.by > timedelta())
