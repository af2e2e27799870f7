"""The day of a clock change in an Info Mart that is made of values: every state of the timeline at least once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from gim_manager.domain.ahead import ToCome
from gim_manager.domain.forecast import Ahead, with_options
from gim_manager.domain.job import Job
from gim_manager.domain.moment import Reason
from gim_manager.domain.options import Options
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.timeline import Missed, Pause, Ran, Record, Setting, bands
from gim_manager.domain.world import World
from gim_manager.usecases.options import Read

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def clock(text: str, day: int = 25) -> datetime:
    """The UTC instant of `07:24` in Berlin in October 2026."""
    hour, minute = (int(part) for part in text.split(":"))
    return datetime(2026, 10, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


HOLD = Pause(since=clock("07:24"), until=clock("08:00"), by="m.keller", maintains=True)
HELD = Missed(
    job=Job.EXTRACT, at=clock("07:30"), rule="R23", is_held=True,
    reason="The hold of m.keller suspends the schedule until 05:30: this launch is dropped.",
)  # fmt: skip
NIGHT = (
    ("00:00", 4, Job.EXTRACT), ("00:07", 11, Job.TRANSFORM), ("00:30", 5, Job.EXTRACT), ("00:37", 12, Job.TRANSFORM),
    ("00:20", 3, Job.EXPORT), ("04:00", 48, Job.MAINTAIN), ("07:26", 31, Job.MAINTAIN), ("06:30", 6, Job.EXTRACT),
    ("06:37", 13, Job.TRANSFORM), ("07:00", 5, Job.EXTRACT), ("07:06", 15, Job.TRANSFORM),
    ("00:00", 3, Job.UPDATE_STATS), ("01:00", 2, Job.UPDATE_STATS), ("05:00", 2, Job.UPDATE_STATS),
    ("06:00", 2, Job.UPDATE_STATS), ("07:00", 2, Job.UPDATE_STATS), ("08:02", 2, Job.UPDATE_STATS),
)  # fmt: skip
"""What ran before the morning that the list shows: when, how many minutes, which job."""


def the_night() -> tuple[Ran, ...]:
    """The runs of the day that no list of the window shows."""
    told = [
        Ran(run_id=48100 + row, job=job, status=Status.COMPLETE, start=clock(start),
            end=clock(start) + minutes * MINUTE, cause=Cause.DONE)
        for row, (start, minutes, job) in enumerate(NIGHT)
    ]  # fmt: skip
    window = Ran(
        run_id=48090, job=Job.AGGREGATE, status=Status.STOPPED, start=clock("04:00", 24), end=clock("02:00") + HOUR,
        cause=Cause.RULE, told="The window of aggregation closed.",
    )  # fmt: skip
    lost = Ran(
        run_id=48188, job=Job.AGGREGATE, status=Status.FAILED, start=clock("04:00"), end=clock("05:10"),
        cause=Cause.LOST, told="Its worker on etlsrv-01 was last heard of at 05:09:40.",
    )  # fmt: skip
    rebuilt = Ran(
        run_id=48205, job=Job.AGGREGATE, status=Status.COMPLETE, start=clock("09:02"), end=clock("09:20"),
        cause=Cause.DONE, by="a.novak", rebuilds=True,
    )  # fmt: skip
    return (window, *told, lost, rebuilt)


class FakeTimeline:
    """The questions of the timeline, answered from the list of the window and the night before it."""

    asked: list[tuple[object, ...]]
    read: Read
    before: Callable[[], None]
    list: list[Run]

    def __init__(self) -> None:
        self.night: Sequence[Ran] = the_night()
        self.pauses: tuple[Pause, ...] = (HOLD,)
        self.missed: tuple[Missed, ...] = (HELD,)

    def now(self) -> datetime:
        raise NotImplementedError

    def timeline(self, since: datetime, until: datetime) -> Record:
        self.before()
        self.asked.append(("timeline", since, until))
        runs = [*self.night, *filter(None, map(Ran.of, self.list))]
        met = [ran for ran in runs if ran.start < until and (ran.end is None or ran.end > since)]
        setting = Setting(options=self.read.options, since=since, until=until)
        return Record(
            since=since, until=until, runs=tuple(sorted(met, key=lambda ran: ran.start)), missed=self.missed,
            pauses=self.pauses, bands=bands([setting]),
        )  # fmt: skip

    def _scenario(self, until: datetime) -> Scenario:
        world = World(options=self.read.options, postgresql=True, created_at=clock("00:00", 1))
        for run in sorted(self.list, key=lambda run: run.id):
            world = world.with_run(run)
        lengths = usual_lengths() | {Job.EXTRACT: 6 * MINUTE, Job.TRANSFORM: 9 * MINUTE}
        return Scenario(world=world, since=self.now(), until=until, lengths=lengths)

    def ahead(self, since: datetime, until: datetime, draft: Options | None) -> Ahead:
        self.before()
        self.asked.append(("ahead", since, until, draft))
        plan = self._scenario(until)
        return Ahead(
            plan=plan, since=since, draft=None if draft is None else with_options(plan, draft, self.now())
        )  # fmt: skip

    def why_then(self, at: datetime, job: Job) -> tuple[Reason, ...]:
        self.before()
        self.asked.append(("why then", at, job))
        return (Reason(time=at, rule="R02", text="The ETL window was closed from 00:30 to 06:30."),)

    def to_come(self, at: datetime) -> ToCome:
        self.before()
        self.asked.append(("to come", at))
        return ToCome(scenario=self._scenario(at), at=at, now=self.now())
