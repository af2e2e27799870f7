"""How a process waits for what another one writes, and is told of a connection that breaks and comes back."""

from __future__ import annotations

import select
import socket
import threading
import time
from contextlib import AbstractContextManager, suppress
from datetime import datetime

from gim_manager.schema.engines import on_a_kept_session
from gim_manager.store import hearing
from gim_manager.store.connect import Database
from gim_manager.store.hearing import DataVersion, Listening, Look, Signal
from gim_manager.store.rows import instant

LEISURE_SECONDS = 1.0
_END_SECONDS = 0.2


class Watch:
    """Says whether something changed since it was asked last; one thread asks, any thread may release it."""

    def __init__(self, database: Database, *, but_own: bool = False) -> None:
        """`but_own`: for whoever knows what is written by way of this very Database; on SQLite it is told all the same.
        Raises GimError when the database cannot be reached."""
        self._database = database
        self._but_own = but_own
        self._closed = False
        self._waiting = threading.Lock()
        self._told = False
        self._look_at = 0.0
        # Rung by whoever releases it: the thread that waits on a socket hears of nothing else.
        self._bell, self._rings = socket.socketpair()
        self._signal: Signal | None = None
        try:
            self._take_up(self._open())
        except BaseException:
            self.release()
            raise

    @property
    def heard_at(self) -> datetime | None:
        """When the server that leads was heard of, as known without asking: at most LOOK_SECONDS ago."""
        return instant(self._known.heard_at) if self._known.heard_at is not None else None

    def wait(self, timeout: float, *, at_leisure: bool = False) -> bool:
        """Waits up to `timeout` seconds; True as soon as there is something to look at, or a lost connection is back.
        `at_leisure`, when nobody looks, that may be a second later on SQLite.

        Raises Unreachable once when the connection breaks and as long as it cannot be made again.
        """
        with self._waiting:
            try:
                return not self._closed and self._heard(timeout, LEISURE_SECONDS if at_leisure else 0.0)
            finally:
                if self._closed:
                    self._end()

    def _heard(self, timeout: float, pause: float) -> bool:
        with self._minding():
            if self._signal is None:
                self._take_up(self._open())
                return True
            return self._wait(self._signal, time.monotonic() + timeout, pause)

    def _wait(self, signal: Signal, end: float, pause: float) -> bool:
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
            if now >= end or self._rung(
                signal, min(max(signal.pause, pause), end - now, max(self._look_at - now, 0.0))
            ):
                return False

    def _rung(self, signal: Signal, seconds: float) -> bool:
        """Waits for the signal and for the bell; True if that was it."""
        ready, _, _ = select.select([self._bell, *signal.ear], [], [], max(0.0, seconds))
        return self._bell in ready

    def _take_up(self, look: Look) -> None:
        self._known, self._told = look, False
        self._look_at = time.monotonic() + hearing.LOOK_SECONDS

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

    def _open(self) -> Look:
        """Makes the connection; what the tables tell first."""
        with self._minding():
            engine = self._database.manager
            local = self._database.kind == "sqlite"
            signal: Signal = DataVersion(engine) if local else Listening(engine, but_own=self._but_own)
            self._signal = signal
            return signal.look()

    def _minding(self) -> AbstractContextManager[None]:
        return on_a_kept_session(self._database.manager, self._database.url, self._let_go)

    def _let_go(self) -> None:
        signal, self._signal = self._signal, None
        if signal is not None:
            signal.close()
