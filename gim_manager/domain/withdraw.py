"""What the schedule takes back by itself: waiting launches without a purpose, and aggregation at its window's end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from gim_manager.domain.conditions import Obstacle
from gim_manager.domain.holding import scheduled_aggregation, suspension
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.domain.schedule import Schedule
from gim_manager.domain.world import World

SWITCHES = {
    Job.MAINTAIN: "run-maintain",
    Job.AGGREGATE: "run-aggregates",
    Job.UPDATE_STATS: "run-update-stats",
    Job.EXPORT: "run-export",
}


def withdrawals(world: World, schedule: Schedule, now: datetime) -> Iterator[tuple[Run, Obstacle]]:
    """The scheduler's own waiting launches that are canceled now; a person's request that became a launch stays, and so
    does a migration, whose rule is the stronger (R29)."""
    for run in world.runs:
        waits = run.status is Status.SCHEDULED and run.is_launch and run.by_scheduler and run.job is not Job.MIGRATE
        if waits and (why := _outlived(run, world, schedule, now)):
            yield run, why


def latest_start(job: Job, schedule: Schedule, now: datetime) -> datetime | None:
    """When a waiting launch of this job is given up, as `withdrawals` will say then; None if it waits on (R09, R14)."""
    if job is Job.MAINTAIN:
        return schedule.etl.following(now).opens
    window = schedule.aggregate.at(now) if job is Job.AGGREGATE and schedule.aggregate else None
    return window.closes if window else None


def _outlived(run: Run, world: World, schedule: Schedule, now: datetime) -> Obstacle | None:
    if not schedule.launching:
        return Obstacle(rule="R01", reason="The schedule is suspended: run-scheduler is false.")
    if world.hold:
        return suspension(world.hold, schedule, now)
    switch = SWITCHES.get(run.job)
    if switch and not world.options.flag("schedule", switch):
        return Obstacle(rule="R30", reason=f"{switch} is false.")
    if run.job is Job.MAINTAIN and schedule.etl.opened(now).is_open(now):
        return Obstacle(rule="R09", reason="The ETL window opened before maintenance could start.")
    if run.job is Job.AGGREGATE and schedule.aggregate and not schedule.aggregate.at(now):
        return Obstacle(rule="R14", reason="The window of aggregation closed before it could start.")
    return None


def endings(world: World, schedule: Schedule, now: datetime) -> Iterator[tuple[Run, Obstacle]]:
    """The runs that the schedule stops now: aggregation at the end of its window (R14, R17), or for a hold (R23)."""
    if world.hold and (held := scheduled_aggregation(world, schedule, now)):
        yield held, suspension(world.hold, schedule, now, so="aggregation starts again afterwards")
        return
    run = world.active(Job.AGGREGATE)
    windows = schedule.aggregate
    if not run or not windows or windows.at(now):
        return
    closed = windows.closed(now)
    if closed and _owned(run, world, closed):
        yield run, Obstacle(rule="R14", reason=f"The window of aggregation closed at {schedule.wall(closed, now)}.")
    elif run.is_launch and run.start_time and world.floor("run-aggregates") <= run.start_time:
        yield run, Obstacle(rule="R14", reason="A change of the options closed the window of aggregation.")


def _owned(run: Run, world: World, closed: datetime) -> bool:
    """Whether the schedule owned aggregation at this closing: the option was true by then, and it ran (R17)."""
    edited = world.floor("run-aggregates", "aggregate-schedule", "aggregate-duration", "timezone")
    return run.start_time is not None and run.start_time < closed and edited < closed
