"""Runs in the database, in any state, for tests that need a past."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from gim_manager.domain.job import Job
from gim_manager.domain.run import ACTIVE, CAUSES, ENDED, Run, Status
from gim_manager.schema.live import mgr_run
from gim_manager.store import runs
from gim_manager.store.rows import micros

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def stored_row(status: Status, *, job: Job = Job.EXTRACT, at: datetime = NOON, **columns: Any) -> dict[str, Any]:
    """The row of a run in this state: started at `at`, ended a minute later, with the first cause it may have."""
    started = status in ACTIVE | ENDED - {Status.CANCELED}
    row: dict[str, Any] = {
        "job": job.value,
        "status": status.value,
        "cause": sorted(CAUSES[status])[0].value if status in ENDED else None,
        "requested_at": micros(at),
        "requested_by": "ada",
        "start_time": micros(at) if started else None,
        "end_time": micros(at + timedelta(minutes=1)) if status in ENDED else None,
        "error": "it broke" if status is Status.FAILED else None,
        "token": "token" if started else None,
        "server": "server" if started else None,
    }
    return row | columns


def stored(
    connection: Connection, status: Status, *, job: Job = Job.EXTRACT, at: datetime = NOON, **columns: Any
) -> Run:
    """A run in this state; `columns` overrides what stored_row gives."""
    made = insert(mgr_run).values(stored_row(status, job=job, at=at, **columns)).returning(mgr_run.c.id)
    return runs.get(connection, connection.execute(made).scalar_one())
