"""How a standby learns that the leader has vanished, long before its lease runs out; the lease decides (R35)."""

from __future__ import annotations

import threading

from gim_manager.engine import processes
from gim_manager.schema.engines import reading
from gim_manager.store import leases
from gim_manager.store.connect import Database
from gim_manager.store.presence import Presence, Sight

LOOK_SECONDS = 0.25
"""How often it is looked where nothing tells of the leader's end."""
WAIT_SECONDS = 1.0


class Succession:
    """One server's part: shown while it leads, watching while it stands by; used by one thread."""

    def __init__(self, database: Database, *, host: str, closed: threading.Event) -> None:
        self._database = database
        self._host = host
        self._closed = closed
        self._presence = None if database.is_local else Presence(database.manager)

    def turn(self, own_epoch: int | None) -> int | None:
        """A second at most, leading in `own_epoch` or standing by: the epoch whose leader has vanished, or None. Raises
        GimError while the database is away."""
        if own_epoch is not None:
            self._show(own_epoch)
            return None
        with reading(self._database.manager) as connection:
            lease = leases.current(connection)
            leader = next((each for each in leases.servers(connection) if each.id == lease.holder), None)
        sight = Sight.UNKNOWN if lease.holder is None else self._watch(lease.epoch, leader)
        if sight is Sight.UNKNOWN:
            self._closed.wait(LOOK_SECONDS)
        return lease.epoch if sight is Sight.VANISHED else None

    def _show(self, epoch: int) -> None:
        if self._presence is not None:
            self._presence.show(epoch, WAIT_SECONDS)
        else:
            self._closed.wait(WAIT_SECONDS)

    def _watch(self, epoch: int, leader: leases.Server | None) -> Sight:
        """Differs from PostgreSQL because on SQLite both servers are on one computer, which knows its processes."""
        if self._presence is not None:
            return self._presence.watch(epoch, WAIT_SECONDS)
        if leader is not None and leader.host == self._host and processes.started(leader.pid) is None:
            return Sight.VANISHED
        return Sight.UNKNOWN

    def close(self) -> None:
        """Let go of what shows this server."""
        if self._presence is not None:
            self._presence.close()
