"""How rows that Python computed enter a table: by COPY or by one prepared statement, a batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, DateTime, Table

from gim_manager.jobs.crossing import driver_errors

_BATCH = 5_000


def load(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:
    """Inserts the rows, each with a value for every name, in the caller's transaction; how many there were."""
    listed = ", ".join(names)
    fields = _reader(table, names)
    total = 0
    for batch in _batches(fields(row) for row in rows):
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(names))
            _run_many(connection, f"INSERT INTO {table.name} ({listed}) VALUES ({marks})", batch)
        else:
            _copy(connection, f"COPY {table.name} ({listed}) FROM STDIN", batch)
        total += len(batch)
    return total


def _reader(table: Table, names: Sequence[str]) -> Callable[[Mapping[str, object]], list[object]]:
    """Takes the values of a row in order; times as both databases read them and SQLAlchemy has SQLite keep them."""
    take = itemgetter(*names)
    times = [place for place, name in enumerate(names) if isinstance(table.c[name].type, DateTime)]

    def read(row: Mapping[str, object]) -> list[object]:
        values = list(take(row))
        for place in times:
            value = values[place]
            if isinstance(value, datetime):
                values[place] = _written(value)
        return values

    return read


def _written(time: datetime) -> str:
    # Those of two zones may be equal, and are written differently.
    return _written_once(time) if time.tzinfo is None else time.isoformat(" ", "microseconds")


@lru_cache(maxsize=1024)
def _written_once(time: datetime) -> str:
    """The same; all rows of a day name the same few."""
    return time.isoformat(" ", "microseconds")


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
    return "\t".join(map(_field, row)) + "\n"


def _field(value: object) -> str:
    if isinstance(value, str):
        return value.translate(_ESCAPED)
    return "\\N" if value is None else str(value)
