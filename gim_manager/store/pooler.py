"""Whether what stands between us and PostgreSQL lets a session be one: PgBouncer does only with pool_mode = session."""

from __future__ import annotations

import select
import time
from contextlib import suppress
from typing import Any

from sqlalchemy import Engine

from gim_manager.domain.errors import SessionsShared, Unreachable
from gim_manager.schema.engines import outside
from gim_manager.schema.urls import shown

_PATIENCE = 2.0
"""Seconds that a second session is waited for; without one nothing is known, and nothing is refused."""
_WHO = "SELECT pg_backend_pid()"


def ensure_sessions(engine: Engine) -> None:
    """Raises SessionsShared where one connection of ours is served by one session of PostgreSQL and then by another, or
    may have no transaction.

    Nothing is asked twice where PostgreSQL itself answers: it has told its number with the connection.
    """
    try:
        _ensure_one_session(engine)
    except Unreachable:
        # A pooler by statements ends a connection that begins a transaction, and the driver loses its word on why.
        with suppress(engine.dialect.loaded_dbapi.OperationalError):
            _taken_by_another(engine)
        raise


def _ensure_one_session(engine: Engine) -> None:
    with outside(engine) as connection:
        ours: Any = connection.connection.dbapi_connection
        before = connection.exec_driver_sql(_WHO).scalar_one()
        if before == ours.info.backend_pid:
            return
        taken = _taken_by_another(engine)
        if taken is None:
            return
        second, pid = taken
        try:
            if pid == before or connection.exec_driver_sql(_WHO).scalar_one() != before:
                raise SessionsShared(shown(engine.url))
        finally:
            second.close()


def _taken_by_another(engine: Engine) -> tuple[Any, int] | None:
    """A second connection in a transaction, and the session that it holds; None if it does not get one in time: the
    pooler may have none to give. Raises SessionsShared where it may have no transaction."""
    words, given = engine.dialect.create_connect_args(engine.url)
    end = time.monotonic() + _PATIENCE
    second = engine.dialect.loaded_dbapi.connect(*words, **given, async_=1)
    if not _done(second, end):
        second.close()
        return None
    cursor = second.cursor()
    cursor.execute(f"BEGIN; {_WHO}")
    try:
        is_there = _done(second, end)
    except engine.dialect.loaded_dbapi.OperationalError as refusal:
        raise SessionsShared(shown(engine.url)) from refusal
    if not is_there:
        second.close()
        return None
    return second, int(cursor.fetchone()[0])


def _done(second: Any, end: float) -> bool:
    """Waits until what was begun has ended; the driver says what for: 0 nothing, 1 to read, 2 to write."""
    while (state := second.poll()) != 0:
        ears: tuple[list[Any], list[Any]] = ([second], []) if state == 1 else ([], [second])
        left = end - time.monotonic()
        if left <= 0 or not any(select.select(*ears, [], left)):
            return False
    return True
