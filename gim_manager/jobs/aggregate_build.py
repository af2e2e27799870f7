"""How a batch of pending intervals is built, in the caller's transaction: from the facts, or from finer aggregates."""

from __future__ import annotations

from sqlalchemy import Connection

from gim_manager.domain.aggregates import BUCKETS, Level
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import aggregate_grid, aggregate_pending, rollup
from gim_manager.jobs.aggregate_pending import Batch
from gim_manager.jobs.script import script
from gim_manager.jobs.work import Work
from gim_manager.schema.columns import FOREVER

THRESHOLDS = "agg-gim-thld-QUEUE-IXN"
"""The section of the thresholds: an interval is built by those that held when the run began."""
BOUNDS = {"H_QUEUE_ABN": "agg-gim-thld-QUEUE-ABN", "H_QUEUE_ACC_AGENT": "agg-gim-thld-QUEUE-ACC"}
"""The section of the bounds between the service time intervals, by hierarchy."""


def build_batch(connection: Connection, work: Work, batch: Batch) -> int:
    """Deletes what the intervals of the batch hold and builds them anew; the rows written. Queues what lies above."""
    rollup.forget(connection, batch)
    fresh = batch.level is Level.SUBHOUR and batch.hierarchy.source is None
    rows = _from_facts(connection, work, batch) if fresh else rollup.build(connection, batch)
    aggregate_pending.finish(connection, batch, to_epoch(work.now()))
    return rows


def _from_facts(connection: Connection, work: Work, batch: Batch) -> int:
    return script(f"aggregate/{batch.hierarchy.stem}").run(
        connection,
        hierarchy=batch.hierarchy.name,
        first=batch.first,
        last=batch.last,
        end=batch.end,
        left_out=batch.left_out,
        longest_state=aggregate_grid.LONGEST_STATE,
        short_abandoned=work.options.number(THRESHOLDS, "short-abandoned-threshold"),
        accepted_in_time=work.options.number(THRESHOLDS, "accepted-threshold"),
        **_bounds(work, batch.hierarchy.name),
    )


def _bounds(work: Work, hierarchy: str) -> dict[str, int]:
    """The seconds at which each service time interval ends; one that no bound is given for is empty."""
    if hierarchy not in BOUNDS:
        return {}
    given = [int(bound) for bound in work.options.text(BOUNDS[hierarchy], "default").split(",")]
    ends = [*given, *(BUCKETS * [FOREVER])]
    return {f"sti_{number}": end for number, end in enumerate(ends[: BUCKETS - 1], start=1)}
