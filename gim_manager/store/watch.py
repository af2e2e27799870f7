"""How a process learns that another one wrote: LISTEN on PostgreSQL, data_version on SQLite, on a kept connection."""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Engine, PoolProxiedConnection
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import Unreachable
from gim_manager.schema.engines import as_sentence
from gim_manager.schema.live import SCHEMA
from gim_manager.store.changes import CHANNEL
from gim_manager.store.clock import CLOCKS
from gim_manager.store.connect import Database
from gim_manager.store.leases import ALIVE
from gim_manager.store.rows import instant

LOOK_SECONDS = 5.0
"""How often it is looked whether the signal missed something, and whether the servers are still heard of."""
QUICK_SECONDS, LAZY_SECONDS = 0.05, 0.25
"""Between two looks at the counter of SQLite: while something happens, and where nothing has for `QUIET_SECONDS`."""
QUIET_SECONDS = 10.0
DEAF_SECONDS = 1.0
_END_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class _Look:
    """One look at the tables: the last change, how many servers are heard of, when the one that leads was."""

    change: int
    servers: int
    heard_at: int | None

    def tells_of_more_than(self, before: _Look) -> bool:
        """A beat alone is nothing to look at; a server that fell silent is, and nobody else would tell of it."""
        return (self.change, self.servers) != (before.change, before.servers)


def _question(schema: str, kind: str) -> str:
    heard = f"heartbeat_at > {CLOCKS[kind]} - {int(ALIVE.total_seconds()) * 1_000_000}"
    leader = f"SELECT max(heartbeat_at) FROM {schema}mgr_server JOIN {schema}mgr_lease ON holder = id"
    servers = f"SELECT count(*) FROM {schema}mgr_server WHERE {heard}"
    return f"SELECT coalesce((SELECT max(number) FROM {schema}mgr_change), 0), ({servers}), ({leader})"


_QUESTIONS = {"sqlite": _question("", "sqlite"), "postgresql": _question(f"{SCHEMA}.", "postgresql")}


class _Signal(Protocol):
    """The kept connection of one database."""

    ear: list[Any]
    """What tells by itself that there is something to hear."""

    @property
    def pause(self) -> float:
        """Seconds after which it is asked even so."""

    def heard(self) -> bool: ...
    def look(self) -> _Look: ...
    def close(self) -> None: ...


class Watch:
    """Says whether something changed since it was asked last; one thread asks, any thread may release it."""

    def __init__(self, database: Database) -> None:
        """Raises GimError when the database cannot be reached."""
        self._database = database
        self._closed = False
        self._waiting = threading.Lock()
        self._told = False
        self._look_at = 0.0
        # Rung by whoever releases it: the thread that waits on a socket hears of nothing else.
        self._bell, self._rings = socket.socketpair()
        self._signal: _Signal | None = None
        try:
            self._take_up(self._open())
        except BaseException:
            self.release()
            raise

    @property
    def heard_at(self) -> datetime | None:
        """When the server that leads was heard of, as known without asking: at most LOOK_SECONDS ago."""
        return instant(self._known.heard_at) if self._known.heard_at is not None else None

    def wait(self, timeout: float) -> bool:
        """Waits up to `timeout` seconds; True as soon as there is something to look at, or a lost connection is back.

        Raises Unreachable once when the connection breaks and as long as it cannot be made again.
        """
        with self._waiting:
            try:
                return not self._closed and self._heard(timeout)
            finally:
                if self._closed:
                    self._end()

    def _heard(self, timeout: float) -> bool:
        with self._broken():
            if self._signal is None:
                self._take_up(self._open())
                return True
            return self._wait(self._signal, time.monotonic() + timeout)

    def _wait(self, signal: _Signal, end: float) -> bool:
        if self._told:
            # Whoever was told has read by now; what comes from here on is told again.
            self._take_up(signal.look())
        while True:
            if signal.heard():
                self._told = True
                return True
            now = time.monotonic()
            if now >= self._look_at:
                before = self._known
                self._take_up(signal.look())
                if self._known.tells_of_more_than(before):
                    return True
            if now >= end or self._rung(signal, min(signal.pause, end - now, max(self._look_at - now, 0.0))):
                return False

    def _rung(self, signal: _Signal, seconds: float) -> bool:
        """Waits for the signal and for the bell; True if that was it."""
        ready, _, _ = select.select([self._bell, *signal.ear], [], [], max(0.0, seconds))
        return self._bell in ready

    def _take_up(self, look: _Look) -> None:
        self._known, self._told = look, False
        self._look_at = time.monotonic() + LOOK_SECONDS

    def release(self) -> None:
        """Ends the watch at once, from any thread: `wait` answers False from then on. Whoever waits closes the kept
        connection, or a fifth of a second is waited for that at most."""
        self._closed = True
        with suppress(OSError):
            self._rings.send(b".")
        if self._waiting.acquire(timeout=_END_SECONDS):
            try:
                self._end()
            finally:
                self._waiting.release()

    def _end(self) -> None:
        self._let_go()
        self._bell.close()
        self._rings.close()

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()

    def _open(self) -> _Look:
        """Makes the connection; what the tables tell first."""
        with self._broken():
            local = self._database.kind == "sqlite"
            signal: _Signal = _DataVersion(self._database.manager) if local else _Listening(self._database.manager)
            self._signal = signal
            return signal.look()

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
        signal, self._signal = self._signal, None
        if signal is not None:
            signal.close()


