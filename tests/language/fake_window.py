"""An Info Mart made of values: realistic runs for the window's tests and for looking at it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

from gim_manager.domain.aggregate_board import Board as AggregateBoard
from gim_manager.domain.channel import Channel
from gim_manager.domain.day_plan import Question
from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.errors import ChangedMeanwhile
from gim_manager.domain.job import Job
from gim_manager.domain.listing import Cursor, RunPage, RunQuery
from gim_manager.domain.moment import Reason
from gim_manager.domain.options import Options
from gim_manager.domain.outbox import Board, Tried
from gim_manager.domain.run import Cause, LogLine, Run, Status, Step
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.seal import DaySeal
from gim_manager.domain.status import EtlStatus, NextLaunch, ServerState, ServerStatus, SourceMark
from gim_manager.domain.undo import read_request
from gim_manager.domain.why_run import story
from gim_manager.domain.world import World
from gim_manager.presenters.mart import Changes, Identity, StopEffect
from gim_manager.usecases.one_by_one import Act, Ended, Stand
from gim_manager.usecases.options import Changes as Changed
from gim_manager.usecases.options import Imported, OptionChange, Read
from tests.language.fake_aggregates import the_aggregates
from tests.language.fake_board import the_board
from tests.language.fake_clock import BERLIN as BERLIN
from tests.language.fake_clock import NOW as NOW
from tests.language.fake_clock import wall as wall
from tests.language.fake_files import FakeFiles
from tests.language.fake_health import FakeHealth
from tests.language.fake_options import the_options
from tests.language.fake_rebuilding import FakeRebuilding
from tests.language.fake_server import FakeServer
from tests.language.fake_timeline import FakeTimeline


def ended(number: int, job: Job, start: str, end: str, **more: object) -> Run:
    """A run that is over; Complete unless said otherwise."""
    run = Run(
        id=number, job=job, status=Status.COMPLETE, cause=Cause.DONE, requested_at=wall(start),
        requested_by="scheduler",
        start_time=wall(start), end_time=wall(end), server="etlsrv-02",
    )  # fmt: skip
    return replace(run, **more)  # type: ignore[arg-type]


def going(number: int, job: Job, start: str, **more: object) -> Run:
    """A run under way."""
    run = Run(
        id=number, job=job, status=Status.RUNNING, requested_at=wall(start), requested_by="scheduler",
        start_time=wall(start), server="etlsrv-02",
    )  # fmt: skip
    return replace(run, **more)  # type: ignore[arg-type]


def waiting(number: int, job: Job, asked: str, **more: object) -> Run:
    """A request that a rule holds back."""
    run = Run(id=number, job=job, status=Status.SCHEDULED, requested_at=wall(asked), requested_by="a.novak")
    return replace(run, **more)  # type: ignore[arg-type]


REQUEST = "-insertPendingAgg H_QUEUE,H_QUEUE_GRP,H_QUEUE_ABN,H_AGENT_QUEUE-SUBHOUR.Offline:2026-09-01:2026-09-30"
OVERFLOW = "INTERACTION_RESOURCE_FACT: integer out of range in column TOTAL_DURATION\n  at row 41,208"


def the_morning() -> tuple[Run, ...]:
    """Every state once at least, newest first."""
    aggregate, transform, extract = Job.AGGREGATE, Job.TRANSFORM, Job.EXTRACT
    return (
        waiting(48217, aggregate, "10:45:02", parameters=REQUEST, reason="Waits for re-aggregation 48214 to end."),
        waiting(48216, transform, "10:44:31", reason="Waits for Job_TransformGIM 48213 to end."),
        going(48215, aggregate, "10:41:07", status=Status.STOPPING, requested_by="m.keller", rows=11804, part_of=48191,
              stopped_by="m.keller", reason="wrong range", parameters="-insertPendingAgg ALLSETS:2026-01-01:2026-10-24",
              stop_requested_at=NOW - timedelta(seconds=3), kill_at=NOW + timedelta(seconds=7)),
        going(48214, aggregate, "10:38:55", requested_by="a.novak", rows=402118, progress=0.34, parameters=REQUEST,
              part_of=48191),
        going(48213, transform, "10:37:08", rows=214889, progress=0.62, note="chunk 4 of 6 · 10:24 – 10:30",
              cycle="2026-10-25 10:30"),
        ended(48212, extract, "10:30:00", "10:37:08", rows=1204332, cycle="2026-10-25 10:30"),
        ended(48211, transform, "10:06:26", "10:17:44", rows=514041),
        ended(48210, Job.UPDATE_STATS, "10:00:00", "10:00:52", note="7 tables analyzed"),
        ended(48209, extract, "10:00:00", "10:06:26", rows=724002),
        ended(48208, transform, "09:35:54", "09:42:36", status=Status.STOPPED, cause=Cause.PERSON, rows=180330,
              stopped_by="a.novak", reason="testing chunk-size"),
        ended(48207, extract, "09:30:00", "09:35:54", rows=871913, note="1 of 3 sources could not be read"),
        ended(48206, transform, "09:05:57", "09:08:05", status=Status.FAILED, cause=Cause.ERROR, rows=41207,
              error=OVERFLOW),
        ended(48205, Job.UPDATE_STATS, "09:00:00", "09:00:14", note="15 tables analyzed"),
        ended(48204, extract, "09:00:00", "09:05:57", rows=921097),
        ended(48203, transform, "08:36:12", "08:43:53", status=Status.FAILED, cause=Cause.LOST, rows=96410,
              error="Its worker on etlsrv-01 was last heard of at 08:43:38. It had committed 96410 rows, which stay; "
              "the rest was rolled back, and the next run goes on from there."),
        ended(48202, extract, "08:30:00", "08:36:12", rows=400122),
        ended(48201, Job.EXPORT, "08:20:00", "08:26:41", rows=3911870, note="1 folder"),
        ended(48200, extract, "08:00:00", "08:06:07", rows=388201),
        going(48191, aggregate, "05:10:44", rows=88431, note="follows the facts · 14 intervals pending"),
        ended(48190, Job.MAINTAIN, "04:00:00", "04:19:30", rows=92118),
        ended(48189, transform, "00:12:00", "00:19:30", start_time=wall("23:30:04", 24), rows=92118),
    )  # fmt: skip


HELD = Decision(
    kind=DecisionKind.HOLD, job=Job.TRANSFORM, rule="R21", reason="Waits for Job_TransformGIM 48213 to end.",
    run_id=48216, first_at=wall("10:44:31"), last_at=wall("10:44:31"),
)  # fmt: skip
"""Why 48216 waits."""


def many(number: int) -> tuple[Run, ...]:
    """As many ended runs, newest first."""
    template = the_morning()[5]
    return tuple(replace(template, id=number - row) for row in range(number))


STEPS = (
    Step(name="Dimensions", status=Status.COMPLETE, rows=18422, start_time=wall("10:37:08"), end_time=wall("10:37:32")),
    Step(name="INTERACTION_FACT", status=Status.COMPLETE, rows=41209, start_time=wall("10:37:32"),
         end_time=wall("10:38:23")),
    Step(name="MEDIATION_SEGMENT_FACT", status=Status.COMPLETE, rows=62880, start_time=wall("10:38:23"),
         end_time=wall("10:39:59")),
    Step(name="INTERACTION_RESOURCE_FACT", status=Status.RUNNING, rows=70114, progress=0.74,
         start_time=wall("10:43:03"), note="chunk 4 of 6 · 10:24 – 10:30"),
    Step(name="IXN_RESOURCE_STATE_FACT", status=Status.RUNNING, rows=22264, progress=0.31, start_time=wall("10:44:08"),
         note="chunk 2 of 6 · 10:12 – 10:18"),
    Step(name="SM_RES_SESSION_FACT", status=Status.SCHEDULED),
    Step(name="CONTACT_ATTEMPT_FACT", status=Status.SCHEDULED),
)  # fmt: skip


def the_status(runs: Sequence[Run] = (), now: datetime = NOW) -> EtlStatus:
    """The panel of that morning."""
    return EtlStatus(
        at=now, zone="Europe/Berlin", scheduling=True,
        server=ServerStatus(state=ServerState.RUNNING, id="s1", host="etlsrv-02", since=wall("05:00:00"), epoch=41,
                            heard_at=now - timedelta(seconds=2), standbys=("etlsrv-01",)),
        running=tuple(run for run in runs if run.is_active),
        waiting=tuple(run for run in runs if run.status is Status.SCHEDULED),
        next=(
            NextLaunch(job=Job.EXTRACT, time=wall("11:00:00"), reason="ETL cycle"),
            NextLaunch(job=Job.UPDATE_STATS, time=wall("11:00:00"), reason="Job_UpdateStats is due by its schedule."),
            NextLaunch(job=Job.EXPORT, time=wall("16:20:00"), reason="Job_ExportGIM is due by its schedule."),
            NextLaunch(job=Job.MAINTAIN, time=wall("03:00:00", 26), reason="daily maintenance"),
        ),
        extract=tuple(
            SourceMark(data_source=name, table="G_CALL", max_time=wall("10:30:00"), lag_seconds=lag)
            for name, lag in (("cfg-idb", 12), ("eu-idb1", 38), ("eu-idb2", 5269), ("mm-idb", 62), ("ocs-idb", 44))
        ),
        transform_max_time=wall("10:24:00"), aggregated_to=wall("10:15:00"), aggregate_running=True,
        aggregate_pending=14, seal=DaySeal(day=date(2026, 10, 24), since=wall("00:21:30")),
        warnings=("Scheduled maintenance was missed on 1 day; it ended well last at 03:21 on 2026-10-22.",),
    )  # fmt: skip


class FakeMart(FakeFiles, FakeServer, FakeTimeline, FakeHealth, FakeRebuilding):
    """Answers from values; what is asked of it is kept in `asked`."""

    def __init__(self, runs: Sequence[Run] | None = None, *, now: datetime = NOW) -> None:
        super().__init__()
        self.list: list[Run] = list(the_morning() if runs is None else runs)
        self.identity = Identity(
            name="prod-infomart", shown_url="postgresql://gim@db/prod-infomart", url="postgresql://gim@db/prod-infomart",
            is_local=False, user="a.novak", host="WS-4471",
        )  # fmt: skip
        self.asked: list[tuple[object, ...]] = []
        self.before: Callable[[], None] = lambda: None
        """Called in the asking thread before each answer: to fail, or to take long."""
        self.status_now: EtlStatus | None = None
        self.prediction = Prediction(kind=Answer.STARTS, rule="R22", reason="")
        self.starts_next: tuple[NextLaunch, ...] = ()
        self.lines: list[LogLine] = []
        self.board = the_board()
        self.tried = Tried(channel=Channel.MAIL, ok=True, sentence="A test message was accepted by mail.")
        self.step_list: tuple[Step, ...] = STEPS
        self.decisions = [HELD]
        self.aggregate_board = the_aggregates(now)
        self.read = the_options()
        self.faster: Read | None = None
        """What another person has written when the next change arrives."""
        self.imported = Imported(changed=("[schedule] etl-frequency = 20 (was 30)",))
        self._now = now
        self._changed = threading.Event()
        self._changes: list[int] = []
        self.waited_at_leisure = False
        self.late: float | None = None
        self.stand: Stand | None = None
        """Of the jobs that are run one by one."""

    def now(self) -> datetime:
        return self._now

    def zone(self) -> tzinfo:
        self.before()
        return BERLIN

    def put(self, *runs: Run) -> None:
        """New or changed runs, as a server would write them."""
        for run in runs:
            self.list = [known for known in self.list if known.id != run.id] + [run]
            self._changes.append(run.id)
        self._changed.set()

    def _matching(self, query: RunQuery) -> list[Run]:
        found = [
            run for run in self.list
            if (run.status in query.statuses if query.statuses else run.status is not Status.CANCELED)
            and (not query.jobs or run.job in query.jobs)
            and query.text.casefold() in f"{run.job} {run.id} {run.requested_by} {run.note} {run.error}".casefold()
        ]  # fmt: skip
        order = {"id": lambda r: r.id, "job": lambda r: r.job.value, "rows": lambda r: r.rows or 0}
        key = order.get(query.order.value, order["id"])
        return sorted(found, key=lambda run: (key(run), run.id), reverse=query.descending)

    def page(self, query: RunQuery, after: Cursor | None, limit: int) -> RunPage:
        self.before()
        self.asked.append(("page", query, after))
        found = self._matching(query)
        first = 0 if after is None else next(row for row, run in enumerate(found) if run.id == after.run_id) + 1
        runs = tuple(found[first : first + limit])
        more = first + limit < len(found)
        return RunPage(runs=runs, next=Cursor(value=runs[-1].id, run_id=runs[-1].id) if more else None)

    def alarms(self) -> Board:
        self.before()
        return self.board

    def test_channel(self, channel: Channel) -> Tried:
        self.before()
        self.asked.append(("test", channel))
        return replace(self.tried, channel=channel)

    def count(self, query: RunQuery) -> int:
        self.before()
        return len(self._matching(query))

    def runs(self, ids: frozenset[int]) -> tuple[Run, ...]:
        self.before()
        return tuple(run for run in self.list if run.id in ids)

    def steps(self, run_id: int) -> tuple[Step, ...]:
        self.before()
        return self.step_list if run_id == 48213 else ()

    def log(self, run_id: int, after: int) -> tuple[LogLine, ...]:
        self.before()
        return tuple(line for line in self.lines if line.number > after)

    def why(self, run_id: int) -> tuple[Reason, ...]:
        self.before()
        run = next(run for run in self.list if run.id == run_id)
        return story(run, [decision for decision in self.decisions if decision.run_id == run_id])

    def next_day(self) -> Scenario:
        self.before()
        self.asked.append(("next day",))
        still = tuple(run for run in self.list if run.is_active or run.status is Status.SCHEDULED)
        world = World(options=self.read.options, postgresql=True, created_at=self._now, runs=still)
        lengths = usual_lengths() | {Job.TRANSFORM: timedelta(minutes=16)}
        return Scenario(world=world, since=self._now, until=self._now + timedelta(days=1), lengths=lengths)

    def changes(self, since: int | None) -> Changes:
        self.before()
        if since is None:
            return Changes(latest=len(self._changes))
        return Changes(latest=len(self._changes), run_ids=frozenset(self._changes[since:]))

    def wait_for_change(self, seconds: float, *, at_leisure: bool = False) -> bool:
        self.before()
        self.waited_at_leisure = at_leisure
        changed = self._changed.wait(min(seconds, 0.05))
        if changed:
            self._changed.clear()
        return changed

    def status(self) -> EtlStatus:
        self.before()
        return self.status_now or the_status(self.list, self._now)

    def still(self, status: EtlStatus) -> EtlStatus:
        return replace(status, server=replace(status.server, heard_at=self._now))

    def overdue(self) -> float | None:
        return self.late

    def predict(self, job: Job, parameters: str | None, hand_over: bool) -> Prediction:
        self.before()
        self.asked.append(("predict", job, parameters, hand_over))
        if job is Job.AGGREGATE and parameters:
            read_request(parameters)
        return self.prediction

    def start(self, job: Job, parameters: str | None, force: bool, hand_over: bool) -> Run:
        self.before()
        self.asked.append(("start", job, parameters, force, hand_over))
        run = waiting(max(run.id for run in self.list) + 1, job, "10:47:12", parameters=parameters)
        self.put(run)
        return run

    def stop_effects(self, ids: Sequence[int]) -> tuple[StopEffect, ...]:
        self.before()
        runs = {run.id: run for run in self.list}
        return tuple(StopEffect(run=runs[number], restarts=number == 48191) for number in ids)

    def stop(self, ids: Sequence[int], reason: str) -> tuple[Run, ...]:
        self.before()
        self.asked.append(("stop", tuple(ids), reason))
        return self.runs(frozenset(ids))

    def hold(self, maintain: bool) -> None:
        self.before()
        self.asked.append(("hold", maintain))

    def end_hold(self) -> None:
        self.before()
        self.asked.append(("end hold",))

    def one_by_one(self) -> Stand | None:
        self.before()
        return self.stand

    def lead_on(self, act: Act) -> Run | None:
        self.before()
        self.asked.append(("one by one", act))
        return None

    def end_one_by_one(self) -> Ended:
        self.before()
        self.asked.append(("end one by one",))
        stand, self.stand = self.stand, None
        return Ended(procedure=stand.procedure if stand else None)

    def what_starts_next(self) -> tuple[NextLaunch, ...]:
        self.before()
        return self.starts_next

    def set_option(self, section: str, name: str, value: str) -> None:
        self.before()
        self.asked.append(("set", section, name, value))

    def options(self) -> Read:
        self.before()
        return self.read

    def zones(self) -> tuple[str, ...]:
        self.before()
        return ("America/New_York", "Asia/Tokyo", "Europe/Berlin", "Europe/London", "GMT", "UTC")

    def option_history(self, section: str | None, name: str | None) -> tuple[OptionChange, ...]:
        self.before()
        self.asked.append(("history", section, name))
        return tuple(
            change for change in self.read.recent if name is None or (change.section, change.name) == (section, name)
        )

    def change_options(self, changes: Changed, seen: Changed) -> None:
        self.before()
        self.asked.append(("change", dict(changes), dict(seen)))
        if self.faster is not None:
            self.read, self.faster = self.faster, None
            raise ChangedMeanwhile(["m.keller set [schedule] etl-frequency to 45."])
        self.read = replace(self.read, options=self.read.options.changed(changes))
        self._changed.set()

    def import_options(self, file: Path, dry_run: bool) -> Imported:
        self.before()
        self.asked.append(("import", file.name, dry_run))
        return self.imported

    def export_options(self, file: Path) -> None:
        self.before()
        self.asked.append(("export", file))

    def preview(self, before: Options, after: Options) -> Question:
        self.before()
        self.asked.append(("preview", before, after))
        return Question(before=before, after=after, now=self._now)

    def aggregates(self) -> AggregateBoard:
        self.before()
        self.asked.append(("aggregates",))
        return self.aggregate_board

    def close(self, *, stop_jobs: bool) -> None:
        self.asked.append(("close", stop_jobs))
