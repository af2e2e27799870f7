"""Job_MigrateGIM step by step: what is done stays, what is not is as it was, and the next run goes on from there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import inspect, text

from gim_manager.domain.conditions import Condition
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.engine import migration
from gim_manager.engine.scheduler import Scheduler
from gim_manager.jobs.work import Stopped
from gim_manager.schema.engines import reading
from gim_manager.store import history, output, versions
from gim_manager.store.connect import Database
from gim_manager.store.upgrade import By, upgrade_manager
from tests.language.old_versions import an_old_mart, lost, picture
from tests.language.planted import DIES, KNOWN, LINGERS, STEPS, steps_are_planted
from tests.language.serving import asked, has_status, run_of, stopped_by_ada
from tests.language.stored import NOON
from tests.language.waiting import until
from tests.language.work import Recorded, ToldStop, a_work

WORKER = (sys.executable, "-m", "tests.engine.planted_worker")
TO_CHANGE = frozenset({"ctl_schema_version", "ctl_schema_info"})
pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def old(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Database:
    """An Info Mart with rows in every table, two steps behind this program."""
    made = an_old_mart(database_url, manager=versions.MANAGER_STEPS[-1], info_mart=KNOWN[-1], filled=True)
    steps_are_planted(monkeypatch)
    return made


def _stands_at(database: Database) -> str | None:
    return versions.state(database).info_mart


def _views(database: Database) -> set[str]:
    with reading(database.info_mart) as connection:
        return set(inspect(connection).get_view_names())


def test_M05_it_takes_step_after_step_and_says_so_on_the_run(old: Database) -> None:
    report = Recorded()
    before = picture(old)["info_mart"]
    assert versions.state(old).condition is Condition.MIGRATION
    outcome = migration.run(a_work(old.info_mart, job=Job.MIGRATE, report=report))
    assert outcome.note == f"version {STEPS[-1]}"
    assert [(step.name, step.status) for step in report.steps] == [(f"Info Mart {s}", "Complete") for s in STEPS]
    assert report.plan == [step.name for step in report.steps]
    assert not lost(before, picture(old)["info_mart"], but=TO_CHANGE)
    assert versions.state(old).condition is Condition.READY
    assert "admin_etl_job_history" in _views(old)


@pytest.mark.parametrize("step", versions.INFO_MART_STEPS[:-1])
def test_M05_every_row_of_every_version_is_there_afterwards(database_url: str, step: str) -> None:
    database = an_old_mart(database_url, manager=versions.MANAGER_STEPS[-1], info_mart=step, filled=True)
    before = picture(database)["info_mart"]
    assert all(rows for table, (_, rows) in before.items() if not table.startswith("ctl_"))
    migration.run(a_work(database.info_mart, job=Job.MIGRATE))
    assert not lost(before, picture(database)["info_mart"], but=TO_CHANGE)
    assert versions.state(database) == replace(versions.wanted(), initialized=True)


def test_M05_a_second_run_finds_nothing_to_do(old: Database) -> None:
    migration.run(a_work(old.info_mart, job=Job.MIGRATE))
    before = picture(old)["info_mart"]
    assert migration.run(a_work(old.info_mart, job=Job.MIGRATE)).note == "the Info Mart was up to date"
    assert not lost(before, picture(old)["info_mart"], but=frozenset())


def test_M05_a_stop_between_two_steps_leaves_the_first_and_the_next_run_goes_on(old: Database) -> None:
    stop = ToldStop(at_check=2)
    with pytest.raises(Stopped):
        migration.run(a_work(old.info_mart, job=Job.MIGRATE, stop=stop))
    assert _stands_at(old) == STEPS[0]
    report = Recorded()
    migration.run(a_work(old.info_mart, job=Job.MIGRATE, report=report))
    assert [step.name for step in report.steps] == [f"Info Mart {STEPS[1]}"]
    assert _stands_at(old) == STEPS[1]


def test_R29_that_it_ran_does_not_make_an_info_mart_initialized(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = an_old_mart(database_url, manager=versions.MANAGER_STEPS[-1], info_mart=KNOWN[-1], initialized=False)
    steps_are_planted(monkeypatch)
    migration.run(a_work(old.info_mart, job=Job.MIGRATE))
    assert versions.state(old).condition is Condition.UNINITIALIZED
    with reading(old.info_mart) as connection:
        assert not history.was_initialized(connection)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("dies", "stands"), [(f"in {STEPS[1]}", STEPS[0]), (f"after {STEPS[0]}", STEPS[0])])
def test_M05_killed_in_or_between_steps_it_is_run_again_and_ends_with_its_data_intact(
    old: Database, monkeypatch: pytest.MonkeyPatch, dies: str, stands: str
) -> None:
    before = picture(old)
    monkeypatch.setenv(DIES, dies)
    with _serving(old):
        first = _ended(old, asked(old, Job.MIGRATE))
    assert (first.status, first.cause) == (Status.FAILED, Cause.LOST)
    assert (first.error or "").endswith("The steps that were done stay; the next run goes on after them.")
    assert _stands_at(old) == stands
    monkeypatch.delenv(DIES)
    with _serving(old):
        assert _ended(old, asked(old, Job.MIGRATE)).status is Status.COMPLETE
    after = picture(old)
    assert not lost(before["info_mart"], after["info_mart"], but=TO_CHANGE)
    assert not lost(before["manager"], after["manager"], but=frozenset({"mgr_lease", "mgr_audit_chain"}))
    assert after["info_mart"]["planted"][1] == [(1,), (2,)]


def test_M05_stopped_in_the_middle_of_a_step_that_one_is_taken_back_and_the_next_run_goes_on(
    old: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = picture(old)
    monkeypatch.setenv(LINGERS, STEPS[1])
    with _serving(old):
        run = asked(old, Job.MIGRATE)
        until(lambda: run_of(old, run.id).note == f"version {STEPS[1]}", seconds=60, what="the second step")
        stopped_by_ada(old, run.id)
        ended = _ended(old, run)
    assert (ended.status, ended.cause, ended.stopped_by) == (Status.STOPPED, Cause.PERSON, "ada")
    assert _stands_at(old) == STEPS[0]
    monkeypatch.delenv(LINGERS)
    with _serving(old):
        assert _ended(old, asked(old, Job.MIGRATE)).status is Status.COMPLETE
    after = picture(old)
    assert not lost(before["info_mart"], after["info_mart"], but=TO_CHANGE)
    assert after["info_mart"]["planted"][1] == [(1,), (2,)]


@contextmanager
def _serving(database: Database) -> Iterator[None]:
    """A server with real workers that know the planted steps; it launches nothing, and deletes no past."""
    server = Scheduler(database, scheduling=False, worker_command=WORKER)
    server.start()
    try:
        yield
    finally:
        server.close()


def _ended(database: Database, run: Run) -> Run:
    until(lambda: run_of(database, run.id).end_time, seconds=60, what=f"the end of run {run.id}")
    return run_of(database, run.id)


def test_R29_from_the_first_version_of_all_in_a_real_worker(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old = an_old_mart(database_url)
    steps_are_planted(monkeypatch)
    run = upgrade_manager(old, By(user="ada", host="desk"), NOON)
    assert run is not None
    with _serving(old):
        until(lambda: has_status(old, run.id, Status.COMPLETE), seconds=60)
    assert versions.state(old).condition is Condition.READY
    with reading(old.manager) as connection:
        steps = [step.name for step in output.steps(connection, run.id)]
        assert steps == [f"Info Mart {step}" for step in versions.INFO_MART_STEPS[1:]]
        lines = [line.message for line in output.log(connection, run.id)]
    assert lines[0].startswith("Before this run ada brought the manager's tables")
    assert lines[-1] == f"The Info Mart is of version {STEPS[-1]} now."
    with reading(old.info_mart) as connection:
        done = text(f"SELECT job_name, status FROM ctl_etl_history WHERE job_id = '{run.id}'")
        assert connection.execute(done).one() == ("Job_MigrateGIM", "COMPLETE")
