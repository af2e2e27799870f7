"""The snapshot from which every decision is made: all that the rules ask for, read at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from gim_manager.domain.conditions import Condition, Finding
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.run import ENDED, Run, Status
from gim_manager.domain.timing import EPOCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """The ETL cycle launched last: its extraction and, once there is one, its transformation."""

    extraction: Run
    transformation: Run | None = None

    @property
    def key(self) -> str:
        """The launch key of the extraction; `Run.cycle` of both jobs."""
        return self.extraction.cycle or self.extraction.launch_key or ""

    @property
    def began_at(self) -> datetime | None:
        """The start of its extraction; the end of one canceled before, which counts as made; None while it waits."""
        return self.extraction.start_time or self.extraction.end_time

    @property
    def hands_over(self) -> bool:
        """The extraction is Complete and nobody has asked for the transformation yet (R05)."""
        return self.extraction.status is Status.COMPLETE and self.transformation is None

    @property
    def in_progress(self) -> bool:
        """From the launch of the extraction to the end of its last job."""
        if self.transformation is not None:
            return self.transformation.status not in ENDED
        return self.extraction.status not in ENDED or self.hands_over

    @property
    def ended_at(self) -> datetime | None:
        """When its last job ended; None while one runs or waits."""
        last = self.transformation or self.extraction
        return last.end_time if last.status in ENDED else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRun:
    """How a job's latest started run went."""

    started_at: datetime
    ended_at: datetime | None = None
    status: Status = Status.RUNNING
    stopped_by_person: bool = False
    failures_in_a_row: int = 0
    """Failed runs since one ran healthily for ten minutes (R15)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All that a decision needs. Everything is as of one read; instants are aware UTC."""

    options: Options
    postgresql: bool
    condition: Condition = Condition.READY
    scheduling: bool = True
    """False for an engine that only serves requests (`run --wait`): it launches and cancels nothing itself."""
    runs: tuple[Run, ...] = ()
    """Scheduled, Running and Stopping."""
    cycle: Cycle | None = None
    """The one launched last, whatever became of it."""
    last: Mapping[Job, LastRun] = field(default_factory=dict)
    made: frozenset[str] = frozenset()
    """Launch keys of the last three days: made, dropped or canceled."""
    findings: tuple[Finding, ...] = ()
    """What the check of the surroundings found last; what the options say of themselves, decide finds itself."""
    changed_at: Mapping[str, datetime] = field(default_factory=dict)
    """When each [schedule] option was changed last, by name: a tick before that never fires (R30)."""
    created_at: datetime | None = None
    """When this Info Mart came to be: nothing was due before."""

    def of(self, job: Job) -> tuple[Run, ...]:
        """The open instances of this job, oldest first; a re-aggregation request is no instance (R18)."""
        return tuple(run for run in self.runs if run.job is job and not run.is_reaggregation)

    def active(self, job: Job) -> Run | None:
        """The Running or Stopping instance of this job."""
        return next((run for run in self.of(job) if run.is_active), None)

    def floor(self, *options: str) -> datetime:
        """The instant before which no tick counts: the last change of these [schedule] options (R30)."""
        changes = [self.changed_at[name] for name in options if name in self.changed_at]
        return max([self.created_at or EPOCH, *changes])
