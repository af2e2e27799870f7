"""A run comes once, whoever asks for it and however often, and what is known of it comes with it."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_run
from gim_manager.store import audit, changes, leases, runs
from gim_manager.store.changes import AtOnce
from gim_manager.store.connect import Database
from gim_manager.store.leases import Tenure
from tests.language.statements import statements
from tests.language.stored import NOON, stored

LATER = NOON + timedelta(minutes=5)


def _request(connection, job=Job.EXTRACT, **more):
    return runs.request(connection, job=job, by="ada", host="desk", now=NOON, **more)


def _launch(connection, key: str, job=Job.EXTRACT):
    return runs.launch(
        connection, job=job, by="scheduler", host="desk", server="server", token="token", now=NOON, launch_key=key,
        cycle="cycle", due_at=LATER,
    )  # fmt: skip


def test_a_request_is_scheduled_with_all_that_was_said(database: Database) -> None:
    with writing(database.manager) as connection:
        run = _request(connection, Job.AGGREGATE, parameters="-insertPendingAgg x", reason="It waits.", due_at=LATER)
    with reading(database.manager) as connection:
        assert runs.get(connection, run.id) == run
    assert (run.status, run.parameters, run.reason) == (Status.SCHEDULED, "-insertPendingAgg x", "It waits.")
    assert (run.requested_at, run.requested_by, run.due_at, run.start_time) == (NOON, "ada", LATER, None)


def test_R33_a_launch_that_was_made_is_not_made_again(database: Database) -> None:
    with writing(database.manager) as connection:
        first = _request(connection, launch_key="cycle 1")
        assert _request(connection, launch_key="cycle 1") == first
        assert connection.scalar(select(func.count()).select_from(mgr_run)) == 1


def test_a_launch_runs_from_the_start_as_if_asked_for_and_claimed(database: Database) -> None:
    with writing(database.manager) as connection:
        before = changes.latest(connection)
        run = _launch(connection, "key")
        assert run is not None and runs.get(connection, run.id) == run
        assert [change.run_id for change in changes.since(connection, before)] == [run.id]
        (worker,) = runs.workers(connection)
    assert (run.status, run.start_time, run.requested_at, run.by_scheduler) == (Status.RUNNING, NOON, NOON, True)
    assert (run.launch_key, run.cycle, run.due_at, run.server) == ("key", "cycle", LATER, "server")
    assert (worker.token, worker.heartbeat_at) == ("token", NOON)


def test_R21_R33_a_launch_that_was_made_or_whose_job_runs_leaves_no_trace(database: Database) -> None:
    with writing(database.manager) as connection:
        stored(connection, Status.COMPLETE, job=Job.EXPORT, launch_key="made")
        stored(connection, Status.RUNNING, job=Job.AGGREGATE)
        before = changes.latest(connection)
        assert _launch(connection, "made", Job.EXPORT) is None
        assert _launch(connection, "key", Job.AGGREGATE) is None
        assert changes.latest(connection) == before
        assert connection.scalar(select(func.count()).select_from(mgr_run)) == 2


def test_R35_a_launch_at_once_is_made_only_while_all_is_as_it_is_known(database: Database) -> None:
    mine = Tenure(holder="a", epoch=1)
    with writing(database.manager) as connection:
        leases.take(connection, holder="a", lasts=timedelta(hours=1))
        known = changes.latest(connection)
    for change, tenure, key in ((known - 1, mine, "old"), (known, replace(mine, epoch=2), "lost"), (known, mine, "k")):
        at_once = AtOnce(
            engine=database.manager, only_if=(changes.UNCHANGED, leases.IN_FORCE[database.kind]),
            given={"known_change": change, **tenure.given},
        )  # fmt: skip
        made = runs.launch(
            at_once, job=Job.EXTRACT, by="scheduler", host="h", server="a", token="t", now=NOON, launch_key=key
        )
        assert (made is not None) is (key == "k")
    with reading(database.manager) as connection:
        assert [run.launch_key for run in runs.open_runs(connection)] == ["k"]
        assert changes.latest(connection) == known + 1


def test_R35_each_launch_at_once_takes_its_turn_in_its_own_message(postgresql_database: Database) -> None:
    at_once = AtOnce(engine=postgresql_database.manager)
    with statements(postgresql_database) as asked:
        for job in (Job.EXTRACT, Job.TRANSFORM, Job.EXPORT):
            assert runs.launch(
                at_once, job=job, by="scheduler", host="h", server="a", token="t", now=NOON, launch_key=job.value
            )
    assert [statement.startswith("SELECT pg_advisory_xact_lock") for statement in asked] == [True] * 3


def test_a_request_is_recorded_with_its_run_or_neither_is_written(postgresql_database: Database) -> None:
    act = audit.Act(at=NOON, actor="ada", host="desk", action="requested", subject=Job.EXTRACT.value)
    with reading(postgresql_database.manager) as connection:
        known = changes.latest(connection)
    for change in (known - 1, known):
        at_once = AtOnce(
            engine=postgresql_database.manager, only_if=(changes.UNCHANGED,), given={"known_change": change}
        )
        with statements(postgresql_database) as asked:
            made = runs.request_recorded(at_once, act, job=Job.EXTRACT, now=NOON)
        assert len(asked) == 1
        assert (made is not None) is (change == known)
    with reading(postgresql_database.manager) as connection:
        (waiting,) = runs.open_runs(connection)
        assert waiting == made and (waiting.status, waiting.requested_by) == (Status.SCHEDULED, "ada")
        assert [(line.action, line.run_id, line.actor) for line in audit.acts(connection)] == [
            ("requested", waiting.id, "ada")
        ]
        assert audit.verify(connection).broken is None
        assert [change.run_id for change in changes.since(connection, known)] == [waiting.id]
