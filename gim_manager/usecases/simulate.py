"""What the scheduler would do: by an option file alone, or from an Info Mart as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gim_manager.domain.conditions import Finding, Level, condition_obstacle
from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from gim_manager.domain.option_file import OptionFile, read_option_file
from gim_manager.domain.options import CALENDAR, OPTIONS, Options
from gim_manager.domain.scenario import Assumptions, Failing, Plan, Scenario, read_plan, usual_lengths
from gim_manager.domain.schedule import zone_of
from gim_manager.domain.simulate import Event, simulate
from gim_manager.domain.timing import LocalClock
from gim_manager.domain.verify import verify
from gim_manager.domain.world import World
from gim_manager.schema.engines import reading
from gim_manager.store import lengths
from gim_manager.usecases.context import Context

RUN_UP = timedelta(days=2)
"""How long before a moment far ahead play begins: by then it has forgotten how it began."""
FAR_AHEAD = timedelta(days=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What would happen, and what is wrong with the options that it follows from."""

    options: Options
    since: datetime
    events: tuple[Event, ...]
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()
    """Options of the file that nobody knows."""
    missed: tuple[Failing, ...] = ()
    """Failures of runs that there would not be."""

    @property
    def ok(self) -> bool:
        """Whether launches are made at all, as far as the configuration goes (R28)."""
        return all(finding.level is not Level.ERROR for finding in self.findings)


def of_file(text: str, said: Assumptions, now: datetime) -> Outcome:
    """By these options on PostgreSQL, with everything due before FROM done; raises BadValue."""
    file = read_option_file(text)
    _ensure_form(file)
    plan = read_plan(said, _clock(file.options), now)
    wrong = tuple(Finding(level=Level.ERROR, message=problem) for problem in file.problems)
    world = World(options=file.options, postgresql=True, created_at=plan.since, findings=wrong)
    told = _played(world, plan.since, plan, usual_lengths())
    return replace(told, unknown=tuple(f"[{section}] {name}" for section, name in file.unknown))


def of_info_mart(context: Context, said: Assumptions) -> Outcome:
    """By the options, runs and history of this Info Mart; raises BadValue."""
    now = context.now()
    world = context.world(now)
    plan = read_plan(said, _clock(world.options), now)
    with reading(context.database.manager) as connection:
        known = lengths.usual(connection)
    began, begins = beginning(world, now, plan.since)
    return _played(began, begins, plan, usual_lengths() | known)


def beginning(world: World, now: datetime, since: datetime) -> tuple[World, datetime]:
    """Where play begins to reach a moment: here and now; afresh where that is past, or so far away that it is all one.

    Afresh means that nothing runs and everything due before is done.
    """
    if now <= since <= now + FAR_AHEAD:
        return world, now
    begins = since if since < now else since - RUN_UP
    fresh = World(
        options=world.options, postgresql=world.postgresql, condition=world.condition, findings=world.findings,
        created_at=begins,
    )  # fmt: skip
    return fresh, begins


def _played(world: World, begins: datetime, plan: Plan, known: Mapping[Job, timedelta]) -> Outcome:
    simulated = simulate(
        Scenario(
            world=world, since=begins, until=plan.until, lengths={**known, **plan.lengths}, askings=plan.askings,
            failings=plan.failings,
        )
    )  # fmt: skip
    return Outcome(
        options=world.options, since=plan.since, findings=_findings(world),
        events=tuple(event for event in simulated.events if event.time >= plan.since), missed=simulated.missed,
    )  # fmt: skip


def _findings(world: World) -> tuple[Finding, ...]:
    found = (*verify(world.options), *world.findings)
    obstacle = condition_obstacle(world.condition, (), Job.EXTRACT)
    return found if obstacle is None else (Finding(level=Level.ERROR, message=obstacle.reason), *found)


def _clock(options: Options) -> LocalClock:
    return LocalClock(zone=zone_of(options))


def _ensure_form(file: OptionFile) -> None:
    """What is no option file at all is refused; a wrong value is for the configuration check to tell."""
    if len(file.problems) > len(file.refused):
        raise BadValue(f"This is no option file. {' '.join(file.problems)}")
    known = {declared.section for declared in OPTIONS}
    for section, name in file.unknown:
        if section not in known and not section.startswith(f"{CALENDAR}-"):
            raise BadValue(
                f"There is no section [{section}], which holds {name}. The sections are {', '.join(sorted(known))}."
            )
