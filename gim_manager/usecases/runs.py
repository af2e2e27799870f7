"""Ask for a run, stop one, and what either would come to: by the live rules, with a line in the audit trail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Event
from typing import Any

from gim_manager.domain.access import Role
from gim_manager.domain.commands import STOP_GRACE, Launch
from gim_manager.domain.conditions import Condition
from gim_manager.domain.coverage import Coverage
from gim_manager.domain.decide import Answer, Prediction, decide
from gim_manager.domain.decide import predict as predict_by_rules
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.errors import NoServer, Refused
from gim_manager.domain.job import Job
from gim_manager.domain.reaggregation import calendar_clock, read_parameters
from gim_manager.domain.run import ENDED, Cause, Run, Status
from gim_manager.domain.world import LastRun, World
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, changes, coverage, decisions, leases, older, runs
from gim_manager.store.versions import state
from gim_manager.usecases.context import Context
from gim_manager.usecases.waiting import Vigil

FORCEABLE = frozenset({"R20"})
"""The rules that a person may override with --force or a confirmation."""
RESTART_WITHIN = timedelta(seconds=2)
"""R15: how soon the scheduler starts again what it keeps running."""
POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class StopEffect:
    """What stopping would do to one run."""

    run: Run
    restarts: bool = False
    """The scheduler would start it again almost at once (R15)."""
    sentence: str = ""
    """What stays and what does not."""


def start(
    context: Context, job: Job, *, parameters: str | None = None, force: bool = False, hand_over: bool = False,
    wait_for_server: bool = True,
) -> Run:  # fmt: skip
    """A new run, Scheduled; the server starts it when the rules allow.

    `force` overrides a rule that may be overridden. `hand_over` starts aggregation too where it does not run, and the
    run, a re-aggregation, waits for it (R19). Raises Refused with rule and reason (nothing but a line in the audit
    trail is written), BadValue for parameters that cannot be read, NoServer where none is alive, unless
    `wait_for_server` is False, NeedsRole.
    """
    context.access.ensure(Role.OPERATOR, f"Running {job}")
    now = context.now()
    covered = _coverage(context, job, parameters)
    world = context.world(now)
    with writing(context.database.manager) as connection:
        # In turn with all other writers: of two requests at one moment the second sees the first (R21).
        if changes.latest_in_turn(connection) != world.change:
            world = context.world(now)
        if wait_for_server and context.scheduler is None and not leases.servers(connection):
            raise NoServer
        prediction = predict_by_rules(world, now, job, parameters, coverage=covered, hand_over=hand_over)
        forced = force and prediction.kind is Answer.REFUSED and prediction.rule in FORCEABLE
        if forced:
            prediction = predict_by_rules(world, now, job, parameters, hand_over=hand_over)
        refused = prediction.kind is Answer.REFUSED
        if not refused:
            if prediction.starts_aggregation:
                _request(context, connection, Job.AGGREGATE, replace(prediction, parameters=None), now)
            asked = _request(context, connection, job, prediction, now, forced=forced)
            audit.record(connection, context.act("requested", now, run=asked, detail=parameters))
            if prediction.kind is Answer.WAITS:
                _decided(connection, DecisionKind.HOLD, asked.job, prediction, now, run_id=asked.id)
    if refused:
        _keep_refusal(context, prediction, job, parameters, now)
        raise Refused(prediction.rule, prediction.reason)
    context.wake()
    return asked


def _request(
    context: Context, connection: Any, job: Job, prediction: Prediction, now: datetime, *, forced: bool = False
) -> Run:
    return runs.request(
        connection, job=job, by=context.actor.user, host=context.actor.host, now=now, forced=forced,
        parameters=prediction.parameters,
        reason=prediction.reason if prediction.rule else None,
    )  # fmt: skip


def _coverage(context: Context, job: Job, parameters: str | None) -> Coverage | None:
    """Which facts a re-aggregation would be rebuilt from (R20); None for everything else."""
    given = (parameters or "").strip()
    if job is not Job.AGGREGATE or not given or state(context.database).condition is not Condition.READY:
        return None
    asked, clock = read_parameters(given), calendar_clock(context.options())
    with reading(context.database.info_mart) as connection:
        return coverage.read(connection, asked, clock)


def _keep_refusal(context: Context, prediction: Prediction, job: Job, parameters: str | None, now: datetime) -> None:
    refusal = context.act(
        "refused", now, subject=job.value, detail=parameters, rule=prediction.rule, reason=prediction.reason
    )
    with writing(context.database.manager) as connection:
        audit.record(connection, refusal)
        _decided(connection, DecisionKind.REFUSE, job, prediction, now)


def _decided(
    connection: Any, kind: DecisionKind, job: Job, prediction: Prediction, now: datetime, *, run_id: int | None = None
) -> None:
    """What the rules made of a request stands beside what they made of launches."""
    decisions.record(
        connection, kind=kind, job=job, rule=prediction.rule, reason=prediction.reason, now=now, run_id=run_id
    )


def ensure_server(context: Context) -> None:
    """Raises NoServer where no server, leader or standby, was heard of within 15 s, here or elsewhere."""
    if context.scheduler is None and not server_is_alive(context):
        raise NoServer


def server_is_alive(context: Context) -> bool:
    """Whether any server was heard of within 15 s (cli-contract, run)."""
    with reading(context.database.manager) as connection:
        return bool(older.servers(connection))


def wait_for_end(context: Context, run_id: int) -> Run:
    """The run once it has ended, however long that takes; raises UnknownRun, Unreachable if nobody serves it."""
    pause, vigil = Event(), Vigil(context)
    while True:
        with reading(context.database.manager) as connection:
            run = runs.get(connection, run_id)
        if run.status in ENDED:
            return run
        vigil.ensure_served(run)
        pause.wait(POLL_SECONDS)


def predict(context: Context, job: Job, parameters: str | None = None, *, hand_over: bool = False) -> Prediction:
    """What a request would come to; raises BadValue for parameters that cannot be read."""
    now = context.now()
    covered = _coverage(context, job, parameters)
    return predict_by_rules(context.world(now), now, job, parameters, coverage=covered, hand_over=hand_over)


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
