"""What a worker that left without a word has left behind, in words: last heard of when, and what it had committed."""

from __future__ import annotations

from datetime import datetime

from gim_manager.domain.job import Job
from gim_manager.domain.run import Run
from gim_manager.domain.schedule import zone_of
from gim_manager.schema.engines import reading
from gim_manager.store import history, options, runs
from gim_manager.store.connect import Database
from gim_manager.store.history import Committed


def trace_of(database: Database, run_id: int, *, server: str | None, heard_at: datetime | None) -> str:
    """The sentences that the error of a lost run ends with (R36); times are told in the zone of the schedule."""
    with reading(database.info_mart) as connection:
        committed = history.committed(connection, run_id)
    with reading(database.manager) as connection:
        zone = zone_of(options.load(connection))
        run = runs.get(connection, run_id)
    heard = f"last heard of at {heard_at.astimezone(zone):%Y-%m-%d %H:%M:%S}" if heard_at else "never heard of"
    return f"Its worker on {server or 'an unknown server'} was {heard}. {_kept(run, committed)}"


def _kept(run: Run, committed: Committed) -> str:
    """Aggregation leaves no row in the audit log for each interval: of it counts what its worker told last."""
    told = run.rows or 0
    if run.job is Job.MIGRATE:
        return "The steps that were done stay; the next run goes on after them."
    if committed.transactions:
        commits = f" in {committed.transactions} transaction{'s' * (committed.transactions > 1)}"
        stays = f"It had committed {committed.rows} rows{commits}, which stay"
    elif told:
        stays = f"It had committed {told} rows, which stay"
    else:
        return "It had committed nothing; the next run begins where it began."
    return f"{stays}; the rest was rolled back, and the next run goes on from there."
