"""A run, its states, and the one table that says which state may follow which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from gim_manager.domain.job import Job

SCHEDULER = "scheduler"
"""`requested_by` of the scheduler's own launches."""


class Status(StrEnum):
    """The states of a run, by the words of the screen (scheduling-rules, vocabulary)."""

    SCHEDULED = "Scheduled"
    RUNNING = "Running"
    STOPPING = "Stopping"
    COMPLETE = "Complete"
    FAILED = "Failed"
    STOPPED = "Stopped"
    CANCELED = "Canceled"


class Cause(StrEnum):
    """Why a run ended (cli-contract): an error of the job is told from a lost worker at a glance."""

    DONE = "done"
    ERROR = "error"
    LOST = "lost"
    RULE = "rule"
    PERSON = "person"


TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.SCHEDULED: frozenset({Status.RUNNING, Status.CANCELED}),
    Status.RUNNING: frozenset({Status.STOPPING, Status.COMPLETE, Status.FAILED, Status.STOPPED}),
    Status.STOPPING: frozenset({Status.COMPLETE, Status.FAILED, Status.STOPPED}),
    Status.COMPLETE: frozenset(),
    Status.FAILED: frozenset(),
    Status.STOPPED: frozenset(),
    Status.CANCELED: frozenset(),
}
"""THE transition table; the CHECKs and triggers of mgr_run are made from it."""

HANDED_BACK = (Status.RUNNING, Status.SCHEDULED)
"""The one way back: a re-aggregation whose aggregation ended goes on waiting, for the next to continue it (R18)."""

CAUSES: dict[Status, frozenset[Cause]] = {
    Status.COMPLETE: frozenset({Cause.DONE}),
    Status.FAILED: frozenset({Cause.ERROR, Cause.LOST}),
    Status.STOPPED: frozenset({Cause.RULE, Cause.PERSON}),
    Status.CANCELED: frozenset({Cause.RULE, Cause.PERSON}),
}
"""The causes that each ended state may have."""

ENDED = frozenset(status for status, following in TRANSITIONS.items() if not following)
ACTIVE = frozenset({Status.RUNNING, Status.STOPPING})
"""Stopping counts as Running in every rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One row of the job list, from asked-for to ended; instants are aware UTC."""

    id: int
    job: Job
    status: Status
    requested_at: datetime
    requested_by: str
    cause: Cause | None = None
    parameters: str | None = None
    launch_key: str | None = None
    cycle: str | None = None
    """Ties an extraction and its transformation; the cycle's launch key."""
    part_of: int | None = None
    due_at: datetime | None = None
    start_time: datetime | None = None
    end_time: datetime | None = None
    reason: str | None = None
    error: str | None = None
    progress: float | None = None
    """0.0 to 1.0; None where no end is known."""
    note: str | None = None
    """How far it is, in words: `chunk 4 of 6`."""
    rows: int | None = None
    server: str | None = None
    stopped_by: str | None = None
    stop_requested_at: datetime | None = None
    kill_at: datetime | None = None
    forced: bool = False
    """The person who asked for it overrode a rule that may be overridden (R20)."""

    def as_of(self, at: datetime) -> Run:
        """The run as it was at an instant not before it was asked for: what came later is not yet known."""
        if self.end_time is not None and self.end_time <= at:
            return self
        still = replace(self, status=Status.RUNNING, cause=None, end_time=None, error=None)
        if self.start_time is None or self.start_time > at:
            return replace(still, status=Status.SCHEDULED, start_time=None, stop_requested_at=None)
        is_stopping = self.stop_requested_at is not None and self.stop_requested_at <= at
        return replace(still, status=Status.STOPPING) if is_stopping else replace(still, stop_requested_at=None)

    @property
    def is_active(self) -> bool:
        """Running or Stopping."""
        return self.status in ACTIVE

    @property
    def is_offered(self) -> bool:
        """Started, and nobody's yet: a server is to take it (spreading.py)."""
        return self.is_active and self.server is None and self.part_of is None

    @property
    def by_scheduler(self) -> bool:
        """Whether the scheduler asked for it, not a person."""
        return self.requested_by == SCHEDULER

    @property
    def delay(self) -> timedelta | None:
        """How long after its time it started (R34); None of what had no time, or has not started."""
        return self.start_time - self.due_at if self.start_time and self.due_at else None

    @property
    def is_launch(self) -> bool:
        """Whether it fulfils a launch: the scheduler's own request, or a person's that became one (R21)."""
        return self.launch_key is not None

    @property
    def is_reaggregation(self) -> bool:
        """A request that a running Job_AggregateGIM works off; no instance of the job (R18)."""
        return self.job is Job.AGGREGATE and self.parameters is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a run: a table of an extraction, a stage of a transformation."""

    name: str
    status: Status
    start_time: datetime | None = None
    end_time: datetime | None = None
    rows: int | None = None
    progress: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One line of a run's log; `number` grows within the run."""

    number: int
    time: datetime
    level: str
    message: str


def may_follow(before: Status, after: Status) -> bool:
    """Whether a run may go from one state to another."""
    return after in TRANSITIONS[before]
