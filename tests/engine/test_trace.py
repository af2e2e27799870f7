"""What is said of a worker that left without a word: on which server, last heard of when, what committed (R36)."""

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.engine.trace import trace_of
from gim_manager.schema.engines import writing
from gim_manager.store import options
from gim_manager.store.connect import Database
from tests.language.clock import START
from tests.language.server import has_committed
from tests.language.stored import stored


def _run(database: Database, **columns) -> int:
    with writing(database.manager) as connection:
        return stored(connection, Status.RUNNING, **columns).id


def test_R36_server_time_and_rows_are_told_in_the_zone_of_the_schedule(database: Database) -> None:
    zone = {("schedule", "timezone"): "Europe/Berlin"}
    with writing(database.manager) as connection:
        options.change(connection, zone, by="ada", host="desk", now=START)
    run = _run(database)
    has_committed(database, run, 3)
    assert trace_of(database, run, server="desk:1", heard_at=START) == (
        "Its worker on desk:1 was last heard of at 2026-11-23 13:00:00. It had committed 3 rows in 1 transaction, "
        "which stay; the rest was rolled back, and the next run goes on from there."
    )


def test_R36_nothing_is_claimed_of_a_worker_of_whom_nobody_heard(database: Database) -> None:
    assert trace_of(database, _run(database), server=None, heard_at=None) == (
        "Its worker on an unknown server was never heard of. "
        "It had committed nothing; the next run begins where it began."
    )


def test_R36_of_an_aggregation_counts_what_its_worker_told(database: Database) -> None:
    run = _run(database, job=Job.AGGREGATE, rows=81_127)
    assert trace_of(database, run, server="desk:1", heard_at=START).endswith(
        "It had committed 81127 rows, which stay; the rest was rolled back, and the next run goes on from there."
    )
