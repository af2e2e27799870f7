"""The day of a clock change in an Info Mart that is made of values: every state of the timeline at least once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from gim_manager.domain.ahead import ToCome
from gim_manager.domain.forecast import Ahead, with_options
from gim_manager.domain.job import Job
from gim_manager.domain.moment import Reason
from gim_manager.domain.options import Options
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.timeline import Altered, Delay, Missed, Pause, Ran, Reached, Record, Setting, bands
from gim_manager.domain.world import World
from gim_manager.usecases.options import Read

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def clock(text: str, day: int = 25) -> datetime:
    """The UTC instant of `07:24` in Berlin in October 2026."""
    hour, minute = (int(part) for part in text.split(":"))
    return datetime(2026, 10, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


HOLD = Pause(since=clock("04:24"), until=clock("05:10"), by="m.keller", maintains=True)
HELD = Missed(
    job=Job.UPDATE_STATS, at=clock("05:00"), rule="R23",
    reason="The hold of m.keller suspends the schedule until 05:10: this launch is dropped.",
)  # fmt: skip
ALTERED = Altered(
    at=clock("08:12"), by="m.keller", section="schedule", name="etl-frequency", old="20", new=None
)  # fmt: skip
LATE = Delay(source="eu-idb2", since=clock("09:55"))
CLOSED = "The window of aggregation closed at 03:00."
NIGHT = (
    ("00:00", 4, Job.EXTRACT), ("00:07", 11, Job.TRANSFORM), ("00:30", 5, Job.EXTRACT), ("00:37", 12, Job.TRANSFORM),
    ("00:20", 3, Job.EXPORT), ("04:26", 43, Job.MAINTAIN), ("06:30", 6, Job.EXTRACT), ("06:37", 13, Job.TRANSFORM),
    ("07:00", 5, Job.EXTRACT), ("07:06", 15, Job.TRANSFORM), ("07:30", 6, Job.EXTRACT), ("07:37", 12, Job.TRANSFORM),
    ("00:00", 3, Job.UPDATE_STATS), ("01:00", 2, Job.UPDATE_STATS), ("06:00", 2, Job.UPDATE_STATS),
    ("07:00", 2, Job.UPDATE_STATS), ("08:02", 2, Job.UPDATE_STATS),
)  # fmt: skip
"""What ran before the morning that the list shows: when, how many minutes, which job."""


def _complete(number: int, job: Job, start: datetime, minutes: float) -> Ran:
    return Ran(
        run_id=number, job=job, status=Status.COMPLETE, start=start, end=start + minutes * MINUTE, cause=Cause.DONE
    )  # fmt: skip


def _stopped(number: int, start: datetime, end: datetime, told: str) -> Ran:
    """An aggregation that a rule stopped."""
    stopped = Status.STOPPED
    return Ran(run_id=number, job=Job.AGGREGATE, status=stopped, start=start, end=end, cause=Cause.RULE, told=told)


def the_night() -> tuple[Ran, ...]:
    """The runs of the day that no list of the window shows."""
    told = [_complete(48100 + row, job, clock(start), minutes) for row, (start, minutes, job) in enumerate(NIGHT)]
    window = _stopped(48090, clock("04:00", 24), clock("02:00") + HOUR, CLOSED)
    held = _stopped(48188, clock("04:00"), clock("04:24"), "The hold of m.keller suspends the schedule until 05:10.")
    rebuilt = Ran(
        run_id=48205, job=Job.AGGREGATE, status=Status.COMPLETE, start=clock("09:22"), end=clock("09:40"),
        cause=Cause.DONE, by="a.novak", rebuilds=True,
    )  # fmt: skip
    return (window, *told, held, rebuilt)


def the_weeks_before() -> tuple[Ran, ...]:
    """Usual days from the first of the month on: cycles from 06:30 to 00:30, the rest at its times, little trouble."""
    return tuple(ran for day in range(1, 25) for ran in _usual_day(day))


def _usual_day(day: int) -> Iterator[Ran]:
    number, begin = 20_000 + 1_000 * day, clock("06:30", day)
    for cycle in range(36 if day < 24 else 35):
        start = begin + cycle * 30 * MINUTE
        late = (day * 7 + cycle * 3) % 9
        yield _complete(number + 2 * cycle, Job.EXTRACT, start, 4 + late / 3)
        transformed = _complete(number + 2 * cycle + 1, Job.TRANSFORM, start + (5 + late / 3) * MINUTE, 8 + late)
        fails = (day * 31 + cycle) % 97 == 5
        yield replace(transformed, status=Status.FAILED, cause=Cause.ERROR, told="disk full") if fails else transformed
    for hour in range(24):
        yield _complete(number + 100 + hour, Job.UPDATE_STATS, clock(f"{hour:02}:00", day), 2)
    yield _complete(number + 200, Job.MAINTAIN, clock("03:00", day), 48 + day % 7)
    yield _complete(number + 201, Job.EXPORT, clock("16:20", day), 7)
    if day < 24:
        yield _stopped(number + 202, clock("04:00", day), clock("03:00", day + 1), CLOSED)


def _reached(runs: Sequence[Ran]) -> tuple[Reached, ...]:
    """Each transformation that ended well had come to where the extraction before it began; 48213, which runs, has
    committed up to 10:24."""
    made = (run for run in runs if run.job is Job.TRANSFORM and run.run_id < 48213)
    ended = (run for run in made if run.status is Status.COMPLETE)
    found = [Reached(at=run.end, to=run.start - 7 * MINUTE) for run in ended if run.end]
    return tuple(sorted([*found, Reached(at=clock("10:44"), to=clock("10:24"))]))


class FakeTimeline:
    """The questions of the timeline, answered from the list of the window and the night before it."""

    asked: list[tuple[object, ...]]
    read: Read
    before: Callable[[], None]
    list: list[Run]

    def __init__(self) -> None:
        self.night: Sequence[Ran] = (*the_weeks_before(), *the_night())
        self.pauses: tuple[Pause, ...] = (HOLD,)
        self.missed: tuple[Missed, ...] = (HELD,)
        self.altered: tuple[Altered, ...] = (ALTERED,)
        self.delays: tuple[Delay, ...] = (LATE,)
        self.reached: tuple[Reached, ...] = ()

    def now(self) -> datetime:
        raise NotImplementedError

    def timeline(self, since: datetime, until: datetime) -> Record:
        self.before()
        self.asked.append(("timeline", since, until))
        runs = [*self.night, *filter(None, map(Ran.of, self.list))]
        met = [ran for ran in runs if ran.start < until and (ran.end is None or ran.end > since)]
        pauses = tuple(pause for pause in self.pauses if pause.until is None or pause.until > since)
        setting = Setting(options=self.read.options, since=since, until=until)
        return Record(
            since=since, until=until, runs=tuple(sorted(met, key=lambda ran: ran.start)), missed=self.missed,
            pauses=pauses, bands=bands([setting]), delays=self.delays, reached=self.reached or _reached(runs),
            altered=tuple(one for one in self.altered if since <= one.at < until),
        )  # fmt: skip

    def _scenario(self, until: datetime) -> Scenario:
        world = World(options=self.read.options, postgresql=True, created_at=self.now())
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
