"""Ask for a run, and what that would come to: by the live rules, with a line in the audit trail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Event
from typing import Any

from gim_manager import __version__
from gim_manager.domain.access import Role
from gim_manager.domain.conditions import Condition
from gim_manager.domain.coverage import Coverage
from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.decide import predict as predict_by_rules
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.errors import NoServer, OlderServer, Refused
from gim_manager.domain.job import Job
from gim_manager.domain.reaggregation import calendar_clock
from gim_manager.domain.run import ENDED, Run
from gim_manager.domain.undo import Undoable, Undoing, read_request
from gim_manager.domain.world import World
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, changes, coverage, decisions, leases, older, runs
from gim_manager.store.changes import AtOnce
from gim_manager.store.versions import state
from gim_manager.usecases import undo
from gim_manager.usecases.context import Context
from gim_manager.usecases.waiting import Vigil

FORCEABLE = frozenset({"R20"})
"""The rules that a person may override with --force or a confirmation."""
POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What is asked for."""

    job: Job
    parameters: str | None = None
    force: bool = False
    hand_over: bool = False
    wait_for_server: bool = True


def start(
    context: Context, job: Job, *, parameters: str | None = None, force: bool = False, hand_over: bool = False,
    wait_for_server: bool = True,
) -> Run:  # fmt: skip
    """A new run, Scheduled; the server starts it when the rules allow.

    `force` overrides a rule that may be overridden. `hand_over` starts aggregation too where it does not run, and the
    run, a re-aggregation, waits for it (R19). Raises Refused with rule and reason (nothing but a line in the audit
    trail is written), BadValue for parameters that cannot be read, NoServer where none is alive, unless
    `wait_for_server` is False, NeedsRole; OlderServer for a migration that a server of another version would work.
    """
    wanted = _Wanted(job=job, parameters=parameters, force=force, hand_over=hand_over, wait_for_server=wait_for_server)
    return _start(context, wanted)


def start_noted(context: Context, job: Job, note: Callable[[Any, Run], None]) -> Run:
    """The same of a job without parameters, and `note` takes note of the run in the same transaction."""
    return _start(context, _Wanted(job=job), note)


def _start(context: Context, wanted: _Wanted, note: Callable[[Any, Run], None] | None = None) -> Run:
    job, parameters = wanted.job, wanted.parameters
    context.access.ensure(Role.OPERATOR, f"Running {job}")
    now = context.now()
    grounds = _grounds(context, job, parameters)
    world = context.world(now)
    asked = None if note else _start_at_once(context, wanted, world, now)
    if asked is not None:
        context.wake()
        return asked
    with writing(context.database.manager) as connection:
        # In turn with all other writers: of two requests at one moment the second sees the first (R21).
        if changes.latest_in_turn(connection) != world.change:
            world = context.world(now)
        if wanted.wait_for_server and context.scheduler is None and not leases.servers(connection):
            raise NoServer
        _ensure_same_program(connection, job)
        prediction = predict_by_rules(world, now, job, parameters, grounds=grounds, hand_over=wanted.hand_over)
        forced = wanted.force and prediction.kind is Answer.REFUSED and prediction.rule in FORCEABLE
        if forced:
            prediction = predict_by_rules(world, now, job, parameters, hand_over=wanted.hand_over)
        refused = prediction.kind is Answer.REFUSED
        if not refused:
            asked = _asked_for(context, connection, wanted, prediction, now, forced=forced)
            if note:
                note(connection, asked)
    if asked is None:
        _keep_refusal(context, prediction, job, parameters, now)
        raise Refused(prediction.rule, prediction.reason)
    context.wake()
    return asked


def _start_at_once(context: Context, wanted: _Wanted, world: World, now: datetime) -> Run | None:
    """What most requests come to, a run that starts now, in one message to PostgreSQL. None, and nothing is written,
    where it is more than that, or something is not as it was known."""
    engine = context.database.manager
    if context.database.is_local or wanted.parameters or wanted.job is Job.MIGRATE:
        return None
    prediction = predict_by_rules(world, now, wanted.job, None)
    if prediction.kind is not Answer.STARTS or prediction.rule:
        return None
    only_if = [changes.UNCHANGED]
    if wanted.wait_for_server and context.scheduler is None:
        only_if.append(leases.SERVED[engine.dialect.name])
    known = AtOnce(engine=engine, only_if=tuple(only_if), given={"known_change": world.change})
    act = context.act("requested", now, subject=wanted.job.value)
    return runs.request_recorded(known, act, job=wanted.job, now=now)


def _asked_for(
    context: Context, connection: Any, wanted: _Wanted, prediction: Prediction, now: datetime, *, forced: bool
) -> Run:
    if prediction.starts_aggregation:
        _request(context, connection, Job.AGGREGATE, replace(prediction, parameters=None), now)
    asked = _request(context, connection, wanted.job, prediction, now, forced=forced)
    audit.record(connection, context.act("requested", now, run=asked, detail=wanted.parameters))
    if prediction.kind is Answer.WAITS:
        _decided(connection, DecisionKind.HOLD, asked.job, prediction, now, run_id=asked.id)
    return asked


def _request(
    context: Context, connection: Any, job: Job, prediction: Prediction, now: datetime, *, forced: bool = False
) -> Run:
    return runs.request(
        connection, job=job, by=context.actor.user, host=context.actor.host, now=now, forced=forced,
        parameters=prediction.parameters,
        reason=prediction.reason if prediction.rule else None,
    )  # fmt: skip


def _ensure_same_program(connection: Any, job: Job) -> None:
    """R29: to a server of an older program nothing is left to migrate, and it would say that all is up to date."""
    busy = older.at_work(connection) if job is Job.MIGRATE else None
    if busy is not None and busy.version != __version__:
        raise OlderServer(busy.id, busy.version, busy.heartbeat_at)


def _grounds(context: Context, job: Job, parameters: str | None) -> Coverage | Undoable | None:
    """Which facts a re-aggregation would be rebuilt from (R20), what an undoing would put back; None for all else."""
    given = (parameters or "").strip()
    if job is not Job.AGGREGATE or not given or state(context.database).condition is not Condition.READY:
        return None
    asked = read_request(given)
    if isinstance(asked, Undoing):
        return undo.look(context, asked.run_id)
    clock = calendar_clock(context.options())
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


def wait_for_end(context: Context, run_id: int, *, heed: Callable[[], None] = lambda: None) -> Run:
    """The run once it has ended, however long that takes; raises UnknownRun, Unreachable if nobody serves it.

    `heed` is called again and again meanwhile; what it raises ends the waiting.
    """
    pause, vigil = Event(), Vigil(context)
    while True:
        with reading(context.database.manager) as connection:
            run = runs.get(connection, run_id)
        if run.status in ENDED:
            return run
        vigil.ensure_served(run)
        heed()
        pause.wait(POLL_SECONDS)


def predict(context: Context, job: Job, parameters: str | None = None, *, hand_over: bool = False) -> Prediction:
    """What a request would come to; raises BadValue for parameters that cannot be read."""
    now = context.now()
    grounds = _grounds(context, job, parameters)
    return predict_by_rules(context.world(now), now, job, parameters, grounds=grounds, hand_over=hand_over)
