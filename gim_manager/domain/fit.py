"""Whether maintenance ends before the next cycle stops it (R07): by how long its past runs took, and from when it can
start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from gim_manager.domain.cron2 import Cron2, cron2
from gim_manager.domain.errors import BadSchedule
from gim_manager.domain.health import FEWEST
from gim_manager.domain.options import Options
from gim_manager.domain.schedule import SECTION, Schedule, Ticks, readable_schedule

GRID = timedelta(minutes=5)
"""Start times are proposed on whole steps of this: nobody sets 02:37."""
ENOUGH = 95
"""Of a hundred nights on which it must end in time for a start time to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A past run of maintenance: how long it took, or how long it got before a cycle that fell due stopped it."""

    length: timedelta
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The time that one night leaves for maintenance."""

    due: datetime
    """When it falls due by maintain-start-time."""
    starts: datetime
    """When it can start: later than `due` where the final cycle or an aggregation window ends later (R08)."""
    ends: datetime
    """The next opening of the ETL window, where a cycle begins."""

    @property
    def length(self) -> timedelta:
        """Zero where it cannot start in time at all (R09)."""
        return max(timedelta(), self.ends - self.starts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What the past says of the coming night."""

    trials: tuple[Trial, ...]
    room: Room | None
    """None where maintain-start-time lies inside the ETL window (R11)."""
    scheduled: bool = True
    """run-maintain and run-scheduler."""
    better: Room | None = None
    """The latest start that would do, where the present one does not; None where it does, or where none would."""
    widest: Room | None = None
    """The start that leaves the most time; None where the ETL window never closes."""

    @property
    def is_known(self) -> bool:
        """Whether there were enough runs to say anything."""
        return len(self.trials) >= FEWEST

    @property
    def longest(self) -> timedelta | None:
        """What 95 of 100 runs took at most; None if that is not known, because too many were cut off."""
        return at_most(self.trials)

    @property
    def ended_in_time(self) -> tuple[int, int]:
        """How many of the runs that tell would have ended in time, and how many tell."""
        return in_time(self.trials, self.room.length) if self.room else (0, 0)

    @property
    def fits(self) -> bool:
        """Whether the present start time does."""
        return self.is_known and self.room is not None and _does(self.trials, self.room)


def fit(options: Options, trials: Sequence[Trial], cycle: timedelta, now: datetime) -> Fit:
    """Of the coming night; `cycle` is how long one usually takes. Raises BadSchedule."""
    schedule = readable_schedule(options)
    if schedule is None:
        raise BadSchedule("The options about time cannot be read. What is wrong with them says: gim-manager check")
    at = Ticks(clock=schedule.clock, cron=_daily(options.time(SECTION, "maintain-start-time")))
    due = at.following(now)
    told = Fit(
        trials=tuple(trials), room=None if schedule.etl.opened(due).is_open(due) else _room(schedule, due, cycle),
        scheduled=schedule.launching and schedule.maintain is not None,
    )  # fmt: skip
    rooms = tuple(_rooms(schedule, schedule.etl.closed(due).closes, cycle))
    widest = max(rooms, key=lambda room: (room.length, room.due), default=None)
    doing = [room for room in rooms if told.is_known and not told.fits and _does(trials, room)]
    return Fit(
        trials=told.trials, room=told.room, scheduled=told.scheduled, widest=widest,
        better=max(doing, key=lambda room: room.due, default=None),
    )  # fmt: skip


def in_time(trials: Sequence[Trial], length: timedelta) -> tuple[int, int]:
    """How many would have ended within a length, and how many tell: one that was cut off sooner might have, or not."""
    telling = [trial for trial in trials if not trial.cut or trial.length >= length]
    return sum(not trial.cut and trial.length <= length for trial in telling), len(telling)


def at_most(trials: Sequence[Trial]) -> timedelta | None:
    """What 95 of 100 runs took at most; one that was cut off counts as longer than any."""
    if len(trials) < FEWEST:
        return None
    rank = -(-len(trials) * ENOUGH // 100)
    trial = sorted(trials, key=lambda trial: (trial.cut, trial.length))[rank - 1]
    return None if trial.cut else trial.length


def _does(trials: Sequence[Trial], room: Room) -> bool:
    longest = at_most(trials)
    return longest is not None and longest <= room.length


def _daily(since_midnight: timedelta) -> Cron2:
    hours, minutes = divmod(since_midnight // timedelta(minutes=1), 60)
    return cron2(f"{minutes} {hours}")


def _rooms(schedule: Schedule, closes: datetime, cycle: timedelta) -> Iterator[Room]:
    """What each start time between this closing and the next opening leaves: both ends are inside the window (R11)."""
    opens = schedule.etl.following(closes - timedelta(microseconds=1)).opens
    minutes = closes.minute % (GRID // timedelta(minutes=1))
    due = closes + GRID - timedelta(minutes=minutes)
    while due < opens:
        yield _room(schedule, due, cycle)
        due += GRID


def _room(schedule: Schedule, due: datetime, cycle: timedelta) -> Room:
    """R08: it waits for the final cycle and for aggregation that the schedule keeps running."""
    starts = max(due, schedule.etl.closed(due).closes + cycle)
    aggregating = schedule.aggregate.at(starts) if schedule.aggregate else None
    if aggregating:
        starts = aggregating.closes
    return Room(due=due, starts=starts, ends=schedule.etl.following(due).opens)
