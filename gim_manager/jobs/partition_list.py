"""Which partitions there are, what of them is left, and which rows have none; empty on SQLite (M02)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from gim_manager.domain.partitions import Span, reach
from gim_manager.domain.retention import DAY
from gim_manager.domain.timing import to_epoch
from gim_manager.schema.partitions import SCHEMA, Partitioned
from gim_manager.schema.warehouse import PARTITIONED

MOST_COUNTED = 100_000
"""Rows without a partition are counted up to here: whoever asks wants to know that there are some."""

_LISTED = text("""
    SELECT parent.relname AS name, c.relname AS partition, pg_get_expr(c.relpartbound, c.oid) AS bound
    FROM pg_inherits i
    JOIN pg_class c ON c.oid = i.inhrelid
    JOIN pg_class parent ON parent.oid = i.inhparent AND parent.relkind = 'p'
    WHERE c.relkind = 'r' AND parent.relnamespace = current_schema()::regnamespace
""")
_BOUND = re.compile(r"FOR VALUES FROM \('?(MINVALUE|-?\d+)'?\) TO \('?(MAXVALUE|-?\d+)'?\)")
_WITHOUT_END = frozenset({"MINVALUE", "MAXVALUE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """One partition, not the default one; `name` with its schema."""

    name: str
    span: Span


def partitions(connection: Connection) -> dict[str, list[Partition]]:
    """By table its partitions, the oldest first."""
    found: dict[str, list[Partition]] = {name: [] for name in PARTITIONED}
    if connection.dialect.name != "postgresql":
        return found
    for row in connection.execute(_LISTED):
        if row.name in found and (bound := _BOUND.fullmatch(row.bound)):
            low, high = (None if end in _WITHOUT_END else int(end) for end in bound.groups())
            found[row.name].append(Partition(name=f"{SCHEMA}.{row.partition}", span=Span(low=low, high=high)))
    return {name: sorted(parts, key=_begin) for name, parts in found.items()}


def _begin(partition: Partition) -> tuple[bool, int]:
    return partition.span.low is not None, partition.span.low or 0


def days_ahead(connection: Connection, now: datetime) -> int | None:
    """For how many whole days from now on every row of every table has a partition; None where none were ever made."""
    present = to_epoch(now)
    ends = [reach([part.span for part in parts], present) for parts in partitions(connection).values() if parts]
    known = [end for end in ends if end is not None]
    return (min(known) - present) // DAY if known else None


def without_partition(connection: Connection) -> Mapping[str, int]:
    """By table how many of its rows lie in the default partition, MOST_COUNTED at most; none that has none."""
    if connection.dialect.name != "postgresql":
        return {}
    counted = connection.execute(_COUNTED)
    return {row.name: int(row.rows) for row in counted if row.rows}


def _counted(table: Partitioned) -> str:
    few = f"SELECT 1 FROM {table.default} LIMIT {MOST_COUNTED}"
    return f"SELECT '{table.name}' AS name, (SELECT COUNT(*) FROM ({few}) few) AS rows"


_COUNTED = text(" UNION ALL ".join(map(_counted, PARTITIONED.values())))
