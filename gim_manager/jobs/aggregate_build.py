"""How a batch of pending intervals is built, in the caller's transaction: from the facts, or from finer aggregates."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from gim_manager.domain.aggregates import BUCKETS, HIERARCHIES, Hierarchy, Level
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import aggregate_grid, aggregate_pending, rollup
from gim_manager.jobs.aggregate_pending import WITHIN_A_DAY, Batch, Due
from gim_manager.jobs.script import script
from gim_manager.jobs.work import Settings, Work
from gim_manager.schema.columns import FOREVER

TURN_SECONDS = 2.0
"""For how long a transaction begins with one hierarchy more: on SQLite everybody else waits for its end."""
THRESHOLDS = "agg-gim-thld-QUEUE-IXN"
"""The section of the thresholds: an interval is built by those that held when the run began."""
BOUNDS = {"H_QUEUE_ABN": "agg-gim-thld-QUEUE-ABN", "H_QUEUE_ACC_AGENT": "agg-gim-thld-QUEUE-ACC"}
"""The section of the bounds between the service time intervals, by hierarchy."""


def build_due(connection: Connection, work: Work, due: Due) -> dict[str, int]:
    """Builds what is due, and what lies above it up to the day; the rows written, by hierarchy.

    Of many facts only as many hierarchies as fit into TURN_SECONDS, each up to the day: the others stay on the list.
    """
    rows: dict[str, int] = {}
    late = work.now() + timedelta(seconds=TURN_SECONDS)
    built = _build_level(connection, work, due, rows, late=late)
    while due.level in WITHIN_A_DAY and (coarser := due.level.coarser):
        due = replace(due, level=coarser)
        _build_level(connection, work, due, rows, of=built)
    return rows


def _build_level(
    connection: Connection, work: Work, due: Due, rows: dict[str, int], *,
    of: Collection[Hierarchy] = HIERARCHIES, late: datetime | None = None,
) -> tuple[Hierarchy, ...]:  # fmt: skip
    """Builds what is due of these hierarchies, until it is late; which were built. Adds the rows written."""
    built: list[Hierarchy] = []
    for some in _one_after_the_other(due.level, of):
        done: list[Batch] = []
        for batch in aggregate_pending.batches(connection, work, due, some):
            if late and built and work.now() >= late:
                break
            rows[batch.hierarchy.name] = rows.get(batch.hierarchy.name, 0) + _build(connection, work, batch)
            done.append(batch)
            built.append(batch.hierarchy)
        if done:
            aggregate_pending.finish(connection, done, to_epoch(work.now()))
    return tuple(built)


def _one_after_the_other(level: Level, of: Collection[Hierarchy]) -> Sequence[Collection[Hierarchy]]:
    """What is made of another hierarchy's SUBHOUR is on the list only when that is built."""
    if level is not Level.SUBHOUR:
        return (of,)
    return [one for one in of if one.source is None], [one for one in of if one.source]


def build_batch(connection: Connection, work: Settings, batch: Batch) -> int:
    """Deletes what the intervals of the batch hold and builds them anew; the rows written. Queues what lies above."""
    rows = _build(connection, work, batch)
    aggregate_pending.finish(connection, [batch], to_epoch(work.now()))
    return rows


def _build(connection: Connection, work: Settings, batch: Batch) -> int:
    rollup.forget(connection, batch)
    is_fresh = batch.level is Level.SUBHOUR and batch.hierarchy.source is None
    return _from_facts(connection, work, batch) if is_fresh else rollup.build(connection, batch)


def _from_facts(connection: Connection, work: Settings, batch: Batch) -> int:
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


def _bounds(work: Settings, hierarchy: str) -> dict[str, int]:
    """The seconds at which each service time interval ends; one that no bound is given for is empty."""
    if hierarchy not in BOUNDS:
        return {}
    given = [int(bound) for bound in work.options.text(BOUNDS[hierarchy], "default").split(",")]
    ends = [*given, *(BUCKETS * [FOREVER])]
    return {f"sti_{number}": end for number, end in enumerate(ends[: BUCKETS - 1], start=1)}
