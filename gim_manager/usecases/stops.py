"""Stop runs, and what that would come to: by the live rules, with a line in the audit trail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from gim_manager.domain.access import Role
from gim_manager.domain.commands import STOP_GRACE, Launch
from gim_manager.domain.decide import decide
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.world import LastRun, World
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, changes, runs
from gim_manager.usecases.context import Context

RESTART_WITHIN = timedelta(seconds=2)
"""R15: how soon the scheduler starts again what it keeps running."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopEffect:
    """What stopping would do to one run."""

    run: Run
    restarts: bool = False
    """The scheduler would start it again almost at once (R15)."""
    sentence: str = ""
    """What stays and what does not."""


def stop(context: Context, run_ids: Iterable[int], *, reason: str = "") -> tuple[Run, ...]:
    """Stop what runs, cancel what waits, end by force what was told already (R26); what has ended stays as it is.

    All or none; raises UnknownRun, NeedsRole.
    """
    context.access.ensure(Role.OPERATOR, "Stopping a run")
    now = context.now()
    with writing(context.database.manager) as connection:
        changes.in_turn(connection)
        asked = [runs.get(connection, run_id) for run_id in run_ids]
        stopped = tuple(_stop(context, connection, run, reason or None, now) for run in asked)
    context.wake()
    return stopped


def _stop(context: Context, connection: Any, run: Run, reason: str | None, now: datetime) -> Run:
    by = context.actor.user
    if run.status is Status.SCHEDULED:
        after = runs.cancel(connection, run.id, by=by, reason=reason, cause=Cause.PERSON, now=now)
    elif run.is_active:
        kill_at = now if run.status is Status.STOPPING else now + STOP_GRACE
        after = runs.ask_stop(connection, run.id, by=by, reason=reason, now=now, kill_at=kill_at)
    else:
        return run
    action = "canceled" if run.status is Status.SCHEDULED else "stopped"
    audit.record(connection, context.act(action, now, run=run, reason=reason))
    return after


def stop_effects(context: Context, run_ids: Iterable[int]) -> tuple[StopEffect, ...]:
    """What stopping these runs would do, one by one; raises UnknownRun."""
    now = context.now()
    world = context.world(now)
    with reading(context.database.manager) as connection:
        asked = [runs.get(connection, run_id) for run_id in run_ids]
    return tuple(StopEffect(run=run, restarts=_restarts(world, run, now), sentence=_effect_on(run)) for run in asked)


def _restarts(world: World, run: Run, now: datetime) -> bool:
    if not run.is_active or run.start_time is None:
        return False
    ended = LastRun(started_at=run.start_time, ended_at=now, status=Status.STOPPED)
    without = replace(
        world, runs=tuple(other for other in world.runs if other.id != run.id), last={**world.last, run.job: ended}
    )
    commands = decide(without, now + RESTART_WITHIN)
    return any(isinstance(command, Launch) and command.job is run.job for command in commands)


_EFFECTS: dict[Job, str] = {
    Job.INITIALIZE: "What it has filled stays; run it again to complete the Info Mart.",
    Job.MIGRATE: "The steps that are done stay; the schema stays between two versions until it is run again.",
    Job.EXTRACT: "Committed chunks stay; the one in work is rolled back and extracted next time. Its cycle ends.",
    Job.TRANSFORM: "Chunks that are committed stay; the one in work is rolled back and transformed next time.",
    Job.AGGREGATE: "Each interval is left either old or new; what is pending stays pending.",
    Job.MAINTAIN: "What is purged stays purged; the next run goes on from there.",
    Job.EXPORT: "No half folder stays; the next run exports the same rows.",
    Job.UPDATE_STATS: "Tables that are analyzed stay so.",
}


def _effect_on(run: Run) -> str:
    if run.status is Status.SCHEDULED:
        begun = " What it has rebuilt stays." if run.rows else ""
        return f"It is taken back.{begun}" if begun else "It has not started; it is taken back."
    if not run.is_active:
        return "It has ended already; nothing changes."
    if run.is_reaggregation:
        return "What is rebuilt stays; the rest keeps the aggregates that it has. Aggregation goes on."
    if run.status is Status.STOPPING:
        return f"It was told to stop already and is ended by force now. {_EFFECTS[run.job]}"
    return _EFFECTS[run.job]
