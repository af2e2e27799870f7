"""Which rows of a source table one transaction of the extraction takes, and how they are asked for and kept (X02)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, DateTime, Insert, Integer, Table, TextClause, or_, text
from sqlalchemy.dialects import postgresql, sqlite

from gim_manager.schema.gidb import GIDB, identity, is_kept
from gim_manager.schema.idb import SourceTable

ADDED = ("data_source_key", "create_audit_key", "update_audit_key")
"""What the copy has and the source has not; filled with constants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Rows written or changed in the source under the sequence numbers above `low` up to `high`."""

    source: SourceTable
    data_source_key: int
    low: int
    high: int
    since: int = 0
    """Rows dated before this moment (seconds UTC) are left out (X07)."""
    first: bool = False
    """The first extraction of a table: every change up to its bound is already in the rows, so GSYS_SEQ alone finds
    each once, and nothing is there yet that it could replace."""

    @property
    def landing(self) -> Table:
        """The table that the rows go to."""
        return GIDB[self.source.table.name]

    @property
    def columns(self) -> list[Column[object]]:
        """The columns that are copied, in order."""
        return [column for column in self.source.table.columns if is_kept(column.name)]

    @property
    def names(self) -> list[str]:
        """Their names."""
        return [column.name for column in self.columns]

    @property
    def may_repeat(self) -> bool:
        """Whether two rows of a chunk may have one identity: a link that was cut and tied again within a second."""
        return self.own_key not in identity(self.source)

    @property
    def own_key(self) -> str:
        """The name of ICON's own key."""
        return next(iter(self.source.table.primary_key.columns)).name

    def constants(self, audit_key: int) -> tuple[int, int, int]:
        """The values of ADDED."""
        return self.data_source_key, audit_key, audit_key

    def condition(self) -> str:
        """The rows as a WHERE clause; whole numbers only, so that COPY can carry it."""
        numbers = ["gsys_seq"] if self.first or not self.source.updated else ["gsys_seq", "gsys_useq"]
        ranges = " OR ".join(f"({name} > {self.low} AND {name} <= {self.high})" for name in numbers)
        return f"({ranges})" + (f" AND {self.source.moment} >= {self.since}" if self.since else "")


def forget_moved(chunk: Chunk, audit_key: int) -> TextClause:
    """Takes away the copies of rows that this transaction took with another moment than they had: the moment is part of
    what a copy is known by, so the new one stands beside the old, in another partition perhaps."""
    table, own, moment = chunk.landing.name, chunk.own_key, chunk.source.moment
    statement = f"""
        DELETE FROM {table}
        WHERE data_source_key = :source AND update_audit_key < :audit_key AND ({own}, {moment}) IN (
            SELECT was.{own}, was.{moment}
            FROM {table} came
            JOIN {table} was
              ON was.{own} = came.{own} AND was.data_source_key = came.data_source_key AND was.{moment} <> came.{moment}
            WHERE came.create_audit_key = :audit_key AND came.update_audit_key = :audit_key
        )"""
    return text(statement).bindparams(source=chunk.data_source_key, audit_key=audit_key)


def is_number(column: Column[object]) -> bool:
    """Whether the column holds whole numbers."""
    return isinstance(column.type.dialect_impl(sqlite.dialect()), Integer)


def is_time(column: Column[object]) -> bool:
    """Whether the column holds a wall time."""
    return isinstance(column.type, DateTime)


def dated(chunk: Chunk, column: Column[object], expression: str) -> str:
    """A row without its moment, which the copy's key must have, is dated to the beginning of time."""
    return f"coalesce({expression}, 0)" if column.name == chunk.source.moment else expression


def query(chunk: Chunk, expressions: list[str], table: str) -> str:
    """The rows of the chunk; where two may have one identity the one written last comes last."""
    ordered = f" ORDER BY {chunk.own_key}" if chunk.may_repeat else ""
    return f"SELECT {', '.join(expressions)} FROM {table} WHERE {chunk.condition()}{ordered}"


def upsert(chunk: Chunk, rows: str | Mapping[str, ColumnElement[Any]], dialect: str) -> Insert:
    """Inserts the rows of a query, which ends with ADDED, or one row of values; replaces the copies that differ.

    A row that came again as it was keeps its UPDATE_AUDIT_KEY: nothing that reads by it does its work twice.
    """
    statement = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(chunk.landing)
    if isinstance(rows, str):
        names = [*chunk.names, *ADDED]
        selected = text(rows.replace(":", "\\:")).columns(*(chunk.landing.c[name] for name in names))
        statement = statement.from_select(names, selected, include_defaults=False)
    else:
        statement = statement.values(dict(rows))
    keys = identity(chunk.source)
    taken = [name for name in (*chunk.names, "data_source_key") if name not in keys]
    differs: list[ColumnElement[bool]] = [
        chunk.landing.c[name].is_distinct_from(statement.excluded[name]) for name in taken
    ]
    new = {name: statement.excluded[name] for name in (*taken, "update_audit_key")}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=new, where=or_(*differs))
