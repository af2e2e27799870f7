"""What re-aggregations have kept of the rows they changed goes with the maintenance after them."""

from __future__ import annotations

from sqlalchemy import text, update

from gim_manager.jobs.maintain_purge import delete_some
from gim_manager.jobs.work import StepReport, Work
from gim_manager.schema.engines import writing
from gim_manager.schema.kept import KEPT, agr_rebuilt

STEP = "rows kept to undo re-aggregations"
_DROPPED = "run_id IN (SELECT run_id FROM agr_rebuilt WHERE dropped_by IS NOT NULL)"


def drop_kept(work: Work, before: int, step: StepReport) -> None:
    """Drops what is kept of the runs that began before this second (UTC), some rows at a time."""
    with work.turn(), writing(work.info_mart) as connection:
        run = agr_rebuilt.c
        dropped = update(agr_rebuilt).where(run.begun_ts < before, run.dropped_by.is_(None))
        connection.execute(dropped.values(dropped_by=work.run_id))
    total = 0
    for table in KEPT.values():
        while rows := _some_of(work, table.name):
            total += rows
            step.rows(total)


def _some_of(work: Work, table: str) -> int:
    work.stop.check()
    statement = delete_some(table, _DROPPED, work.info_mart.dialect.name)
    limit = work.options.number("gim-etl", "purge-transaction-size")
    with work.turn(), writing(work.info_mart) as connection, work.stop.cancels(connection):
        return connection.execute(text(statement), {"limit": limit}).rowcount
