"""Run jobs one by one (the guide): switch the schedule off, lead from job to job, put back what was switched off.

Each act is one transaction, so that whoever is struck down between two of them finds the procedure as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from gim_manager.domain.access import Role
from gim_manager.domain.errors import BadValue, Refused
from gim_manager.domain.job import Job
from gim_manager.domain.one_by_one import OFF, SECTION, OneByOne, Step, obstacle, to_put_back, to_switch_off
from gim_manager.domain.option_file import Key
from gim_manager.domain.run import Run
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, changes
from gim_manager.store import one_by_one as store
from gim_manager.store import options as store_options
from gim_manager.store import runs as store_runs
from gim_manager.usecases import options, runs
from gim_manager.usecases.context import Context

_ACT = "Running jobs one by one"
_SUBJECT = "jobs one by one"
_RULE = "R01"


class Act(StrEnum):
    """What leads the procedure on."""

    BEGIN = "begin"
    NEXT = "next"
    AGAIN = "again"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A procedure with the latest run of each job, as far as that is kept."""

    procedure: OneByOne
    runs: dict[Job, Run] = field(default_factory=dict)
    obstacle: str | None = None
    """What keeps the next job from being run now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What ending it came to."""

    procedure: OneByOne | None
    """None where none was in force: nothing was changed."""
    put_back: dict[Key, str | None] = field(default_factory=dict)
    """None stands for the default."""
    left: tuple[str, ...] = ()
    """What somebody set anew meanwhile, and was left as it is."""


def stand(context: Context) -> Stand | None:
    """The procedure in force, and how its jobs fared; None where there is none."""
    with reading(context.database.manager) as connection:
        procedure = store.in_force(connection)
        if procedure is None:
            return None
        wanted = {step.run_id for step in procedure.steps if step.run_id is not None}
        found = {run.job: run for run in store_runs.by_ids(connection, frozenset(wanted))}
    return Stand(procedure=procedure, runs=found, obstacle=_next_obstacle(context, procedure))


def _next_obstacle(context: Context, procedure: OneByOne) -> str | None:
    return obstacle(procedure, procedure.next.job, context.world(context.now()).runs) if procedure.next else None


def lead_on(context: Context, act: Act) -> Run | None:
    """Do this; the run that was asked for, if one was. Raises what the act raises."""
    if act in (Act.NEXT, Act.AGAIN):
        return proceed(context) if act is Act.NEXT else repeat(context)
    begin(context) if act is Act.BEGIN else skip(context)
    return None


def begin(context: Context) -> OneByOne:
    """Set to false what the guide wants off, in one transaction with the note of what that was.

    Raises Refused while another one is in force, NeedsRole.
    """
    context.access.ensure(Role.ADMINISTRATOR, _ACT)
    now = context.now()
    with writing(context.database.manager) as connection:
        changes.in_turn(connection)
        if other := store.in_force(connection):
            since = f"{other.since.astimezone(context.zone):%Y-%m-%d %H:%M}"
            raise Refused(
                _RULE,
                f"{other.owner} runs jobs one by one already, since {since}. End that with: gim-manager one-by-one end",
            )
        put_back = to_switch_off(store_options.load(connection))
        options.write(context, connection, {(SECTION, name): OFF for name in put_back})
        begun = store.begin(connection, owner=context.actor.user, host=context.actor.host, now=now, put_back=put_back)
        audit.record(connection, context.act("began", now, subject=_SUBJECT, detail=", ".join(put_back) or None))
    context.wake()
    return begun


def proceed(context: Context) -> Run:
    """Ask for a run of the next job. Raises BadValue where none is in force or none is left, Refused, NoServer,
    NeedsRole."""
    procedure = _in_force(context)
    return _run(context, procedure, _next(procedure))


def repeat(context: Context) -> Run:
    """Ask for another run of the latest job; raises as `proceed`, BadValue where no job was run yet."""
    procedure = _in_force(context)
    if procedure.latest is None:
        raise BadValue("No job was run yet: begin with: gim-manager one-by-one next")
    return _run(context, procedure, procedure.latest)


def skip(context: Context) -> OneByOne:
    """Pass the next job over; raises BadValue where none is in force or none is left, NeedsRole."""
    context.access.ensure(Role.ADMINISTRATOR, _ACT)
    procedure = _in_force(context)
    step = _next(procedure)
    with writing(context.database.manager) as connection:
        _go_on(connection, procedure, procedure.without(step))
        audit.record(connection, context.act("skipped", context.now(), subject=step.job.value, detail=_SUBJECT))
    return _in_force(context)


def end(context: Context) -> Ended:
    """Put back what was switched off, in one transaction with the end; runs that go on are left alone.

    What somebody has set anew meanwhile stays so. Raises NeedsRole.
    """
    context.access.ensure(Role.ADMINISTRATOR, _ACT)
    now = context.now()
    with writing(context.database.manager) as connection:
        changes.in_turn(connection)
        procedure = store.in_force(connection)
        if procedure is None:
            return Ended(procedure=None)
        back = to_put_back(store_options.load(connection), procedure.put_back)
        options.write(context, connection, back)
        store.end(connection, procedure, now=now, by=context.actor.user)
        audit.record(connection, context.act("ended", now, subject=_SUBJECT, detail=f"of {procedure.owner}"))
    context.wake()
    left = tuple(name for name in procedure.put_back if (SECTION, name) not in back)
    return Ended(procedure=procedure, put_back=back, left=left)


def _in_force(context: Context) -> OneByOne:
    with reading(context.database.manager) as connection:
        procedure = store.in_force(connection)
    if procedure is None:
        raise BadValue("Nobody runs jobs one by one. Begin with: gim-manager one-by-one start")
    return procedure


def _next(procedure: OneByOne) -> Step:
    if procedure.next is None:
        raise BadValue("Every job has had its turn. Put back what was off with: gim-manager one-by-one end")
    return procedure.next


def _run(context: Context, procedure: OneByOne, step: Step) -> Run:
    context.access.ensure(Role.ADMINISTRATOR, _ACT)
    if reason := obstacle(procedure, step.job, context.world(context.now()).runs):
        raise Refused("R23" if step.job is Job.MAINTAIN else "R22", reason)
    return runs.start_noted(
        context, step.job, lambda connection, run: _go_on(connection, procedure, procedure.with_run(step.job, run.id))
    )


def _go_on(connection: Any, procedure: OneByOne, steps: tuple[Step, ...]) -> None:
    if not store.go_on(connection, procedure, steps):
        raise Refused(_RULE, "Somebody else has led these jobs on meanwhile: look with gim-manager one-by-one status")
