"""Every act stands in the trail, the newest first, and whatever is done to the trail is found."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit
from gim_manager.store.audit import Act
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database
from tests.language.stored import NOON

REFUSED = Act(
    at=NOON, actor="ada", host="desk", action="refused", subject="Job_ExportGIM", rule="R24", reason="No.", os_user="a"
)
STOPPED = Act(at=NOON, actor="bob", action="stopped", run_id=7, detail="twice, for naïve reasons: 1,2:3")


def _said(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Without what PostgreSQL says by itself."""
    return tuple(replace(act, at=NOON, db_user=None) for act in acts)


def _recorded(database: Database, *acts: Act) -> None:
    with writing(database.manager) as connection:
        for act in acts:
            audit.record(connection, act)


def _verified(database: Database) -> audit.Trail:
    with reading(database.manager) as connection:
        return audit.verify(connection)


def _tampered(database: Database, statement: str) -> None:
    """Runs it as one may who owns the tables and means it."""
    with writing(database.manager) as connection:
        if database.is_local:
            connection.execute(text("DROP TRIGGER mgr_audit_unchanged"))
            connection.execute(text("DROP TRIGGER mgr_audit_kept"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            connection.execute(text("SET LOCAL search_path = gim_manager"))
        connection.execute(text(statement))


def test_acts_are_read_back_as_they_were_recorded(database: Database) -> None:
    _recorded(database, REFUSED, STOPPED)
    with reading(database.manager) as connection:
        assert _said(audit.acts(connection)) == (STOPPED, REFUSED)
        assert _said(audit.acts(connection, run_id=7)) == (STOPPED,)
        assert _said(audit.acts(connection, limit=1)) == (STOPPED,)


def test_postgresql_says_itself_who_and_when(postgresql_database: Database) -> None:
    with writing(postgresql_database.manager) as connection:
        before = database_now(connection)
        audit.record(connection, STOPPED)
        (act,) = audit.acts(connection)
        assert before <= act.at <= database_now(connection)
    assert (act.actor, act.db_user) == ("bob", "postgres")


def test_an_undisturbed_trail_is_whole(database: Database) -> None:
    assert _verified(database) == audit.Trail(rows=0, head_id=0, head_hash="")
    _recorded(database, REFUSED, STOPPED)
    trail = _verified(database)
    assert (trail.rows, trail.broken) == (2, None)
    _recorded(database, REFUSED)
    assert _verified(database).head_hash != trail.head_hash


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("UPDATE mgr_audit SET actor = 'eve' WHERE action = 'stopped'", "Row 2 .*eve, stopped.* was changed"),
        ("UPDATE mgr_audit SET reason = NULL WHERE action = 'refused'", "Row 1 .*ada, refused.* was changed"),
        ("UPDATE mgr_audit SET at = at - 1 WHERE id = 3", "Row 3 "),
        ("UPDATE mgr_audit SET detail = '-' WHERE id = 3", "Row 3 "),
        ("DELETE FROM mgr_audit WHERE id = 1", "Row 2 .* or a row before it was taken away"),
        ("DELETE FROM mgr_audit WHERE id = 3", "ends with row 2, but row 3 was recorded last"),
        ("DELETE FROM mgr_audit", "ends with row 0, but row 3 was recorded last"),
        ("DELETE FROM mgr_audit_chain", "has lost its beginning and its end"),
        (
            "INSERT INTO mgr_audit (id, at, actor, action, hash) "
            "SELECT 9, at, actor, action, hash FROM mgr_audit WHERE id = 3",
            "Row 9 .* put in",
        ),
    ],
)
def test_what_was_done_to_the_trail_is_found_and_the_first_row_named(database: Database, how: str, told: str) -> None:
    _recorded(database, REFUSED, STOPPED, replace(REFUSED, detail=None))
    _tampered(database, how)
    broken = _verified(database).broken
    assert broken is not None
    assert re.search(told, broken), broken


@pytest.mark.parametrize("statement", ["UPDATE mgr_audit SET actor = 'eve'", "DELETE FROM mgr_audit"])
def test_nobody_changes_or_deletes_an_act_by_accident(database: Database, statement: str) -> None:
    _recorded(database, REFUSED)
    with pytest.raises(DBAPIError, match="what was recorded stays as it is"), writing(database.manager) as connection:
        connection.execute(
            text(statement.replace("mgr_audit", "mgr_audit" if database.is_local else "gim_manager.mgr_audit"))
        )
    assert _verified(database).rows == 1


def test_nobody_empties_the_trail_by_accident(postgresql_database: Database) -> None:
    with pytest.raises(DBAPIError, match="stays as it is"), writing(postgresql_database.manager) as connection:
        connection.execute(text("TRUNCATE gim_manager.mgr_audit"))


def test_a_pruned_trail_begins_after_what_was_pruned(database: Database) -> None:
    with writing(database.manager) as connection:
        middle = _three_with_a_moment_before_the_last(connection, database)
        audit.forget(connection, before=middle)
        assert [act.subject for act in audit.acts(connection)] == ["new"]
    trail = _verified(database)
    assert (trail.rows, trail.head_id, trail.broken) == (1, 3, None)
    with writing(database.manager) as connection:
        audit.forget(connection, before=middle)
    assert _verified(database) == trail
    _recorded(database, STOPPED)
    assert (_verified(database).rows, _verified(database).broken) == (2, None)


def _three_with_a_moment_before_the_last(connection: Connection, database: Database) -> datetime:
    old = NOON - timedelta(days=9)
    for _ in range(2):
        audit.record(connection, replace(STOPPED, at=old, subject="old"))
    middle = NOON - timedelta(days=1) if database.is_local else database_now(connection)
    audit.record(connection, replace(STOPPED, subject="new"))
    return middle


def test_a_trail_that_is_pruned_whole_goes_on(database: Database) -> None:
    _recorded(database, REFUSED, STOPPED)
    with writing(database.manager) as connection:
        audit.forget(connection, before=database_now(connection) + timedelta(days=1))
    assert _verified(database).broken is None
    _recorded(database, REFUSED)
    trail = _verified(database)
    assert (trail.rows, trail.head_id, trail.broken) == (1, 3, None)


def test_many_who_write_at_once_leave_one_chain(database: Database) -> None:
    with ThreadPoolExecutor(8) as many:
        list(many.map(lambda number: _recorded(database, replace(STOPPED, run_id=number)), range(40)))
    trail = _verified(database)
    assert (trail.rows, trail.broken) == (40, None)
