"""How many rows get into a database fast: raw tuples on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import islice

import psycopg2
from sqlalchemy import Connection, MetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, CreateTable

CHUNK = 20_000
KEYS_AT_ONCE = 500


def create_tables(connection: Connection, *metadata: MetaData) -> None:
    """All tables, without their indexes: rows go in faster so."""
    for one in metadata:
        for table in one.sorted_tables:
            connection.execute(CreateTable(table))


def create_indexes(connection: Connection, *metadata: MetaData) -> None:
    """The indexes that `create_tables` left out."""
    for one in metadata:
        for table in one.sorted_tables:
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                connection.execute(CreateIndex(index))


def load(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows, each in the order of `columns`."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, columns, rows)
        return
    # Differs from PostgreSQL because the driver's executemany is the fastest way in, and a thousand times slower there.
    marks = ", ".join("?" * len(columns))
    connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", list(rows))


def erase(connection: Connection, table: str, key: str, values: Sequence[int]) -> None:
    """Delete the rows with these values of the integer column `key`."""
    left = iter(values)
    while some := list(islice(left, KEYS_AT_ONCE)):
        named = ", ".join(str(int(value)) for value in some)
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE {key} IN ({named})")


def _copy(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN WITH (FORMAT csv)"
    cursor = connection.connection.cursor()
    left = iter(rows)
    try:
        while some := list(islice(left, CHUNK)):
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows(some)
            text.seek(0)
            cursor.copy_expert(statement, text)
    except psycopg2.Error as error:
        raise DBAPIError(statement, None, error) from error
    finally:
        cursor.close()
