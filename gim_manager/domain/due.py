"""What falls due at this moment: one function a job, each asking only clock and history, never what else runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gim_manager.domain.conditions import Condition
from gim_manager.domain.cycle import due_beginning, is_overtaken, next_beginning
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.schedule import Schedule, Ticks
from gim_manager.domain.status import NextLaunch
from gim_manager.domain.world import World

PUNCTUAL = timedelta(minutes=1)
"""A tick older than this was not seen by anybody."""
EXPORT_GRACE = timedelta(hours=1)
RESTART_AFTER_FAILURE = timedelta(seconds=30)
LONGEST_RESTART = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A launch that is to be made now."""

    job: Job
    key: str
    at: datetime
    rule: str
    reason: str
    cycle: str | None = None
    dropped: bool = False
    """It is never made: rule and reason say why."""
    made_up: bool = False
    """It is late, because nobody could make it at its time."""


def due(job: Job, world: World, schedule: Schedule, now: datetime) -> Due | None:
    """The launch of this job that is due now, if there is one and it was not made before."""
    ask = _QUESTIONS.get(job)
    found = ask(world, schedule, now) if ask else None
    return found if found and found.key not in world.made else None


def _extraction(world: World, schedule: Schedule, now: datetime) -> Due | None:
    beginning = due_beginning(world, schedule, now)
    if not beginning:
        return None
    name = "The final ETL cycle" if beginning.final else "The ETL cycle"
    key, rule = beginning.key(world), beginning.rule(now)
    late = rule == "R06"
    how = "begins late: it was not launched at its time" if late else "begins"
    reason = f"{name} of {schedule.wall(beginning.due_at, now)} {how}."
    return Due(job=Job.EXTRACT, key=key, at=beginning.due_at, rule=rule, reason=reason, cycle=key, made_up=late)


def _transformation(world: World, schedule: Schedule, now: datetime) -> Due | None:
    cycle = world.cycle
    if not cycle or not cycle.hands_over or not cycle.extraction.end_time or is_overtaken(world, schedule, now):
        return None
    return Due(
        job=Job.TRANSFORM,
        key=cycle.key.replace(Job.EXTRACT, Job.TRANSFORM),
        at=cycle.extraction.end_time,
        rule="R05",
        reason=f"The extraction of the cycle, run {cycle.extraction.id}, is complete.",
        cycle=cycle.key,
    )


def _maintenance(world: World, schedule: Schedule, now: datetime) -> Due | None:
    """Once per local date, whatever the option said in between (R08)."""
    ticks = schedule.maintain
    if not ticks:
        return None
    tick = ticks.passed(now)
    day = f"{Job.MAINTAIN}:{schedule.clock.local_date(tick)}:"
    floor = world.floor("maintain-start-time", "run-maintain", "run-scheduler", "timezone")
    if tick < floor or any(key.startswith(day) for key in world.made):
        return None
    window = schedule.etl.opened(now)
    if tick < window.opens:
        return None
    open_now = window.is_open(now)
    reason = "The ETL window is open, and maintenance never starts in it." if open_now else "Daily maintenance is due."
    return Due(
        job=Job.MAINTAIN, key=ticks.key(Job.MAINTAIN, tick), at=tick, rule="R09" if open_now else "R08", reason=reason,
        dropped=open_now, made_up=now - tick > PUNCTUAL,
    )  # fmt: skip


def _statistics(world: World, schedule: Schedule, now: datetime) -> Due | None:
    if not world.postgresql or not schedule.statistics:
        return None
    found = _tick(Job.UPDATE_STATS, schedule.statistics, world, now, PUNCTUAL)
    return _not_twice(found, world) if found else None


def _export(world: World, schedule: Schedule, now: datetime) -> Due | None:
    if not schedule.export:
        return None
    found = _tick(Job.EXPORT, schedule.export, world, now, EXPORT_GRACE)
    return _not_twice(found, world) if found else None


_RULES = {Job.UPDATE_STATS: ("R12", "update-stats"), Job.EXPORT: ("R13", "export")}


def _tick(job: Job, ticks: Ticks, world: World, now: datetime, grace: timedelta) -> Due | None:
    tick = ticks.passed(now)
    rule, option = _RULES[job]
    floor = world.floor(f"run-{option}", f"{option}-schedule", "run-scheduler", "timezone")
    if now - tick > grace or tick < floor:
        return None
    late = now - tick > PUNCTUAL
    due_now = f"{job} is due by its schedule."
    reason = f"{job} was missed at {ticks.clock.local(tick):%H:%M} and is made up." if late else due_now
    return Due(job=job, key=ticks.key(job, tick), at=tick, rule=rule, reason=reason, made_up=late)


