"""How a process learns that another one wrote: LISTEN on PostgreSQL, data_version on SQLite, on a kept connection."""

from __future__ import annotations

import select
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from sqlalchemy import Engine, PoolProxiedConnection
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import Unreachable
from gim_manager.schema.engines import as_sentence
from gim_manager.store.changes import CHANNEL
from gim_manager.store.connect import Database

_POLL_SECONDS = 0.05
_LATEST = "SELECT max(number) FROM mgr_change"


class _Signal(Protocol):
    """The kept connection of one database."""

    def wait(self, timeout: float, closing: threading.Event) -> bool: ...
    def close(self) -> None: ...


class Watch:
    """Says whether something changed since it was asked last; one thread asks, any thread may close it."""

    def __init__(self, database: Database) -> None:
        """Raises GimError when the database cannot be reached."""
        self._database = database
        self._closing = threading.Event()
        self._signal: _Signal | None = self._open()

    def wait(self, timeout: float) -> bool:
        """Waits up to `timeout` seconds; True as soon as there is something to look at, or a lost connection is back.

        Raises Unreachable once when the connection breaks and as long as it cannot be made again.
        """
        if self._closing.is_set():
            return False
        with self._broken():
            if self._signal is None:
                self._signal = self._open()
                return True
            return self._signal.wait(timeout, self._closing)

    def close(self) -> None:
        """Ends the watch within a fifth of a second; `wait` answers False from then on."""
        self._closing.set()

    def release(self) -> None:
        """Closes the kept connection; called by the thread that waited."""
        self._closing.set()
        if self._signal is not None:
            self._signal.close()
            self._signal = None

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()

    def _open(self) -> _Signal:
        with self._broken():
            if self._database.kind == "sqlite":
                return _DataVersion(self._database.manager)
            return _Listening(self._database.manager)

    @contextmanager
    def _broken(self) -> Iterator[None]:
        """A driver's error becomes a sentence, and the broken connection is let go."""
        engine = self._database.manager
        try:
            yield
        except engine.dialect.loaded_dbapi.Error as error:
            self._let_go()
            raise Unreachable(self._database.url, str(error).strip() or "the connection was lost") from error
        except DBAPIError as error:
            self._let_go()
            raise as_sentence(error, engine.url) or error from error

    def _let_go(self) -> None:
        signal, self._signal = getattr(self, "_signal", None), None
        if signal is not None:
            signal.close()


class _DataVersion:
    """Differs from PostgreSQL because SQLite sends no signals: its counter of commits is read 20 times a second.

    Heartbeats commit too; only a new number in mgr_change counts.
    """

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.raw_connection()
        self._version = self._ask("PRAGMA data_version")
        self._number = self._ask(_LATEST)

    def wait(self, timeout: float, closing: threading.Event) -> bool:
        looks = max(1, round(timeout / _POLL_SECONDS))
        for _ in range(looks):
            if self._has_changed():
                return True
            if closing.wait(timeout / looks):
                return False
        return self._has_changed()

    def close(self) -> None:
        self._connection.close()

    def _has_changed(self) -> bool:
        version = self._ask("PRAGMA data_version")
        if version == self._version:
            return False
        self._version = version
        before, self._number = self._number, self._ask(_LATEST)
        return self._number != before

    def _ask(self, question: str) -> int:
        cursor = self._connection.cursor()
        try:
            cursor.execute(question)
            row = cursor.fetchone()
        finally:
            cursor.close()
        return int(row[0] or 0) if row else 0


class _Listening:
    """A session of its own that listens; PgBouncer in transaction mode would lose what it hears."""

    def __init__(self, engine: Engine) -> None:
        self._kept = engine.raw_connection()
        self._session = _driver_connection(self._kept)
        self._session.autocommit = True
        with self._session.cursor() as cursor:
            cursor.execute(f"LISTEN {CHANNEL}")

    def wait(self, timeout: float, closing: threading.Event) -> bool:
        looks = max(1, round(timeout / _POLL_SECONDS))
        for _ in range(looks):
            if self._heard(timeout / looks):
                return True
            if closing.is_set():
                return False
        return False

    def close(self) -> None:
        # Not handed back to be reset: a dead session would answer with an error.
        self._kept.invalidate()
        self._kept.close()

    def _heard(self, timeout: float) -> bool:
        if not self._session.notifies:
            select.select([self._session], [], [], timeout)
            self._session.poll()
        heard = bool(self._session.notifies)
        self._session.notifies.clear()
        return heard


def _driver_connection(kept: PoolProxiedConnection) -> Any:
    """psycopg2's own connection: only it knows of notifications."""
    return kept.dbapi_connection
