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
from gim_manager.domain.lease import Standing
from gim_manager.engine.clock import SharedClock
from gim_manager.schema.engines import reading, writing
from gim_manager.store import leases
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database
from gim_manager.store.leases import Tenure

_LOG = logging.getLogger(__name__)
BEAT_SECONDS = 2.0
QUICK_SECONDS = 1.0
"""An answer that took longer does not tell what time it is."""
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

    def __init__(self, database: Database, clock: SharedClock, me: Identity, *, scheduling: bool = True) -> None:
        """Without `scheduling` it owns the schedule and is not on duty: it launches nothing by itself."""
        self._scheduling = scheduling
        self._database = database
        self._clock = clock
        self._me = me
        self._epoch: int | None = None
        self._vacant: int | None = None
        self._beaten: float | None = None
        self._leaving = False

    @property
    def leads(self) -> bool:
        """Whether this server owns the schedule, as of the last beat."""
        return self._epoch is not None

    @property
    def is_leaving(self) -> bool:
        """Whether this server is about to end, and begins nothing more."""
        return self._leaving

    @property
    def epoch(self) -> int | None:
        """The lease's epoch while this server owns the schedule, as of the last beat."""
        return self._epoch

    @property
    def tenure(self) -> Tenure | None:
        """That the schedule is ours, as of the last beat."""
        return None if self._epoch is None else Tenure(holder=self._me.id, epoch=self._epoch)

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
            self._compare_clocks(connection)
            epoch = self._hold_on(connection)
            leases.beat(
                connection, server=self._me.id, host=self._me.host, pid=self._me.pid, version=__version__,
                standing=self._standing(leads=epoch is not None),
            )  # fmt: skip
        self._epoch, self._vacant, self._beaten = epoch, None, now
        if epoch != before:
            _LOG.info(
                "this server %s", "stands by" if epoch is None else "leads the schedule", extra={"action": "lease"}
            )
        return epoch != before

    def _compare_clocks(self, connection: Any) -> None:
        asked = self._clock.steady()
        shown = database_now(connection)
        if self._clock.steady() - asked < QUICK_SECONDS:
            self._clock.compare(shown)

    def _standing(self, *, leads: bool) -> Standing:
        if self._leaving:
            return Standing.LEAVING
        if not self._scheduling:
            return Standing.ON_REQUEST
        if self._clock.is_off:
            return Standing.CLOCK_OFF
        return Standing.RUNNING if leads else Standing.STANDBY

    def _hold_on(self, connection: Any) -> int | None:
        if not self._standing(leads=False).can_lead and (self._leaving or self._can_be_relieved(connection)):
            self._let_go(connection)
            return None
        mine: Any = {"holder": self._me.id, "lasts": LEASE, "on_duty": self._scheduling}
        if self._epoch is not None and leases.renew(connection, epoch=self._epoch, **mine):
            return self._epoch
        taken = leases.take(connection, vacant=self._vacant, **mine)
        return None if taken is None else taken.epoch

    def _can_be_relieved(self, connection: Any) -> bool:
        """Whether another server would lead, and can."""
        heard = leases.servers(connection, within=leases.HEARD)
        return any(server.standing.can_lead for server in heard if server.id != self._me.id)

    def _let_go(self, connection: Any) -> None:
        if self._epoch is not None:
            leases.release(connection, holder=self._me.id, epoch=self._epoch)

    def guard(self, connection: Any) -> bool:
        """Whether the schedule is ours inside this transaction: no write of a replaced leader gets through."""
        return (mine := self.tenure) is not None and leases.holds(connection, mine)

    def doubt(self) -> None:
        """Beat at the next opportunity: the lease may be lost."""
        self._beaten = None

    def glance(self) -> None:
        """Somebody wrote: beat at the next opportunity if the schedule can be had. Raises GimError."""
        with reading(self._database.manager) as connection:
            if leases.is_vacant(connection, holder=self._me.id):
                self.doubt()

    def succeed(self, epoch: int) -> None:
        """The leader of this epoch has vanished: beat at the next opportunity, and lead if nobody was faster."""
        self._vacant = epoch
        self.doubt()

    def hand_over(self) -> None:
        """Give the schedule back, so that another server takes it at once; this one takes it no more."""
        self._leaving = True
        if self._epoch is None:
            return
        with writing(self._database.manager) as connection:
            self._let_go(connection)
        self._epoch = None

    def leave(self) -> None:
        """This server ends in good order."""
        self.hand_over()
        with writing(self._database.manager) as connection:
            leases.leave(connection, self._me.id)
