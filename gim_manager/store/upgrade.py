"""How the manager's own tables are brought up to date, before the run that they are to hold (R29).

All steps, the line in the audit trail and the request for Job_MigrateGIM are one transaction under the lock of the
lease: whoever is killed in it leaves the tables as they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from gim_manager.domain.errors import OlderServer
from gim_manager.domain.job import Job
from gim_manager.domain.run import LogLine, Run
from gim_manager.schema.engines import writing
from gim_manager.store import audit, changes, older, output, runs
from gim_manager.store.changes import Topic
from gim_manager.store.connect import Database
from gim_manager.store.migrate import Progress, bring_manager_up
from gim_manager.store.versions import ensure_not_newer, wanted

MIGRATED = "migrated"
"""The act of whoever brought the manager's tables up to date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who lets it be done: a person, or the scheduler where on-demand-migration is true."""

    user: str
    host: str
    launch_key: str | None = None


def upgrade_manager(
    database: Database, by: By, now: datetime, progress: Progress = lambda _done, _words: None
) -> Run | None:  # fmt: skip
    """Brings the manager's tables up to date and asks for Job_MigrateGIM, all or nothing; the run. What `progress`
    raises before a step takes back those before it.

    None if they were up to date, or the Info Mart was never initialized: there Job_InitializeGIM alone may run. Raises
    NewerSchema, and OlderServer while a server leads or works that knows the old tables only.
    """
    with writing(database.manager) as connection:
        busy = older.at_work(connection)
        found = ensure_not_newer(database)
        if not found.manager_is_older:
            return None
        if busy:
            raise OlderServer(busy.id, busy.version, busy.heartbeat_at)
        bring_manager_up(connection, progress)
        span = f"{found.manager} to {wanted().manager}"
        run = _request(connection, by, now, span) if found.initialized else None
        audit.record(connection, audit.Act(
            at=now, actor=by.user, host=by.host, action=MIGRATED, subject="the manager's tables", rule="R29",
            run_id=run.id if run else None, detail=span,
        ))  # fmt: skip
        changes.note(connection, Topic.SERVER)
        return run


def _request(connection: Connection, by: By, now: datetime, span: str) -> Run:
    run = runs.request(connection, job=Job.MIGRATE, by=by.user, host=by.host, now=now, launch_key=by.launch_key)
    told = f"Before this run {by.user} brought the manager's tables from version {span}."
    output.append_log(connection, run.id, [LogLine(number=1, time=now, level="INFO", message=told)])
    requested = audit.Act(at=now, actor=by.user, host=by.host, action="requested", subject=run.job.value, run_id=run.id)
    audit.record(connection, requested)
    return run
