"""What a worker leaves behind in the database: open sessions on PostgreSQL, a long write-ahead log on SQLite."""

from __future__ import annotations

from sqlalchemy import text

from gim_manager.schema.engines import BUSY_MILLISECONDS, outside
from gim_manager.store.connect import Database

_OF_TOKEN = (
    "datname = current_database() AND pid <> pg_backend_pid() AND right(application_name, length(:ending)) = :ending"
)


def application_name(run_id: int, token: str) -> str:
    """How the sessions of a run's worker are called on PostgreSQL, so that they are found by its token."""
    return f"gim-manager run {run_id} {token}"


def server_name(server: str) -> str:
    """How the sessions of a server are called on PostgreSQL, which keeps 63 characters: the end of an id is its own."""
    return f"gim-manager server {server[-40:]}"


def are_gone(database: Database, token: str) -> bool:
    """Ends the sessions of the worker with this token; whether none is left, after a second at most. One that is ended
    rolls back first. Raises GimError.

    Differs from PostgreSQL because on SQLite nothing outlives the process.
    """
    if database.kind == "sqlite":
        return True
    # Not in a transaction: in one, the server goes on showing the sessions that it showed first.
    with outside(database.info_mart) as connection:
        ending = {"ending": f" {token}"}
        connection.execute(
            text(f"SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE {_OF_TOKEN}"), ending
        )
        return not connection.scalar(text(f"SELECT count(*) FROM pg_stat_activity WHERE {_OF_TOKEN}"), ending)


def checkpoint(database: Database) -> bool:
    """Moves the write-ahead log of the Info Mart into its file, as far as readers allow; True if it is empty then.

    Differs from PostgreSQL because there the server does it by itself.
    """
    if database.kind != "sqlite":
        return True
    # Outside a transaction: a checkpoint inside one finds the file locked by itself. raw: nothing begins.
    connection = database.info_mart.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 0")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _in_log, _moved = cursor.fetchone() or (1, 0, 0)
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        cursor.close()
        return not busy
    except database.info_mart.dialect.loaded_dbapi.Error:
        return False
    finally:
        connection.close()
