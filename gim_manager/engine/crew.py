"""The runs that this server works: which worker has which, what it was told, and what its end comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.engine.clock import Clock
from gim_manager.engine.journal import Journal
from gim_manager.engine.protocol import Assignment, Ended, Ending, StopNow, Told, Wake
from gim_manager.engine.verdict import verdict
from gim_manager.engine.workers import Gone, Pool, Said, Worker
from gim_manager.schema.engines import reading, writing
from gim_manager.store import history, runs, sessions
from gim_manager.store.connect import Database


@dataclass(slots=True, kw_only=True)
class _Member:
    """One run and its worker."""

    run: Run
    token: str
    worker: Worker | None = None
    registered: bool = False
    told_to_stop: bool = False
    ended: Ended | None = None
    gone: Gone | None = None


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
        return self._journal.has_news or any(not member.registered for member in self._members.values())

    @property
    def has_ended(self) -> bool:
        """Whether a worker's end is not written yet."""
        return any(member.gone is not None for member in self._members.values())

    @property
    def next_kill(self) -> datetime | None:
        """When the first of those who do not heed a stop is to be ended."""
        kills = [m.run.kill_at for m in self._members.values() if m.run.kill_at is not None and m.gone is None]
        return min(kills, default=None)

    def start(self, run: Run, token: str) -> None:
        """Give a claimed run to a worker."""
        member = self._members[token] = _Member(run=run, token=token)
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
        if isinstance(event, Gone):
            member.gone = event
            self._wake_for(member.run.job)
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
        """Tell workers what the job tables ask of them: stop, and if they do not, be ended (R26)."""
        by_id = {run.id: run for run in found}
        for member in self._members.values():
            member.run = by_id.get(member.run.id, member.run)
            if member.run.status is not Status.STOPPING or member.gone is not None:
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
        unknown = [member for member in self._members.values() if not member.registered]
        with writing(self._database.manager) as connection:
            self._journal.write(connection, self._clock.now())
            for member in unknown:
                if (worker := member.worker) is not None:
                    since = worker.since or 0.0
                    runs.set_worker(connection, member.run.id, member.token, self._host, worker.pid, since)
        self._journal.written()
        for member in unknown:
            member.registered = True

    def settle(self) -> bool:
        """Write the ends of those who are gone; True if there were any. Raises GimError and keeps what is left."""
        gone = [member for member in self._members.values() if member.gone is not None]
        for member in gone:
            self._finish(member, member.gone)
        return bool(gone)

    def _finish(self, member: _Member, gone: Gone | None) -> None:
        assert gone is not None
        if member.ended is None:
            sessions.end(self._database, member.token)
        with reading(self._database.info_mart) as connection:
            committed = history.completed(connection, member.run.id)
        now = self._clock.now()
        with writing(self._database.manager) as connection:
            # The last lines first: whoever sees the run ended has them all.
            self._journal.write_page(connection, member.run.id, now)
            end = verdict(runs.get(connection, member.run.id), member.ended, gone, committed=committed)
            runs.finish(
                connection, member.run.id, status=end.status, cause=end.cause, now=now, error=end.error,
                rows=end.rows, note=end.note, token=member.token,
            )  # fmt: skip
        self._journal.close(member.run.id)
        del self._members[member.token]
