"""What a re-aggregation has changed, row by row, kept until it is undone or maintenance drops it."""

from __future__ import annotations

from sqlalchemy import Column, Table

from gim_manager.domain.aggregates import HIERARCHIES, Hierarchy, Level, stored_columns
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.columns import INT, LABEL, SLOT, TS, col, key, opt
from gim_manager.schema.metadata import INFO_MART

agr_rebuilt = Table(
    "agr_rebuilt", INFO_MART,
    key("run_id", INT), col("begun_ts", TS), opt("undone_by", INT), opt("dropped_by", INT),
)  # fmt: skip
"""One row a re-aggregation, or undoing of one, that has begun. UNDONE_BY is the run that put back what it had changed,
DROPPED_BY the Job_MaintainGIM that dropped what was kept of it."""


def _kept(hierarchy: Hierarchy) -> Table:
    finest = TABLES[hierarchy, Level.SUBHOUR]
    return Table(
        f"agr_kept_{hierarchy.stem}", INFO_MART,
        key("run_id", INT), key("agg_level", LABEL), key("date_time_key", SLOT),
        *(key(name, INT) for name in hierarchy.dimensions),
        key("is_after", INT),
        *(Column(name, finest.c[name].type, nullable=False) for name in stored_columns(hierarchy)),
    )  # fmt: skip


KEPT: dict[Hierarchy, Table] = {hierarchy: _kept(hierarchy) for hierarchy in HIERARCHIES}
"""The rows of a hierarchy that a run has changed: with IS_AFTER 0 as they were, with 1 as the run left them. A row that it
added stands there with 1 alone, one that it took away with 0 alone."""
