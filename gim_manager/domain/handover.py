"""When a re-aggregation request is handed to the aggregation that runs, and what it waits for until then (R18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gim_manager.domain.coexist import Candidate, runs_alone
from gim_manager.domain.conditions import Obstacle
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.domain.schedule import Schedule
from gim_manager.domain.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Obstacle):
    """What a request waits for."""

    until: datetime | None = None
    """When it may begin, if that is known."""


def handover_obstacle(
    world: World,
    schedule: Schedule | None,
    now: datetime,
    request: Run,
    *,
    earlier: Run | None,
    others: tuple[Run, ...],
) -> Obstacle | None:
    """Why this waiting re-aggregation is not handed over now; None if the running aggregation may have it.

    `earlier` is the request asked for just before it, if that is open; `others` are the runs that may keep it back.
    """
    if alone := runs_alone(Candidate(job=request.job, is_launch=False, run_id=request.id), others):
        return alone
    if earlier:
        return Waiting(rule="R18", reason=f"Waits for re-aggregation {earlier.id} to end.")
    aggregation = world.active(Job.AGGREGATE)
    if aggregation and aggregation.status is Status.RUNNING:
        return None
    begins = "Goes on" if request.rows or request.progress else "Begins"
    if aggregation:
        return Waiting(
            rule="R18", reason=f"{begins} when {aggregation.job} runs again; run {aggregation.id} is stopping."
        )
    return _until_it_runs(world, schedule, now, begins)


def expects_aggregation(world: World, schedule: Schedule | None, now: datetime) -> bool:
    """Whether aggregation runs, waits to start, or is started by the schedule at once: a request need only wait."""
    window = schedule.aggregate.at(now) if schedule and schedule.aggregate and world.scheduling else None
    return bool(window or world.of(Job.AGGREGATE))


def _until_it_runs(world: World, schedule: Schedule | None, now: datetime, begins: str) -> Waiting:
    if waiting := next(iter(world.of(Job.AGGREGATE)), None):
        return Waiting(rule="R18", reason=f"{begins} when {waiting.job} {waiting.id} runs, which waits to start.")
    windows = schedule.aggregate if schedule else None
    if not schedule or not windows:
        return Waiting(rule="R18", reason=f"{begins} when {Job.AGGREGATE} runs; nobody has started it.")
    suspended = "" if schedule.launching else " once run-scheduler is true"
    if windows.at(now):
        return Waiting(rule="R18", reason=f"{begins} when {Job.AGGREGATE} runs; the schedule starts it{suspended}.")
    opening = windows.following(now)
    at = f" at {schedule.wall(opening, now)}" if opening else ""
    reason = f"{begins} when {Job.AGGREGATE} runs; the schedule starts it next{at}{suspended}."
    return Waiting(rule="R18", reason=reason, until=opening)
