"""How long the good runs took, and which options changed meanwhile."""

from datetime import timedelta

from sqlalchemy import insert

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_run
from gim_manager.store import options, trends
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from tests.language.stored import NOON, stored_row

MINUTE = timedelta(minutes=1)


def _ran(database: Database, job: Job, *minutes: float, status: Status = Status.COMPLETE) -> None:
    rows = [
        stored_row(status, job=job, at=NOON + number * MINUTE, end_time=micros(NOON + (number + length) * MINUTE))
        for number, length in enumerate(minutes)
    ]
    with writing(database.manager) as connection:
        connection.execute(insert(mgr_run), rows)


def test_the_good_runs_of_each_job_that_has_an_end_are_told_oldest_first(database: Database) -> None:
    _ran(database, Job.EXTRACT, 3, 4, 5, 6, 60)
    _ran(database, Job.EXTRACT, 50, status=Status.FAILED)
    _ran(database, Job.AGGREGATE, 300)
    with reading(database.manager) as connection:
        (trend,) = trends.read(connection, NOON)
    assert trend.job is Job.EXTRACT
    assert [run.length / MINUTE for run in trend.runs] == [3, 4, 5, 6, 60]
    assert trend.p95 == 60 * MINUTE


def test_what_began_before_the_time_is_left_out_and_few_runs_have_no_P95(database: Database) -> None:
    _ran(database, Job.EXTRACT, 3, 4, 5)
    with reading(database.manager) as connection:
        (trend,) = trends.read(connection, NOON + MINUTE)
    assert ([run.length / MINUTE for run in trend.runs], trend.p95) == ([4, 5], None)


def test_changes_of_options_are_told_without_passwords(database: Database) -> None:
    secret = "https://hooks.example.com/services/T0/B0/secret"
    frequency = "schedule", "etl-frequency"
    changes: tuple[options.Changes, ...] = ({frequency: "20"}, {("alarms", "webhook-url"): secret}, {frequency: None})
    with writing(database.manager) as connection:
        for number, change in enumerate(changes):
            options.change(connection, change, by="ada", host=None, now=NOON + number * MINUTE)
    with reading(database.manager) as connection:
        found = trends.marks(connection, NOON)
        assert trends.marks(connection, NOON + 3 * MINUTE) == ()
    assert [(mark.at, mark.by) for mark in found] == [(NOON + number * MINUTE, "ada") for number in range(3)]
    assert (found[0].option, found[0].value, found[2].value) == ("[schedule] etl-frequency", "20", "")
    assert secret not in found[1].value
