"""What happened while nobody looked: the times without a server and what fell due in them, how the runs ended, whether
maintenance ran, what is late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gim_manager.domain.decision import Decision
from gim_manager.domain.duty import Duty
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.run import Run, Status
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.schedule import readable_schedule
from gim_manager.domain.simulate import Event, Happening, simulate
from gim_manager.domain.timing import LocalClock
from gim_manager.domain.world import World

EVENING = timedelta(hours=18)
"""Since when nobody has looked, where nothing else is known: yesterday at this time by the wall clock."""
SHORTEST = timedelta(minutes=1)
"""A time without a server that is shorter makes no launch late (R06)."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A time in which no server led the schedule."""

    since: datetime
    until: datetime
    server: str | None = None
    """The server that led before it and after it: it slept, or its database was away. None where it ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A gap with what is needed to tell what fell due in it."""

    gap: Gap
    world: World
    """As it was when the gap began."""
    made_up: int = 0
    """Launches of it that were made when there was a server again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A gap with what became of what fell due in it."""

    gap: Gap
    due: int
    made_up: int

    @property
    def dropped(self) -> int:
        """Launches that a rule gave up: a cycle catches up for all before it (R06), a tick that passed is gone."""
        return max(0, self.due - self.made_up)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was kept of a time; plain values, for a process that plays its gaps."""

    since: datetime
    until: datetime
    options: Options
    missing: tuple[Missing, ...] = ()
    ended: Mapping[tuple[Job, Status], int] = field(default_factory=dict)
    """How many runs ended in it, by job and state; canceled ones are none."""
    maintained: tuple[Run, ...] = ()
    """The runs of maintenance that ended in it, oldest first."""
    dropped: tuple[Decision, ...] = ()
    """Launches that a rule dropped in it."""
    late: tuple[str, ...] = ()
    """Sources whose data are late now."""
    complete_to: datetime | None = None
    """Up to when the data are transformed."""
    lengths: Mapping[Job, timedelta] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The answer; times are UTC."""

    since: datetime
    until: datetime
    gaps: tuple[Told, ...] = ()
    ended: Mapping[tuple[Job, Status], int] = field(default_factory=dict)
    maintained: tuple[Run, ...] = ()
    maintenance_was_due: bool = False
    """A time of scheduled maintenance passed."""
    dropped: tuple[Decision, ...] = ()
    late: tuple[str, ...] = ()
    complete_to: datetime | None = None

    def count(self, *states: Status, job: Job | None = None) -> int:
        """How many runs of a job, or of any, ended in these states; in any where none is named."""
        return sum(
            number
            for (of, status), number in self.ended.items()
            if (not states or status in states) and (job is None or job is of)
        )

    @property
    def failed(self) -> Mapping[Job, int]:
        """By job how many runs failed or were lost."""
        counted = {job: self.count(Status.FAILED, job=job) for job in Job}
        return {job: number for job, number in counted.items() if number}

    @property
    def is_quiet(self) -> bool:
        """Whether it went as it should: no gap with anything due, no failure, nothing late, maintenance done."""
        missed = any(told.due for told in self.gaps)
        return not missed and not self.failed and not self.late and not self.is_unmaintained

    @property
    def is_unmaintained(self) -> bool:
        """Whether maintenance was due and did not end well."""
        return self.maintenance_was_due and not any(run.status is Status.COMPLETE for run in self.maintained)


def last_evening(clock: LocalClock, now: datetime) -> datetime:
    """Yesterday's evening."""
    return clock.instant(clock.local_date(now) - _DAY, EVENING)


def gaps(duties: Sequence[Duty], since: datetime, until: datetime) -> tuple[Gap, ...]:
    """The times without a server in a time; `duties` are those that touch it and the one before, in their order."""
    found: list[Gap] = []
    at, before = since, None
    for duty in duties:
        if duty.since >= until:
            break
        if duty.since - at >= SHORTEST:
            same = before is not None and before.server == duty.server
            found.append(Gap(since=at, until=duty.since, server=duty.server if same else None))
        at = max(at, duty.until or until)
        before = duty
    if until - at >= SHORTEST:
        found.append(Gap(since=at, until=until))
    return tuple(found)


def digest(question: Question) -> Digest:
    """Plays what would have been launched in the gaps; takes up to seconds of computing, and reads nothing."""
    lengths = usual_lengths() | dict(question.lengths)
    return Digest(
        since=question.since, until=question.until, ended=question.ended, maintained=question.maintained,
        gaps=tuple(_told(missing, lengths) for missing in question.missing), dropped=question.dropped,
        maintenance_was_due=_was_due(question), late=question.late, complete_to=question.complete_to,
    )  # fmt: skip


def _told(missing: Missing, lengths: Mapping[Job, timedelta]) -> Told:
    gap, world = missing.gap, missing.world
    played = simulate(Scenario(world=world, since=gap.since, until=gap.until, lengths=lengths))
    asked = {run.id for run in world.runs}
    due = sum(_is_due(event, gap) for event in played.events if event.run_id not in asked)
    return Told(gap=gap, due=max(due, missing.made_up), made_up=missing.made_up)


def _is_due(event: Event, gap: Gap) -> bool:
    """A launch of the schedule: a cycle counts once, and so does an aggregation window (R14)."""
    if event.event is Happening.DROP:
        # What is given up at the first instant was due before.
        return event.run_id is None and event.time > gap.since
    again = event.job is Job.AGGREGATE and event.rule != "R14"
    return event.event is Happening.START and event.job is not Job.TRANSFORM and not again


def _was_due(question: Question) -> bool:
    """Whether the time ended, or reaches, beyond an opening of the ETL window before which maintenance fell due."""
    schedule = readable_schedule(question.options)
    if schedule is None or schedule.maintain is None or not schedule.launching:
        return False
    tick = schedule.maintain.following(question.since)
    return schedule.etl.following(tick).opens <= question.until
