"""How rows come into an Info Mart on SQLite: from a file attached beside it, or from a PostgreSQL cursor."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, bindparam, event, literal_column
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

from gim_manager.domain.errors import SourceUnreadable
from gim_manager.jobs.crossing import driver_errors, in_the_mart, source_reading
from gim_manager.jobs.extract_chunk import ADDED, Chunk, dated, is_number, is_time, query, upsert
from gim_manager.jobs.work import Stop
from gim_manager.schema.engines import make_engine
from gim_manager.schema.urls import sqlite_file

_ATTACHED = "idb"
_BATCH = 5_000


class Attached:
    """SQLite to SQLite: the source is attached to the Info Mart's connection, and no row passes through Python."""

    def __init__(self, mart: Engine, source: Engine, name: str) -> None:
        self.mart = make_engine(mart.url)
        # Read-only: BEGIN IMMEDIATE takes the write lock of every attached file that could be written.
        uri = f"{Path(sqlite_file(source.url)).absolute().as_uri()}?mode=ro"

        @event.listens_for(self.mart, "do_connect")
        def allow_uri(_dialect: object, _record: object, _arguments: object, named: dict[str, Any]) -> None:
            named["uri"] = True

        @event.listens_for(self.mart, "connect")
        def attach(connection: sqlite3.Connection, _record: object) -> None:
            try:
                connection.execute(f"ATTACH DATABASE ? AS {_ATTACHED}", (uri,))
            except sqlite3.Error as error:
                raise SourceUnreadable(name, str(error)) from error

    def move(self, connection: Connection, chunk: Chunk, audit_key: int, stop: Stop) -> int:
        """As Crossing."""
        copied = [dated(chunk, column, column.name) for column in chunk.columns]
        constants = [str(value) for value in chunk.constants(audit_key)]
        rows = query(chunk, [*copied, *constants], f"{_ATTACHED}.{chunk.source.table.name}")
        with stop.cancels(connection):
            return connection.execute(upsert(chunk, rows, "sqlite")).rowcount


class FromPostgresql:
    """PostgreSQL to SQLite: a cursor on the server's side hands over batches, which one prepared statement takes in."""

    def __init__(self, mart: Engine, source: Engine, name: str) -> None:
        self.mart = mart
        self._source = source
        self._name = name

    def move(self, connection: Connection, chunk: Chunk, audit_key: int, stop: Stop) -> int:
        """As Crossing."""
        statement, order = _prepared(chunk, audit_key)
        by_name = {column.name: _as_sqlite_keeps_it(chunk, column) for column in chunk.columns}
        rows = query(chunk, [by_name[name] for name in order], chunk.source.table.name)
        changed = 0
        with source_reading(self._name, self._source) as source, driver_errors(source, rows):
            cursor: Any = source.connection.cursor("extraction")
            cursor.itersize = _BATCH
            cursor.execute(rows)
            while batch := cursor.fetchmany(_BATCH):
                stop.check()
                with in_the_mart():
                    changed += _written(connection, statement, batch)
        return changed


def _written(connection: Connection, statement: str, batch: Sequence[Any]) -> int:
    # Some versions of the driver count no row of a repeated upsert: the connection's own count is right in all.
    driver: Any = connection.connection.driver_connection
    before = driver.total_changes
    with driver_errors(connection, statement):
        driver.executemany(statement, batch)
    return int(driver.total_changes - before)


def _prepared(chunk: Chunk, audit_key: int) -> tuple[str, list[str]]:
    """The statement for one row, and the order in which it takes the columns."""
    values: dict[str, ColumnElement[Any]] = {name: bindparam(name) for name in chunk.names}
    added = zip(ADDED, chunk.constants(audit_key), strict=True)
    values |= {name: literal_column(str(value)) for name, value in added}
    statement = upsert(chunk, values, "sqlite")
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))
    assert isinstance(compiled, SQLCompiler)
    return str(compiled), list(compiled.positiontup or [])


def _as_sqlite_keeps_it(chunk: Chunk, column: Column[object]) -> str:
    """ICON's numeric(16) would arrive as Decimal, which SQLite's driver does not take; a time is kept as its text."""
    if is_time(column):
        return f"to_char({column.name}, 'YYYY-MM-DD HH24:MI:SS.US')"
    return dated(chunk, column, f"{column.name}::bigint" if is_number(column) else column.name)
