"""What started or ended since a moment, in the order of time."""

from datetime import timedelta

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import recent
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from tests.language.stored import NOON, stored

MINUTE = timedelta(minutes=1)


def test_the_youngest_are_found_in_the_order_of_time(database: Database) -> None:
    with writing(database.manager) as connection:
        late = stored(connection, Status.COMPLETE, at=NOON + 5 * MINUTE)
        early = stored(connection, Status.FAILED, at=NOON)
        at_work = stored(connection, Status.RUNNING, at=NOON + MINUTE, job=Job.AGGREGATE)
        stored(connection, Status.SCHEDULED)
    with reading(database.manager) as connection:
        assert recent.ended(connection, NOON, limit=9) == (early, late)
        assert recent.ended(connection, NOON + MINUTE, limit=1) == (early,)
        assert recent.ended(connection, NOON + 2 * MINUTE, limit=9) == (late,)
        assert recent.started(connection, NOON + MINUTE, limit=9) == (at_work, late)


def test_what_ended_in_a_time_is_counted_by_job_and_state(database: Database) -> None:
    with writing(database.manager) as connection:
        stored(connection, Status.COMPLETE, at=NOON)
        stored(connection, Status.FAILED, at=NOON, job=Job.EXPORT)
        stored(connection, Status.CANCELED, at=NOON)
        stored(connection, Status.COMPLETE, at=NOON + 9 * MINUTE)
        run = stored(connection, Status.STOPPED, at=NOON + MINUTE, job=Job.MAINTAIN)
        assert recent.counted(connection, NOON, NOON + 5 * MINUTE) == {
            (Job.EXTRACT, Status.COMPLETE): 1, (Job.EXPORT, Status.FAILED): 1, (Job.MAINTAIN, Status.STOPPED): 1,
        }  # fmt: skip
        assert recent.ended_of(connection, Job.MAINTAIN, NOON, NOON + 5 * MINUTE) == (run,)
        assert recent.ended_of(connection, Job.MAINTAIN, NOON, NOON + 2 * MINUTE) == ()


def test_a_launch_is_made_up_that_fell_due_before_and_was_made_soon_after(database: Database) -> None:
    def launched(due: int, made: int, key: str, job: Job = Job.EXTRACT) -> None:
        stored(connection, Status.COMPLETE, job=job, at=NOON + made * MINUTE, launch_key=key,
               due_at=micros(NOON + due * MINUTE))  # fmt: skip

    with writing(database.manager) as connection:
        launched(5, 11, "late")
        launched(12, 12, "in time")
        launched(5, 80, "much later")
        launched(5, 11, "of the same cycle", Job.TRANSFORM)
        stored(connection, Status.COMPLETE, at=NOON + 11 * MINUTE)
        assert recent.made_up(connection, NOON, NOON + 10 * MINUTE, within=60 * MINUTE) == 1
