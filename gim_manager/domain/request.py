"""What a person's request comes to before anything starts: refused by which rule, and which parameters it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from gim_manager.domain.aggregates import HIERARCHIES
from gim_manager.domain.conditions import Obstacle, condition_obstacle
from gim_manager.domain.coverage import Coverage, judged
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.reaggregation import Reaggregation
from gim_manager.domain.schedule import Schedule
from gim_manager.domain.undo import Undoable, Undoing
from gim_manager.domain.world import World


class Answer(StrEnum):
    """What becomes of a request."""

    STARTS = "starts"
    WAITS = "waits"
    REFUSED = "refused"
    IGNORED_PARAMETERS = "ignored_parameters"
    """It starts or waits, but without its parameters (R19)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What a request would come to, by the live rules."""

    kind: Answer
    rule: str
    reason: str
    """A sentence."""
    until: datetime | None = None
    """When it is expected to start, or may be asked for again, if that is known."""
    parameters: str | None = None
    """The parameters that the run keeps."""
    starts_aggregation: bool = False
    """The run waits for an aggregation that has to be asked for with it (R19)."""
    remarks: str = ""
    """What a re-aggregation would do, and what a person should know of it; sentences, empty where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Obstacle):
    """A request that a rule turns down."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A job that a person asks for; `parameters` None where there are none."""

    job: Job
    parameters: str | None
    rebuilt: Reaggregation | None = None
    """The parameters of a re-aggregation, understood."""
    coverage: Coverage | None = None
    """Which facts it would be rebuilt from; None where nobody asks, or a person overrides what it says (R20)."""
    undoing: Undoing | None = None
    """The parameters of an undoing, understood."""
    undoable: Undoable | None = None
    """What it would put back; None where nobody asks."""
    ignored: bool = False
    """The parameters are, because aggregation does not run (R19)."""

    @property
    def is_handed_over(self) -> bool:
        """Whether a running aggregation is to work it."""
        return self.rebuilt is not None or self.undoing is not None


def refusal(world: World, schedule: Schedule | None, now: datetime, asked: Request) -> Refusal | None:
    """Why the request is turned down, by the strongest rule (R40); None if it is accepted."""
    if obstacle := condition_obstacle(world.condition, world.findings, asked.job):
        return Refusal(rule=obstacle.rule, reason=obstacle.reason)
    return (
        _by_hand(world, asked)
        or _parameters(asked)
        or _owned_by_schedule(world, schedule, now, asked)
        or _second(world, asked)
        or _not_built(asked)
        or _without_facts(asked)
        or _not_undoable(asked)
    )


def _by_hand(world: World, asked: Request) -> Refusal | None:
    traits = TRAITS[asked.job]
    if traits.postgresql_only and not world.postgresql:
        return Refusal(rule="R12", reason=f"{asked.job} runs on PostgreSQL only, and this Info Mart is on SQLite.")
    if traits.by_hand or world.options.flag("manager", "allow-run-all-jobs"):
        return None
    reason = f"{asked.job} runs by its schedule only. To run it by hand set [manager] allow-run-all-jobs to true."
    return Refusal(rule="R24", reason=reason)


def _parameters(asked: Request) -> Refusal | None:
    if not asked.parameters or TRAITS[asked.job].takes_parameters:
        return None
    return Refusal(rule="R25", reason=f"Only {Job.AGGREGATE} takes parameters; {asked.job} takes none.")


def _owned_by_schedule(world: World, schedule: Schedule | None, now: datetime, asked: Request) -> Refusal | None:
    """R16: with run-aggregates true the schedule alone starts aggregation."""
    if asked.job is not Job.AGGREGATE or not schedule or not schedule.aggregate:
        return None
    inside = schedule.aggregate.at(now)
    if inside and asked.parameters:
        return None
    running = world.active(Job.AGGREGATE)
    opening = None if inside else schedule.aggregate.following(now)
    if inside and running:
        state = f"keeps it running until {schedule.wall(inside.closes, now)}"
    elif inside:
        state = f"starts it by itself in the window open until {schedule.wall(inside.closes, now)}"
    else:
        state = f"starts it next at {schedule.wall(opening, now)}" if opening else "never starts it"
    suspended = "" if schedule.launching else " once run-scheduler is true"
    if world.hold:
        suspended = f" once the hold of {world.hold.owner} has ended"
    reason = (
        f"run-aggregates is true, so the schedule {state}{suspended}. To start it by hand set run-aggregates to false."
    )
    return Refusal(rule="R16", reason=reason, until=opening)


def _second(world: World, asked: Request) -> Refusal | None:
    """R21: a request waits for the running instance; a second waiting one, or one for an endless job, is refused."""
    if asked.job is Job.AGGREGATE and asked.parameters:
        return None
    waiting = next((run for run in world.of(asked.job) if not run.is_active), None)
    if waiting:
        return Refusal(rule="R21", reason=f"{asked.job} {waiting.id} is already waiting to start.")
    running = world.active(asked.job)
    if running and TRAITS[asked.job].endless:
        return Refusal(
            rule="R21", reason=f"{asked.job} {running.id} is already running, and it runs until it is stopped."
        )
    return None


def _not_built(asked: Request) -> Refusal | None:
    """A hierarchy of the guide that this version does not build has no aggregates."""
    missing = asked.rebuilt.missing if asked.rebuilt else ()
    if not asked.rebuilt or not missing or asked.rebuilt.is_of_all or asked.ignored:
        return None
    are = "is" if len(missing) == 1 else "are"
    known = ", ".join(hierarchy.name for hierarchy in HIERARCHIES)
    reason = f"{', '.join(missing)} {are} not built by this version: there is nothing to rebuild. It builds {known}."
    return Refusal(rule="R18", reason=reason)


def _without_facts(asked: Request) -> Refusal | None:
    """R20: what would be deleted must be there to be built again."""
    if not asked.rebuilt or not asked.coverage or asked.ignored:
        return None
    reason = judged(asked.rebuilt.start, asked.rebuilt.end, asked.coverage).refusal
    return Refusal(rule="R20", reason=reason) if reason else None


def _not_undoable(asked: Request) -> Refusal | None:
    """What a re-aggregation changed is put back only where it is as it left it, and while it is kept."""
    why = asked.undoable.why if asked.undoable else ""
    return Refusal(rule="R18", reason=why) if why else None


def remarks(asked: Request, zone: tzinfo) -> str:
    """What a re-aggregation would rebuild, and which of its days have nothing to be rebuilt from; what an undoing would
    put back."""
    if asked.undoable:
        return "" if asked.undoable.why else asked.undoable.told
    rebuilt = asked.rebuilt
    if not rebuilt:
        return ""
    told = [f"Rebuilds {rebuilt.span} ({zone})."]
    if rebuilt.missing and rebuilt.is_of_all:
        told.append(f"Left out, as this version does not build them: {', '.join(rebuilt.missing)}.")
    if asked.coverage:
        told.append(judged(rebuilt.start, rebuilt.end, asked.coverage).remarks)
    return " ".join(part for part in told if part)
