"""Suspend the schedule for a while, with maintenance in it or without, and end that: with a line in the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from gim_manager.domain.access import Role
from gim_manager.domain.commands import STOP_GRACE
from gim_manager.domain.conditions import Condition, condition_obstacle
from gim_manager.domain.decide import launches_when_resumed
from gim_manager.domain.errors import BadValue, Refused
from gim_manager.domain.hold import LONGEST_LENGTH, USUAL_LENGTH, Hold
from gim_manager.domain.holding import HoldEnding, hold_ending, leftover, own_run
from gim_manager.domain.job import Job
from gim_manager.domain.run import SCHEDULER, Cause, Run
from gim_manager.domain.status import NextLaunch
from gim_manager.domain.world import World
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, changes, holds, runs
from gim_manager.store.versions import state
from gim_manager.usecases.context import Context
from gim_manager.usecases.runs import ensure_server

_MINUTE = timedelta(minutes=1)
_SCHEDULE = "the schedule"
LISTED = 100
"""So many of the latest holds are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedHold:
    """What ending the hold came to."""

    hold: Hold | None
    """None where none was in force: nothing was changed."""
    starts: tuple[NextLaunch, ...] = ()
    """What is launched within a minute of its end."""
    stops: Run | None = None
    """Its maintenance, which was told to stop: the hold ends when that has ended."""


def begin(context: Context, *, minutes: int | None = None, maintain: bool = False) -> Hold:
    """Suspend the schedule for so long, or for 4 hours; with `maintain`, until Job_MaintainGIM has run in it.

    Raises BadValue for a wrong length, Refused while another hold is in force, NoServer where the maintenance would
    have nobody to start it, NeedsRole.
    """
    context.access.ensure(Role.OPERATOR, "Holding the schedule")
    length = _length(minutes)
    if maintain:
        ensure_server(context)
    now = context.now()
    with writing(context.database.manager) as connection:
        # In turn with all other writers: of two holds at one moment the second sees the first.
        changes.in_turn(connection)
        world = context.world(now)
        refusal = _refusal(context, world, now)
        if refusal is None:
            _end_what_expired(context, connection, world, now)
            hold = holds.begin(
                connection, owner=context.actor.user, host=context.actor.host, now=now, expires=now + length,
                maintain=maintain,
            )  # fmt: skip
            detail = f"for {hold.length}{', with maintenance' if maintain else ''}"
            audit.record(connection, context.act("held", now, subject=_SCHEDULE, detail=detail))
    if refusal is not None:
        with writing(context.database.manager) as connection:
            audit.record(connection, _told(context, "refused", now, refusal))
        raise refusal
    context.wake()
    return hold


def _length(minutes: int | None) -> timedelta:
    if minutes is None:
        return USUAL_LENGTH
    if not _MINUTE <= minutes * _MINUTE <= LONGEST_LENGTH:
        raise BadValue(
            f"A hold cannot last {minutes} minutes: it takes 1 to {LONGEST_LENGTH // _MINUTE}. "
            "To suspend the schedule for longer, set [schedule] run-scheduler to false."
        )
    return minutes * _MINUTE


def _refusal(context: Context, world: World, now: datetime) -> Refused | None:
    if obstacle := condition_obstacle(world.condition, (), Job.MAINTAIN):
        return Refused(obstacle.rule, obstacle.reason)
    hold = world.hold
    if hold is None or hold_ending(world, now):
        return None
    since, until = (f"{moment.astimezone(context.zone):%Y-%m-%d %H:%M}" for moment in (hold.since, hold.expires))
    return Refused(
        "R23",
        f"{hold.owner} holds the schedule already, since {since} and until {until}. "
        "There is one hold at a time; end it with: gim-manager hold --end",
    )


def _end_what_expired(context: Context, connection: Any, world: World, now: datetime) -> None:
    """What the scheduler would end, where none was alive to do it."""
    ending = hold_ending(world, now)
    if world.hold is None or ending is None:
        return
    # In the scheduler's name, where the database lets one take it.
    by = SCHEDULER if context.access.serves else context.actor.user
    if waiting := leftover(world, world.hold):
        runs.cancel(connection, waiting.id, by=by, reason=ending.reason, cause=Cause.RULE, now=now)
    holds.end(connection, world.hold.id, at=ending.at, by=by, reason=ending.reason)
    audit.record(connection, _told(context, "resumed", now, ending))


def end(context: Context) -> EndedHold:
    """End the hold in force, whoever owns it. Its maintenance is stopped if it runs, taken back if it waits.

    Raises NeedsRole.
    """
    context.access.ensure(Role.OPERATOR, "Ending a hold")
    now = context.now()
    with writing(context.database.manager) as connection:
        changes.in_turn(connection)
        world = context.world(now)
        if world.hold is None:
            return EndedHold(hold=None)
        ended = _ended(context, connection, world, world.hold, now)
        detail = f"hold of {world.hold.owner}"
        audit.record(connection, context.act("resumed", now, subject=_SCHEDULE, detail=detail))
    context.wake()
    return ended


def _ended(context: Context, connection: Any, world: World, hold: Hold, now: datetime) -> EndedHold:
    by = context.actor.user
    reason = f"{by} ended the hold."
    run, starts = own_run(world, hold), launches_when_resumed(world, now)
    if run and run.is_active:
        stopping = runs.ask_stop(connection, run.id, by=by, reason=reason, now=now, kill_at=now + STOP_GRACE)
        resuming = holds.resume(connection, hold.id, by=by, reason=reason) or hold
        return EndedHold(hold=resuming, starts=starts, stops=stopping)
    if run:
        runs.cancel(connection, run.id, by=by, reason=reason, cause=Cause.PERSON, now=now)
    return EndedHold(hold=holds.end(connection, hold.id, at=now, by=by, reason=reason), starts=starts)


def listing(context: Context) -> tuple[Hold, ...]:
    """The latest holds, newest first; one that has expired is ended as soon as a server sees it."""
    if state(context.database).condition is not Condition.READY:
        return ()
    with reading(context.database.manager) as connection:
        return holds.listed(connection, limit=LISTED)


def what_starts_next(context: Context) -> tuple[NextLaunch, ...]:
    """What would be launched within a minute if the schedule resumed now."""
    now = context.now()
    return launches_when_resumed(context.world(now), now)


def _told(context: Context, action: str, now: datetime, why: Refused | HoldEnding) -> audit.Act:
    return context.act(action, now, subject=_SCHEDULE, rule=why.rule, reason=why.reason)
