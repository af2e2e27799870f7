"""What a hold in force means at this moment: what it suspends, what it waits for, and whether it is over (R23)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from gim_manager.domain.coexist import named
from gim_manager.domain.commands import EndHold, HoldCommand, TellHold
from gim_manager.domain.conditions import Obstacle, condition_obstacle
from gim_manager.domain.hold import LONGEST_LENGTH, Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.domain.schedule import Schedule
from gim_manager.domain.world import World

MADE_UP = frozenset({Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE})
"""What the schedule catches up with when it resumes (R05, R06, R14); a tick of any other job is dropped (R01)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldEnding(Obstacle):
    """Why the hold is over, and since when."""

    at: datetime


def suspension(hold: Hold, schedule: Schedule, now: datetime, *, so: str = "") -> Obstacle:
    """Why a launch is not made while the hold is in force; `so` is what becomes of it."""
    until = schedule.wall(hold.expires, now)
    consequence = f": {so}" if so else ""
    return Obstacle(rule="R23", reason=f"The hold of {hold.owner} suspends the schedule until {until}{consequence}.")


def hold_ending(world: World, now: datetime) -> HoldEnding | None:
    """Why the hold is over by now; None while it is in force, and where there is none."""
    hold = world.hold
    if hold is None:
        return None
    run = own_run(world, hold)
    if hold.run_id is not None and run is None:
        reason = (
            f"{Job.MAINTAIN} {hold.run_id} of the hold of {hold.owner} has ended: launches are no longer suspended."
        )
        return HoldEnding(rule="R23", reason=reason, at=now)
    if (run and run.is_active) or not _has_expired(hold, now):
        return None
    never = f" Its {Job.MAINTAIN} never started." if hold.state is not HoldState.HELD else ""
    reason = f"The hold of {hold.owner} expired after {hold.length}: launches are no longer suspended.{never}"
    return HoldEnding(rule="R23", reason=reason, at=min(hold.expires, now))


def _has_expired(hold: Hold, now: datetime) -> bool:
    """Also one from a day ahead, which a clock that was set back has left (R33)."""
    return now >= hold.expires or hold.since - now > LONGEST_LENGTH


def own_run(world: World, hold: Hold) -> Run | None:
    """The maintenance of the hold while it is open."""
    return next((run for run in world.runs if run.id == hold.run_id), None)


def leftover(world: World, hold: Hold) -> Run | None:
    """The maintenance of the hold if it still waits to start: it is taken back with the hold."""
    run = own_run(world, hold)
    return run if run and not run.is_active else None


def awaited(world: World, hold: Hold) -> str | None:
    """What the hold waits for before it goes on, in short; None for one that waits for its end only."""
    run = own_run(world, hold)
    if run:
        return named((run,))
    return (named(in_the_way(world)) or hold.reason) if hold.wants_maintenance else None


def scheduled_aggregation(world: World, schedule: Schedule, now: datetime) -> Run | None:
    """The aggregation that runs and is the schedule's own, to be stopped and started by it (R14, R17)."""
    run = world.active(Job.AGGREGATE)
    if not run or not schedule.aggregate:
        return None
    return run if run.is_launch or schedule.aggregate.at(now) else None


def waited_for(world: World, hold: Hold, schedule: Schedule | None, now: datetime) -> Obstacle | None:
    """What the maintenance of the hold waits for; None once it may begin."""
    if blocked := condition_obstacle(world.condition, world.findings, Job.MAINTAIN):
        return blocked
    if not (runs := in_the_way(world)):
        return None
    reason = f"The hold of {hold.owner} waits for {named(runs)} to end."
    endless = next((run for run in runs if run.job is Job.AGGREGATE and not run.is_reaggregation), None)
    if endless and schedule and not scheduled_aggregation(world, schedule, now):
        reason = f"{reason} {named((endless,))} was started by {endless.requested_by} and runs until it is stopped."
    return Obstacle(rule="R23", reason=reason)


def in_the_way(world: World) -> tuple[Run, ...]:
    """The runs that the maintenance of a hold waits for: all that run, and one of its own kind that waits."""
    return tuple(run for run in world.instances if run.is_active or run.job is Job.MAINTAIN)


def carried_on(world: World, command: HoldCommand, now: datetime, number: Callable[[], int]) -> World:
    """The world after a step of its hold, where time is played; `number` gives one to the run that it asks for."""
    hold = world.hold
    if isinstance(command, EndHold):
        return replace(world, hold=None, resumed_at=command.at)
    if hold is None:
        return world
    if isinstance(command, TellHold):
        return replace(world, hold=replace(hold, reason=command.reason))
    run = Run(id=number(), job=Job.MAINTAIN, status=Status.SCHEDULED, requested_at=now, requested_by=hold.owner)
    return replace(world.with_run(run), hold=replace(hold, state=HoldState.MAINTAINING, run_id=run.id, reason=None))
