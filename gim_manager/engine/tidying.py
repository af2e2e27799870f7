"""How the manager's own past goes once a day, by the days-to-keep options of [manager], a little at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from gim_manager.domain.retention import OwnCutoffs, own_cutoffs
from gim_manager.engine.clock import Clock
from gim_manager.schema.engines import reading, writing
from gim_manager.store import alarms, leases, options, retention
from gim_manager.store.connect import Database

Connection = Any
"""SQLAlchemy's, which this floor holds but does not know by name."""

EVERY_SECONDS = 86_400.0
BATCHES = 20
"""In one go, each in a transaction of its own: what is left waits for the next go, so that alarms do not."""
_SEEN = timedelta(days=1)
"""No window looks for changes older than this."""
_SILENT = timedelta(days=1)


class Tidying:
    """Used by one thread; a server that never leads tidies nothing."""

    def __init__(self, database: Database, clock: Clock, guard: Callable[[Connection], bool]) -> None:
        """`guard` says inside a transaction whether the schedule is still ours (R35)."""
        self._database = database
        self._clock = clock
        self._guard = guard
        self._next = clock.steady()

    def tidy(self) -> None:
        """Delete what is old if a day has passed, or go on with what the last time left. Raises GimError."""
        if self._clock.steady() < self._next:
            return
        with reading(self._database.manager) as connection:
            before = own_cutoffs(options.load(connection), self._clock.now())
        for _ in range(BATCHES):
            if self._step(before):
                self._next = self._clock.steady() + EVERY_SECONDS
                return

    def _step(self, before: OwnCutoffs) -> bool:
        """One batch; True once nothing is left, or the schedule is another server's."""
        with writing(self._database.manager) as connection:
            if not self._guard(connection):
                return True
            gone = retention.forget_runs(connection, before=before.runs, limit=retention.BATCH)
            gone += retention.forget_output(connection, before=before.output, limit=retention.BATCH)
            gone += alarms.forget(connection, before=before.alarms, limit=retention.BATCH)
            if not gone:
                seen = self._clock.now() - _SEEN
                retention.forget_rest(connection, before=before.decisions, acts_before=before.runs, changes_before=seen)
                leases.forget(connection, silent_for=_SILENT)
            return gone == 0
