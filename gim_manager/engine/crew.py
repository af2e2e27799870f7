"""The runs that this server works: which worker has which, what it was told, and what its end comes to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gim_manager.domain.errors import UnknownRun
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.engine.clock import Clock
from gim_manager.engine.handed import Handed
from gim_manager.engine.journal import Journal
from gim_manager.engine.protocol import Assignment, Ended, Ending, StopNow, Told, Wake
from gim_manager.engine.trace import trace_of
from gim_manager.engine.verdict import verdict
from gim_manager.engine.workers import Gone, Pool, Said, Worker
from gim_manager.schema.engines import reading, writing
from gim_manager.store import history, runs, sessions
from gim_manager.store.connect import Database

Connection = Any
"""SQLAlchemy's, which this floor holds but does not know by name."""


@dataclass(slots=True, kw_only=True)
class _Member:
    """One run and its worker."""

    run: Run
    token: str
    heard_at: datetime
    worker: Worker | None = None
    registered: bool = False
    told_to_stop: bool = False
    ended: Ended | None = None
    gone: Gone | None = None
    handed: Handed


class Crew:
    """Used by the scheduler's thread alone. What cannot be written stays until it can: nothing is lost."""

    def __init__(self, database: Database, clock: Clock, pool: Pool, *, host: str) -> None:
        self._database = database
        self._clock = clock
        self._pool = pool
        self._host = host
        self._journal = Journal()
        self._members: dict[str, _Member] = {}

    @property
    def tokens(self) -> frozenset[str]:
        """The runs at work, by token."""
        return frozenset(self._members)

    @property
    def run_ids(self) -> tuple[int, ...]:
        """The numbers of the runs at work."""
        return tuple(member.run.id for member in self._members.values())

    @property
    def has_news(self) -> bool:
        """Whether workers told something that is not written yet."""
        return self._journal.has_news or bool(self._unregistered)

    @property
    def _unregistered(self) -> list[_Member]:
        """Those whose process is to be written yet; of one that is gone nobody will ask."""
        return [member for member in self._members.values() if not member.registered and member.gone is None]

    @property
    def next_kill(self) -> datetime | None:
        """When the first of those who do not heed a stop is to be ended."""
        kills = [m.run.kill_at for m in self._members.values() if m.run.kill_at is not None and m.gone is None]
        return min(kills, default=None)

    def start(self, run: Run, token: str) -> None:
        """Give a claimed run to a worker."""
        handed = Handed(journal=self._journal, token=token)
        member = _Member(run=run, token=token, handed=handed, heard_at=self._clock.now())
        self._members[token] = member
        self._journal.open(run.id, token)
        try:
            member.worker = self._pool.start(
                Assignment(
                    run_id=run.id, token=token, url=self._database.secret_url, job=run.job, parameters=run.parameters
                )
            )
        except OSError as error:
            why = f"No worker process could be started: {error.strerror or error}."
            member.ended = Ended(ending=Ending.FAILED, error=why)
            member.gone = Gone(token=token, exit_code=0, last_words=())

    def hear(self, event: Said | Gone) -> None:
        """What a worker told, or that it is gone."""
        member = self._members.get(event.token)
        if member is None:
            return
        if isinstance(event, Said):
            member.heard_at = self._clock.now()
        if isinstance(event, Gone):
            member.gone = event
            self._wake_for(member.run.job)
        elif event.message.request is not None:
            member.handed.hear(event.message)
        elif isinstance(event.message, Ended):
            member.ended = event.message
        else:
            self._tell(member, event.message)

    def _tell(self, member: _Member, told: Told) -> None:
        self._journal.add(member.run.id, told)
        if told.rows:
            self._wake_for(member.run.job)

    def _wake_for(self, job: Job) -> None:
        """New facts are there: aggregation need not sleep on (A06)."""
        if job is not Job.TRANSFORM:
            return
        for member in self._members.values():
            if member.run.job is Job.AGGREGATE:
                self._pool.send(member.token, Wake())

    def obey(self, found: Iterable[Run], now: datetime) -> None:
        """Tell workers what the job tables ask of them: stop, and if they do not, be ended (R26). One whose run is open
        no more was taken for lost while this server was not heard of, and is ended at once (R35)."""
        by_id = {run.id: run for run in found}
        for member in self._members.values():
            if member.gone is not None:
                continue
            if member.run.id not in by_id:
                self._pool.kill(member.token)
                continue
            member.run = by_id[member.run.id]
            if word := member.handed.next_word(member.run, by_id.values()):
                self._pool.send(member.token, word)
            if member.run.status is not Status.STOPPING:
                continue
            if not member.told_to_stop:
                self._pool.send(member.token, StopNow())
                member.told_to_stop = True
            if member.run.kill_at is not None and now >= member.run.kill_at:
                self._pool.kill(member.token)

    def write(self) -> None:
        """Write what workers told; raises GimError and keeps it if the database is away."""
        if not self.has_news:
            return
        unknown = self._unregistered
        with writing(self._database.manager) as connection:
            for member in self._members.values():
                member.handed.begin(connection, member.run, self._clock.now())
            self._journal.write(connection, self._clock.now())
            for member in unknown:
                if (worker := member.worker) is not None:
                    since = worker.since or 0.0
                    runs.set_worker(connection, member.run.id, member.token, self._host, worker.pid, since)
        self._journal.written()
        for member in unknown:
            member.registered = True
        for member in self._members.values():
            member.handed.begun()

    def settle(self) -> bool:
        """Write the ends of those who are gone, and of the requests that are worked off; True if there were any. Raises
        GimError and keeps them all."""
        over = [member for member in self._members.values() if member.handed.has_ended and member.gone is None]
        gone = {member.run.id: member for member in self._members.values() if self._has_ended(member)}
        if not gone and not over:
            return False
        traces = {number: self._trace(member) for number, member in gone.items() if member.ended is None}
        committed = self._committed(traces)
        with writing(self._database.manager) as connection:
            for member in over:
                member.handed.finish(connection, member.run, self._clock.now())
            for number, member in gone.items():
                # A database that was put back to an earlier state knows nothing of it.
                with suppress(UnknownRun):
                    self._finish(connection, member, committed=number in committed, trace=traces.get(number, ""))
        for member in (*over, *gone.values()):
            member.handed.finished()
        for member in gone.values():
            self._journal.close(member.run.id)
            del self._members[member.token]
        return True

    def _has_ended(self, member: _Member) -> bool:
        """Whether its process is gone, and of one who left without a word its sessions: nothing is committed later."""
        if member.gone is None:
            return False
        return member.ended is not None or sessions.are_gone(self._database, member.token)

    def _trace(self, member: _Member) -> str:
        """Of one who left without a word."""
        return trace_of(self._database, member.run.id, server=member.run.server, heard_at=member.heard_at)

    def _committed(self, run_ids: Collection[int]) -> frozenset[int]:
        """Those whose jobs had committed all; only of those who left without a word it has to be asked."""
        if not run_ids:
            return frozenset()
        with reading(self._database.info_mart) as connection:
            return history.completed_among(connection, run_ids)

    def _finish(self, connection: Connection, member: _Member, *, committed: bool, trace: str) -> None:
        assert member.gone is not None
        run, now = member.run, self._clock.now()
        if member.ended is None or member.ended.ending is Ending.STOPPED:
            # Who stopped it may be known to the tables alone by now.
            run = runs.get(connection, run.id)
        # The last lines first: whoever sees the run ended has them all.
        self._journal.write_page(connection, run.id, now)
        member.handed.finish(connection, run, now)
        end = verdict(run, member.ended, member.gone, committed=committed, trace=trace)
        runs.finish(
            connection, run.id, status=end.status, cause=end.cause, now=now, error=end.error, rows=end.rows,
            note=end.note, token=member.token,
        )  # fmt: skip
