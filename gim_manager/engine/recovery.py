"""What must hold and does not, put right and kept for all to see (R38): runs without a server, keys of times to come.

Nothing is called lost before it is gone for certain (R35, R36).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from gim_manager.domain.run import Cause, Run, Status
from gim_manager.engine import processes
from gim_manager.engine.trace import trace_of
from gim_manager.engine.verdict import stop_cause
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, decisions, history, leases, runs, sessions, tokens
from gim_manager.store.audit import REPAIRED, Act
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database
from gim_manager.store.leases import Server
from gim_manager.store.runs import Worker

_LOG = logging.getLogger(__name__)
Guard = Callable[[Any], bool]
SERVER_GONE = timedelta(seconds=10)
"""A server that was not heard of for this long is gone; a worker ends itself 5 s after it."""
REMEMBERED = timedelta(days=1)
"""Servers that were heard of within this time can be asked whether their process still stands."""
VOID_AHEAD = timedelta(days=1)
"""A launch key further ahead than this was given by a wrong clock (R33)."""


def recover(database: Database, guard: Guard, *, host: str, server: str, at_work: frozenset[str]) -> bool:
    """End what dead servers left running; True if some is not gone yet. `at_work` are the tokens of the runs here.

    `guard` says inside a transaction whether the schedule is still ours: only its owner ends the runs of others (R35).
    """
    with reading(database.manager) as connection:
        orphans = _orphans(connection, host=host, server=server, at_work=at_work)
        now, local = database_now(connection), database.is_local
        gone = [each for each in orphans if _may_be_ended(connection, each, now, host=host, local=local)]
    ended = [_finish(database, guard, worker, server) for worker in gone if _is_gone(database, worker, host)]
    return sum(ended) < len(orphans)


def _orphans(connection: Any, *, host: str, server: str, at_work: frozenset[str]) -> list[Worker]:
    """The runs at work that no living server works."""
    alive = {heard.id for heard in leases.servers(connection, within=SERVER_GONE) if not _is_ended(heard, host)} - {
        server
    }
    return [worker for worker in runs.workers(connection) if worker.token not in at_work and worker.server not in alive]


def _is_ended(server: Server, host: str) -> bool:
    """A server of this computer whose process is no more need not be waited for."""
    return server.host == host and processes.started(server.pid) is None


def _may_be_ended(connection: Any, worker: Worker, now: datetime, *, host: str, local: bool) -> bool:
    """A worker whose process is not known yet is given the time in which it ends itself, once its server has ended.

    Differs from PostgreSQL because there its commits are refused; on SQLite the worker of a server that stands still
    would write on.
    """
    if worker.pid is not None:
        return True
    if worker.heartbeat_at is not None and now - worker.heartbeat_at <= SERVER_GONE:
        return False
    stands = [each for each in leases.servers(connection, within=REMEMBERED) if each.id == worker.server]
    return not local or all(_is_ended(each, host) for each in stands)


def _is_gone(database: Database, worker: Worker, host: str) -> bool:
    """Ends the process and its sessions; False as long as one of them is still there."""
    if worker.pid is not None and worker.host == host and not processes.kill(worker.pid, worker.started):
        return False
    return worker.token is None or sessions.are_gone(database, worker.token)


def _finish(database: Database, guard: Guard, worker: Worker, server: str) -> bool:
    """Whether the run has ended with this; a worker that is committing all the same is looked at again."""
    trace = trace_of(database, worker.run_id, server=worker.server, heard_at=worker.heartbeat_at)
    with writing(database.manager) as connection:
        if not guard(connection) or not tokens.seize(connection, worker.run_id):
            return False
        with reading(database.info_mart) as mart:
            committed = history.completed(mart, worker.run_id)
        now = database_now(connection)
        run = runs.get(connection, worker.run_id)
        status, cause, error = _end_of(run, trace, committed=committed)
        runs.finish(connection, run.id, status=status, cause=cause, now=now, error=error, token=worker.token)
        found = f"{run.job} {run.id} was at work without a living server: it is {status}. {error or ''}".rstrip()
        audit.record(connection, _repair(now, server, "R38", found, run=run))
    _LOG.info("run %s of a server that is gone is %s", run.id, status, extra={"run_id": run.id, "action": "recover"})
    return True


def _end_of(run: Run, trace: str, *, committed: bool) -> tuple[Status, Cause, str | None]:
    if committed:
        return Status.COMPLETE, Cause.DONE, None
    if run.status is Status.STOPPING:
        return Status.STOPPED, stop_cause(run), None
    return Status.FAILED, Cause.LOST, f"Its server is gone. {trace}"


def void_keys(database: Database, guard: Guard, *, server: str, now: datetime) -> None:
    """A launch made for a time more than a day ahead was made by a wrong clock: that time is still to come (R33)."""
    with writing(database.manager) as connection:
        if not guard(connection):
            return
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
