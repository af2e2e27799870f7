"""What the schedule itself has to say of a job at a moment: closed, not due, switched off, or due and held back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from gim_manager.domain.coexist import Candidate, meeting
from gim_manager.domain.cycle import next_beginning
from gim_manager.domain.due import aggregation_restart, due
from gim_manager.domain.job import Job
from gim_manager.domain.moment import Moment, Reason, Setting
from gim_manager.domain.schedule import Schedule, Ticks
from gim_manager.domain.withdraw import SWITCHES

RULES = {
    Job.EXTRACT: "R02", Job.TRANSFORM: "R05", Job.MAINTAIN: "R08", Job.AGGREGATE: "R14", Job.EXPORT: "R13",
    Job.UPDATE_STATS: "R12",
}  # fmt: skip
"""The jobs that the schedule launches, and by which rule."""


def planned(moment: Moment, job: Job) -> tuple[Reason, ...]:
    """Why the schedule did not have this job run then; never empty."""
    schedule = moment.schedule
    if job not in RULES:
        return (Reason(time=moment.at, text=f"{job} runs only where a person asks for it, and nobody did."),)
    if schedule is None:
        return (Reason(time=moment.at, rule="R28", text="The schedule cannot be read: an option is wrong."),)
    if job is Job.UPDATE_STATS and not moment.world.postgresql:
        return (Reason(time=moment.at, rule="R12", text=f"{job} runs on PostgreSQL only, and this is SQLite."),)
    switch = SWITCHES.get(job)
    if switch and not moment.world.options.flag("schedule", switch):
        return (switched_off(moment, switch, f"{job} {moment.lasting} switched off", RULES[job]),)
    return (*_held_back(moment, schedule, job), *_PLANS[job](moment, schedule))


def switched_off(moment: Moment, option: str, what: str, rule: str) -> Reason:
    """`The schedule was suspended: run-scheduler was false from 10:00 to 12:00 (set by ann).`"""
    setting = moment.settings.get(option) or Setting()
    over = setting.until is not None and setting.until <= moment.now
    when = moment.between(setting.since, setting.until) if over else ""
    if not over and setting.since:
        when = f" since {moment.wall(setting.since)}"
    by = f" (set by {setting.by})" if setting.by else ""
    text = f"{what}: {option} {'was' if over else 'is'} false{when}{by}."
    return Reason(time=setting.since or moment.at, rule=rule, text=text)


def _held_back(moment: Moment, schedule: Schedule, job: Job) -> Iterator[Reason]:
    """A launch that was to be made then, and what it met."""
    found = due(job, moment.world, schedule, moment.at)
    if not found:
        return
    met = meeting(Candidate(job=job, is_launch=True), moment.world.runs)
    for other in met.others if met else ():
        since = other.start_time or other.requested_at
        text = f"{other.job} {other.id} {'ran' if moment.is_past else 'will run'} since {moment.wall(since)}; "
        yield Reason(time=since, rule=met.rule if met else None, text=f"{text}it holds back {job}.")
    if not met:
        was = "was due at {}, and was not made" if moment.is_past else "would be due at {}"
        text = f"A launch of {job} {was.format(moment.wall(found.at))}."
        yield Reason(time=found.at, rule=found.rule, text=found.reason if found.dropped else text)


def _extraction(moment: Moment, schedule: Schedule) -> Iterator[Reason]:
    window = schedule.etl.opened(moment.at)
    if not window.is_open(moment.at):
        closed = moment.between(window.closes, schedule.etl.following(moment.at).opens)
        yield Reason(time=window.closes, rule="R02", text=f"The ETL window {moment.be} closed{closed}.")
        return
    following = next_beginning(moment.world, schedule, moment.at)
    name = "the final cycle" if following.final else "the next cycle"
    text = f"{_cycle_before(moment, window.opens)}; {name} {moment.be} due at {moment.wall(following.at)}."
    rule = following.rule(moment.at)
    yield Reason(time=following.at, rule=rule, text=text, expected=following.at > moment.now)


def _cycle_before(moment: Moment, opens: datetime) -> str:
    cycle = moment.world.cycle
    if not cycle or not cycle.began_at or cycle.began_at < opens:
        return "No cycle had begun in this window" if moment.is_past else "No cycle will have begun in this window"
    name = f"The cycle of {moment.wall(cycle.began_at)}"
    if cycle.ended_at is None:
        return f"{name} had not ended" if moment.is_past else f"{name} will not have ended"
    return f"{name} {'ended' if moment.is_past else 'will have ended'} at {moment.wall(cycle.ended_at)}"


def _transformation(moment: Moment, schedule: Schedule) -> Iterator[Reason]:
    cycle = moment.world.cycle
    if cycle and cycle.extraction.is_active:
        text = f"It starts when the extraction of its cycle is complete, and that {moment.be} still running."
        yield Reason(time=cycle.extraction.start_time or moment.at, rule="R05", text=text)
        return
    text = f"It starts when the extraction of a cycle is complete, and none {moment.be} in progress."
    yield Reason(time=moment.at, rule="R05", text=text)
    yield from _extraction(moment, schedule)


def _aggregation(moment: Moment, schedule: Schedule) -> Iterator[Reason]:
    windows = schedule.aggregate
    assert windows is not None
    if window := windows.at(moment.at):
        restart = aggregation_restart(moment.world)
        again = f", and it {moment.be} to start again at {moment.wall(restart)}" if restart else ""
        text = f"The window of aggregation {moment.be} open until {moment.wall(window.closes)}{again}."
        yield Reason(time=window.opens, rule="R15" if restart else "R14", text=text)
        return
    closed = windows.closed(moment.at)
    when = moment.between(closed, windows.following(moment.at))
    text = f"The window of aggregation {moment.be} closed{when}."
    yield Reason(time=closed or moment.at, rule="R14", text=text)


def _maintenance(moment: Moment, schedule: Schedule) -> Iterator[Reason]:
    yield _ticking(moment, Job.MAINTAIN, "maintain-start-time", schedule.maintain)


def _export(moment: Moment, schedule: Schedule) -> Iterator[Reason]:
    yield _ticking(moment, Job.EXPORT, "export-schedule", schedule.export)


def _statistics(moment: Moment, schedule: Schedule) -> Iterator[Reason]:
    yield _ticking(moment, Job.UPDATE_STATS, "update-stats-schedule", schedule.statistics)


def _ticking(moment: Moment, job: Job, option: str, ticks: Ticks | None) -> Reason:
    """A job that is launched at ticks is between two of them."""
    assert ticks is not None
    last, following = (moment.wall(tick) for tick in (ticks.passed(moment.at), ticks.following(moment.at)))
    value = moment.world.options.text("schedule", option)
    text = f"{job} is due by {option} {value}: last at {last}, next at {following}."
    return Reason(time=ticks.passed(moment.at), rule=RULES[job], text=text)


_PLANS: dict[Job, Callable[[Moment, Schedule], Iterator[Reason]]] = {
    Job.EXTRACT: _extraction,
    Job.TRANSFORM: _transformation,
    Job.MAINTAIN: _maintenance,
    Job.AGGREGATE: _aggregation,
    Job.EXPORT: _export,
    Job.UPDATE_STATS: _statistics,
}
