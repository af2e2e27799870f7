"""The database itself refuses what the transition table refuses, and exactly that."""

import itertools

import pytest
from sqlalchemy import Engine, insert, text, update
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.job import Job
from gim_manager.domain.run import CAUSES, ENDED, HANDED_BACK, TRANSITIONS, Cause, Status
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.live import SCHEMA, mgr_run
from gim_manager.schema.urls import parse_url
from gim_manager.schema.warehouse import MANAGER
from tests.language.stored import stored_row


@pytest.fixture
def manager(database_url: str) -> Engine:
    engine = make_engine(parse_url(database_url), must_exist=False)
    if engine.dialect.name == "postgresql":
        with writing(engine) as connection:
            connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
        engine = engine.execution_options(schema_translate_map={None: SCHEMA})
    with writing(engine) as connection:
        MANAGER.create_all(connection)
    return engine


def _accepts(connection, statement) -> bool:
    """Whether the database takes the statement; leaves nothing behind."""
    try:
        with connection.begin_nested() as savepoint:
            connection.execute(statement)
            savepoint.rollback()
    except DBAPIError as refusal:
        assert "mgr_run" in str(refusal.orig)
        return False
    return True


def test_a_state_follows_another_exactly_where_the_table_says(manager: Engine) -> None:
    with writing(manager) as connection:
        for before, after in itertools.permutations(Status, 2):
            with connection.begin_nested() as savepoint:
                connection.execute(insert(mgr_run).values(stored_row(before)))
                # Everything else is right for the state after, so that only the transition can be refused.
                accepted = _accepts(connection, update(mgr_run).values(stored_row(after)))
                savepoint.rollback()
            assert accepted == (after in TRANSITIONS[before]), (before, after)


def test_R18_only_what_is_part_of_an_aggregation_goes_back_to_waiting(manager: Engine) -> None:
    before, after = HANDED_BACK
    with writing(manager) as connection:
        for part_of in (None, 7):
            with connection.begin_nested() as savepoint:
                connection.execute(insert(mgr_run).values(stored_row(before, job=Job.AGGREGATE, part_of=part_of)))
                accepted = _accepts(connection, update(mgr_run).values(stored_row(after, job=Job.AGGREGATE)))
                savepoint.rollback()
            assert accepted == (part_of is not None)


def test_an_ended_run_has_a_cause_that_its_state_may_have(manager: Engine) -> None:
    with writing(manager) as connection:
        for status, cause in itertools.product(Status, [None, *Cause]):
            row = stored_row(status, cause=cause.value if cause else None)
            right = cause in CAUSES[status] if status in ENDED else cause is None
            assert _accepts(connection, insert(mgr_run).values(row)) == right, (status, cause)


@pytest.mark.parametrize(
    ("status", "wrong"),
    [
        (Status.COMPLETE, {"end_time": None}),
        (Status.RUNNING, {"end_time": 1}),
        (Status.RUNNING, {"start_time": None}),
        (Status.FAILED, {"error": None}),
        (Status.SCHEDULED, {"job": "Job_Unknown"}),
        (Status.SCHEDULED, {"status": "Sleeping"}),
    ],
)
def test_a_run_that_contradicts_itself_is_refused(manager: Engine, status: Status, wrong: dict[str, object]) -> None:
    with writing(manager) as connection:
        assert _accepts(connection, insert(mgr_run).values(stored_row(status)))
        assert not _accepts(connection, insert(mgr_run).values(stored_row(status) | wrong))


def test_R21_one_instance_of_a_job_runs_at_a_time(manager: Engine) -> None:
    with writing(manager) as connection:
        connection.execute(insert(mgr_run).values(stored_row(Status.STOPPING, job=Job.AGGREGATE)))
        second = stored_row(Status.RUNNING, job=Job.AGGREGATE)
        assert not _accepts(connection, insert(mgr_run).values(second))
        assert _accepts(connection, insert(mgr_run).values(second | {"parameters": "-insertPendingAgg x"}))
        assert _accepts(connection, insert(mgr_run).values(stored_row(Status.RUNNING, job=Job.EXTRACT)))


def test_R33_a_launch_key_is_given_once(manager: Engine) -> None:
    with writing(manager) as connection:
        connection.execute(insert(mgr_run).values(stored_row(Status.CANCELED, launch_key="key")))
        again = insert(mgr_run).values(stored_row(Status.SCHEDULED, launch_key="key"))
        assert not _accepts(connection, again)


def test_the_number_of_a_deleted_run_is_not_given_out_again(manager: Engine) -> None:
    with writing(manager) as connection:
        made = insert(mgr_run).values(stored_row(Status.COMPLETE)).returning(mgr_run.c.id)
        first = connection.execute(made).scalar_one()
        connection.execute(mgr_run.delete())
        assert connection.execute(made).scalar_one() > first
