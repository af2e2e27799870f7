"""One procedure is in force at a time; a step is taken once, whoever tries it again."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from gim_manager.domain.job import Job
from gim_manager.domain.one_by_one import OneByOne
from gim_manager.schema.engines import reading, writing
from gim_manager.store import changes, one_by_one
from gim_manager.store.changes import Topic
from gim_manager.store.connect import Database
from tests.language.stored import NOON


def _begun(connection) -> OneByOne:
    put_back = {"run-scheduler": "true", "run-maintain": None}
    return one_by_one.begin(connection, owner="ada", host="desk", now=NOON, put_back=put_back)


def test_it_is_kept_as_it_began(database: Database) -> None:
    with writing(database.manager) as connection:
        assert one_by_one.in_force(connection) is None
        begun = _begun(connection)
        assert [change.topic for change in changes.since(connection, 0)][-1] is Topic.OPTIONS
    with reading(database.manager) as connection:
        assert one_by_one.in_force(connection) == begun
    assert begun == OneByOne(
        id=begun.id, owner="ada", host="desk", since=NOON, put_back={"run-scheduler": "true", "run-maintain": None}
    )


def test_the_database_refuses_a_second_one_in_force(database: Database) -> None:
    with writing(database.manager) as connection:
        _begun(connection)
    with pytest.raises(IntegrityError), writing(database.manager) as connection:
        _begun(connection)


def test_of_two_who_lead_it_on_one_is_turned_away(database: Database) -> None:
    with writing(database.manager) as connection:
        begun = _begun(connection)
        assert one_by_one.go_on(connection, begun, begun.with_run(Job.EXTRACT, 7))
        assert not one_by_one.go_on(connection, begun, begun.with_run(Job.EXTRACT, 8))
        now = one_by_one.in_force(connection)
    assert now is not None and now.latest is not None
    assert (now.latest.job, now.latest.run_id) == (Job.EXTRACT, 7)


def test_it_ends_once_and_then_another_may_begin(database: Database) -> None:
    with writing(database.manager) as connection:
        begun = _begun(connection)
        assert one_by_one.end(connection, begun, now=NOON + timedelta(hours=1), by="ben")
        assert not one_by_one.end(connection, begun, now=NOON + timedelta(hours=2), by="eve")
        assert not one_by_one.go_on(connection, begun, begun.with_run(Job.EXTRACT, 7))
        assert one_by_one.in_force(connection) is None
        assert _begun(connection).id > begun.id
