"""The world of a decision is what the tables say, and costs the same however long their history is."""

from contextlib import contextmanager
from datetime import timedelta

import pytest

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.job import Job
from gim_manager.domain.run import SCHEDULER, Cause, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import changes, decisions, findings, holds, options, runs, snapshot
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from gim_manager.store.snapshot import Reader
from tests.language.server import has_completed
from tests.language.stored import NOON, stored

MINUTE = timedelta(minutes=1)


def test_a_new_info_mart_has_an_empty_world(database: Database) -> None:
    world = snapshot.read(database, NOON)
    assert (world.condition, world.postgresql) == (Condition.UNINITIALIZED, not database.is_local)
    assert (world.runs, world.cycle, world.last, world.made) == ((), None, {}, frozenset())
    assert world.created_at is not None


def test_R28_what_was_found_last_is_in_it_once_jobs_may_run(database: Database) -> None:
    finding = Finding(level=Level.WARNING, message="The clock is late.")
    with writing(database.manager) as connection:
        findings.replace(connection, [finding])
    assert snapshot.read(database, NOON).findings == ()
    has_completed(database, 0)
    world = snapshot.read(database, NOON, scheduling=False)
    assert (world.findings, world.scheduling) == ((finding,), False)


def test_open_runs_and_options_are_in_it(database: Database) -> None:
    with writing(database.manager) as connection:
        waiting = stored(connection, Status.SCHEDULED)
        running = stored(connection, Status.RUNNING, job=Job.TRANSFORM)
        stored(connection, Status.COMPLETE)
        options.change(connection, {("schedule", "run-scheduler"): "true"}, by="ada", host=None, now=NOON)
    world = snapshot.read(database, NOON)
    assert world.runs == (waiting, running)
    assert world.options.flag("schedule", "run-scheduler")
    assert world.changed_at == {"run-scheduler": NOON}


def test_the_cycle_is_the_extraction_launched_last_with_its_transformation(database: Database) -> None:
    with writing(database.manager) as connection:
        stored(connection, Status.COMPLETE, cycle="1", launch_key="1")
        stored(connection, Status.COMPLETE, job=Job.TRANSFORM, cycle="1")
        extraction = stored(connection, Status.COMPLETE, cycle="2", launch_key="2")
        stored(connection, Status.COMPLETE)
    cycle = snapshot.read(database, NOON).cycle
    assert cycle is not None
    assert (cycle.extraction, cycle.transformation, cycle.hands_over) == (extraction, None, True)
    with writing(database.manager) as connection:
        transformation = stored(connection, Status.RUNNING, job=Job.TRANSFORM, cycle="2")
    cycle = snapshot.read(database, NOON).cycle
    assert cycle is not None
    assert cycle.transformation == transformation


def test_R15_failures_count_since_the_last_healthy_run(database: Database) -> None:
    def failed(connection, number: int, *, minutes: int = 1) -> None:
        at = NOON + number * timedelta(hours=1)
        stored(connection, Status.FAILED, job=Job.AGGREGATE, at=at, end_time=micros(at + minutes * MINUTE))

    with writing(database.manager) as connection:
        failed(connection, 0)
        failed(connection, 1, minutes=11)
        failed(connection, 2)
        failed(connection, 3)
        stored(connection, Status.COMPLETE, job=Job.AGGREGATE, parameters="-insertPendingAgg x")
        stored(connection, Status.SCHEDULED, job=Job.AGGREGATE)
        stored(connection, Status.STOPPED, job=Job.EXTRACT, cause=Cause.PERSON.value)
    last = snapshot.read(database, NOON + timedelta(days=1)).last
    assert set(last) == {Job.AGGREGATE, Job.EXTRACT}
    assert (last[Job.AGGREGATE].status, last[Job.AGGREGATE].failures_in_a_row) == (Status.FAILED, 3)
    assert last[Job.AGGREGATE].started_at == NOON + timedelta(hours=3)
    assert (last[Job.EXTRACT].status, last[Job.EXTRACT].failures_in_a_row) == (Status.STOPPED, 0)


