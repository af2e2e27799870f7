"""The manager's own tables from every version to this program's: all or nothing, and never under an older server."""

import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import NewerSchema, OlderSchema, OlderServer
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, older, output, runs, snapshot, versions
from gim_manager.store.connect import Database
from gim_manager.store.upgrade import MIGRATED, By, upgrade_manager
from tests.language import quick_python
from tests.language.old_versions import an_old_mart, lost, picture
from tests.language.stored import NOON
from tests.language.struck import struck_after_a_step

CHECKOUT = Path(__file__).resolve().parents[2]
OLDER = versions.MANAGER_STEPS[:-1]
ADA = By(user="ada", host="desk")
OF_NO_MATTER = frozenset({"mgr_schema_version", "mgr_audit_chain"})
"""What an upgrade is to change: the trail tells of it."""


def _where(database: Database) -> str:
    return "" if database.is_local else "gim_manager."


def _manage(database: Database, statement: str, **values: Any) -> None:
    """Runs a statement in which {} stands before the name of a manager's table."""
    with writing(database.manager) as connection:
        connection.execute(text(statement.format(_where(database))), values)


@pytest.mark.parametrize("step", OLDER)
def test_M05_every_row_of_every_version_is_there_afterwards(database_url: str, step: str) -> None:
    database = an_old_mart(database_url, manager=step)
    # The first versions had a table of holds in which no program ever wrote; it was made anew.
    never_written = {"mgr_hold"} if step < "0004" else set()
    before = picture(database)["manager"]
    upgrade_manager(database, ADA, NOON)
    assert not lost(before, picture(database)["manager"], but=OF_NO_MATTER | never_written)
    assert versions.state(database).manager == versions.MANAGER_STEPS[-1]
    assert versions.state(database).condition is not Condition.NEWER


def test_R29_the_run_is_asked_for_with_it_and_both_stand_in_the_audit_trail(database_url: str) -> None:
    database = an_old_mart(database_url)
    run = upgrade_manager(database, ADA, NOON)
    assert run is not None
    assert (run.job, run.status, run.requested_by) == (Job.MIGRATE, Status.SCHEDULED, "ada")
    with reading(database.manager) as connection:
        done, requested, _ = audit.acts(connection)
        (line,) = output.log(connection, run.id)
        assert audit.verify(connection).broken is None
    span = f"{OLDER[0]} to {versions.MANAGER_STEPS[-1]}"
    assert (done.action, done.detail, done.rule, done.run_id) == (MIGRATED, span, "R29", run.id)
    assert (requested.action, requested.subject) == ("requested", "Job_MigrateGIM")
    assert line.message == f"Before this run ada brought the manager's tables from version {span}."


def test_what_is_up_to_date_is_left_as_it_is(database_url: str) -> None:
    database = an_old_mart(database_url)
    upgrade_manager(database, ADA, NOON)
    before = picture(database)
    assert upgrade_manager(database, ADA, NOON) is None
    assert picture(database) == before


def test_R29_where_nothing_was_ever_initialized_no_run_is_asked_for(database_url: str) -> None:
    database = an_old_mart(database_url, info_mart=versions.INFO_MART_STEPS[-1], initialized=False)
    assert upgrade_manager(database, ADA, NOON) is None
    assert versions.state(database).condition is Condition.UNINITIALIZED
    with reading(database.manager) as connection:
        assert runs.open_runs(connection) == ()


def test_R29_older_tables_are_read_by_nothing_else(database_url: str) -> None:
    database = an_old_mart(database_url)
    with pytest.raises(OlderSchema, match=r"it is version 0001 of .* needs version .*gim-manager migrate"):
        snapshot.read(database, NOON)


@pytest.mark.parametrize("does", ["leads", "works a run"])
def test_R29_nothing_is_taken_from_under_a_living_server(database_url: str, does: str) -> None:
    database = an_old_mart(database_url)
    with writing(database.manager) as connection:
        older.beat(connection, server="old:1:x", host="old", pid=1, version="0.1.0")
    if does == "leads":
        _manage(database, "UPDATE {}mgr_lease SET holder = 'old:1:x', expires_at = 99999999999999999")
    else:
        _manage(
            database,
            "INSERT INTO {}mgr_run (job, status, requested_at, requested_by, start_time, server, token) "
            "VALUES ('Job_MaintainGIM', 'Running', 1, 'ada', 1, 'old:1:x', 't')",
        )
    before = picture(database)
    with pytest.raises(OlderServer, match=r"old:1:x \(version 0\.1\.0\) works on this Info Mart") as refusal:
        upgrade_manager(database, ADA, NOON)
    assert refusal.value.rule == "R29"
    assert picture(database) == before
    _manage(database, "UPDATE {}mgr_server SET heartbeat_at = 1")
    assert upgrade_manager(database, ADA, NOON)


def test_R29_a_newer_schema_is_left_alone(database_url: str) -> None:
    database = an_old_mart(database_url)
    _manage(database, "UPDATE {}mgr_schema_version SET version_num = '9999'")
    with pytest.raises(NewerSchema, match=r"version 0001 of the Info Mart and 9999 of the manager's tables"):
        upgrade_manager(database, ADA, NOON)


KILLED = struck_after_a_step("""
from gim_manager.store import upgrade
from gim_manager.store.connect import open_database
from tests.store.test_upgrade import ADA, NOON
upgrade.upgrade_manager(open_database(sys.argv[1]), ADA, NOON)
""")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_M05_killed_in_it_leaves_the_tables_as_they_were(database_url: str) -> None:
    database = an_old_mart(database_url)
    before = picture(database)
    died = quick_python.run("-c", KILLED, database_url, str(len(OLDER)), timeout=60)
    assert died.returncode == -signal.SIGKILL
    assert picture(database) == before
    assert upgrade_manager(database, ADA, NOON)
