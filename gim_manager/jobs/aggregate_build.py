"""How a batch of pending intervals is built, in the caller's transaction: from the facts, or from the level below."""

from __future__ import annotations

from sqlalchemy import Connection

from gim_manager.domain.aggregates import Level
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import aggregate_grid, aggregate_pending, rollup
from gim_manager.jobs.aggregate_pending import Batch
from gim_manager.jobs.script import script
from gim_manager.jobs.work import Work

THRESHOLDS = "agg-gim-thld-QUEUE-IXN"
"""The section of the thresholds: an interval is built by those that held when the run began."""


def build_batch(connection: Connection, work: Work, batch: Batch) -> int:
    """Deletes what the intervals of the batch hold and builds them anew; the rows written. Queues what lies above."""
    rollup.forget(connection, batch)
    fresh = batch.level is Level.SUBHOUR
    rows = _from_facts(connection, work, batch) if fresh else rollup.build(connection, batch)
    aggregate_pending.finish(connection, batch, to_epoch(work.now()))
    return rows


def _from_facts(connection: Connection, work: Work, batch: Batch) -> int:
    return script(f"aggregate/{batch.hierarchy.stem}").run(
        connection,
        first=batch.first,
        last=batch.last,
        end=batch.end,
        left_out=batch.left_out,
        longest_state=aggregate_grid.LONGEST_STATE,
        short_abandoned=work.options.number(THRESHOLDS, "short-abandoned-threshold"),
        accepted_in_time=work.options.number(THRESHOLDS, "accepted-threshold"),
    )
