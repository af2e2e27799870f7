"""The past is read by job: what ended last, when it last went well, how long it usually takes."""

from datetime import timedelta

from gim_manager.domain.health import LOOKED_BACK
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store import health
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from tests.language.stored import NOON, stored

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def test_an_empty_past_tells_nothing(database: Database) -> None:
    with writing(database.manager) as connection:
        assert health.last_judged(connection) == ()
        assert health.good_cycle_at(connection) is None
        assert health.completed_at(connection, Job.MAINTAIN) is None
        assert health.lengths(connection, [Job.EXTRACT]) == {Job.EXTRACT: ()}


def test_of_each_job_the_last_run_that_was_complete_or_failed_counts(database: Database) -> None:
    with writing(database.manager) as connection:
        stored(connection, Status.COMPLETE, job=Job.EXTRACT)
        failed = stored(connection, Status.FAILED, job=Job.EXTRACT)
        for other in (Status.STOPPED, Status.CANCELED, Status.RUNNING, Status.SCHEDULED):
            stored(connection, other, job=Job.EXTRACT)
        complete = stored(connection, Status.COMPLETE, job=Job.EXPORT)
        aggregation = stored(connection, Status.FAILED, job=Job.AGGREGATE)
        request = stored(connection, Status.FAILED, job=Job.AGGREGATE, parameters="-insertPendingAgg …")
        assert health.last_judged(connection) == (failed, complete, aggregation, request)


def test_a_good_cycle_ends_with_a_complete_transformation(database: Database) -> None:
    with writing(database.manager) as connection:
        stored(connection, Status.COMPLETE, job=Job.TRANSFORM, at=NOON, cycle="one")
        stored(connection, Status.FAILED, job=Job.TRANSFORM, at=NOON + HOUR, cycle="two")
        stored(connection, Status.COMPLETE, job=Job.EXTRACT, at=NOON + 2 * HOUR, cycle="three")
        stored(connection, Status.COMPLETE, job=Job.TRANSFORM, at=NOON + 3 * HOUR)
        assert health.good_cycle_at(connection) == NOON + MINUTE
        assert health.completed_at(connection, Job.TRANSFORM) == NOON + 3 * HOUR + MINUTE


def test_the_last_sixty_complete_runs_say_how_long_a_job_takes(database: Database) -> None:
    with writing(database.manager) as connection:
        for number in range(LOOKED_BACK + 2):
            ends = micros(NOON + (number + 1) * MINUTE)
            stored(connection, Status.COMPLETE, job=Job.EXPORT, end_time=ends)
        stored(connection, Status.FAILED, job=Job.EXPORT)
        lengths = health.lengths(connection, [Job.EXPORT])[Job.EXPORT]
    assert len(lengths) == LOOKED_BACK
    assert (lengths[0], lengths[-1]) == (62 * MINUTE, 3 * MINUTE)
