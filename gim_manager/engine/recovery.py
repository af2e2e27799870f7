"""What becomes of runs whose server is gone: nothing is called lost before it is gone for certain (R35, R36)."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from gim_manager.domain.run import Cause, Run, Status
from gim_manager.engine import processes
from gim_manager.engine.verdict import KEPT, stop_cause
from gim_manager.schema.engines import reading, writing
from gim_manager.store import history, leases, runs, sessions
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database
from gim_manager.store.runs import Worker

_LOG = logging.getLogger(__name__)
SERVER_GONE = timedelta(seconds=10)
"""A server that was not heard of for this long is gone; a worker ends itself 5 s after it."""


def recover(database: Database, *, host: str, server: str, tokens: frozenset[str]) -> bool:
    """End what dead servers left running; True if some is not gone yet. `tokens` are the runs at work here."""
    with reading(database.manager) as connection:
        orphans = _orphans(connection, host=host, server=server, tokens=tokens)
        now = database_now(connection)
    gone = [worker for worker in orphans if _may_be_ended(worker, now) and _is_gone(database, worker, host)]
    for worker in gone:
        _finish(database, worker)
    return len(gone) < len(orphans)


def _orphans(connection: Any, *, host: str, server: str, tokens: frozenset[str]) -> list[Worker]:
    """The runs at work that no living server works."""
    alive = {
        heard.id
        for heard in leases.servers(connection, within=SERVER_GONE)
        # A server of this computer whose process is no more need not be waited for.
        if heard.host != host or processes.started(heard.pid) is not None
    } - {server}
    return [worker for worker in runs.workers(connection) if worker.token not in tokens and worker.server not in alive]


def _may_be_ended(worker: Worker, now: datetime) -> bool:
    """A worker whose process is not known yet is given the time in which it ends itself."""
    return worker.pid is not None or worker.heartbeat_at is None or now - worker.heartbeat_at > SERVER_GONE


def _is_gone(database: Database, worker: Worker, host: str) -> bool:
    """Ends the process and its sessions; False as long as one of them is still there."""
    if worker.pid is not None and worker.host == host and not processes.kill(worker.pid, worker.started):
        return False
    if worker.token is None:
        return True
    sessions.end(database, worker.token)
    return not sessions.are_open(database, worker.token)


def _finish(database: Database, worker: Worker) -> None:
    with reading(database.info_mart) as connection:
        committed = history.completed(connection, worker.run_id)
    with writing(database.manager) as connection:
        now = database_now(connection)
        run = runs.get(connection, worker.run_id)
        status, cause, error = _end_of(run, worker, committed=committed)
        runs.finish(connection, run.id, status=status, cause=cause, now=now, error=error, token=worker.token)
    _LOG.info("run %s of a server that is gone is %s", run.id, status, extra={"run_id": run.id, "action": "recover"})


def _end_of(run: Run, worker: Worker, *, committed: bool) -> tuple[Status, Cause, str | None]:
    if committed:
        return Status.COMPLETE, Cause.DONE, None
    if run.status is Status.STOPPING:
        return Status.STOPPED, stop_cause(run), None
    heard = f"last heard of at {worker.heartbeat_at:%Y-%m-%d %H:%M:%S} UTC" if worker.heartbeat_at else "never heard of"
    rows = f" It had committed {run.rows} rows." if run.rows else ""
    return Status.FAILED, Cause.LOST, f"Its server {worker.server} is gone, its worker was {heard}.{rows} {KEPT}"
