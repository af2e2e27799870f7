"""The real Info Mart behind a window: each question as one use case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from zoneinfo import available_timezones

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
from gim_manager.presenters.mart import Changes, Identity, Progress, StopEffect
from gim_manager.usecases import (
    alarms,
    backup,
    checkup,
    digest,
    history,
    hold,
    one_by_one,
    option_files,
    options,
    preview,
    rebuild_preview,
    recording,
    rehearse,
    runs,
    servers,
    status,
    stops,
    timeline,
    undo,
    why,
)
from gim_manager.usecases.aggregates import Aggregates
from gim_manager.usecases.backup import Kept
from gim_manager.usecases.checkup import Checkup
from gim_manager.usecases.context import Context
from gim_manager.usecases.one_by_one import Act, Ended, Stand
from gim_manager.usecases.options import Changes as OptionChanges
from gim_manager.usecases.options import Imported, OptionChange, Read
from gim_manager.usecases.recording import Made as Recording


class OpenMart:
    """A Context, its watch, and how both are let go."""

    def __init__(self, context: Context, let_go: Callable[[bool], None]) -> None:
        self._context, self._let_go = context, let_go
        self._own_server = ExitStack()
        self._watch = history.watch(context)
        self._aggregates = Aggregates(context)
        database, actor = context.database, context.actor
        self.identity = Identity(
            name=_name(database.url), shown_url=database.url, url=database.url, is_local=database.is_local,
            user=actor.user, host=actor.host, access=context.access,
            server=context.scheduler.identity.id if context.scheduler else None,
        )  # fmt: skip

    def now(self) -> datetime:
        """The present, UTC."""
        return self._context.now()

    def zone(self) -> tzinfo:
        """The `timezone` option."""
        return self._context.zone

    def page(self, query: RunQuery, after: Cursor | None, limit: int) -> RunPage:
        """Rows of the list."""
        return history.page(self._context, query, after, limit)

    def count(self, query: RunQuery) -> int:
        """How many rows the whole list has."""
        return history.count(self._context, query)

    def runs(self, ids: frozenset[int]) -> tuple[Run, ...]:
        """The present state of these runs."""
        return history.runs_by_id(self._context, ids)

    def steps(self, run_id: int) -> tuple[Step, ...]:
        """Steps in order."""
        return history.steps(self._context, run_id)

    def log(self, run_id: int, after: int) -> tuple[LogLine, ...]:
        """Lines after a number."""
        return history.log(self._context, run_id, after)

    def why(self, run_id: int) -> tuple[Reason, ...]:
        """The life of a run."""
        return why.of_run(self._context, run_id).story

    def next_day(self) -> Scenario:
        """The schedule from now on, for a process to play."""
        return why.next_day(self._context)

    def changes(self, since: int | None) -> Changes:
        """What changed after `since`; with None only the number of the last change."""
        if since is None:
            return Changes(latest=history.latest_change(self._context))
        found = history.changes(self._context, since)
        return Changes(latest=found.latest, run_ids=found.run_ids)

    def wait_for_change(self, seconds: float, *, at_leisure: bool = False) -> bool:
        """Whether something changed before the time was up."""
        return self._watch.wait(seconds, at_leisure=at_leisure)

    def status(self) -> EtlStatus:
        """The panel."""
        return status.read(self._context)

    def still(self, status: EtlStatus) -> EtlStatus:
        """The same, older, with when the server was heard of since."""
        now, server = self.now(), status.server
        older = max(0, round((now - status.at).total_seconds()))
        extract = tuple(
            mark if mark.lag_seconds is None else replace(mark, lag_seconds=mark.lag_seconds + older)
            for mark in status.extract
        )
        heard_at = max((at for at in (server.heard_at, self._watch.heard_at) if at is not None), default=None)
        if server.id is None:
            heard_at = server.heard_at
        return replace(status, at=now, extract=extract, server=replace(server, heard_at=heard_at))

    def overdue(self) -> float | None:
        """Seconds by which the server inside this window is late; None without one."""
        return self._context.scheduler.overdue if self._context.scheduler else None

    def predict(self, job: Job, parameters: str | None, hand_over: bool) -> Prediction:
        """What a request would come to."""
        return runs.predict(self._context, job, parameters, hand_over=hand_over)

    def start(self, job: Job, parameters: str | None, force: bool, hand_over: bool) -> Run:
        """Ask for a run; raises Refused."""
        return runs.start(self._context, job, parameters=parameters, force=force, hand_over=hand_over)

    def rebuild_preview(self, parameters: str, force: bool, progress: Progress) -> RebuildPreview:
        """What a re-aggregation would change."""
        return rebuild_preview.preview(self._context, parameters, force=force, progress=progress)

    def undoable(self, run_id: int) -> Undoable:
        """What undoing a re-aggregation would put back, or why it cannot be undone."""
        return undo.look(self._context, run_id)

    def stop_effects(self, ids: Sequence[int]) -> tuple[StopEffect, ...]:
        """What stopping would do."""
        found = stops.stop_effects(self._context, ids)
        return tuple(StopEffect(run=one.run, restarts=one.restarts, sentence=one.sentence) for one in found)

    def stop(self, ids: Sequence[int], reason: str) -> tuple[Run, ...]:
        """Stop what runs, cancel what waits."""
        return stops.stop(self._context, ids, reason=reason)

    def hold(self, maintain: bool) -> None:
        """Suspend the schedule for 4 hours, or until Job_MaintainGIM has run in it; raises Refused."""
        hold.begin(self._context, maintain=maintain)

    def end_hold(self) -> None:
        """End the hold in force."""
        hold.end(self._context)

    def one_by_one(self) -> Stand | None:
        """How the jobs stand that are run one by one."""
        return one_by_one.stand(self._context)

    def lead_on(self, act: Act) -> Run | None:
        """Begin that, or go on with it."""
        return one_by_one.lead_on(self._context, act)

    def end_one_by_one(self) -> Ended:
        """Put back what was switched off meanwhile."""
        return one_by_one.end(self._context)

    def serve(self) -> None:
        """Run a server here until it is ended or the window lets go."""
        own = self._own_server.enter_context(servers.serving_here(self._context))
        self.identity = replace(self.identity, server=own)

    def end_server(self) -> None:
        """It hands over the schedule; what it works is stopped in order."""
        self._own_server.close()
        self.identity = replace(self.identity, server=None)

    def lead(self) -> None:
        """Make the server of this window the scheduler; raises Refused."""
        servers.lead(self._context)

    def what_starts_next(self) -> tuple[NextLaunch, ...]:
        """What is launched within a minute if the schedule resumes now."""
        return hold.what_starts_next(self._context)

    def alarms(self) -> Board:
        """What is raised and was, and the channels."""
        return alarms.board(self._context)

    def test_channel(self, channel: Channel) -> Tried:
        """Send a test message and wait for the outcome."""
        return alarms.test(self._context, channel)

    def set_option(self, section: str, name: str, value: str) -> None:
        """Change one option."""
        options.change(self._context, {(section, name): value})

    def options(self) -> Read:
        """The options, who changed them lately, and whether this person may."""
        return options.read(self._context)

    def zones(self) -> tuple[str, ...]:
        """The names of all time zones, in their order."""
        return tuple(sorted(available_timezones()))

    def option_history(self, section: str | None, name: str | None) -> tuple[OptionChange, ...]:
        """The changes of one option or of all, newest first."""
        return options.history(self._context, section, name)

    def change_options(self, changes: OptionChanges, seen: OptionChanges) -> None:
        """Write all or none; raises ChangedMeanwhile."""
        options.change(self._context, changes, seen=seen)

    def import_options(self, file: Path, dry_run: bool) -> Imported:
        """Take over an option file, whole or not at all."""
        return options.import_ini(self._context, option_files.read_text(file), dry_run=dry_run)

    def export_options(self, file: Path) -> None:
        """Write all options into a file."""
        option_files.export_to(self._context, file)

    def preview(self, before: Options, after: Options) -> Question:
        """What the comparison of two days needs to know."""
        return preview.question(self._context, before, after)

    def timeline(self, since: datetime, until: datetime) -> Record:
        """What is kept of this time."""
        return timeline.read(self._context, since, until)

    def ahead(self, since: datetime, until: datetime, draft: Options | None) -> Ahead:
        """What to play to know this time to come."""
        return timeline.ahead(self._context, since, until, draft)

    def why_then(self, at: datetime, job: Job) -> tuple[Reason, ...]:
        """Why this job ran or did not run at a moment that is not to come."""
        return why.was(self._context, at, job)

    def to_come(self, at: datetime) -> ToCome:
        """What to play to know a moment to come."""
        return why.to_come(self._context, at)

    def aggregates(self) -> AggregateBoard:
        """The aggregate sets, the days and how long the jobs take."""
        return self._aggregates.read()

    def checkup(self) -> Checkup:
        """What is wrong and since when."""
        return checkup.read(self._context)

    def what_happened(self, since: datetime | None) -> NightQuestion:
        """What is kept of the time since an instant, or since the last evening."""
        return digest.question(self._context, since)

    def rehearsal(self) -> RehearsalQuestion:
        """What the night of the next clock change is played with."""
        return rehearse.question(self._context)

    def record(self, file: Path, progress: Progress) -> Recording:
        """Write a recording of the last days, in the place of one that is there: the person was asked."""
        return recording.record(self._context, file, over=True, progress=progress)

    def back_up(self, file: Path, progress: Progress) -> Kept:
        """Keep the Info Mart in this file, in the place of one that is there: the person was asked."""
        return backup.back_up(self._context, file, over=True, progress=progress)

    def close(self, *, stop_jobs: bool) -> None:
        """Let go of the database; a hosted server ends, its jobs with it if `stop_jobs`."""
        self._watch.release()
        self._own_server.close()
        self._let_go(stop_jobs)


def _name(url: str) -> str:
    """The file's name without its ending, or the database's name."""
    last = url.partition("?")[0].rstrip("/").replace("\\", "/").rpartition("/")[2]
    return last.rpartition(".")[0] or last if url.startswith("sqlite") else last
