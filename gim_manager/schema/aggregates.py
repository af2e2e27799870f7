"""The aggregate tables, made from the one declaration of each hierarchy (A01)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table

from gim_manager.domain.aggregates import HIERARCHIES, LEVELS, Hierarchy, Level, stored_columns, table_name
from gim_manager.schema.columns import INT, SLOT, key
from gim_manager.schema.metadata import INFO_MART

_MEASURE = BigInteger().with_variant(Integer(), "sqlite")


def _table(hierarchy: Hierarchy, level: Level) -> Table:
    made = Table(
        table_name(hierarchy, level), INFO_MART,
        key("date_time_key", SLOT),
        *(key(name, INT) for name in hierarchy.dimensions),
        *(Column(name, _MEASURE, nullable=False) for name in stored_columns(hierarchy)),
    )  # fmt: skip
    for subject in ("resource", "group"):
        if f"{subject}_key" in made.c:
            Index(f"ix_{made.name}_{subject}", made.c[f"{subject}_key"], made.c.date_time_key)
    return made


TABLES: dict[tuple[Hierarchy, Level], Table] = {
    (hierarchy, level): _table(hierarchy, level) for hierarchy in HIERARCHIES for level in LEVELS
}


def reported(hierarchy: Hierarchy) -> tuple[str, ...]:
    """The columns that reports read: the documented ones, without what is carried from interval to interval."""
    return ("date_time_key", *hierarchy.dimensions, *(measure.name for measure in hierarchy.measures))
