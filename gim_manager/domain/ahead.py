"""A moment to come, as it is expected: played ahead from the world as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.duty import Absence
from gim_manager.domain.job import Job
from gim_manager.domain.moment import MINUTE, Moment, Reason, Setting, Stretch, minute_of
from gim_manager.domain.run import Run, Status
from gim_manager.domain.scenario import Scenario
from gim_manager.domain.simulate import Event, Happening, simulate
from gim_manager.domain.why import why_at
from gim_manager.domain.world import World

_INSTANT = timedelta(microseconds=1)
SOON = timedelta(hours=1)
"""Most that waits has started by then, and a day takes twenty times as long to play."""
_KINDS = {
    Happening.HOLD: DecisionKind.HOLD, Happening.DROP: DecisionKind.DROP, Happening.STOP: DecisionKind.STOP,
    Happening.REFUSE: DecisionKind.REFUSE,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCome:
    """A moment to come, and what leads to it; `at` lies not before the beginning of the scenario."""

    scenario: Scenario
    at: datetime
    now: datetime
    settings: Mapping[str, Setting] = field(default_factory=dict)
    absence: Absence | None = None


def why_to_come(asked: ToCome, job: Job | None = None) -> tuple[Reason, ...]:
    """Why a job, or anything, is expected to run or not to run then; never empty. Takes up to seconds of computing."""
    return why_at(expected(asked), job)


def expected(asked: ToCome) -> Moment:
    """The moment to which the scenario leads."""
    scenario, at = asked.scenario, asked.at
    first = simulate(replace(scenario, until=at + _INSTANT))
    then = simulate(replace(scenario, world=first.world, since=at, until=minute_of(at) + MINUTE))
    events = (*first.events, *then.events)
    real = {run.id for run in scenario.world.runs}
    return Moment(
        at=at, now=asked.now, world=first.world, settings=asked.settings, absence=asked.absence,
        hold=first.world.hold,
        stretches=tuple(stretches(scenario, events)),
        decisions=tuple(_decisions(events, first.world, at, real)),
    )  # fmt: skip


def starts(scenario: Scenario) -> dict[int, datetime]:
    """When the runs that wait are expected to start, by number; one that waits without end is left out. Takes up to
    seconds of computing."""
    waiting = {run.id for run in scenario.world.runs if run.status is Status.SCHEDULED}
    for until in (scenario.since + SOON, scenario.until):
        found: dict[int, datetime] = {}
        for event in simulate(replace(scenario, until=min(until, scenario.until))).events:
            if event.event is Happening.START and event.run_id in waiting:
                found.setdefault(event.run_id, event.time)
        if found.keys() == waiting:
            break
    return found


def expectations(scenario: Scenario, run_id: int) -> tuple[Reason, ...]:
    """What is expected of a run up to its end, and whose end it waits for, in the order of time: the last lines of its
    life. Takes up to seconds of computing."""
    events = simulate(scenario).events
    run = next((run for run in scenario.world.runs if run.id == run_id), None)
    return tuple(_expected(events, run)) if run is not None else ()


def _expected(events: Iterable[Event], run: Run) -> Iterator[Reason]:
    """Of others only those that end at the very moment at which it starts: it was held back by them."""
    known, ended = run.reason, list[Event]()
    for event in events:
        if event.run_id != run.id:
            ended = [*(other for other in ended if other.time == event.time), event]
        elif event.event is Happening.HOLD:
            if event.reason != known:
                yield _to_come(event, event.reason)
            known = event.reason
        elif event.event is Happening.START:
            yield from (
                _to_come(other, f"{other.job} {other.run_id} is expected to end.")
                for other in _named(ended, known, event)
            )
            yield _to_come(event, STARTS)
        elif event.event in _LAST:
            yield _to_come(event, _LAST[event.event].format(reason=event.reason).strip())
            return


STARTS = "It is expected to start."
_LAST = {
    Happening.FINISH: "It is expected to end.", Happening.STOP: "It is expected to be stopped. {reason}",
    Happening.DROP: "It is expected to be canceled. {reason}",
}  # fmt: skip


def _named(ended: Iterable[Event], reason: str | None, start: Event) -> Iterator[Event]:
    ends = (Happening.FINISH, Happening.STOP)
    for other in ended:
        if other.event in ends and other.time == start.time and f"{other.job} {other.run_id} " in (reason or ""):
            yield other


def _to_come(event: Event, text: str) -> Reason:
    return Reason(time=event.time, rule=event.rule, text=text, expected=True)


def stretches(scenario: Scenario, events: Iterable[Event]) -> Iterator[Stretch]:
    """The runs of these events of the scenario, those that run when it begins among them; the unfinished ones last."""
    real = {run.id for run in scenario.world.runs}
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
