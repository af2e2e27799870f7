"""A server before older tables: it is heard of and leads nothing; it goes on once they are up to date, or ends."""

import logging
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import NewerSchema
from gim_manager.domain.job import Job
from gim_manager.domain.listing import RunQuery
from gim_manager.domain.run import SCHEDULER, Status
from gim_manager.engine.scheduler import Scheduler
from gim_manager.schema.engines import reading, writing
from gim_manager.store import listing, older, versions
from gim_manager.store.connect import Database
from gim_manager.store.upgrade import By, upgrade_manager
from tests.engine.conftest import HAND
from tests.language.old_versions import an_old_mart, picture
from tests.language.stored import NOON
from tests.language.waiting import until

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def old(database_url: str) -> Database:
    return an_old_mart(database_url, info_mart=versions.INFO_MART_STEPS[-1])


@pytest.fixture
def server(old: Database, caplog: pytest.LogCaptureFixture) -> Iterator[Scheduler]:
    caplog.set_level(logging.WARNING)
    made = Scheduler(old, worker_command=HAND)
    made.start()
    yield made
    made.close()


def _heard(database: Database) -> list[str]:
    with reading(database.manager) as connection:
        return [server.id for server in older.servers(connection)]


def _tables(database: Database) -> object:
    """All but who is heard of."""
    return {name: rows for name, rows in picture(database)["manager"].items() if name != "mgr_server"}


def test_R29_it_waits_is_heard_of_and_changes_nothing(
    server: Scheduler, old: Database, caplog: pytest.LogCaptureFixture
) -> None:
    before = _tables(old)
    until(lambda: _heard(old) == [server.identity.id])
    assert not server.is_leader
    server.close()
    assert _heard(old) == []
    assert _tables(old) == before
    said = [record.getMessage() for phase in ("setup", "call") for record in caplog.get_records(phase)]
    assert [words.endswith("until it is brought up to date with: gim-manager migrate") for words in said] == [True]


def test_R29_once_somebody_has_brought_them_up_to_date_it_leads(server: Scheduler, old: Database) -> None:
    until(lambda: _heard(old))
    run = upgrade_manager(old, By(user="ada", host="desk"), NOON)
    assert run is not None
    until(lambda: server.is_leader)
    with reading(old.manager) as connection:
        until(lambda: _heard(old) == [server.identity.id])
        assert listing.count(connection, RunQuery(jobs=frozenset({Job.MIGRATE}))) == 1


def test_R29_with_on_demand_migration_it_does_so_by_itself(old: Database, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    with writing(old.manager) as connection:
        where = "" if old.is_local else "gim_manager."
        connection.execute(text(f"INSERT INTO {where}mgr_option VALUES ('schedule', 'on-demand-migration', 'true')"))
    server = Scheduler(old, worker_command=HAND)
    server.start()
    try:
        until(lambda: server.is_leader)
        (run,) = _migrations(old)
        assert (run.requested_by, run.is_launch) == (SCHEDULER, True)
        until(lambda: _migrations(old)[0].status is not Status.SCHEDULED)
    finally:
        server.close()
    assert versions.state(old).condition is Condition.READY


def _migrations(database: Database) -> list:
    with reading(database.manager) as connection:
        page = listing.page(connection, RunQuery(jobs=frozenset({Job.MIGRATE})), None, 10)
        return list(page.runs)


def test_R29_when_somebody_migrates_beyond_it_it_ends_and_says_why(
    server: Scheduler, old: Database, caplog: pytest.LogCaptureFixture
) -> None:
    upgrade_manager(old, By(user="ada", host="desk"), NOON)
    until(lambda: server.is_leader)
    _become_newer(old)
    until(lambda: server.failure)
    assert "is newer than this program" in (server.failure or "")
    assert "This server ends." in caplog.text
    server.close()


def test_R29_also_where_its_statements_fit_no_more(
    server: Scheduler, old: Database, caplog: pytest.LogCaptureFixture
) -> None:
    upgrade_manager(old, By(user="ada", host="desk"), NOON)
    until(lambda: server.is_leader)
    where = "" if old.is_local else "gim_manager."
    _become_newer(old, f"ALTER TABLE {where}mgr_server RENAME COLUMN heartbeat_at TO heard_at")
    until(lambda: server.failure, seconds=15)
    assert "is newer than this program" in (server.failure or "")
    server.close()


def test_R29_one_that_starts_on_a_newer_schema_does_not_begin(old: Database) -> None:
    _become_newer(old)
    with pytest.raises(NewerSchema, match="9999 of the manager's tables"):
        Scheduler(old, worker_command=HAND).run()


def _become_newer(database: Database, *more: str) -> None:
    where = "" if database.is_local else "gim_manager."
    with writing(database.manager) as connection:
        for statement in (f"UPDATE {where}mgr_schema_version SET version_num = '9999'", *more):
            connection.execute(text(statement))
