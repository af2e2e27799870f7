"""All that a window asks of one Info Mart, each question a blocking call: the list that a test can stand in for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gim_manager.domain.access import Access

if TYPE_CHECKING:
    from gim_manager.domain.aggregate_board import Board as AggregateBoard
    from gim_manager.domain.ahead import ToCome
    from gim_manager.domain.channel import Channel
    from gim_manager.domain.day_plan import Question
    from gim_manager.domain.decide import Prediction
    from gim_manager.domain.digest import Question as NightQuestion
    from gim_manager.domain.forecast import Ahead
    from gim_manager.domain.job import Job
    from gim_manager.domain.listing import Cursor, RunPage, RunQuery
    from gim_manager.domain.moment import Reason
    from gim_manager.domain.options import Options
    from gim_manager.domain.outbox import Board, Tried
    from gim_manager.domain.rebuild_preview import RebuildPreview
    from gim_manager.domain.rehearsal import Question as RehearsalQuestion
    from gim_manager.domain.run import LogLine, Run, Step
    from gim_manager.domain.scenario import Scenario
    from gim_manager.domain.status import EtlStatus, NextLaunch
    from gim_manager.domain.timeline import Record
    from gim_manager.domain.undo import Undoable
    from gim_manager.usecases.backup import Kept
    from gim_manager.usecases.checkup import Checkup
    from gim_manager.usecases.one_by_one import Act, Ended, Stand
    from gim_manager.usecases.options import Changes as OptionChanges
    from gim_manager.usecases.options import Imported, OptionChange, Read
    from gim_manager.usecases.recording import Made as Recording

Progress = Callable[[float, str], None]
"""How much is done, 0.0 to 1.0, and what is at hand; what it raises ends the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which Info Mart this is, and who is looking at it."""

    name: str
    """Short: the file's name, or the database's."""
    shown_url: str
    """Without a password."""
    url: str
    """For the command line; without a password."""
    is_local: bool
    user: str
    host: str
    access: Access = field(default_factory=Access)
    """What the database lets them do."""
    server: str | None = None
    """The server that lives inside this window, if one does."""

    @property
    def hosts_server(self) -> bool:
        """Whether a server works for it inside this window."""
        return self.server is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What happened after a change number."""

    latest: int
    run_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class StopEffect:
    """What stopping would do to one run."""

    run: Run
    restarts: bool = False
    """The scheduler would start it again almost at once (R15)."""
    sentence: str = ""
    """What stays and what rolls back, as far as the server can tell."""


