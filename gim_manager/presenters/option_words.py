"""How a value of an option, its default, its schedule and what is wrong with it read beside its editor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from gim_manager.domain.cron2 import Cron2, cron2, next_tick
from gim_manager.domain.errors import BadValue
from gim_manager.domain.option import Kind, Option
from gim_manager.domain.timing import LocalClock, zone_named
from gim_manager.presenters import words
from gim_manager.presenters.language import later, retold, tr

NOTHING = later("nothing")
"""An empty value."""
MASK = "•••••"
"""A value that may let somebody in."""
FEW_TIMES = 4
NEXT = 5


def value(option: Option | None, text: str | None) -> str:
    """A value as history and notes show it; None is the default."""
    if text is None:
        return tr("default")
    if option is not None and option.is_secret and text:
        return MASK
    return text or tr(NOTHING)


def default(option: Option) -> str:
    """`default 30`."""
    return tr("default {value}", value=", ".join(option.default.split(",")) or tr(NOTHING))


def about(option: Option, text: str, now: datetime) -> str:
    """What the value means, where the value alone does not say it; nothing of a wrong one."""
    try:
        if option.kind is Kind.CRON:
            return cron(cron2(text))
        if option.kind is Kind.ZONE:
            return zone_now(zone_named(text), now)
    except BadValue:
        return ""
    return retold(option.unit)


def cron(expression: Cron2) -> str:
    """`daily at 04:00`, `hourly at :20`, `every 10 minutes`, `at 00:20, 08:20, 16:20`, `48 times a day`."""
    times = expression.times
    minutes = expression.minutes
    if len(expression.hours) == 24 and len(minutes) == 1:
        return tr("hourly at :{minute}", minute=f"{minutes[0]:02}")
    if len(expression.hours) == 24 and (step := _step(minutes)):
        return tr("every minute") if step == 1 else tr("every {step} minutes", step=step)
    if len(times) == 1:
        return tr("daily at {time}", time=_wall(times[0]))
    if len(times) <= FEW_TIMES:
        return tr("at {times}", times=", ".join(map(_wall, times)))
    return tr("{n} times a day", "", len(times))


def _step(minutes: Sequence[int]) -> int:
    """The even distance of these minutes around the hour; 0 where it is not even."""
    step = 60 // len(minutes)
    return step if 60 % len(minutes) == 0 and tuple(minutes) == tuple(range(minutes[0], 60, step)) else 0


def _wall(time: tuple[int, int]) -> str:
    return f"{time[0]:02}:{time[1]:02}"


def zone_now(zone: tzinfo, now: datetime) -> str:
    """`now 10:47 CET, UTC+1`."""
    local = now.astimezone(zone)
    minutes = (local.utcoffset() or timedelta()) // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    offset = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    name = local.tzname() or ""
    named = f" {name}" if name.isalpha() and name not in ("UTC", "GMT") else ""
    return tr("now {time}{zone}, UTC{offset}", time=f"{local:%H:%M}", zone=named, offset=offset)


def next_times(text: str, zone: tzinfo, now: datetime) -> tuple[tuple[str, str, str], ...]:
    """Day, time and abbreviation of the next five ticks; none of a schedule that cannot be read."""
    try:
        expression = cron2(text)
    except BadValue:
        return ()
    clock, at = LocalClock(zone=zone), now
    told: list[tuple[str, str, str]] = []
    for _ in range(NEXT):
        at = next_tick(expression, clock, at)
        local = at.astimezone(zone)
        told.append((words.full_day(local.date()).rpartition(" ")[0], f"{local:%H:%M}", local.tzname() or ""))
    return tuple(told)


def short(option: Option, message: str, text: str) -> str:
    """What is wrong, as it reads behind the option's name and value: without them, and without what to do."""
    said = message.removeprefix(f"[{option.section}] ").removeprefix(f"{option.name} ").removeprefix(f"{text} ")
    return said.partition(": ")[0].rstrip(".")
