"""The landing tables of the extraction: each is derived from its source table, never spelled out."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, Table

from gim_manager.domain.partitions import Group
from gim_manager.schema.columns import INT, KEY, audit, opt
from gim_manager.schema.idb import SOURCE_TABLES, SourceTable
from gim_manager.schema.metadata import INFO_MART
from gim_manager.schema.partitions import partitioned

_DROPPED = frozenset({"gsys_partition", "gsys_seq", "gsys_useq", "gsys_ts", "gsys_tc"})

_LOOKED_UP: tuple[str, ...] = (
    "irid",
    "rootirid",
    "callid",
    "partyid",
    "partyguid",
    "loginsessionid",
    "sessionid",
    "vqid",
    "causecallid",
)
"""Columns by which the transformation finds the rows that belong together."""

_SEARCHED: dict[str, tuple[str, ...]] = {
    "g_agent_state_history": ("loginsessionid", "added_ts", "seq"),
    "g_login_session": ("agentid", "created_ts"),
    "g_party": ("agentid", "created_ts"),
}
"""Orders in which the transformation searches: the state that follows a state, the login that held at a moment, the calls of a login."""


def is_kept(column: str) -> bool:
    """Whether an IDB column has a copy in GIDB (domain/data.md, section 2)."""
    return column not in _DROPPED and not column.endswith("_tcode")


def is_dated(source: SourceTable) -> bool:
    """Whether the rows are of calls and logins, so many a day and purged by their age; configuration objects and the
    connections of ICON are few, and stay for as long as they are needed."""
    return not source.table.name.startswith(("gc_", "gcx_", "g_dss_"))


def identity(source: SourceTable) -> tuple[str, ...]:
    """The primary key of the copy. GCX_ rows are known by their two objects and the moment of the link; all else by
    ICON's ID, with the data source, and with the partition column wherever partitions will come (M02)."""
    name = source.table.name
    if name.startswith("gcx_"):
        return (source.table.columns.keys()[1], source.table.columns.keys()[2], source.moment)
    own = next(iter(source.table.primary_key.columns)).name
    return (own, "data_source_key") if name.startswith("gc_") else (own, "data_source_key", source.moment)


def _copy(column: Column[Any], keys: tuple[str, ...]) -> Column[Any]:
    in_key = column.name in keys
    nullable = bool(column.nullable) and not in_key
    return Column(column.name, column.type, primary_key=in_key, nullable=nullable, autoincrement=False)


def landing(source: SourceTable) -> Table:
    """GIDB_<table> of an IDB table."""
    keys = identity(source)
    kept = [_copy(column, keys) for column in source.table.columns if is_kept(column.name)]
    key_column = Column(
        "data_source_key", INT, primary_key="data_source_key" in keys, nullable=False, autoincrement=False
    )
    made = Table(f"gidb_{source.table.name}", INFO_MART, *kept, key_column, opt("producer_batch_id", KEY), *audit())
    for name in _LOOKED_UP:
        if name in made.c:
            Index(f"ix_{made.name}_{name}", made.c[name])
    if searched := _SEARCHED.get(source.table.name):
        Index(f"ix_{made.name}_search", *(made.c[name] for name in searched))
    return partitioned(made, source.moment, Group.GIDB) if is_dated(source) else made


GIDB: dict[str, Table] = {source.table.name: landing(source) for source in SOURCE_TABLES}
"""The landing table of each source table, by the name of the source table."""
