"""When the next ETL cycle begins, and whether it is a regular one or the final one of its window (R02–R06)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gim_manager.domain.job import Job
from gim_manager.domain.schedule import Schedule
from gim_manager.domain.window import Window
from gim_manager.domain.world import Cycle, World

LATE = timedelta(minutes=1)
"""A cycle that begins later than this after its time is one that a server or scheduler catches up with (R06)."""
FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The next cycle: its due time, when it can begin at the earliest, and of which window it is."""

    due_at: datetime
    at: datetime
    """Later than `due_at` where the cycle before it ends later."""
    window: Window
    final: bool = False

    def rule(self, now: datetime) -> str:
        """R06 for what is caught up with, R04 for the final cycle, R03 for the others."""
        if now - self.at > LATE:
            return "R06"
        return "R04" if self.final else "R03"

    def key(self, world: World) -> str:
        """(window's opening, number): unique whatever the options said in between."""
        opening = f"{Job.EXTRACT}:{self.window.opens:%Y-%m-%dT%H:%MZ}:"
        if self.final:
            return f"{opening}{FINAL}"
        numbers = (key.removeprefix(opening) for key in world.made if key.startswith(opening))
        return f"{opening}{max((int(number) for number in numbers if number.isdigit()), default=0) + 1}"


def next_beginning(world: World, schedule: Schedule, now: datetime) -> Beginning:
    """The cycle after the one launched last, which counts as ending now if it is in progress; due once `at` is past."""
    window = schedule.etl.opened(now)
    if window.is_open(now):
        return _inside(world, schedule, window, now)
    final = _final(window, _ended(world.cycle, now))
    return final if _is_missing(world, final, now) else _first(schedule.etl.following(now), None)


def due_beginning(world: World, schedule: Schedule, now: datetime) -> Beginning | None:
    """The cycle that is to begin now; None while one is in progress or none is due."""
    if world.cycle and world.cycle.in_progress and not is_overtaken(world, schedule, now):
        return None
    beginning = next_beginning(world, schedule, now)
    return beginning if beginning.at <= now else None


def is_overtaken(world: World, schedule: Schedule, now: datetime) -> bool:
    """Nobody began the transformation in time, and the next cycle is due by now: that one catches up (R05)."""
    cycle = world.cycle
    if not cycle or not cycle.hands_over or not cycle.extraction.end_time:
        return False
    return now - cycle.extraction.end_time > LATE and next_beginning(world, schedule, now).at <= now


def _inside(world: World, schedule: Schedule, window: Window, now: datetime) -> Beginning:
    began, ended = _began(world.cycle, now), _ended(world.cycle, now)
    if began is None or began < window.opens:
        return _first(window, ended)
    regular = max(began + schedule.frequency, ended or now)
    if regular < window.closes:
        return Beginning(due_at=regular, at=regular, window=window)
    following = schedule.etl.following(now)
    return _first(following, None) if following.opens <= window.closes else _final(window, None)


def _first(window: Window, ended: datetime | None) -> Beginning:
    return Beginning(due_at=window.opens, at=max(window.opens, ended or window.opens), window=window)


def _final(window: Window, ended: datetime | None) -> Beginning:
    return Beginning(due_at=window.closes, at=max(window.closes, ended or window.closes), window=window, final=True)


def _began(cycle: Cycle | None, now: datetime) -> datetime | None:
    """The start of a launch that still waits counts as now."""
    return cycle.began_at or now if cycle else None


def _ended(cycle: Cycle | None, now: datetime) -> datetime | None:
    if not cycle:
        return None
    if cycle.hands_over and cycle.extraction.end_time:
        return cycle.extraction.end_time
    return cycle.ended_at or now


def _is_missing(world: World, final: Beginning, now: datetime) -> bool:
    """No cycle began at or after the closing; an edit that closed the window asks for none (R30)."""
    began = _began(world.cycle, now)
    if final.key(world) in world.made or (began is not None and began >= final.due_at):
        return False
    watched = ["etl-start-time", "etl-end-time", "timezone", *([] if world.cycle else ["run-scheduler"])]
    return final.due_at >= world.floor(*watched)
