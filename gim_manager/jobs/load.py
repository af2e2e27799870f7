"""How rows that Python computed enter a table: by COPY or by one prepared statement, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table

from gim_manager.jobs.crossing import driver_errors

_BATCH = 5_000


def load(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:
    """Inserts the rows, each with a value for every name, in the caller's transaction; how many there were."""
    listed = ", ".join(names)
    total = 0
    for batch in _batches([_value(row[name]) for name in names] for row in rows):
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(names))
            _run_many(connection, f"INSERT INTO {table.name} ({listed}) VALUES ({marks})", batch)
        else:
            _copy(connection, f"COPY {table.name} ({listed}) FROM STDIN", batch)
        total += len(batch)
    return total


def _value(value: object) -> object:
    """Times as both databases read them, and as SQLAlchemy would have SQLite keep them."""
    return value.isoformat(" ", "microseconds") if isinstance(value, datetime) else value


def _batches(rows: Iterable[list[object]]) -> Iterator[list[list[object]]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _run_many(connection: Connection, statement: str, batch: list[list[object]]) -> None:
    cursor: Any = connection.connection.cursor()
    with driver_errors(connection, statement):
        cursor.executemany(statement, batch)


def _copy(connection: Connection, statement: str, batch: list[list[object]]) -> None:
    # Differs from PostgreSQL's usual INSERT because the driver would send that row by row, ten times slower.
    cursor: Any = connection.connection.cursor()
    with driver_errors(connection, statement):
        cursor.copy_expert(statement, _Once("".join(_line(row) for row in batch).encode()))


class _Once:
    """What COPY reads: all at once, then nothing."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self, size: int) -> bytes:
        """The content the first time, whatever `size`."""
        content, self._content = self._content, b""
        return content


_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _line(row: list[object]) -> str:
    return "\t".join("\\N" if field is None else str(field).translate(_ESCAPED) for field in row) + "\n"
