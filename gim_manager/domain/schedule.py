"""The [schedule] options read once: zone, windows and crons as values that can be asked for instants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

from gim_manager.domain.cron2 import Cron2, cron2, next_tick, previous_tick
from gim_manager.domain.errors import BadSchedule
from gim_manager.domain.options import Options
from gim_manager.domain.timing import LocalClock, zone_named
from gim_manager.domain.window import DailyWindow, TickWindows

SECTION = "schedule"
BACK_TO_BACK = timedelta(seconds=10)
"""The shortest time from the start of one cycle to the next, at etl-frequency 0 (R06)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """A cron in the zone of the schedule."""

    clock: LocalClock
    cron: Cron2

    def following(self, at: datetime) -> datetime:
        """The first tick later than this instant."""
        return next_tick(self.cron, self.clock, at)

    def passed(self, at: datetime) -> datetime:
        """The latest tick at or before this instant."""
        return previous_tick(self.cron, self.clock, at)

    def key(self, job: str, tick: datetime) -> str:
        """The launch key: local date and wall time of a fixed tick, the UTC minute of an interval tick."""
        if self.cron.is_interval:
            return f"{job}:{tick:%Y-%m-%dT%H:%MZ}"
        return f"{job}:{self.clock.local(tick):%Y-%m-%d:%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """What the options say about time; see the rule beside each."""

    clock: LocalClock
    launching: bool
    """run-scheduler (R01)."""
    etl: DailyWindow
    frequency: timedelta
    """From start to start of a cycle (R03)."""
    maintain: Ticks | None
    """None where the switch of the job is off; the same below."""
    aggregate: TickWindows | None
    statistics: Ticks | None
    export: Ticks | None

    def wall(self, at: datetime, now: datetime, *, seconds: bool = False) -> str:
        """The instant on the clock of the schedule, as a person reads it: with its date unless that is today's."""
        local = self.clock.local(at)
        today = self.clock.local_date(now) == local.date()
        time = f"{local:%H:%M:%S}" if seconds else f"{local:%H:%M}"
        return time if today else f"{time} on {local:%Y-%m-%d}"


@lru_cache(maxsize=64)
def read_schedule(options: Options) -> Schedule:
    """Raises BadSchedule where a zone, time or cron cannot be understood."""
    clock = LocalClock(zone=zone_named(options.text(SECTION, "timezone")))
    minutes = timedelta(minutes=options.number(SECTION, "etl-frequency"))
    return Schedule(
        clock=clock,
        launching=options.flag(SECTION, "run-scheduler"),
        etl=DailyWindow(
            clock=clock, start=options.time(SECTION, "etl-start-time"), end=options.time(SECTION, "etl-end-time")
        ),
        frequency=minutes or BACK_TO_BACK,
        maintain=_daily(options, clock, "run-maintain", "maintain-start-time"),
        aggregate=_windows(options, clock),
        statistics=_ticks(options, clock, "run-update-stats", "update-stats-schedule"),
        export=_ticks(options, clock, "run-export", "export-schedule"),
    )


def readable_schedule(options: Options) -> Schedule | None:
    """The same; None where a value cannot be understood, as the configuration check says then."""
    try:
        return read_schedule(options)
    except (BadSchedule, ValueError):
        return None


def zone_of(options: Options) -> tzinfo:
    """The zone of the `timezone` option; GMT where it names none, which the configuration check reports."""
    try:
        return zone_named(options.text(SECTION, "timezone"))
    except BadSchedule:
        return UTC


def _daily(options: Options, clock: LocalClock, switch: str, name: str) -> Ticks | None:
    hours, minutes = divmod(options.time(SECTION, name) // timedelta(minutes=1), 60)
    return Ticks(clock=clock, cron=cron2(f"{minutes} {hours}")) if options.flag(SECTION, switch) else None


def _ticks(options: Options, clock: LocalClock, switch: str, name: str) -> Ticks | None:
    cron = cron2(options.text(SECTION, name))
    return Ticks(clock=clock, cron=cron) if options.flag(SECTION, switch) else None


def _windows(options: Options, clock: LocalClock) -> TickWindows | None:
    cron, length = cron2(options.text(SECTION, "aggregate-schedule")), options.time(SECTION, "aggregate-duration")
    return TickWindows(clock=clock, cron=cron, length=length) if options.flag(SECTION, "run-aggregates") else None