def _not_twice(found: Due, world: World) -> Due:
    """A tick that finds its job Running or Scheduled is dropped."""
    open_runs = world.of(found.job)
    if not open_runs:
        return found
    state = "still runs" if open_runs[0].is_active else "already waits"
    reason = f"{found.job} {open_runs[0].id} {state}, so this launch is dropped."
    return Due(job=found.job, key=found.key, at=found.at, rule=found.rule, reason=reason, dropped=True)


def _aggregation(world: World, schedule: Schedule, now: datetime) -> Due | None:
    """Inside a window, however it came about, aggregation is kept running (R14, R15)."""
    window = schedule.aggregate.at(now) if schedule.aggregate else None
    if not window or world.of(Job.AGGREGATE):
        return None
    at = max(window.opens, aggregation_restart(world) or window.opens)
    if at > now:
        return None
    again = at > window.opens
    prefix = f"{Job.AGGREGATE}:{window.opens:%Y-%m-%dT%H:%MZ}:"
    number = 1 + sum(key.startswith(prefix) for key in world.made)
    closes = schedule.wall(window.closes, now)
    reason = f"Aggregation runs until {closes}." if not again else f"Aggregation is kept running until {closes}."
    return Due(job=Job.AGGREGATE, key=f"{prefix}{number}", at=at, rule="R15" if again else "R14", reason=reason)


def migration_key(version: str) -> str:
    """The launch key of the migration to this version: tried once by itself, afterwards a person decides (R29)."""
    return f"{Job.MIGRATE}:{version}"


def _migration(world: World, schedule: Schedule, now: datetime) -> Due | None:
    if world.condition is not Condition.MIGRATION or world.of(Job.MIGRATE):
        return None
    if not world.options.flag("schedule", "on-demand-migration"):
        return None
    reason = "The schema is older than this program, and on-demand-migration is true."
    return Due(job=Job.MIGRATE, key=migration_key(world.migrates_to), at=now, rule="R29", reason=reason)


def aggregation_restart(world: World) -> datetime | None:
    """When aggregation may be started again: after a failure 30 s later, doubling up to 10 min (R15)."""
    last = world.last.get(Job.AGGREGATE)
    if not last or not last.ended_at:
        return None
    if last.status is not Status.FAILED:
        return last.ended_at
    doubled = RESTART_AFTER_FAILURE * (1 << min(max(last.failures_in_a_row - 1, 0), 10))
    return last.ended_at + min(doubled, LONGEST_RESTART)


_QUESTIONS = {
    Job.MIGRATE: _migration,
    Job.EXTRACT: _extraction,
    Job.TRANSFORM: _transformation,
    Job.MAINTAIN: _maintenance,
    Job.AGGREGATE: _aggregation,
    Job.EXPORT: _export,
    Job.UPDATE_STATS: _statistics,
}


def coming(job: Job, world: World, schedule: Schedule, now: datetime) -> tuple[NextLaunch, ...]:
    """The launches of this job that the schedule leads to next, each as a person names it; () if there are none."""
    if job is Job.EXTRACT:
        return _coming_cycles(world, schedule, now)
    if job is Job.AGGREGATE and schedule.aggregate:
        opening = schedule.aggregate.following(now)
        return (NextLaunch(job=job, time=opening, reason="aggregation window"),) if opening else ()
    ticks, reason = {
        Job.MAINTAIN: (schedule.maintain, "daily maintenance"),
        Job.EXPORT: (schedule.export, "export"),
        Job.UPDATE_STATS: (schedule.statistics if world.postgresql else None, "statistics"),
    }.get(job, (None, ""))
    return (NextLaunch(job=job, time=ticks.following(now), reason=reason),) if ticks else ()


def _coming_cycles(world: World, schedule: Schedule, now: datetime) -> tuple[NextLaunch, ...]:
    following = next_beginning(world, schedule, now)
    regular = NextLaunch(job=Job.EXTRACT, time=max(following.at, now), reason="ETL cycle")
    final = NextLaunch(job=Job.EXTRACT, time=max(following.window.closes, now), reason="final ETL cycle")
    return (final,) if following.final else (regular, final)
