"""What tells a process that another one wrote, on a kept connection: LISTEN on PostgreSQL, data_version on SQLite."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Engine, PoolProxiedConnection

from gim_manager.schema.engines import end_kept
from gim_manager.schema.live import SCHEMA
from gim_manager.store.changes import CHANNEL
from gim_manager.store.clock import CLOCKS
from gim_manager.store.leases import ALIVE

LOOK_SECONDS = 5.0
"""How often it is looked whether the signal missed something, and whether the servers are still heard of."""
QUICK_SECONDS, LAZY_SECONDS = 0.05, 0.25
"""Between two looks at the counter of SQLite: while something happens, and where nothing has for `QUIET_SECONDS`."""
QUIET_SECONDS = 10.0
DEAF_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the tables: the last change, how many servers are heard of, when the one that leads was."""

    change: int
    servers: int
    heard_at: int | None

    def tells_of_more_than(self, before: Look) -> bool:
        """A beat alone is nothing to look at; a server that fell silent is, and nobody else would tell of it."""
        return (self.change, self.servers) != (before.change, before.servers)


def _question(schema: str, kind: str) -> str:
    heard = f"heartbeat_at > {CLOCKS[kind]} - {int(ALIVE.total_seconds()) * 1_000_000}"
    leader = f"SELECT max(heartbeat_at) FROM {schema}mgr_server JOIN {schema}mgr_lease ON holder = id"
    servers = f"SELECT count(*) FROM {schema}mgr_server WHERE {heard}"
    return f"SELECT coalesce((SELECT max(number) FROM {schema}mgr_change), 0), ({servers}), ({leader})"


_QUESTIONS = {"sqlite": _question("", "sqlite"), "postgresql": _question(f"{SCHEMA}.", "postgresql")}


class Signal(Protocol):
    """The kept connection of one database."""

    ear: list[Any]
    """What tells by itself that there is something to hear."""

    @property
    def pause(self) -> float:
        """Seconds after which it is asked even so."""

    def heard(self) -> bool:
        """Whether something was written since this was asked last."""

    def look(self) -> Look:
        """How the tables stand."""

    def close(self) -> None:
        """Let go of the connection."""


class DataVersion:
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
        """Seconds after which it is asked even so."""
        return QUICK_SECONDS if time.monotonic() < self._lively_until else LAZY_SECONDS

    def heard(self) -> bool:
        """Whether the counter has moved, and for more than a beat."""
        version = self._ask("PRAGMA data_version")[0]
        if version == self._version:
            return False
        self._version = version
        before, self._number = self._number, self.look().change
        if self._number == before:
            return False
        self._lively_until = time.monotonic() + QUIET_SECONDS
        return True

    def look(self) -> Look:
        """How the tables stand."""
        return Look(*self._ask(_QUESTIONS["sqlite"]))

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _ask(self, question: str) -> Any:
        cursor = self._connection.cursor()
        try:
            cursor.execute(question)
            return cursor.fetchone()
        finally:
            cursor.close()


class Listening:
    """A session of its own that listens, and is waited for without asking; a standby of PostgreSQL hears nothing, and
    is asked once a second."""

    def __init__(self, engine: Engine, *, but_own: bool = False) -> None:
        """`but_own`: what sessions of this session's name write is not heard."""
        self._kept = engine.raw_connection()
        self._session = _driver_connection(self._kept)
        self._own = self._session.info.dsn_parameters["application_name"] if but_own else None
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
        """Seconds after which it is asked even so."""
        return DEAF_SECONDS if self._is_deaf else LOOK_SECONDS

    def heard(self) -> bool:
        """Whether PostgreSQL has told of something."""
        if self._is_deaf:
            before, self._number = self._number, self.look().change
            return self._number != before
        self._session.poll()
        heard = any(told.payload != self._own for told in self._session.notifies)
        self._session.notifies.clear()
        return heard

    def look(self) -> Look:
        """How the tables stand, asked outside of a transaction."""
        with self._session.cursor() as cursor:
            cursor.execute(_QUESTIONS["postgresql"])
            return Look(*cursor.fetchone())

    def close(self) -> None:
        """Let go of the connection."""
        end_kept(self._kept)


def _driver_connection(kept: PoolProxiedConnection) -> Any:
    """psycopg2's own connection: only it knows of notifications."""
    return kept.dbapi_connection
