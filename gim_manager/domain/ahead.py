"""A moment to come, as it is expected: played ahead from the world as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.duty import Absence
from gim_manager.domain.job import Job
from gim_manager.domain.moment import MINUTE, Moment, Setting, Stretch, minute_of
from gim_manager.domain.run import Status
from gim_manager.domain.scenario import Scenario
from gim_manager.domain.simulate import Event, Happening, simulate
from gim_manager.domain.world import World

_INSTANT = timedelta(microseconds=1)
_KINDS = {
    Happening.HOLD: DecisionKind.HOLD, Happening.DROP: DecisionKind.DROP, Happening.STOP: DecisionKind.STOP,
    Happening.REFUSE: DecisionKind.REFUSE,
}  # fmt: skip


def expected(
    scenario: Scenario, at: datetime, now: datetime, *, settings: Mapping[str, Setting], absence: Absence | None
) -> Moment:
    """The moment to which this scenario leads; `at` lies not before its beginning."""
    first = simulate(replace(scenario, until=at + _INSTANT))
    then = simulate(replace(scenario, world=first.world, since=at, until=minute_of(at) + MINUTE))
    events = (*first.events, *then.events)
    real = {run.id for run in scenario.world.runs}
    return Moment(
        at=at, now=now, world=first.world, settings=settings, absence=absence, hold=first.world.hold,
        stretches=tuple(_stretches(scenario, events, real)),
        decisions=tuple(_decisions(events, first.world, at, real)),
    )  # fmt: skip


def start_or_end(scenario: Scenario, run_id: int) -> Event | None:
    """The first start or end that is expected of this run; None if there is none before the scenario ends."""
    changes = (Happening.START, Happening.FINISH, Happening.STOP, Happening.DROP)
    events = simulate(scenario).events
    return next((event for event in events if event.run_id == run_id and event.event in changes), None)


def _stretches(scenario: Scenario, events: Iterable[Event], real: set[int]) -> Iterator[Stretch]:
    begun = {run.id: (run.job, run.start_time) for run in scenario.world.runs if run.start_time}
    for event in events:
        if event.run_id is None:
            continue
        if event.event is Happening.START:
            begun[event.run_id] = event.job, event.time
        elif event.event in (Happening.FINISH, Happening.STOP) and event.run_id in begun:
            job, since = begun.pop(event.run_id)
            yield Stretch(job=job, since=since, until=event.time, run_id=_number(event.run_id, real))
    for run_id, (job, since) in begun.items():
        yield Stretch(job=job, since=since, until=_end(scenario, job, since), run_id=_number(run_id, real))


def _end(scenario: Scenario, job: Job, since: datetime) -> datetime | None:
    length = scenario.lengths.get(job)
    return since + length if length is not None else None


def _number(run_id: int, real: set[int]) -> int | None:
    """A run that is only expected has no number yet."""
    return run_id if run_id in real else None


def _decisions(events: Iterable[Event], world: World, at: datetime, real: set[int]) -> Iterator[Decision]:
    """What is expected of that minute, and why each run that waits then waits."""
    waiting = {run.id for run in world.runs if run.status is Status.SCHEDULED}
    held = {event.run_id: event for event in events if event.event is Happening.HOLD and event.run_id in waiting}
    around = [event for event in events if event.time >= minute_of(at) and event.event in _KINDS]
    for event in dict.fromkeys((*held.values(), *around)):
        yield Decision(
            kind=_KINDS[event.event], job=event.job, rule=event.rule or "", reason=event.reason, first_at=event.time,
            last_at=event.time, run_id=_number(event.run_id, real) if event.run_id else None,
        )  # fmt: skip
