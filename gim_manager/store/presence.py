"""That the leader is there: an advisory lock on an idle connection of its own, for PostgreSQL (R35).

It is not the lease. Its end comes to the standbys within milliseconds of the leader's, whose lease would last for
seconds; where nobody holds it, nothing is known, and the lease decides. Each epoch has a lock of its own, so that a
leader that is gone but for its session stands in nobody's way.
"""

from __future__ import annotations

import select
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

from sqlalchemy import Engine

from gim_manager.schema.engines import end_kept, on_a_kept_session
from gim_manager.schema.urls import shown

_LOCKS = 0x47494D
"""First half of the lock's key; the epoch is the second."""
_NOT_AVAILABLE = "55P03"
"""What PostgreSQL calls it when a lock is not to be had in time."""


class Sight(Enum):
    """What a standby sees of the leader."""

    PRESENT = 1
    VANISHED = 2
    """It was there, and is no more."""
    UNKNOWN = 3
    """It was never seen."""


class Presence:
    """Used by one thread; opens its connection when it is asked first, or again after an error."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: Any = None
        self._shown: int | None = None
        self._seen: int | None = None

    def show(self, epoch: int, seconds: float) -> None:
        """The leader of this epoch is here: holds its lock, and stays idle for so long. Raises GimError when the
        connection breaks."""
        with self._connected() as session:
            if self._shown != epoch:
                self._release(session)
                if not self._ask(session, "SELECT pg_advisory_lock(%s, %s)", epoch, seconds):
                    return
                self._shown = epoch
            # What comes first from a server that ends a session is a message; only after it the end is told.
            while select.select([session], [], [], seconds)[0]:
                session.poll()
                seconds = 0.0

    def watch(self, epoch: int, seconds: float) -> Sight:
        """Waits so long for the leader of this epoch to vanish; at once where it is not there."""
        with self._connected() as session:
            if self._shown is not None:
                self._release(session)
            if not self._ask(session, "SELECT pg_advisory_lock_shared(%s, %s)", epoch, seconds):
                self._seen = epoch
                return Sight.PRESENT
            self._release(session)
            was_there, self._seen = self._seen == epoch, None
            return Sight.VANISHED if was_there else Sight.UNKNOWN

    def close(self) -> None:
        """Whoever watches learns of it at once."""
        kept, self._kept, self._shown = self._kept, None, None
        if kept is not None:
            end_kept(kept)

    def _ask(self, session: Any, question: str, epoch: int, seconds: float) -> bool:
        try:
            with session.cursor() as cursor:
                cursor.execute(f"SET lock_timeout = {max(1, round(seconds * 1000))}")
                cursor.execute(question, (_LOCKS, epoch))
        except self._engine.dialect.loaded_dbapi.Error as error:
            if getattr(error, "pgcode", None) == _NOT_AVAILABLE:
                return False
            raise
        return True

    def _release(self, session: Any) -> None:
        with session.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_all()")
        self._shown = None

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        """The session, made when it is asked first."""
        with on_a_kept_session(self._engine, shown(self._engine.url), self.close):
            if self._kept is None:
                self._kept = self._engine.raw_connection()
                self._kept.dbapi_connection.autocommit = True
            yield self._kept.dbapi_connection
