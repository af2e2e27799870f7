"""What a simulation plays: where it begins and ends, and what a person assumes of lengths, failures and requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import TRAITS, Job, job_named
from gim_manager.domain.request import Request
from gim_manager.domain.timing import LocalClock, read_time
from gim_manager.domain.undo import read_request
from gim_manager.domain.world import World

NOW = "now"
MOST_MINUTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A person's request to come."""

    at: datetime
    request: Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """The run of this job that starts at this instant, or runs then, fails at its end."""

    at: datetime
    job: Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Where play begins, how far it goes, and what is assumed on the way."""

    world: World
    since: datetime
    until: datetime
    """Not included."""
    lengths: Mapping[Job, timedelta] = field(default_factory=dict)
    """How long a run of each job takes; a job without runs until it is stopped."""
    askings: tuple[Asking, ...] = ()
    failings: tuple[Failing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What a person assumes, in their words: `JOB=MINUTES`, `JOB@TIME`, `JOB[ PARAMETERS]@TIME`."""

    since: str
    until: str
    durations: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The same, understood."""

    since: datetime
    until: datetime
    lengths: Mapping[Job, timedelta]
    askings: tuple[Asking, ...]
    failings: tuple[Failing, ...]


def usual_lengths() -> dict[Job, timedelta]:
    """How long a run takes where nothing is known of its job: aggregation runs until it is stopped."""
    return {job: timedelta(minutes=1 if job is Job.UPDATE_STATS else 5) for job in Job if not TRAITS[job].endless}


def read_plan(said: Assumptions, clock: LocalClock, now: datetime) -> Plan:
    """Times without an offset are wall times of `clock`; FROM may be `now`. Raises BadValue."""
    since = now if said.since.strip().casefold() == NOW else read_time(said.since, clock)
    until = read_time(said.until, clock)
    if until < since:
        raise BadValue(f"TO {said.until} lies before FROM {said.since}: nothing lies between them.")
    within = (since, until)
    return Plan(
        since=since, until=until, lengths=dict(_once(map(_length, said.durations))),
        failings=tuple(Failing(job=job_named(job), at=at) for job, at in _timed(said.failures, clock, within)),
        askings=tuple(Asking(request=_request(asked), at=at) for asked, at in _timed(said.requests, clock, within)),
    )  # fmt: skip


def _length(text: str) -> tuple[Job, timedelta]:
    job, equals, minutes = text.partition("=")
    if not equals:
        raise BadValue(f"{text!r} is not JOB=MINUTES, such as {Job.EXTRACT}=5.")
    found = job_named(job)
    number = int(minutes) if minutes.isascii() and minutes.isdecimal() and len(minutes) < 10 else 0
    if not 1 <= number <= MOST_MINUTES:
        raise BadValue(f"{text!r}: MINUTES is a whole number from 1 to {MOST_MINUTES}.")
    return found, timedelta(minutes=number)


def _once(lengths: Iterable[tuple[Job, timedelta]]) -> Iterator[tuple[Job, timedelta]]:
    seen: set[Job] = set()
    for job, length in lengths:
        if job in seen:
            raise BadValue(f"The duration of {job} is given twice.")
        seen.add(job)
        yield job, length


def _timed(
    texts: Iterable[str], clock: LocalClock, within: tuple[datetime, datetime]
) -> Iterator[tuple[str, datetime]]:
    since, until = within
    for text in texts:
        what, at_sign, when = text.rpartition("@")
        if not at_sign:
            raise BadValue(f"{text!r} has no time: write it behind @, such as {Job.EXTRACT}@2026-11-23T06:30.")
        at = read_time(when, clock)
        if not since <= at < until:
            raise BadValue(f"{text!r} lies outside the time from FROM to TO.")
        yield what, at


def _request(text: str) -> Request:
    job, _, parameters = text.strip().partition(" ")
    asked = Request(job=job_named(job), parameters=parameters.strip() or None)
    if asked.job is Job.AGGREGATE and asked.parameters:
        read_request(asked.parameters)
    return asked
