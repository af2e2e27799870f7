"""A clock that was set back: what is stored of times to come counts as now, so that nothing waits for them (R33)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from gim_manager.domain.commands import STOP_GRACE
from gim_manager.domain.run import Run
from gim_manager.domain.world import Cycle, LastRun, World


def is_ahead(world: World, now: datetime) -> bool:
    """Whether anything that has happened is told of a time that has not come yet."""
    return any(told > now for told in _told(world))


def without_future(world: World, now: datetime) -> World:
    """The world with all that has happened in the past: what is told of later counts as of `set_back_at`, or of now."""
    if not is_ahead(world, now):
        return world
    latest = min(world.set_back_at or now, now)

    def past(told: datetime | None) -> datetime | None:
        return latest if told and told > now else told

    def run(told: Run) -> Run:
        overdue = told.kill_at and told.kill_at > now + STOP_GRACE
        kill_at = latest + STOP_GRACE if overdue else told.kill_at
        return replace(told, start_time=past(told.start_time), end_time=past(told.end_time), kill_at=kill_at)

    def last(told: LastRun) -> LastRun:
        return replace(told, started_at=past(told.started_at) or latest, ended_at=past(told.ended_at))

    def cycle(told: Cycle) -> Cycle:
        then = told.transformation
        return Cycle(extraction=run(told.extraction), transformation=run(then) if then else None)

    return replace(
        world, runs=tuple(map(run, world.runs)), cycle=cycle(world.cycle) if world.cycle else None,
        last={job: last(told) for job, told in world.last.items()}, created_at=past(world.created_at),
        resumed_at=past(world.resumed_at),
        changed_at={name: past(told) or latest for name, told in world.changed_at.items()},
    )  # fmt: skip


def _told(world: World) -> Iterator[datetime]:
    """Every instant by which a decision measures what has happened."""
    yield from world.changed_at.values()
    yield from (told for told in (world.created_at, world.resumed_at) if told)
    for last in world.last.values():
        yield last.ended_at or last.started_at
    cycle = world.cycle
    for run in (*world.runs, *((cycle.extraction, cycle.transformation) if cycle else ())):
        if run:
            yield from _told_of(run)


def _told_of(run: Run) -> Iterator[datetime]:
    if told := run.end_time or run.start_time:
        yield told
    if run.kill_at:
        yield run.kill_at - STOP_GRACE
