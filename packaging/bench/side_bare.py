"""The bare signal that a wake is held against: NOTIFY on PostgreSQL, a counter asked every millisecond on SQLite."""

import select
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Sequence

import psycopg2
from notebook import Notebook

from gim_manager.schema.urls import parse_url, sqlite_file


def prepare(store: str, _argument: None = None) -> None:
    """A table to write into, on SQLite."""
    if _is_sqlite(store):
        with _sqlite(store) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("CREATE TABLE said (number INTEGER)")


def serve(store: str, _argument: None = None) -> None:
    """Hear until standard input ends; a line for each that was heard."""
    hear = _hear_sqlite if _is_sqlite(store) else _hear_postgresql
    threading.Thread(target=hear, args=(store, Notebook(aloud=True).note), daemon=True).start()
    sys.stdin.read()


def write(store: str, pauses: Sequence[float]) -> list[tuple[int, float]]:
    """Say something from another process: its number, and when that was begun."""
    say = _sqlite_sayer(store) if _is_sqlite(store) else _postgresql_sayer(store)
    said = []
    for number, pause in enumerate(pauses):
        time.sleep(pause)
        said.append((number, time.time()))
        say(number)
    return said


def _is_sqlite(store: str) -> bool:
    return store.startswith("sqlite")


def _sqlite(store: str) -> sqlite3.Connection:
    return sqlite3.connect(sqlite_file(parse_url(store)), isolation_level=None)


def _sqlite_sayer(store: str) -> Callable[[int], object]:
    connection = _sqlite(store)
    return lambda number: connection.execute("INSERT INTO said VALUES (?)", (number,))


def _hear_sqlite(store: str, note: Callable[[int], None]) -> None:
    connection = _sqlite(store)
    (before,) = connection.execute("PRAGMA data_version").fetchone()
    print("ready", flush=True)
    while True:
        time.sleep(0.001)
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if version != before:
            before = version
            note(connection.execute("SELECT max(number) FROM said").fetchone()[0])


def _postgresql(store: str) -> psycopg2.extensions.connection:
    connection = psycopg2.connect(store.replace("+psycopg2", ""))
    connection.autocommit = True
    return connection


def _postgresql_sayer(store: str) -> Callable[[int], object]:
    cursor = _postgresql(store).cursor()
    return lambda number: cursor.execute("SELECT pg_notify('bare', %s)", (str(number),))


def _hear_postgresql(store: str, note: Callable[[int], None]) -> None:
    connection = _postgresql(store)
    connection.cursor().execute("LISTEN bare")
    print("ready", flush=True)
    while True:
        select.select([connection], [], [])
        connection.poll()
        while connection.notifies:
            note(int(connection.notifies.pop(0).payload))
