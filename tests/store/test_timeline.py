"""A stretch of time is read page by page, narrow, and with what was going on when it began."""

from datetime import timedelta

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import options, timeline
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from gim_manager.store.timeline import Place
from tests.language.stored import NOON, stored

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_runs_of_the_time_come_in_pages_the_latest_first(database: Database) -> None:
    with writing(database.manager) as connection:
        ids = [stored(connection, Status.COMPLETE, at=NOON + minute * MINUTE).id for minute in (0, 1, 1, 2, 9)]
        stored(connection, Status.SCHEDULED, at=NOON + MINUTE)
    with reading(database.manager) as connection:
        first = timeline.started(connection, NOON, NOON + 9 * MINUTE, limit=2)
        behind = Place(start=first[-1].start, run_id=first[-1].run_id)
        rest = timeline.started(connection, NOON, NOON + 9 * MINUTE, after=behind)
    assert [ran.run_id for ran in first] == [ids[3], ids[2]]
    assert [ran.run_id for ran in rest] == [ids[1], ids[0]]


def test_a_row_is_narrow_and_says_why_it_ended(database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(
            connection, Status.STOPPED, job=Job.AGGREGATE, at=NOON, reason="lunch " * 99, stopped_by="bob",
            parameters="-insertPendingAgg ALLSETS:2026-01-01:2026-01-02",
        )  # fmt: skip
    with reading(database.manager) as connection:
        (ran,) = timeline.started(connection, NOON, NOON + HOUR)
    assert (ran.run_id, ran.job, ran.status, ran.cause) == (run.id, Job.AGGREGATE, Status.STOPPED, run.cause)
    assert (ran.start, ran.end, ran.by, ran.stopped_by) == (run.start_time, run.end_time, "ada", "bob")
    assert ran.rebuilds
    assert (len(ran.told), ran.told[:5]) == (200, "lunch")


def test_what_began_before_and_goes_on_belongs_to_it(database: Database) -> None:
    with writing(database.manager) as connection:
        endless = stored(connection, Status.RUNNING, job=Job.AGGREGATE, at=NOON - 20 * HOUR)
        stored(connection, Status.COMPLETE, at=NOON - HOUR)
        long = stored(connection, Status.COMPLETE, job=Job.EXPORT, at=NOON - HOUR, end_time=micros(NOON + HOUR))
        stored(connection, Status.COMPLETE, at=NOON + MINUTE)
    with reading(database.manager) as connection:
        assert {ran.run_id for ran in timeline.going_on(connection, NOON)} == {long.id, endless.id}


def test_the_options_of_each_part_of_it_are_known(database: Database) -> None:
    key = ("schedule", "etl-frequency")
    for minutes, value, by in ((-60, "15", "ada"), (30, "20", "bob"), (90, "40", "eve")):
        with writing(database.manager) as connection:
            options.change(connection, {key: value}, by=by, host=None, now=NOON + minutes * MINUTE)
    with reading(database.manager) as connection:
        found = timeline.settings(connection, NOON, NOON + HOUR)
    assert [(part.since, part.until, part.options.get_raw(*key), part.by) for part in found] == [
        (NOON, NOON + 30 * MINUTE, "15", None), (NOON + 30 * MINUTE, NOON + HOUR, "20", "bob")
    ]  # fmt: skip


def test_changes_of_options_are_read_in_their_order_without_passwords(database: Database) -> None:
    key, secret = ("schedule", "etl-frequency"), ("alarms", "webhook-url")
    for minutes, value, by in ((-60, "15", "ada"), (30, "20", "bob"), (40, None, "eve")):
        with writing(database.manager) as connection:
            changes = {key: value, secret: "https://hooks.example.com/s3cret"}
            options.change(connection, changes, by=by, host=None, now=NOON + minutes * MINUTE)
    with reading(database.manager) as connection:
        found = timeline.altered(connection, NOON - HOUR, NOON + HOUR, limit=3)
    assert [(one.name, one.old, one.new, one.by) for one in found] == [
        ("etl-frequency", None, "15", "ada"), ("etl-frequency", "15", "20", "bob"), ("etl-frequency", "20", None, "eve")
    ]  # fmt: skip
    with reading(database.manager) as connection:
        (first, *_) = timeline.altered(connection, NOON - HOUR, NOON + HOUR, limit=9)
    assert (first.name, first.new) == ("webhook-url", "***")