class Mart(Protocol):
    """One Info Mart; every method may block on its database and is called off the event loop."""

    @property
    def identity(self) -> Identity:
        """Known without asking."""

    def now(self) -> datetime:
        """The present, UTC; never blocks."""

    def zone(self) -> tzinfo:
        """The `timezone` option."""

    def page(self, query: RunQuery, after: Cursor | None, limit: int) -> RunPage:
        """Rows of the list."""

    def count(self, query: RunQuery) -> int:
        """How many rows the whole list has."""

    def runs(self, ids: frozenset[int]) -> tuple[Run, ...]:
        """The present state of these runs."""

    def steps(self, run_id: int) -> tuple[Step, ...]:
        """Steps in order."""

    def log(self, run_id: int, after: int) -> tuple[LogLine, ...]:
        """Lines after a number; at most a thousand."""

    def why(self, run_id: int) -> tuple[Reason, ...]:
        """The life of a run, as far as it is kept, in the order of time."""

    def next_day(self) -> Scenario:
        """The schedule from now on, for a process to play (domain/ahead.py)."""

    def changes(self, since: int | None) -> Changes:
        """What changed after `since`; with None only the number of the last change."""

    def wait_for_change(self, seconds: float, *, at_leisure: bool = False) -> bool:
        """Whether something changed before the time was up; always called from one thread, `at_leisure` if nobody
        looks."""

    def status(self) -> EtlStatus:
        """The panel."""

    def still(self, status: EtlStatus) -> EtlStatus:
        """The same panel where nothing has changed: older, with when the server was heard of since; never blocks."""

    def overdue(self) -> float | None:
        """Seconds by which the server inside this window is late with its next turn; None without one; never blocks."""

    def predict(self, job: Job, parameters: str | None, hand_over: bool) -> Prediction:
        """What a request would come to; raises BadValue for parameters that cannot be read."""

    def start(self, job: Job, parameters: str | None, force: bool, hand_over: bool) -> Run:
        """Ask for a run; `hand_over` starts the aggregation that it needs (R19). Raises Refused."""

    def rebuild_preview(self, parameters: str, force: bool, progress: Progress) -> RebuildPreview:
        """What a re-aggregation would change; raises Refused, and what `progress` raises."""

    def undoable(self, run_id: int) -> Undoable:
        """What undoing a re-aggregation would put back, or why it cannot be undone."""

    def stop_effects(self, ids: Sequence[int]) -> tuple[StopEffect, ...]:
        """What stopping would do."""

    def stop(self, ids: Sequence[int], reason: str) -> tuple[Run, ...]:
        """Stop what runs, cancel what waits."""

    def hold(self, maintain: bool) -> None:
        """Suspend the schedule for 4 hours, or with `maintain` until Job_MaintainGIM has run in it; raises Refused."""

    def end_hold(self) -> None:
        """End the hold in force, whoever owns it."""

    def one_by_one(self) -> Stand | None:
        """How the jobs stand that are run one by one; None while nobody does that."""

    def lead_on(self, act: Act) -> Run | None:
        """Begin that, or go on with it; raises Refused, BadValue."""

    def end_one_by_one(self) -> Ended:
        """Put back what was switched off meanwhile."""

    def serve(self) -> None:
        """Run a server for it inside this window, until it is closed; raises Refused, NeedsRole."""

    def end_server(self) -> None:
        """End the server inside this window, with the jobs that it works."""

    def lead(self) -> None:
        """Make the server of this window the scheduler; raises Refused."""

    def what_starts_next(self) -> tuple[NextLaunch, ...]:
        """What is launched within a minute if the schedule resumes now."""

    def alarms(self) -> Board:
        """What is raised and was, and the channels."""

    def test_channel(self, channel: Channel) -> Tried:
        """Send a test message and wait for the outcome."""

    def set_option(self, section: str, name: str, value: str) -> None:
        """Change one option."""

    def options(self) -> Read:
        """The options, who changed them lately, and whether this person may."""

    def zones(self) -> tuple[str, ...]:
        """The names of all time zones, in their order."""

    def option_history(self, section: str | None, name: str | None) -> tuple[OptionChange, ...]:
        """The changes of one option or of all, newest first."""

    def change_options(self, changes: OptionChanges, seen: OptionChanges) -> None:
        """Write all or none; raises ChangedMeanwhile where another value is set than was seen."""

    def import_options(self, file: Path, dry_run: bool) -> Imported:
        """Take over an option file, whole or not at all; raises BadValue for one that cannot be read."""

    def export_options(self, file: Path) -> None:
        """Write all options into a file; raises StorageFailed."""

    def preview(self, before: Options, after: Options) -> Question:
        """What the comparison of two days needs to know of this Info Mart; a process computes it."""

    def timeline(self, since: datetime, until: datetime) -> Record:
        """What is kept of this time."""

    def ahead(self, since: datetime, until: datetime, draft: Options | None) -> Ahead:
        """What to play to know this time to come, beside it by a draft of other options; a process computes it."""

    def why_then(self, at: datetime, job: Job) -> tuple[Reason, ...]:
        """Why this job ran or did not run at a moment that is not to come."""

    def to_come(self, at: datetime) -> ToCome:
        """What to play to know a moment to come; a process computes it."""

    def aggregates(self) -> AggregateBoard:
        """The aggregate sets, the days and how long the jobs take."""

    def checkup(self) -> Checkup:
        """What is wrong and since when; looks anew, which may take seconds."""

    def what_happened(self, since: datetime | None) -> NightQuestion:
        """What is kept of the time since an instant, or since the last evening; a process plays its gaps."""

    def rehearsal(self) -> RehearsalQuestion:
        """What the night of the next clock change is played with; a process computes it."""

    def record(self, file: Path, progress: Progress) -> Recording:
        """Write a recording of the last days; raises what `progress` raises."""

    def back_up(self, file: Path, progress: Progress) -> Kept:
        """Keep the Info Mart in this file; raises what `progress` raises."""

    def close(self, *, stop_jobs: bool) -> None:
        """Let go of the database; a hosted server ends, its jobs with it if `stop_jobs`."""
