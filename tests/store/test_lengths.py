"""How long jobs take is told by their latest good runs alone."""

from datetime import timedelta

from sqlalchemy import insert

from gim_manager.domain.fit import Trial
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_run
from gim_manager.store import lengths
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from tests.language.stored import NOON, stored_row

MINUTE = timedelta(minutes=1)


def _ran(database: Database, job: Job, *minutes: float, status: Status = Status.COMPLETE) -> None:
    rows = [stored_row(status, job=job, end_time=micros(NOON + length * MINUTE)) for length in minutes]
    with writing(database.manager) as connection:
        connection.execute(insert(mgr_run), rows)


def _usual(database: Database) -> dict[Job, timedelta]:
    with reading(database.manager) as connection:
        return lengths.usual(connection)


def test_of_a_job_that_never_was_nothing_is_told(database: Database) -> None:
    assert _usual(database) == {}


def test_the_median_of_the_complete_runs_counts(database: Database) -> None:
    _ran(database, Job.EXTRACT, 3, 100, 5)
    _ran(database, Job.EXTRACT, 50, status=Status.FAILED)
    _ran(database, Job.TRANSFORM, 2, 4)
    assert _usual(database) == {Job.EXTRACT: 5 * MINUTE, Job.TRANSFORM: 3 * MINUTE}


def test_only_the_latest_sixty_count(database: Database) -> None:
    _ran(database, Job.EXTRACT, *[30.0] * 200, *[7.0] * 60)
    assert _usual(database) == {Job.EXTRACT: 7 * MINUTE}


def test_aggregation_has_no_length_of_its_own_and_no_run_takes_no_time(database: Database) -> None:
    _ran(database, Job.AGGREGATE, 90)
    _ran(database, Job.UPDATE_STATS, 0)
    assert _usual(database) == {Job.UPDATE_STATS: timedelta(seconds=1)}


def test_how_runs_went_is_told_with_those_that_a_rule_stopped(database: Database) -> None:
    _ran(database, Job.MAINTAIN, *[5] * 60)
    _ran(database, Job.MAINTAIN, 7, status=Status.FAILED)
    _ran(database, Job.MAINTAIN, 9)
    row = stored_row(Status.STOPPED, job=Job.MAINTAIN, end_time=micros(NOON + 8 * MINUTE), cause=Cause.RULE.value)
    with writing(database.manager) as connection:
        connection.execute(insert(mgr_run), [row, row | {"cause": Cause.PERSON.value}])
        told = lengths.trials(connection, Job.MAINTAIN)
    assert len(told) == lengths.LATEST
    assert told[:2] == (Trial(length=8 * MINUTE, cut=True), Trial(length=9 * MINUTE))
