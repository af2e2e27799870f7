"""What happened while nobody looked, from what an Info Mart has kept."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert

from gim_manager.domain.digest import digest
from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from gim_manager.domain.retention import LEAST
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.schema.live import mgr_duty, mgr_info_mart
from gim_manager.store.rows import micros
from gim_manager.usecases import options
from gim_manager.usecases.context import Context
from gim_manager.usecases.digest import between, question
from tests.language.clock import START, HandClock
from tests.language.stored import stored

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
SLEPT, WOKE = START - 2 * HOUR, START - HOUR


@pytest.fixture
def slept(context: Context, clock: HandClock) -> Context:
    """A server that led since the day before yesterday, and slept from ten to eleven today."""
    clock.turn(-48 * 3600)
    options.change(context, {("schedule", "run-scheduler"): "true"})
    clock.turn(48 * 3600)
    rows = [
        {"server": "desk:1:a", "since": micros(START - 48 * HOUR), "until": micros(SLEPT)},
        {"server": "desk:1:a", "since": micros(WOKE), "until": None},
    ]
    with writing(context.database.manager) as connection:
        connection.execute(mgr_info_mart.update().values(created_at=micros(START - 48 * HOUR)))
        connection.execute(insert(mgr_duty), rows)
    return context


def _ran(context: Context, job: Job, status: Status, at: datetime, **columns: object) -> None:
    with writing(context.database.manager) as connection:
        stored(connection, status, job=job, at=at, **columns)


def test_it_begins_with_the_last_evening_and_ends_now(slept: Context) -> None:
    asked = question(slept)
    assert (asked.since, asked.until) == (START.replace(hour=18) - timedelta(days=1), START)
    assert [(gap.gap.since, gap.gap.until, gap.gap.server) for gap in asked.missing] == [(SLEPT, WOKE, "desk:1:a")]


def test_what_fell_due_in_a_gap_is_played_and_what_was_made_up_is_counted(slept: Context) -> None:
    launched = {"launch_key": "Job_ExtractICON:x:7", "due_at": micros(WOKE - 30 * MINUTE), "requested_by": "scheduler"}
    _ran(slept, Job.EXTRACT, Status.COMPLETE, WOKE + MINUTE, **launched)
    (told,) = digest(question(slept)).gaps
    assert (told.due, told.made_up, told.dropped) == (2, 1, 1)


def test_runs_are_counted_from_the_first_instant_to_before_the_last(slept: Context) -> None:
    for status, at in ((Status.COMPLETE, START - 3 * HOUR), (Status.FAILED, START - 2 * HOUR)):
        _ran(slept, Job.EXPORT, status, at)
    _ran(slept, Job.MAINTAIN, Status.COMPLETE, START - 4 * HOUR)
    _ran(slept, Job.EXPORT, Status.CANCELED, START - 3 * HOUR)
    asked = question(slept, START - 3 * HOUR, START - 2 * HOUR)
    assert dict(asked.ended) == {(Job.EXPORT, Status.COMPLETE): 1}
    assert [run.job for run in question(slept).maintained] == [Job.MAINTAIN]


def test_times_are_wall_times_of_the_schedule(slept: Context) -> None:
    asked = between(slept, "2026-11-23T09:00", "2026-11-23T10:30")
    assert (asked.since, asked.until) == (START - 3 * HOUR, START - 1.5 * HOUR)
    assert [gap.gap.until for gap in asked.missing] == [START - 1.5 * HOUR]
    for since, until in (("soon", None), ("2099-01-01", None), ("2026-11-23T09:00", "2026-11-23T08:00")):
        with pytest.raises(BadValue):
            between(slept, since, until)


def test_of_a_time_that_is_not_kept_any_more_nothing_is_told(slept: Context) -> None:
    with writing(slept.database.manager) as connection:
        connection.execute(mgr_info_mart.update().values(created_at=micros(START - 99 * 24 * HOUR)))
    options.change(slept, {("manager", "days-to-keep-decisions"): "1"})
    asked = question(slept, START - 30 * 24 * HOUR)
    assert asked.since == START - LEAST, "who led before may be forgotten, which is no gap"
    with pytest.raises(BadValue, match="nothing is kept"):
        question(slept, START - 30 * 24 * HOUR, START - 29 * 24 * HOUR)


def test_nothing_is_told_of_a_time_before_the_info_mart(context: Context, clock: HandClock) -> None:
    with writing(context.database.manager) as connection:
        connection.execute(mgr_info_mart.update().values(created_at=micros(START - HOUR)))
    asked = question(context)
    assert asked.since == START - HOUR
    assert [(gap.gap.since, gap.gap.server) for gap in asked.missing] == [(START - HOUR, None)]
