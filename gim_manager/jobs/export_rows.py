"""Which rows an export takes, and how the database itself writes them as lines of CSV, alike on both (E01)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, DateTime, Table, exists, func, or_, select

from gim_manager.domain.errors import JobFailed
from gim_manager.jobs import marks
from gim_manager.jobs.crossing import driver_errors
from gim_manager.jobs.seeds import DIMENSIONS
from gim_manager.schema import dimensions
from gim_manager.schema.control import ctl_audit_log
from gim_manager.schema.facts import FACTS
from gim_manager.schema.gidb import GIDB
from gim_manager.schema.warehouse import CALENDARS

EXPORTED: tuple[Table, ...] = (
    *CALENDARS,
    *DIMENSIONS,
    dimensions.resource_group_fact_,
    dimensions.resource_skill_fact_,
    *FACTS,
    *(table for name, table in GIDB.items() if name.startswith(("gc_", "gcx_"))),
)
"""Dimensions, facts and the configuration: everything but control, other extracted rows and aggregates."""

_BATCH = 2_000
_END = "\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Rows whose UPDATE_AUDIT_KEY is `low` or above, below `high`; `since` leaves older facts out (seconds UTC)."""

    low: int
    high: int
    since: int = 0

    def condition(self, table: Table) -> str:
        """The rows as a WHERE clause; whole numbers only."""
        keys = f"update_audit_key >= {self.low} AND update_audit_key < {self.high}"
        return f"{keys} AND start_ts >= {self.since}" if self.since and table in FACTS else keys

    def has_news(self, connection: Connection) -> bool:
        """Whether any table has such rows."""
        keys = [table.c.update_audit_key for table in EXPORTED]
        return bool(connection.scalar(select(or_(*(exists().where(key >= self.low, key < self.high) for key in keys)))))

    def latest(self, connection: Connection) -> int | None:
        """The highest moment that its transactions tell of, in seconds UTC."""
        key = ctl_audit_log.c.audit_key
        told = select(func.max(ctl_audit_log.c.max_chunk_ts)).where(key >= self.low, key < self.high)
        latest: int | None = connection.scalar(told)
        return latest


def slices(connection: Connection, seconds: int, since: int) -> list[Slice]:
    """What is new since the last export, cut so that each slice spans about `seconds` of data.

    Audit keys are never split, and slices are applied in order, so a row that changes in the next one is right
    there."""
    low, bound = marks.read(connection, marks.EXPORT), marks.bound(connection)
    key, moment = ctl_audit_log.c.audit_key, ctl_audit_log.c.max_chunk_ts
    told = select(key, moment).where(key >= low, key < bound, moment.is_not(None)).order_by(key)
    cuts = [low]
    begun: int | None = None
    for row in connection.execute(told):
        if begun is not None and row.max_chunk_ts - begun >= seconds:
            cuts.append(row.audit_key)
            begun = None
        begun = row.max_chunk_ts if begun is None else begun
    return [Slice(low=one, high=other, since=since) for one, other in zip(cuts, [*cuts[1:], bound], strict=True)]


def csv(connection: Connection, table: Table, part: Slice, encoding: str) -> Iterator[tuple[bytes, int]]:
    """The table's file in pieces, each with its number of rows: a header line, then RFC 4180.

    Text is always quoted, so that an empty one is told from null, which is nothing at all."""
    yield f"{','.join(table.columns.keys())}{_END}".encode(encoding), 0
    fields = " || ',' || ".join(_field(column, connection.dialect.name) for column in table.columns)
    ordered = ", ".join(table.primary_key.columns.keys())
    query = f"SELECT {fields} FROM {table.name} WHERE {part.condition(table)} ORDER BY {ordered}"
    for lines in _batches(connection, query):
        try:
            yield "".join(f"{line}{_END}" for line in lines).encode(encoding), len(lines)
        except UnicodeEncodeError as error:
            raise JobFailed(
                f"{table.name.upper()} holds {error.object[error.start]!r}, which {encoding} cannot write. "
                "Choose another [gim-export] output-files-encoding, such as utf8."
            ) from None


def _batches(connection: Connection, query: str) -> Iterator[list[str]]:
    # Differs from PostgreSQL because only there a plain cursor would fetch all rows before the first is read.
    named = () if connection.dialect.name == "sqlite" else ("export",)
    cursor: Any = connection.connection.cursor(*named)
    with driver_errors(connection, query):
        cursor.execute(query)
        while batch := cursor.fetchmany(_BATCH):
            yield [line for (line,) in batch]
        cursor.close()


def _field(column: Column[Any], dialect: str) -> str:
    if isinstance(column.type, DateTime) and dialect == "postgresql":
        return f"coalesce(to_char({column.name}, 'YYYY-MM-DD HH24:MI:SS.US'), '')"
    if issubclass(column.type.python_type, str):
        return f"""coalesce('"' || replace({column.name}, '"', '""') || '"', '')"""
    return f"coalesce(CAST({column.name} AS TEXT), '')"
