"""What started or ended since a moment, in the order of time."""

from datetime import timedelta

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import recent
from gim_manager.store.connect import Database
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
