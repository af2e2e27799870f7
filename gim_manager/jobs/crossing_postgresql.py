"""How rows come into an Info Mart on PostgreSQL: always by COPY, whose lines the source's own database writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Protocol

from sqlalchemy import Column, Connection, Engine

from gim_manager.jobs.crossing import blaming, driver_errors, in_the_mart, source_reading
from gim_manager.jobs.extract_chunk import ADDED, Chunk, dated, is_number, query, upsert
from gim_manager.jobs.work import Stop
from gim_manager.schema.gidb import identity

_STAGE = "gim_extraction"
_BATCH = 5_000
_IN_MEMORY = 16 * 1024 * 1024


class Readable(Protocol):
    """What COPY FROM STDIN reads from."""

    def read(self, size: int) -> bytes:
        """The next bytes, none at the end."""


class Within:
    """The source's tables stand in the Info Mart's own database: one statement."""

    def __init__(self, mart: Engine) -> None:
        self.mart = mart

    def move(self, connection: Connection, chunk: Chunk, audit_key: int, stop: Stop) -> int:
        """As Crossing."""
        copied = [dated(chunk, column, column.name) for column in chunk.columns]
        with stop.cancels(connection):
            return _merged(connection, chunk, audit_key, copied, chunk.source.table.name, chunk.condition())


class FromPostgresql:
    """PostgreSQL to PostgreSQL: COPY out of the one and into the other, through a file that is small or on disk."""

    def __init__(self, mart: Engine, source: Engine, name: str) -> None:
        self.mart = mart
        self._source = source
        self._name = name

    def move(self, connection: Connection, chunk: Chunk, audit_key: int, stop: Stop) -> int:
        """As Crossing."""
        copied = [dated(chunk, column, column.name) for column in chunk.columns]
        with SpooledTemporaryFile(_IN_MEMORY) as lines:
            self._copy_out(query(chunk, [*copied, *_constants(chunk, audit_key)], chunk.source.table.name), lines, stop)
            lines.seek(0)
            stop.check()
            return _landed(connection, chunk, audit_key, lines, stop)

    def _copy_out(self, rows: str, lines: IO[bytes], stop: Stop) -> None:
        statement = f"COPY ({rows}) TO STDOUT"
        with source_reading(self._name, self._source) as source, driver_errors(source, statement), stop.cancels(source):
            source.connection.cursor().copy_expert(statement, lines)


class FromSqlite:
    """SQLite to PostgreSQL: the file's own SQL writes each line of the COPY, twice as fast as Python would."""

    def __init__(self, mart: Engine, source: Engine, name: str) -> None:
        self.mart = mart
        self._source = source
        self._name = name

    def move(self, connection: Connection, chunk: Chunk, audit_key: int, stop: Stop) -> int:
        """As Crossing."""
        fields = [_field(chunk, column) for column in chunk.columns]
        constants = [f"'{value}'" for value in _constants(chunk, audit_key)]
        line = " || char(9) || ".join([*fields, *constants])
        with source_reading(self._name, self._source) as source:
            lines = _Lines(self._name, source, query(chunk, [line], chunk.source.table.name), stop)
            with in_the_mart():
                return _landed(connection, chunk, audit_key, lines, stop)


def _constants(chunk: Chunk, audit_key: int) -> list[str]:
    return [str(value) for value in chunk.constants(audit_key)]


def _field(chunk: Chunk, column: Column[object]) -> str:
    """The column as a field of COPY's text format."""
    if is_number(column):
        return f"ifnull({dated(chunk, column, column.name)}, '\\N')"
    escaped = f"replace({column.name}, '\\', '\\\\')"
    for code, letter in ((9, "t"), (10, "n"), (13, "r")):
        escaped = f"replace({escaped}, char({code}), '\\{letter}')"
    return f"ifnull({escaped}, '\\N')"


class _Lines:
    """The lines of a query as COPY reads them, a batch at a time.

    What goes wrong inside `read` comes out of COPY as an error of the target; so it is kept, for the caller to
    raise."""

    def __init__(self, name: str, source: Connection, rows: str, stop: Stop) -> None:
        self.failure: BaseException | None = None
        self._name = name
        self._source = source
        self._rows = rows
        self._stop = stop
        self._cursor = source.connection.cursor()
        with driver_errors(source, rows):
            self._cursor.execute(rows)

    def read(self, size: int) -> bytes:
        """The next batch of lines, whatever `size`."""
        try:
            self._stop.check()
            with blaming(self._name, self._source.engine), driver_errors(self._source, self._rows):
                batch = self._cursor.fetchmany(_BATCH)
        except BaseException as error:
            self.failure = error
            raise
        # PostgreSQL has no place for NUL, and SQLite's own replace() does not find it.
        return "".join(f"{line}\n" for (line,) in batch).encode().replace(b"\0", b"")


def _landed(connection: Connection, chunk: Chunk, audit_key: int, lines: Readable, stop: Stop) -> int:
    """COPY into a temporary table and merge; straight into the landing table where nothing can be in the way."""
    names = ", ".join([*chunk.names, *ADDED])
    if chunk.first and not chunk.may_repeat:
        return _copied(connection, f"COPY {chunk.landing.name} ({names}) FROM STDIN", lines)
    connection.exec_driver_sql(
        f"CREATE TEMPORARY TABLE {_STAGE} ON COMMIT DROP AS SELECT {names} FROM {chunk.landing.name} WITH NO DATA"
    )
    _copied(connection, f"COPY {_STAGE} ({names}) FROM STDIN", lines)
    with stop.cancels(connection):
        return _merged(connection, chunk, audit_key, chunk.names, _STAGE, "true")


def _merged(connection: Connection, chunk: Chunk, audit_key: int, copied: list[str], table: str, condition: str) -> int:
    # One INSERT may not meet the same key twice: of rows with one identity only the one written last is taken.
    keys = ", ".join(name for name in identity(chunk.source) if name in chunk.names)
    distinct, ordered = "", ""
    if chunk.may_repeat:
        distinct, ordered = f"DISTINCT ON ({keys}) ", f" ORDER BY {keys}, {chunk.own_key} DESC"
    expressions = ", ".join([*copied, *_constants(chunk, audit_key)])
    rows = f"SELECT {distinct}{expressions} FROM {table} WHERE {condition}{ordered}"
    return connection.execute(upsert(chunk, rows, "postgresql")).rowcount


def _copied(connection: Connection, statement: str, lines: Readable) -> int:
    cursor: Any = connection.connection.cursor()
    with _the_readers_own(lines), driver_errors(connection, statement):
        cursor.copy_expert(statement, lines)
    return int(cursor.rowcount)


@contextmanager
def _the_readers_own(lines: Readable) -> Iterator[None]:
    try:
        yield
    except Exception:
        if failure := getattr(lines, "failure", None):
            raise failure from None
        raise
