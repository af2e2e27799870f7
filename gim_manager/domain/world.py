"""The snapshot from which every decision is made: all that the rules ask for, read at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from gim_manager.domain.conditions import Condition, Finding
from gim_manager.domain.hold import Hold
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.run import ENDED, Run, Status
from gim_manager.domain.timing import EPOCH

HEALTHY = timedelta(minutes=10)
"""A run that lasted this long ends a row of failures (R15)."""


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
    failures_in_a_row: int = 0
    """Failed runs since one ran healthily for ten minutes (R15)."""

    @classmethod
    def of(cls, run: Run, before: LastRun | None, now: datetime) -> LastRun:
        """How a started run went, which came after `before`."""
        lasted = (run.end_time or now) - (run.start_time or now)
        ends_the_row = run.status is Status.COMPLETE or lasted >= HEALTHY
        earlier = before.failures_in_a_row if before and not ends_the_row else 0
        return cls(
            started_at=run.start_time or run.requested_at, ended_at=run.end_time, status=run.status,
            failures_in_a_row=earlier + (run.status is Status.FAILED),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All that a decision needs. Everything is as of one read; instants are aware UTC."""

    options: Options
    postgresql: bool
    change: int = 0
    """The number of the last change that is in it; a decision holds for as long as nobody has made another."""
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
    hold: Hold | None = None
    """The one that suspends all launches, if one does (R23)."""
    held: Mapping[str, str] = field(default_factory=dict)
    """Launches that a hold or a finding keeps back, by key, and the reason that was said already."""
    resumed_at: datetime | None = None
    """When the last hold ended: a tick before that never fires, as if run-scheduler had been set to true (R01)."""
    findings: tuple[Finding, ...] = ()
    """What the check of the surroundings found last; what the options say of themselves, decide finds itself."""
    changed_at: Mapping[str, datetime] = field(default_factory=dict)
    """When each [schedule] option was changed last, by name: a tick before that never fires (R30)."""
    created_at: datetime | None = None
    """When this Info Mart came to be: nothing was due before."""
    migrates_to: str = ""
    """The version of the schema that this program wants (R29)."""
    set_back_at: datetime | None = None
    """When this server first read of a time that had not come yet: its clock was set back by then (R33)."""

    @property
    def instances(self) -> tuple[Run, ...]:
        """The open runs but the re-aggregation requests, which are no instances of their job (R18)."""
        return tuple(run for run in self.runs if not run.is_reaggregation)

    def of(self, job: Job) -> tuple[Run, ...]:
        """The open instances of this job, oldest first; a re-aggregation request is no instance (R18)."""
        return tuple(run for run in self.instances if run.job is job)

    def active(self, job: Job) -> Run | None:
        """The Running or Stopping instance of this job."""
        return next((run for run in self.of(job) if run.is_active), None)

    def floor(self, *options: str) -> datetime:
        """The instant before which no tick counts: the last change of these [schedule] options (R30)."""
        changes = [self.changed_at[name] for name in options if name in self.changed_at]
        resumed = [self.resumed_at] if self.resumed_at and "run-scheduler" in options else []
        return max([self.created_at or EPOCH, *changes, *resumed])

    def with_run(self, run: Run) -> World:
        """This run as it is now: new or another than before, in its cycle; no more among the open ones once ended."""
        others = tuple(run if other.id == run.id else other for other in self.runs)
        runs = others if any(other.id == run.id for other in self.runs) else (*others, run)
        if run.status not in ENDED:
            return replace(self, runs=runs, cycle=self._cycle_with(run))
        last = dict(self.last)
        if run.end_time and run.start_time and not run.is_reaggregation:
            last[run.job] = LastRun.of(run, self.last.get(run.job), run.end_time)
        open_runs = tuple(other for other in runs if other.id != run.id)
        return replace(self, runs=open_runs, cycle=self._cycle_with(run), last=last)

    def _cycle_with(self, run: Run) -> Cycle | None:
        cycle = self.cycle
        if run.cycle is None:
            return cycle
        if run.job is Job.EXTRACT:
            is_known = cycle is not None and cycle.extraction.id == run.id
            return Cycle(extraction=run, transformation=cycle.transformation if cycle and is_known else None)
        return replace(cycle, transformation=run) if cycle and cycle.key == run.cycle else cycle
