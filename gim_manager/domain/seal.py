"""When a reporting day is final: all of it is extracted, transformed and aggregated, and only late data or a
re-aggregation can change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from gim_manager.domain.timing import LocalClock

Span = tuple[datetime, datetime]
"""From an instant to another, which is excluded; aware UTC."""
NEVER_LOADED = "Nothing was ever loaded of it."
NOT_SEALED = "Job_AggregateGIM has not sealed it yet; it does so when nothing is left to build."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A re-aggregation that is not done: its days, the last included."""

    run_id: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the Info Mart tells of its days; instants are aware UTC."""

    clock: LocalClock
    """The calendar's zone, in which the days are meant."""
    first: datetime | None = None
    """The oldest fact."""
    cycle_began: datetime | None = None
    """When the latest good extraction began that a good transformation followed."""
    heard: Mapping[str, datetime] = field(default_factory=dict)
    """By source, up to when the slowest of its providers has told anything (X05)."""
    untransformed: tuple[Span, ...] = ()
    """Of when rows were extracted that no transformation has read."""
    to_compute: datetime | None = None
    """The oldest of what the transformation has read and not computed."""
    stale: tuple[Span, ...] = ()
    """Intervals up to the level DAY that are older than their facts, and facts that were announced."""
    never_built: tuple[str, ...] = ()
    """Hierarchies that were never aggregated."""
    requests: tuple[Asked, ...] = ()
    sealed: Mapping[date, datetime] = field(default_factory=dict)
    """Since when each day is sealed, of those asked for."""

    def span(self, day: date) -> Span:
        """A day, from its midnight to the next."""
        return self.clock.instant(day, timedelta()), self.clock.instant(day + timedelta(days=1), timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySeal:
    """Whether a day is final; if not, what is missing, in sentences."""

    day: date
    since: datetime | None = None
    """When it became final; None while it is not."""
    missing: tuple[str, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def is_unknown(self) -> bool:
        """Whether it lies before all that was ever loaded."""
        return NEVER_LOADED in self.missing


def judged(day: date, evidence: Evidence, now: datetime) -> DaySeal:
    """A day by what is known: final only if nothing speaks against it and it was sealed."""
    missing = tuple(objections(day, evidence, now))
    if not missing and day not in evidence.sealed:
        missing = (NOT_SEALED,)
    return DaySeal(day=day, missing=missing, since=None if missing else evidence.sealed[day])


def objections(day: date, evidence: Evidence, now: datetime) -> Iterator[str]:
    """What speaks against a day being final, the cause before what follows from it."""
    begins, ends = evidence.span(day)
    if evidence.first is None or ends <= evidence.first:
        yield NEVER_LOADED
    elif now < ends:
        yield "The day has not ended."
    else:
        yield from _unread(day, ends, evidence)
        yield from _untransformed(begins, ends, evidence)
        yield from _unbuilt(day, begins, ends, evidence)


def _unread(day: date, ends: datetime, evidence: Evidence) -> Iterator[str]:
    if evidence.cycle_began is None or evidence.cycle_began < ends:
        yield "No cycle that began after its end is complete."
    if day not in evidence.sealed:
        # Once heard of after its end, a source cannot fall back.
        yield from _late(ends, evidence)


def _untransformed(begins: datetime, ends: datetime, evidence: Evidence) -> Iterator[str]:
    if _touches(evidence.untransformed, begins, ends):
        yield "Rows of it were extracted and are not transformed yet."
    if evidence.to_compute is not None and evidence.to_compute < ends:
        yield "The transformation has not computed all of it yet."


def _unbuilt(day: date, begins: datetime, ends: datetime, evidence: Evidence) -> Iterator[str]:
    for name in evidence.never_built:
        yield f"{name} was never aggregated."
    if _touches(evidence.stale, begins, ends):
        yield "Some of its aggregates are older than their facts."
    for asked in evidence.requests:
        if asked.first <= day <= asked.last:
            yield f"The re-aggregation {asked.run_id} is not done."


def _late(ends: datetime, evidence: Evidence) -> Iterator[str]:
    for name, until in sorted(evidence.heard.items()):
        if until < ends:
            at = f"{evidence.clock.local(until):%H:%M} on {evidence.clock.local_date(until)}"
            yield f"The data source {name} is late: nothing was heard of it after {at}."


def _touches(spans: tuple[Span, ...], begins: datetime, ends: datetime) -> bool:
    return any(first < ends and last > begins for first, last in spans)