def test_R33_launch_keys_of_three_days_are_remembered(database: Database) -> None:
    with writing(database.manager) as connection:
        stored(connection, Status.CANCELED, launch_key="canceled")
        stored(connection, Status.COMPLETE, at=NOON - timedelta(days=4), launch_key="long ago")
        stored(connection, Status.COMPLETE)
        decisions.record(
            connection, kind=DecisionKind.DROP, job=Job.EXPORT, rule="R13", reason="It was late.", now=NOON,
            launch_key="dropped",
        )  # fmt: skip
    assert snapshot.read(database, NOON).made == {"canceled", "dropped"}


@pytest.fixture
def initialized(database: Database) -> Database:
    has_completed(database, 0)
    return database


def _asked(connection, job: Job, **more):
    return runs.request(connection, job=job, by=SCHEDULER, host="desk", now=NOON, **more)


def test_a_reader_sees_after_every_change_what_a_whole_read_sees(initialized: Database) -> None:
    reader = Reader(initialized)

    @contextmanager
    def change():
        with writing(initialized.manager) as connection:
            yield connection
        assert reader.read(NOON) == snapshot.read(initialized, NOON)

    reader.read(NOON)
    with change() as c:
        cycle = _asked(c, Job.EXTRACT, launch_key="1", cycle="1", due_at=NOON)
        waiting = _asked(c, Job.EXPORT)
    with change() as c:
        runs.claim(c, cycle.id, server="server", token="token", now=NOON)
        runs.hold(c, waiting.id, "It waits.")
    with change() as c:
        runs.beat(c, cycle.id, "token", now=NOON, progress=0.5, note="half", rows=7)
        runs.adopt(c, waiting.id, launch_key="adopted", due_at=NOON)
    with change() as c:
        decisions.record(
            c, kind=DecisionKind.DROP, job=Job.EXPORT, rule="R13", reason="Late.", now=NOON, launch_key="dropped"
        )
    with change() as c:
        runs.finish(c, cycle.id, status=Status.FAILED, cause=Cause.ERROR, now=NOON, error="Fire.", token="token")
        runs.cancel(c, waiting.id, by="ada", reason=None, cause=Cause.PERSON, now=NOON)
    with change() as c:
        options.change(c, {("schedule", "run-scheduler"): "true"}, by="ada", host=None, now=NOON)
    with change() as c:
        holds.begin(c, owner="ada", host="desk", now=NOON, expires=NOON + MINUTE, maintain=False)
    with change() as c:
        findings.replace(c, [Finding(level=Level.WARNING, message="The clock is late.")])


def test_a_reader_reads_nothing_again_where_nothing_changed(initialized: Database) -> None:
    reader = Reader(initialized)
    assert reader.read(NOON) is reader.read(NOON + timedelta(seconds=9))


def test_a_reader_that_heard_of_nothing_does_not_ask_and_tells_which_change_it_knows(
    initialized: Database,
) -> None:
    reader = Reader(initialized)
    before = reader.read(NOON)
    with writing(initialized.manager) as connection:
        run = _asked(connection, Job.EXPORT)
    with reading(initialized.manager) as connection:
        latest = changes.latest(connection)
    assert reader.read(NOON, unheard=True) is before and before.change < latest
    after = reader.read(NOON)
    assert after.runs == (run,) and after.change == latest


def test_a_reader_sees_within_ten_seconds_what_nobody_noted(initialized: Database) -> None:
    reader = Reader(initialized)
    reader.read(NOON)
    with writing(initialized.manager) as connection:
        run = stored(connection, Status.SCHEDULED)
    assert reader.read(NOON + timedelta(seconds=9)).runs == ()
    assert reader.read(NOON + timedelta(seconds=10)).runs == (run,)


def test_a_reader_at_leisure_reads_whole_before_it_has_to(initialized: Database) -> None:
    reader = Reader(initialized)
    before = reader.read(NOON)
    half = NOON + timedelta(seconds=5)
    assert reader.read(half) is before
    assert reader.read(half, at_leisure=True) is not before


def test_a_reader_sees_an_info_mart_initialized_at_once(database: Database) -> None:
    reader = Reader(database)
    assert reader.read(NOON).condition is Condition.UNINITIALIZED
    has_completed(database, 0)
    assert reader.read(NOON).condition is Condition.READY
