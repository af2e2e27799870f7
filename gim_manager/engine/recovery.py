"""What must hold and does not, put right and kept for all to see (R38): runs without a server, keys of times to come.

Nothing is called lost before it is gone for certain (R35, R36).
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from gim_manager.domain.run import Cause, Run, Status
from gim_manager.engine import processes
from gim_manager.engine.trace import trace_of
from gim_manager.engine.verdict import stop_cause
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, decisions, history, leases, runs, sessions
from gim_manager.store.audit import REPAIRED, Act
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database
from gim_manager.store.runs import Worker

_LOG = logging.getLogger(__name__)
SERVER_GONE = timedelta(seconds=10)
"""A server that was not heard of for this long is gone; a worker ends itself 5 s after it."""
VOID_AHEAD = timedelta(days=1)
"""A launch key further ahead than this was given by a wrong clock (R33)."""


def recover(database: Database, *, host: str, server: str, tokens: frozenset[str]) -> bool:
    """End what dead servers left running; True if some is not gone yet. `tokens` are the runs at work here."""
    with reading(database.manager) as connection:
        orphans = _orphans(connection, host=host, server=server, tokens=tokens)
        now = database_now(connection)
    gone = [worker for worker in orphans if _may_be_ended(worker, now) and _is_gone(database, worker, host)]
    for worker in gone:
        _finish(database, worker, server)
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


def _finish(database: Database, worker: Worker, server: str) -> None:
    with reading(database.info_mart) as connection:
        committed = history.completed(connection, worker.run_id)
    trace = trace_of(database, worker.run_id, server=worker.server, heard_at=worker.heartbeat_at)
    with writing(database.manager) as connection:
        now = database_now(connection)
        run = runs.get(connection, worker.run_id)
        status, cause, error = _end_of(run, trace, committed=committed)
        runs.finish(connection, run.id, status=status, cause=cause, now=now, error=error, token=worker.token)
        found = f"{run.job} {run.id} was at work without a living server: it is {status}. {error or ''}".rstrip()
        audit.record(connection, _repair(now, server, "R38", found, run=run))
    _LOG.info("run %s of a server that is gone is %s", run.id, status, extra={"run_id": run.id, "action": "recover"})


def _end_of(run: Run, trace: str, *, committed: bool) -> tuple[Status, Cause, str | None]:
    if committed:
        return Status.COMPLETE, Cause.DONE, None
    if run.status is Status.STOPPING:
        return Status.STOPPED, stop_cause(run), None
    return Status.FAILED, Cause.LOST, f"Its server is gone. {trace}"


def void_keys(database: Database, *, server: str, now: datetime) -> None:
    """A launch made for a time more than a day ahead was made by a wrong clock: that time is still to come (R33)."""
    with writing(database.manager) as connection:
        later = now + VOID_AHEAD
        voided = runs.void_keys(connection, later_than=later) + decisions.void_keys(connection, later_than=later)
        if voided:
            found = f"{voided} launches of times more than a day ahead count as not made: a clock had been ahead."
            audit.record(connection, _repair(now, server, "R33", found))
    if voided:
        _LOG.info("%s launch keys of times to come are void", voided, extra={"action": "void"})


def _repair(now: datetime, server: str, rule: str, found: str, *, run: Run | None = None) -> Act:
    return Act(
        at=now, actor=server, action=REPAIRED, rule=rule, reason=found, run_id=run.id if run else None,
        subject=run.job.value if run else None,
    )  # fmt: skip
