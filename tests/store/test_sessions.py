"""What a worker leaves behind in the database, and how it is cleared away."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url
from gim_manager.store import sessions
from gim_manager.store.connect import Database


def test_the_sessions_of_one_token_are_ended_and_no_others(postgresql_database: Database) -> None:
    url = parse_url(postgresql_database.secret_url)
    lost, other = (
        make_engine(url, application=sessions.application_name(7, token)).connect() for token in ("abc", "xyz")
    )
    for connection in (lost, other):
        connection.execute(text("SELECT 1"))
    assert sessions.are_gone(postgresql_database, "abc")
    assert other.execute(text("SELECT 1")).scalar() == 1
    with pytest.raises(OperationalError):
        lost.execute(text("SELECT 1"))
    lost.invalidate()
    for connection in (lost, other):
        connection.close()


def test_on_sqlite_nothing_outlives_the_process(sqlite_database: Database) -> None:
    assert sessions.are_gone(sqlite_database, "abc")


def test_a_checkpoint_empties_the_log_unless_somebody_reads(sqlite_database: Database) -> None:
    file = sqlite_database.file
    assert file is not None
    log = file.with_name(f"{file.name}-wal")
    keeper = sqlite_database.info_mart.connect()
    keeper.exec_driver_sql("SELECT 1").all()
    keeper.rollback()
    with writing(sqlite_database.info_mart) as connection:
        connection.execute(text("CREATE TABLE something (x INTEGER)"))
    assert log.stat().st_size > 0
    assert sessions.checkpoint(sqlite_database)
    assert log.stat().st_size == 0
    keeper.close()


def test_postgresql_does_it_by_itself(postgresql_database: Database) -> None:
    assert sessions.checkpoint(postgresql_database)