class _DataVersion:
    """Differs from PostgreSQL because SQLite sends no signals: its counter of commits is read, often while there are
    any, four times a second where there are none.

    Heartbeats commit too; only a new number in mgr_change counts.
    """

    def __init__(self, engine: Engine) -> None:
        self.ear: list[Any] = []
        self._connection = engine.raw_connection()
        self._version = self._ask("PRAGMA data_version")[0]
        self._number = self.look().change
        self._lively_until = 0.0

    @property
    def pause(self) -> float:
        return QUICK_SECONDS if time.monotonic() < self._lively_until else LAZY_SECONDS

    def heard(self) -> bool:
        version = self._ask("PRAGMA data_version")[0]
        if version == self._version:
            return False
        self._version = version
        before, self._number = self._number, self.look().change
        if self._number == before:
            return False
        self._lively_until = time.monotonic() + QUIET_SECONDS
        return True

    def look(self) -> _Look:
        return _Look(*self._ask(_QUESTIONS["sqlite"]))

    def close(self) -> None:
        self._connection.close()

    def _ask(self, question: str) -> Any:
        cursor = self._connection.cursor()
        try:
            cursor.execute(question)
            return cursor.fetchone()
        finally:
            cursor.close()


class _Listening:
    """A session of its own that listens, and is waited for without asking; a standby of PostgreSQL hears nothing, and
    is asked once a second."""

    def __init__(self, engine: Engine) -> None:
        self._kept = engine.raw_connection()
        self._session = _driver_connection(self._kept)
        self.ear: list[Any] = [self._session]
        self._session.autocommit = True
        with self._session.cursor() as cursor:
            cursor.execute("SELECT pg_is_in_recovery()")
            self._is_deaf = bool(cursor.fetchone()[0])
            if not self._is_deaf:
                cursor.execute(f"LISTEN {CHANNEL}")
        self._number = self.look().change

    @property
    def pause(self) -> float:
        return DEAF_SECONDS if self._is_deaf else LOOK_SECONDS

    def heard(self) -> bool:
        if self._is_deaf:
            before, self._number = self._number, self.look().change
            return self._number != before
        self._session.poll()
        heard = bool(self._session.notifies)
        self._session.notifies.clear()
        return heard

    def look(self) -> _Look:
        with self._session.cursor() as cursor:
            cursor.execute(_QUESTIONS["postgresql"])
            return _Look(*cursor.fetchone())

    def close(self) -> None:
        # Not handed back to be reset: a dead session would answer with an error.
        self._kept.invalidate()
        self._kept.close()


def _driver_connection(kept: PoolProxiedConnection) -> Any:
    """psycopg2's own connection: only it knows of notifications."""
    return kept.dbapi_connection
