"""What the schedule would do on one whole day by one set of options, and by another: for a look before a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.schedule import zone_of
from gim_manager.domain.simulate import Event, Happening, simulate
from gim_manager.domain.timing import LocalClock
from gim_manager.domain.world import World

RUN_UP = timedelta(days=1)
"""Played before the day begins, so that windows open at its midnight are joined as on any night."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two sets of options, and what both are played with."""

    before: Options
    after: Options
    now: datetime
    postgresql: bool = True
    lengths: Mapping[Job, timedelta] = field(default_factory=dict)
    """How long a run of a job takes, as its past runs tell; a job without takes as long as is usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """The day after today in the zone of the options, played from an empty list of runs."""

    day: date
    starts: Mapping[Job, tuple[datetime, ...]] = field(default_factory=dict)
    """When each job starts, by the wall clock of the schedule; a job that does not has no entry."""
    running: Mapping[Job, timedelta] = field(default_factory=dict)
    """How much of the day each job runs."""
    dropped: tuple[Event, ...] = ()
    """Launches that a rule takes back, in time order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The same day twice."""

    before: DayPlan
    after: DayPlan


def compare(question: Question) -> Comparison:
    """Plays both; takes up to seconds of computing, and reads nothing."""
    return Comparison(before=_plan(question, question.before), after=_plan(question, question.after))


def _plan(question: Question, options: Options) -> DayPlan:
    clock = LocalClock(zone=zone_of(options))
    day = clock.local_date(question.now) + DAY
    since, until = (clock.instant(date_, timedelta()) for date_ in (day, day + DAY))
    world = World(options=options, postgresql=question.postgresql, created_at=since - RUN_UP)
    lengths = usual_lengths() | dict(question.lengths)
    played = simulate(Scenario(world=world, since=since - RUN_UP, until=until, lengths=lengths))
    today = [event for event in played.events if event.time >= since]
    return DayPlan(
        day=day, starts=_starts(today, clock), running=_running(played.events, since, until),
        dropped=tuple(event for event in today if event.event is Happening.DROP),
    )  # fmt: skip


def _starts(events: Iterable[Event], clock: LocalClock) -> dict[Job, tuple[datetime, ...]]:
    found: dict[Job, list[datetime]] = defaultdict(list)
    for event in events:
        if event.event is Happening.START:
            found[event.job].append(clock.local(event.time))
    return {job: tuple(times) for job, times in found.items()}


def _running(events: Iterable[Event], since: datetime, until: datetime) -> dict[Job, timedelta]:
    """A run that has not ended at the end of the day runs until then."""
    began: dict[int | None, Event] = {}
    total: dict[Job, timedelta] = defaultdict(timedelta)
    for event in events:
        if event.event is Happening.START:
            began[event.run_id] = event
        elif event.event in (Happening.FINISH, Happening.STOP) and (start := began.pop(event.run_id, None)):
            total[event.job] += _within(start.time, event.time, since)
    for start in began.values():
        total[start.job] += _within(start.time, until, since)
    return {job: length for job, length in total.items() if length}


def _within(start: datetime, end: datetime, since: datetime) -> timedelta:
    return max(timedelta(), end - max(start, since))
