"""A server whose clock is turned by hand and whose workers do as they are told, on real tables, in real processes."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, update

from gim_manager.domain.job import Job
from gim_manager.domain.run import ENDED, Run, Status
from gim_manager.engine import processes
from gim_manager.engine.heart import Identity, new_identity
from gim_manager.engine.inbox import Inbox, Woken
from gim_manager.engine.loop import Loop
from gim_manager.engine.workers import Gone, Pool, Said
from gim_manager.schema.control import ctl_audit_log, ctl_etl_history
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_lease, mgr_server
from gim_manager.store import output, runs
from gim_manager.store.connect import Database
from tests.language.clock import HandClock
from tests.language.waiting import until

HAND_WORKER = ("-m", "tests.engine.hand_worker")


def has_completed(database: Database, run_id: int) -> None:
    """Writes what a job's last transaction writes: CTL_ETL_HISTORY has the run (architecture, idea 8)."""
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC).replace(tzinfo=None)
    with writing(database.info_mart) as connection:
        connection.execute(
            insert(ctl_etl_history).values(
                job_id=str(run_id), job_name="a job", start_time=noon, start_ts=0, end_ts=0, status="COMPLETE",
                row_count=0, created_ts=0,
            )
        )  # fmt: skip


def has_committed(database: Database, run_id: int, *rows: int) -> None:
    """Writes what each of a run's transactions writes: a row of CTL_AUDIT_LOG with its rows (T01)."""
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC).replace(tzinfo=None)
    same = {"job_id": str(run_id), "created": noon, "created_ts": 0}
    log = [{**same, "audit_key": key, "transaction_id": key, "row_count": of} for key, of in enumerate(rows, 1)]
    with writing(database.info_mart) as connection:
        connection.execute(insert(ctl_audit_log), log)


def left_running(database: Database, orphan: subprocess.Popen[bytes], *, host: str = "here") -> Run:
    """A run that a server which is no more has left at work, 12 rows far."""
    now = datetime.now(UTC)
    with writing(database.manager) as connection:
        run = runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=now)
        claimed = runs.claim(connection, run.id, server="dead", token="t", now=now)
        runs.set_worker(connection, run.id, "t", host, orphan.pid, processes.started(orphan.pid) or 0.0)
        runs.beat(connection, run.id, "t", now=now, progress=None, note=None, rows=12)
    assert claimed is not None
    return claimed


class HandServer:
    """One server, turned by the test; `clock.turn` is the only way in which time passes for it."""

    def __init__(
        self,
        database: Database,
        *,
        clock: HandClock | None = None,
        command: tuple[str, ...],
        scheduling: bool = True,
        host: str | None = None,
    ) -> None:
        self.database = database
        self.clock = clock or HandClock()
        self.inbox: Inbox[Said | Gone | Woken] = Inbox()
        self.pool = Pool(self.inbox.put, command=command, ahead=0)
        self.me: Identity = new_identity()
        if host is not None:
            self.me = replace(self.me, host=host)
        self.loop = Loop(database, self.clock, self.pool, self.me, scheduling=scheduling)

    def turn(self, *, seconds: float = 0.0) -> float:
        """Turns the clock, then the loop once, as if somebody had woken it; how long it would sleep."""
        self.clock.turn(seconds)
        return self.loop.turn([*self.inbox.take(0.0), Woken()])

    def asked(self, job: Job, *, parameters: str | None = None) -> Run:
        """A person's request; `parameters` is what the hand worker shall do."""
        with writing(self.database.manager) as connection:
            return runs.request(connection, job=job, by="ada", host="desk", now=self.clock.now(), parameters=parameters)

    def run(self, run_id: int) -> Run:
        with reading(self.database.manager) as connection:
            return runs.get(connection, run_id)

    def log(self, run_id: int) -> list[str]:
        with reading(self.database.manager) as connection:
            return [line.message for line in output.log(connection, run_id)]

    def until(self, run_id: int, *statuses: Status, note: str | None = None) -> Run:
        """Turns, with the clock standing still but for a moment a turn, until the run is in one of these states."""

        def there() -> bool:
            self.turn(seconds=0.3 if note else 0.0)
            run = self.run(run_id)
            return run.status in statuses and (note is None or run.note == note)

        until(there, what=f"run {run_id} {statuses} {note}: it is {self.run(run_id)}")
        return self.run(run_id)

    def ended(self, run_id: int) -> Run:
        return self.until(run_id, *ENDED)

    def die(self) -> None:
        """Is gone as by kill -9: its workers hear nothing more, nothing is handed over, and nobody hears of it."""
        self.pool.close(seconds=1)
        with writing(self.database.manager) as connection:
            connection.execute(delete(mgr_server).where(mgr_server.c.id == self.me.id))
            connection.execute(update(mgr_lease).values(expires_at=0))

    def is_not_heard(self) -> None:
        """Has not been heard of for an hour, as one that stands still or is cut off; its workers go on."""
        hour = 3_600_000_000
        mine = mgr_server.c.id == self.me.id
        with writing(self.database.manager) as connection:
            connection.execute(update(mgr_server).where(mine).values(heartbeat_at=mgr_server.c.heartbeat_at - hour))
            connection.execute(
                update(mgr_lease)
                .where(mgr_lease.c.holder == self.me.id)
                .values(expires_at=mgr_lease.c.expires_at - hour)
            )

    def stop(self, run_id: int) -> Run:
        """A person's stop (R26)."""
        now = self.clock.now()
        with writing(self.database.manager) as connection:
            return runs.ask_stop(
                connection, run_id, by="ada", reason="lunch", now=now, kill_at=now + timedelta(seconds=10)
            )
