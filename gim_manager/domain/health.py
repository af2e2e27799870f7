"""What is wrong with the past: findings over history and state, where the configuration check looks at options and
surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.desk import Desk
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.marks import DELAYED, Delay
from gim_manager.domain.options import Options, option
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.schedule import BACK_TO_BACK, Schedule
from gim_manager.domain.schedule import SECTION as SCHEDULE
from gim_manager.domain.timing import EPOCH
from gim_manager.domain.world import World

SECTION = "alarms"
LOOKED_BACK = 60
"""How many Complete runs of a job say how long it usually takes."""
FEWEST = 5
"""Fewer runs than this say nothing about what is usual."""
SHORT = timedelta(seconds=30)
"""A run shorter than this is never long, however short the others were."""
UNHURRIED = timedelta(minutes=5)
"""What a cycle counts as where etl-frequency is 0: nothing else says how long one may take."""
_MEGABYTE = 1_000_000
_MOST_DAYS = 400


class Rule(StrEnum):
    """What can be found; also the name of its switch in [alarms]."""

    JOB_FAILED = "job-failed"
    RUN_LOST = "run-lost"
    NO_GOOD_CYCLE = "no-good-cycle"
    LONG_RUN = "long-run"
    SOURCE_DELAYED = "source-delayed"
    MAINTENANCE_MISSED = "maintenance-missed"
    SCHEDULE_SUSPENDED = "schedule-suspended"
    AGGREGATION_FAILING = "aggregation-failing"
    DISK_LOW = "disk-low"
    PARTITIONS_LOW = "partitions-low"
    PARTITION_MISSING = "partition-missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom:
    """One thing found wrong. Rule and subject say which; the sentence may change while it lasts."""

    rule: Rule
    subject: str
    """The job, source, folder or table; empty where there can be only one."""
    message: str
    jobs: frozenset[Job] = frozenset(Job)

    @property
    def finding(self) -> Finding:
        """The same as a result of the check: always a warning, for what has happened refuses no start (R28)."""
        return Finding(
            level=Level.WARNING, message=self.message, section=SECTION, option=self.rule.value, jobs=self.jobs
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A disk that must not run out: what lies on it, in words, and the bytes that are free."""

    holds: str
    folder: str
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The past as the rules ask for it; what no table tells is absent and finds nothing."""

    ended: tuple[Run, ...] = ()
    """Of each job, and of requests for re-aggregation, the run that was Complete or Failed last."""
    good_cycle_at: datetime | None = None
    """When the last cycle ended whose transformation was Complete."""
    maintained_at: datetime | None = None
    """When a Job_MaintainGIM was Complete last."""
    lengths: Mapping[Job, Sequence[timedelta]] = field(default_factory=dict)
    """How long the last Complete runs of each job took, LOOKED_BACK at most."""
    delays: tuple[tuple[str, Delay], ...] = ()
    """By source: how late its data were when they were extracted last (X05)."""
    volumes: tuple[Volume, ...] = ()
    partitions_ahead_days: int | None = None
    """For how many days every row has a partition; None where none were ever made, and on SQLite."""
    without_partition: Mapping[str, int] = field(default_factory=dict)
    """By table how many of its rows have none."""


def limit(options: Options, name: str) -> int:
    """A threshold; its default where the value kept is no number, as the configuration check says then."""
    try:
        return options.number(SECTION, name)
    except ValueError:
        return int(option(SECTION, name).default)


def symptoms(world: World, history: History, now: datetime) -> tuple[Symptom, ...]:
    """All that is wrong now, in the order of the rules; what the options say about time is skipped where it cannot be
    understood, as the configuration check says then."""
    found = [*_failed(history), *_aggregation(world), *_delayed(history), *_disks(world, history)]
    found += [*_partitions(world, history), *_without_partition(history)]
    if (schedule := Desk(world, now).schedule) is not None:
        found += [
            *_no_cycle(world, schedule, history, now), *_long(world, schedule, history, now),
            *_unmaintained(world, schedule, history, now), *_suspended(world, schedule, now),
        ]  # fmt: skip
    order = list(Rule)
    return tuple(sorted(found, key=lambda symptom: order.index(symptom.rule)))


def _failed(history: History) -> Iterator[Symptom]:
    """A job whose last word was a failure; aggregation, which has no Complete, is counted apart."""
    for run in history.ended:
        if run.status is not Status.FAILED or (TRAITS[run.job].endless and not run.is_reaggregation):
            continue
        lost = run.cause is Cause.LOST
        named = f"{run.job.value} {run.id}"
        yield Symptom(
            rule=Rule.RUN_LOST if lost else Rule.JOB_FAILED,
            subject=f"{run.job.value} re-aggregation" if run.is_reaggregation else run.job.value,
            message=f"{named} was lost: {run.error}" if lost else f"{named} failed: {run.error}",
            jobs=frozenset({run.job}),
        )


def _aggregation(world: World) -> Iterator[Symptom]:
    """Where the schedule keeps it running, it is started again (R15): some failures in a row are needed."""
    last = world.last.get(Job.AGGREGATE)
    kept = world.options.flag(SCHEDULE, "run-aggregates")
    enough = limit(world.options, "aggregation-failures") if kept else 1
    if last and last.failures_in_a_row >= enough:
        often = "once" if last.failures_in_a_row == 1 else f"{last.failures_in_a_row} times in a row"
        yield Symptom(
            rule=Rule.AGGREGATION_FAILING, subject=Job.AGGREGATE.value,
            message=f"{Job.AGGREGATE.value} failed {often}.", jobs=frozenset({Job.AGGREGATE}),
        )  # fmt: skip


def _delayed(history: History) -> Iterator[Symptom]:
    for source, late in history.delays:
        awaited = ", ".join(table.upper() for table in late.tables)
        yield Symptom(
            rule=Rule.SOURCE_DELAYED, subject=source, jobs=frozenset({Job.EXTRACT}),
            message=f"{DELAYED} The data source {source} was {late.seconds} seconds late at its last extraction; "
            f"awaited are {awaited}.",
        )  # fmt: skip


def _disks(world: World, history: History) -> Iterator[Symptom]:
    least = limit(world.options, "disk-free-megabytes")
    for volume in history.volumes:
        if volume.free < least * _MEGABYTE:
            yield Symptom(
                rule=Rule.DISK_LOW, subject=volume.folder,
                message=f"The disk of {volume.folder} ({volume.holds}) has {volume.free // _MEGABYTE} MB left, "
                f"less than disk-free-megabytes {least}.",
            )  # fmt: skip


def _partitions(world: World, history: History) -> Iterator[Symptom]:
    """M02: maintenance makes them ahead; where it is missed for too long, they run out."""
    days, least = history.partitions_ahead_days, limit(world.options, "partitions-ahead-days")
    if days is not None and days < least:
        yield Symptom(
            rule=Rule.PARTITIONS_LOW, subject="", jobs=frozenset({Job.MAINTAIN}),
            message=f"There are partitions for {days} more day{'s' * (days != 1)}, less than partitions-ahead-days "
            f"{least}: run {Job.MAINTAIN.value}, which makes them.",
        )  # fmt: skip


def _without_partition(history: History) -> Iterator[Symptom]:
    for table, rows in sorted(history.without_partition.items()):
        yield Symptom(
            rule=Rule.PARTITION_MISSING, subject=table, jobs=frozenset({Job.MAINTAIN}),
            message=f"{table.upper()} has {rows} row{'s' * (rows != 1)} in its default partition, for want of one of "
            f"their time. None is lost; {Job.MAINTAIN.value} moves them.",
        )  # fmt: skip


def _no_cycle(world: World, schedule: Schedule, history: History, now: datetime) -> Iterator[Symptom]:
    """While launches are made in an open ETL window: none ended well for some times etl-frequency."""
    window = schedule.etl.opened(now)
    if not window.is_open(now) or not _launches(world, schedule):
        return
    counted = world.floor("run-scheduler", "timezone", "etl-start-time", "etl-end-time", "etl-frequency")
    since = max(window.opens, counted, history.good_cycle_at or EPOCH)
    interval = UNHURRIED if schedule.frequency == BACK_TO_BACK else schedule.frequency
    intervals = limit(world.options, "no-good-cycle-intervals")
    if now - since > intervals * interval:
        yield Symptom(
            rule=Rule.NO_GOOD_CYCLE, subject="", jobs=frozenset({Job.EXTRACT, Job.TRANSFORM}),
            message=f"No ETL cycle has ended well since {schedule.wall(since, now)}: more than {intervals} times "
            "etl-frequency ago.",
        )  # fmt: skip


def _launches(world: World, schedule: Schedule) -> bool:
    return schedule.launching and world.hold is None and world.condition is Condition.READY


def _long(world: World, schedule: Schedule, history: History, now: datetime) -> Iterator[Symptom]:
    for run in world.runs:
        usual = usual_length(history.lengths.get(run.job, ()))
        if TRAITS[run.job].endless or not run.start_time or usual is None:
            continue
        if now - run.start_time > max(usual, SHORT):
            yield Symptom(
                rule=Rule.LONG_RUN, subject=run.job.value, jobs=frozenset({run.job}),
                message=f"{run.job.value} {run.id} has run since {schedule.wall(run.start_time, now)}: longer than its "
                f"P95 of {_seconds(usual)} seconds.",
            )  # fmt: skip


def usual_length(lengths: Sequence[timedelta]) -> timedelta | None:
    """The P95: 95 of 100 runs took at most this long; None where there are too few runs to tell."""
    if len(lengths) < FEWEST:
        return None
    rank = -(-len(lengths) * 95 // 100)
    return sorted(lengths)[rank - 1]


def _seconds(length: timedelta) -> int:
    return -(-length // timedelta(seconds=1))


def _unmaintained(world: World, schedule: Schedule, history: History, now: datetime) -> Iterator[Symptom]:
    """R09: days on which maintenance fell due and did not end well before the next ETL window opened."""
    days = _missed_days(world, schedule, history, now) if _launches(world, schedule) else 0
    if days and days >= limit(world.options, "maintenance-missed-days"):
        last = history.maintained_at
        before = f"it ended well last at {schedule.wall(last, now)}" if last else "it has never ended well"
        many = f"Scheduled maintenance was missed on {days} days in a row; {before}."
        yield Symptom(
            rule=Rule.MAINTENANCE_MISSED, subject=Job.MAINTAIN.value, jobs=frozenset({Job.MAINTAIN}),
            message=many if days > 1 else f"Scheduled maintenance was missed on 1 day; {before}.",
        )  # fmt: skip


def _missed_days(world: World, schedule: Schedule, history: History, now: datetime) -> int:
    if schedule.maintain is None or world.active(Job.MAINTAIN):
        return 0
    counted = world.floor("timezone", "run-maintain", "maintain-start-time")
    # A hold in between is no excuse, as a schedule that was switched on since is.
    since = max(counted, world.changed_at.get("run-scheduler", EPOCH), history.maintained_at or EPOCH)
    days, tick = 0, schedule.maintain.following(since)
    while days < _MOST_DAYS and schedule.etl.following(tick).opens <= now:
        days, tick = days + 1, schedule.maintain.following(tick)
    return days


def _suspended(world: World, schedule: Schedule, now: datetime) -> Iterator[Symptom]:
    """By a hold or by run-scheduler; a schedule that was never switched on is not suspended."""
    switched = None if schedule.launching else world.changed_at.get("run-scheduler")
    longest = timedelta(minutes=limit(world.options, "schedule-suspended-minutes"))
    if switched is not None and now - switched > longest:
        yield Symptom(
            rule=Rule.SCHEDULE_SUSPENDED, subject="",
            message=f"The schedule has been suspended since {schedule.wall(switched, now)}: set run-scheduler to true "
            "to go on.",
        )  # fmt: skip
    elif world.hold is not None and now - world.hold.since > longest:
        yield Symptom(
            rule=Rule.SCHEDULE_SUSPENDED, subject="",
            message=f"The schedule has been held by {world.hold.owner} since {schedule.wall(world.hold.since, now)}; "
            f"the hold expires at {schedule.wall(world.hold.expires, now)}.",
        )  # fmt: skip
