"""That this server lives, and whether it owns the schedule: told every two seconds, by the database's clock (R35)."""

from __future__ import annotations

import logging
import os
import secrets
import socket
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from gim_manager import __version__
from gim_manager.engine.clock import Clock
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.store.connect import Database

_LOG = logging.getLogger(__name__)
BEAT_SECONDS = 2.0
LEASE = timedelta(seconds=10)
"""How long a leader that is not heard of keeps the schedule; with two beats it is replaced well within 15 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """This server among others: one object, one identity, never used again."""

    id: str
    host: str
    pid: int


def new_identity() -> Identity:
    """An identity that no server had before."""
    host, pid = socket.gethostname(), os.getpid()
    return Identity(id=f"{host}:{pid}:{secrets.token_hex(3)}", host=host, pid=pid)


class Heart:
    """Beats in the scheduler's thread; `leads` is what the last beat found."""

    def __init__(self, database: Database, clock: Clock, me: Identity, *, scheduling: bool = True) -> None:
        """Without `scheduling` it owns the schedule and is not on duty: it launches nothing by itself."""
        self._scheduling = scheduling
        self._database = database
        self._clock = clock
        self._me = me
        self._epoch: int | None = None
        self._beaten: float | None = None
        self._leaving = False

    @property
    def leads(self) -> bool:
        """Whether this server owns the schedule, as of the last beat."""
        return self._epoch is not None

    @property
    def next_beat(self) -> float:
        """When to beat again, by the steady clock."""
        return self._clock.steady() if self._beaten is None else self._beaten + BEAT_SECONDS

    def beat(self) -> bool:
        """Beat if it is time; True if the schedule changed hands. Raises GimError while the database is away."""
        now = self._clock.steady()
        if self._beaten is not None and now < self.next_beat:
            return False
        before = self._epoch
        with writing(self._database.manager) as connection:
            epoch = self._hold_on(connection)
            leases.beat(
                connection, server=self._me.id, host=self._me.host, pid=self._me.pid, version=__version__,
                state="standby" if epoch is None else "running",
            )  # fmt: skip
        self._epoch, self._beaten = epoch, now
        if epoch != before:
            _LOG.info(
                "this server %s", "stands by" if epoch is None else "leads the schedule", extra={"action": "lease"}
            )
        return epoch != before

    def _hold_on(self, connection: Any) -> int | None:
        mine: Any = {"holder": self._me.id, "lasts": LEASE, "on_duty": self._scheduling}
        if self._epoch is not None and leases.renew(connection, epoch=self._epoch, **mine):
            return self._epoch
        if self._leaving:
            return None
        taken = leases.take(connection, **mine)
        return None if taken is None else taken.epoch

    def guard(self, connection: Any) -> bool:
        """Whether the schedule is ours inside this transaction: no write of a replaced leader gets through."""
        return self._epoch is not None and leases.holds(connection, holder=self._me.id, epoch=self._epoch)

    def doubt(self) -> None:
        """Beat at the next opportunity: the lease may be lost."""
        self._beaten = None

    def hand_over(self) -> None:
        """Give the schedule back, so that another server takes it at once; this one takes it no more."""
        self._leaving = True
        if self._epoch is None:
            return
        with writing(self._database.manager) as connection:
            leases.release(connection, holder=self._me.id, epoch=self._epoch)
        self._epoch = None

    def leave(self) -> None:
        """This server ends in good order."""
        self.hand_over()
        with writing(self._database.manager) as connection:
            leases.leave(connection, self._me.id)
