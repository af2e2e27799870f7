"""The two-field cron of the schedule: which texts are right, and which minutes of which hours they name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from croniter import croniter

from gim_manager.domain.errors import BadSchedule
from gim_manager.domain.timing import LocalClock

_MEMBER = re.compile(r"(?P<first>\*|[0-9]+)(?:-(?P<last>[0-9]+))?(?:/(?P<step>[0-9]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cron2:
    """A checked expression: the wall-clock minutes at which it ticks, on every day."""

    text: str
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    every_hour: bool
    """The hour field is the bare `*`."""

    def __hash__(self) -> int:
        """By the text alone: the rest follows from it."""
        return hash(self.text)

    @property
    def is_interval(self) -> bool:
        """Ticks whenever the wall clock matches; otherwise its times are fixed, once per local date (R32)."""
        return self.every_hour or len(self.minutes) > 1

    @property
    def times(self) -> tuple[tuple[int, int], ...]:
        """All (hour, minute) of a day, in order."""
        return tuple((hour, minute) for hour in self.hours for minute in self.minutes)


@lru_cache(maxsize=128)
def cron2(text: str) -> Cron2:
    """Reads `MINUTE HOUR`: lists, ranges, `*` and steps; raises BadSchedule that says what is wrong."""
    fields = text.split()
    if len(fields) != 2:
        raise BadSchedule(f"{text!r} has {_counted(len(fields))}, but a schedule has two: MINUTE HOUR, such as `30 2`.")
    _ensure_field(text, fields[0], "minute", 59)
    _ensure_field(text, fields[1], "hour", 23)
    minutes, hours = croniter.expand(f"{fields[0]} {fields[1]} * * *")[0][:2]
    return Cron2(
        text=" ".join(fields), minutes=_numbers(minutes, 60), hours=_numbers(hours, 24), every_hour=fields[1] == "*"
    )


def _counted(fields: int) -> str:
    return "one field" if fields == 1 else f"{fields or 'no'} fields"


def _ensure_field(text: str, field: str, name: str, highest: int) -> None:
    for member in field.split(","):
        wrong = _wrong_with(member, highest)
        if wrong:
            raise BadSchedule(f"{text!r}: {member!r} is not right for the {name}: {wrong}.")


def _wrong_with(member: str, highest: int) -> str | None:
    """What is wrong with one member of a list; None if it is right."""
    found = _MEMBER.fullmatch(member)
    if not found or (found["first"] == "*" and found["last"]):
        return "write a number, a range such as 1-5, or *, each with a step such as /10 if wanted"
    numbers = [int(found[part]) for part in ("first", "last") if found[part] and found[part] != "*"]
    if any(number > highest for number in numbers):
        return f"the highest is {highest}"
    if len(numbers) == 2 and numbers[0] > numbers[1]:
        return f"a range does not run backwards over its end; write {numbers[0]}-{highest},0-{numbers[1]}"
    step = int(found["step"]) if found["step"] else 1
    if not 1 <= step <= highest:
        return f"a step is 1 to {highest}"
    return None


def _numbers(expanded: list[int | str], size: int) -> tuple[int, ...]:
    if "*" in expanded:
        return tuple(range(size))
    return tuple(sorted({int(number) for number in expanded}))


_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def next_tick(cron: Cron2, clock: LocalClock, after: datetime) -> datetime:
    """The first tick later than `after` (R32)."""
    day = clock.local_date(after) - _DAY
    while not (later := _later(ticks_of_day(cron, clock, day), after)):
        day += _DAY
    # Clocks that go back over midnight show a date again: of two dates the later may have the earlier tick.
    return min((*later, *_later(ticks_of_day(cron, clock, day + _DAY), after)))


@lru_cache(maxsize=64)
def previous_tick(cron: Cron2, clock: LocalClock, at: datetime) -> datetime:
    """The latest tick at or before `at` (R32)."""
    day = clock.local_date(at) + _DAY
    while not (passed := _passed(ticks_of_day(cron, clock, day), at)):
        day -= _DAY
    return max((*passed, *_passed(ticks_of_day(cron, clock, day - _DAY), at)))


def _later(ticks: tuple[datetime, ...], moment: datetime) -> tuple[datetime, ...]:
    place = bisect_right(ticks, moment)
    return ticks[place : place + 1]


def _passed(ticks: tuple[datetime, ...], moment: datetime) -> tuple[datetime, ...]:
    place = bisect_right(ticks, moment)
    return ticks[max(place - 1, 0) : place]


@lru_cache(maxsize=256)
def ticks_of_day(cron: Cron2, clock: LocalClock, day: date) -> tuple[datetime, ...]:
    """The ticks of one local date, in order, as UTC instants; none of a date that the zone skipped."""
    if cron.is_interval:
        return tuple(sorted({tick for hour, minute in cron.times for tick in _matches(clock, day, hour, minute)}))
    if not clock.has_date(day):
        return ()
    return tuple(sorted({clock.instant(day, timedelta(hours=hour, minutes=minute)) for hour, minute in cron.times}))


def _matches(clock: LocalClock, day: date, hour: int, minute: int) -> Iterator[datetime]:
    """When the wall clock shows this: once, twice in a repeated hour, never in a gap."""
    for fold in (0, 1):
        wall = datetime.combine(day, time(hour, minute, fold=fold), tzinfo=clock.zone)
        instant = wall.astimezone(UTC)
        if instant.astimezone(clock.zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
            yield instant
