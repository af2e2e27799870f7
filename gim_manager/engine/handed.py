"""The re-aggregation that the worker of an aggregation has: given, begun, told of, withdrawn, ended (R18).

The job tables say what is handed to whom; what is kept here is what one worker was told and has told. If it is lost,
with its server or its worker, the request waits again and the next aggregation goes on from the mark in the Info Mart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gim_manager.domain.run import Run, Status
from gim_manager.engine.journal import Journal
from gim_manager.engine.protocol import Ended, Rebuild, Told, Withdraw
from gim_manager.engine.verdict import by_word
from gim_manager.store import runs

Connection = Any
"""SQLAlchemy's, which this floor holds but does not know by name."""


@dataclass(slots=True, kw_only=True)
class Handed:
    """At most one request at a time, of one aggregation under its token; used by the scheduler's thread alone."""

    journal: Journal
    token: str
    _request: Run | None = None
    _told: bool = False
    _begun: bool = False
    _withdrawn: bool = False
    _ended: Ended | None = None

    @property
    def has_ended(self) -> bool:
        """Whether the request's end is known here and not written yet."""
        return self._ended is not None

    def next_word(self, aggregation: Run, found: Iterable[Run]) -> Rebuild | Withdraw | None:
        """What the worker has to be told, by the job tables as `found`."""
        if self._request is None:
            return self._give(aggregation, found)
        known = next((run for run in found if run.id == self._request.id), None)
        if self._withdrawn or self._ended or (known and known.status is not Status.STOPPING):
            return None
        self._withdrawn = True
        return Withdraw(request=self._request.id)

    def _give(self, aggregation: Run, found: Iterable[Run]) -> Rebuild | None:
        mine = (run for run in found if run.part_of == aggregation.id and run.status is Status.SCHEDULED)
        if aggregation.status is not Status.RUNNING or (request := next(mine, None)) is None:
            return None
        self._request, self._told, self._begun, self._withdrawn = request, False, False, False
        self.journal.open(request.id, self.token)
        return Rebuild(request=request.id, parameters=request.parameters or "", forced=request.forced)

    def hear(self, message: Told | Ended) -> None:
        """What the worker tells of the request; of one that it has no longer, nothing is kept."""
        if self._request is None or message.request != self._request.id:
            return
        self._told = True
        if isinstance(message, Ended):
            self._ended = message
        else:
            self.journal.add(self._request.id, message)

    def begin(self, connection: Connection, aggregation: Run, now: datetime) -> None:
        """Running, once the worker has told of it for the first time; in the caller's transaction."""
        if self._request is None or self._begun or not self._told:
            return
        # An aggregation that was taken for lost has given its requests back, to the next one (R35).
        if not runs.get(connection, aggregation.id).is_active:
            return
        runs.claim(
            connection, self._request.id, server=aggregation.server or "", token=self.token, now=now,
            part_of=aggregation.id,
        )  # fmt: skip

    def begun(self) -> None:
        """The transaction of `begin` has committed."""
        self._begun = self._told

    def finish(self, connection: Connection, aggregation: Run, now: datetime) -> None:
        """Write all that the worker told of the request, and its end if it told that; in the caller's transaction."""
        if self._request is None:
            return
        self.begin(connection, aggregation, now)
        self.journal.write_page(connection, self._request.id, now)
        if self._ended is not None:
            end = by_word(runs.get(connection, self._request.id), self._ended)
            runs.finish(
                connection, self._request.id, status=end.status, cause=end.cause, now=now, error=end.error,
                rows=end.rows, note=end.note, token=self.token,
            )  # fmt: skip

    def finished(self) -> None:
        """The transaction of `finish` has committed: the worker may be given the next."""
        if self._request is not None:
            self.journal.close(self._request.id)
        self._request = self._ended = None
