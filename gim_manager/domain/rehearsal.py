"""The night in which the clocks change, beside a usual one: what the live rules make of both, played ahead (R32)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from gim_manager.domain.clock_change import ClockChange, next_change
from gim_manager.domain.conditions import Level
from gim_manager.domain.day_plan import RUN_UP
from gim_manager.domain.fit import Trial, in_time
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.schedule import SECTION, Schedule, readable_schedule, zone_of
from gim_manager.domain.simulate import Event, Happening, simulate
from gim_manager.domain.timing import LocalClock
from gim_manager.domain.verify import verify
from gim_manager.domain.world import World

_DAY = timedelta(days=1)
_EVENING, _MORNING = timedelta(hours=20), timedelta(hours=8)
_NOON = 12
_ENDS = (Happening.FINISH, Happening.STOP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the two nights are played with; plain values, for a process of its own."""

    options: Options
    after: datetime
    """The first change later than this is rehearsed."""
    postgresql: bool = True
    lengths: Mapping[Job, timedelta] = field(default_factory=dict)
    """How long a run of a job takes, as its past runs tell; a job without takes as long as is usual."""
    trials: tuple[Trial, ...] = ()
    """How the past runs of maintenance went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A cycle or a run of maintenance."""

    since: datetime
    until: datetime
    stopped: bool = False
    """A rule stopped it (R07)."""


class Outcome(StrEnum):
    """What becomes of maintenance in one night."""

    FITS = "fits"
    CUT = "cut"
    """A cycle that falls due stops it (R07)."""
    DROPPED = "dropped"
    """It cannot start in time (R09)."""
    NONE = "none"
    """Nothing launches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maintained:
    """How maintenance fares in one night."""

    outcome: Outcome
    bar: Bar | None = None
    reason: str = ""
    """Why it was dropped or stopped."""
    spare: timedelta | None = None
    """From its end to the next cycle."""
    in_time: tuple[int, int] = (0, 0)
    """Of the past runs: how many would end in time, of how many that tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """From 20:00 to 08:00 by the wall clock."""

    since: datetime
    until: datetime
    cycles: tuple[Bar, ...]
    """Those that begin in it."""
    gap: Bar | None
    """The longest time without a cycle, from the end of one in it to the beginning of the next."""
    windows: tuple[Bar, ...]
    """When the ETL window is open, as far as that is in it."""
    maintenance: Maintained


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """Both nights; without a change there are none."""

    change: ClockChange | None
    usual: Night | None = None
    that: Night | None = None
    problem: str | None = None
    """What in the options keeps everything from being launched (R28)."""
    is_suspended: bool = False
    """run-scheduler is false: the nights are as if it were true."""


def rehearse(question: Question) -> Rehearsal:
    """Plays both nights; takes up to seconds of computing, and reads nothing."""
    options = question.options.changed({(SECTION, "run-scheduler"): "true"})
    schedule, change = readable_schedule(options), next_change(zone_of(options), question.after)
    suspended = not question.options.flag(SECTION, "run-scheduler")
    problem = next((found.message for found in verify(options) if found.level is Level.ERROR), None)
    if change is None or schedule is None:
        return Rehearsal(change=change, is_suspended=suspended, problem=problem)
    day = _evening(change)
    usual, that = _span(schedule.clock, day - _DAY), _span(schedule.clock, day)
    world = World(options=options, postgresql=question.postgresql, created_at=usual[0] - RUN_UP)
    lengths = usual_lengths() | dict(question.lengths)
    played = simulate(Scenario(world=world, since=usual[0] - RUN_UP, until=that[1] + _DAY, lengths=lengths))
    usual_night, that_night = (_night(schedule, span, played.events, question.trials) for span in (usual, that))
    return Rehearsal(
        change=change, usual=usual_night, that=that_night, is_suspended=suspended, problem=problem
    )  # fmt: skip


def _evening(change: ClockChange) -> date:
    """The date in whose evening the night of the change begins."""
    shown = change.shown_before
    return shown.date() - _DAY if shown.hour < _NOON else shown.date()


def _span(clock: LocalClock, evening: date) -> tuple[datetime, datetime]:
    return clock.instant(evening, _EVENING), clock.instant(evening + _DAY, _MORNING)


def _night(
    schedule: Schedule, span: tuple[datetime, datetime], events: Sequence[Event], trials: tuple[Trial, ...]
) -> Night:
    since, until = span
    cycles = tuple(_cycles(events))
    begun = tuple(bar for bar in cycles if since <= bar.since < until)
    return Night(
        since=since, until=until, cycles=begun,
        gap=_longest_gap(begun, cycles), windows=tuple(_windows(schedule, since, until)),
        maintenance=_maintained(events, span, cycles, trials),
    )  # fmt: skip


def _cycles(events: Iterable[Event]) -> Iterator[Bar]:
    """Each from the start of its extraction to the end of its last job."""
    begun: Event | None = None
    ended: datetime | None = None
    for event in events:
        if event.job is Job.EXTRACT and event.event is Happening.START:
            if begun and ended:
                yield Bar(since=begun.time, until=ended)
            begun, ended = event, None
        elif event.job in (Job.EXTRACT, Job.TRANSFORM) and event.event in _ENDS:
            ended = event.time
    if begun and ended:
        yield Bar(since=begun.time, until=ended)


def _longest_gap(begun: Sequence[Bar], cycles: Sequence[Bar]) -> Bar | None:
    following = {one.since: other.since for one, other in pairwise(cycles)}
    gaps = [Bar(since=bar.until, until=following[bar.since]) for bar in begun if bar.since in following]
    return max(gaps, key=lambda gap: gap.until - gap.since, default=None)


def _windows(schedule: Schedule, since: datetime, until: datetime) -> Iterator[Bar]:
    window = schedule.etl.opened(since)
    while window.opens < until:
        if window.closes > since:
            yield Bar(since=max(since, window.opens), until=min(until, window.closes))
        window = schedule.etl.of(schedule.etl.next_date(schedule.clock.local_date(window.opens)))


def _maintained(
    events: Sequence[Event], span: tuple[datetime, datetime], cycles: Sequence[Bar], trials: tuple[Trial, ...]
) -> Maintained:
    since, until = span
    of_it = [event for event in events if event.job is Job.MAINTAIN and event.time >= since]
    begins = next((event for event in of_it if event.event is Happening.START and event.time < until), None)
    if begins is None:
        dropped = next((event for event in of_it if event.event is Happening.DROP and event.time < until), None)
        reason = dropped.reason if dropped else ""
        return Maintained(outcome=Outcome.DROPPED if dropped else Outcome.NONE, reason=reason)
    # It does end in what was played: a day after the night the ETL window has opened again.
    ends = next(event for event in of_it if event.event in _ENDS and event.time >= begins.time)
    stopped = ends.event is Happening.STOP
    following = next((bar.since for bar in cycles if bar.since >= ends.time), None)
    return Maintained(
        outcome=Outcome.CUT if stopped else Outcome.FITS, reason=ends.reason if stopped else "",
        bar=Bar(since=begins.time, until=ends.time, stopped=stopped),
        spare=following - ends.time if following else None,
        in_time=in_time(trials, following - begins.time) if following else (0, 0),
    )  # fmt: skip
