"""Launches that nobody could make in time are not made up, and one decision a gap says so (R08, R12, R13, R38)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from gim_manager.domain.due import EXPORT_GRACE, PUNCTUAL, Due
from gim_manager.domain.job import Job
from gim_manager.domain.schedule import Schedule, Ticks
from gim_manager.domain.world import World

LOOKED_BACK = timedelta(days=2)
"""Older ticks are not asked for: launch keys are remembered for three days."""
_INSTANT = timedelta(microseconds=1)
_RULES = {Job.MAINTAIN: "R09", Job.UPDATE_STATS: "R12", Job.EXPORT: "R13"}


def missed(job: Job, world: World, schedule: Schedule, now: datetime) -> Due | None:
    """The latest launch of a gap, dropped, with how many were missed; None where every tick has a run or a decision."""
    ticks = {
        Job.MAINTAIN: schedule.maintain,
        Job.UPDATE_STATS: schedule.statistics if world.postgresql else None,
        Job.EXPORT: schedule.export,
    }.get(job)
    if not ticks:
        return None
    gap = tuple(_unmade(job, ticks, world, _latest_too_late(job, ticks, schedule, now), now))
    if not gap:
        return None
    first, last = (schedule.wall(tick, now) for tick in (gap[-1], gap[0]))
    which = f"{len(gap)} launches from {first} to {last}" if len(gap) > 1 else f"launch of {last}"
    return Due(
        job=job, key=ticks.key(job, gap[0]), at=gap[0], rule=_RULES[job], dropped=True,
        reason=f"Nobody could make the {which} in time.",
    )  # fmt: skip


def _latest_too_late(job: Job, ticks: Ticks, schedule: Schedule, now: datetime) -> datetime:
    """The latest tick that is not made up any more: maintenance waits until a window opens, an export for an hour."""
    if job is Job.MAINTAIN:
        return ticks.passed(schedule.etl.opened(now).opens - _INSTANT)
    latest = ticks.passed(now)
    grace = EXPORT_GRACE if job is Job.EXPORT else PUNCTUAL
    return latest if now - latest > grace else ticks.passed(latest - _INSTANT)


def _unmade(job: Job, ticks: Ticks, world: World, latest: datetime, now: datetime) -> Iterator[datetime]:
    """The ticks of the gap, the latest first: back to one that was made, or before which none counts."""
    since = max(world.floor(*_SETTINGS[job], "run-scheduler", "timezone"), now - LOOKED_BACK)
    tick = latest
    while tick > since and not _is_made(job, ticks, tick, world):
        yield tick
        tick = ticks.passed(tick - _INSTANT)


_SETTINGS = {
    Job.MAINTAIN: ("run-maintain", "maintain-start-time"),
    Job.UPDATE_STATS: ("run-update-stats", "update-stats-schedule"),
    Job.EXPORT: ("run-export", "export-schedule"),
}


def _is_made(job: Job, ticks: Ticks, tick: datetime, world: World) -> bool:
    if job is not Job.MAINTAIN:
        key = ticks.key(job, tick)
        return key in world.made or key in world.held
    day = f"{job}:{ticks.clock.local_date(tick)}:"
    return any(key.startswith(day) for key in (*world.made, *world.held))
