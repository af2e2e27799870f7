"""An Info Mart as an older program left it: made by the steps of its time, with rows in every table; and its picture.

The steps up to a version are files that are never changed again (FROZEN), and so are the rows of the manager's tables.
Rows of the Info Mart's many tables are made from what the old database says of its columns, never from a declaration of
today.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Float, Integer, Numeric, inspect, text

from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import SCHEMA
from gim_manager.store import migrate, versions
from gim_manager.store.connect import Database, connect

OLD = Path(__file__).with_name("old")
FIRST = "0001"
Picture = dict[str, tuple[list[str], list[tuple[Any, ...]]]]
"""By table: its columns and rows."""


def an_old_mart(
    url: str, *, manager: str = FIRST, info_mart: str = FIRST, initialized: bool = True, filled: bool = False
) -> Database:
    """An Info Mart whose halves are of these versions, with a past in the manager's tables; `filled` with two rows in
    each table of the Info Mart."""
    database = connect(url, must_exist=False)
    migrate._prepare_files(database)
    with writing(database.manager) as connection:
        if not database.is_local:
            connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
            connection.execute(text(f"SET LOCAL search_path TO {SCHEMA}, public"))
        for step in _up_to(manager, versions.MANAGER_STEPS):
            migrate._migrate(connection, "live", step)
            _insert(connection, "live.sql", step)
    with writing(database.info_mart) as connection:
        for step in _up_to(info_mart, versions.INFO_MART_STEPS):
            migrate._migrate(connection, "info_mart", step)
        if filled:
            _fill(connection)
        _insert(connection, "info_mart.sql", "")
        if initialized:
            connection.execute(text(HAS_COMPLETED))
    return database


HAS_COMPLETED = (
    "INSERT INTO ctl_etl_history (job_id, job_name, start_time, start_ts, end_ts, status, row_count, created_ts) "
    "VALUES ('0', 'Job_InitializeGIM', '2023-11-14 22:13:20', 1700000000, 1700000001, 'COMPLETE', 0, 1700000001)"
)


def _up_to(last: str, steps: tuple[str, ...]) -> tuple[str, ...]:
    return steps[: steps.index(last) + 1]


def _insert(connection: Connection, file: str, step: str) -> None:
    """The statements that stand below the name of this step."""
    parts = (OLD / file).read_text(encoding="utf-8").split("\n\n")
    for part in parts[1:]:
        name, *statements = part.strip().splitlines() if step else ["-- ", *part.strip().splitlines()]
        if name == f"-- {step}":
            for statement in statements:
                connection.exec_driver_sql(statement.removesuffix(";").replace("%", "%%"))


def _fill(connection: Connection) -> None:
    """Two rows in every table, each column with a value that fits its type."""
    inspector = inspect(connection)
    for table in inspector.get_table_names():
        if table in ("ctl_schema_version", "ctl_schema_info", "ctl_etl_history"):
            continue
        columns = inspector.get_columns(table)
        names = ", ".join(f'"{column["name"]}"' for column in columns)
        places = ", ".join(f":c{number}" for number, _ in enumerate(columns))
        statement = text(f'INSERT INTO "{table}" ({names}) VALUES ({places})')
        for row in (1, 2):
            values = {f"c{number}": _value(column, row) for number, column in enumerate(columns)}
            connection.execute(statement, values)


def _value(column: Any, row: int) -> Any:
    kind = column["type"]
    if isinstance(kind, Integer):
        return row
    if isinstance(kind, Numeric | Float):
        return row + 0.5
    if kind.python_type is datetime:
        return f"2023-11-14 22:13:2{row}"
    return f"{row} {column['name']}"[: kind.length]


def picture(database: Database) -> dict[str, Picture]:
    """Every row of every table of both halves."""
    halves = {"info_mart": (database.info_mart, None), "manager": (database.manager, SCHEMA)}
    return {
        half: dict(_rows(engine, None if database.is_local else schema)) for half, (engine, schema) in halves.items()
    }


def _rows(engine: Engine, schema: str | None) -> Iterator[tuple[str, tuple[list[str], list[tuple[Any, ...]]]]]:
    with reading(engine) as connection:
        inspector = inspect(connection)
        for table in inspector.get_table_names(schema=schema):
            found = connection.execute(text(f'SELECT * FROM {f"{schema}." if schema else ""}"{table}"'))
            yield table, (list(found.keys()), [tuple(row) for row in found])


def lost(before: Picture, after: Picture, *, but: frozenset[str]) -> list[str]:
    """What stood in a table before and does not stand there now, column by column; of the tables named in `but` nothing
    is asked."""
    return [
        f"{table}: {dict(zip(columns, row, strict=True))}"
        for table, (columns, rows) in sorted(before.items())
        if table not in but
        for row in _missing(columns, rows, after.get(table, ([], [])))
    ]


def _missing(
    columns: list[str], rows: list[tuple[Any, ...]], now: tuple[list[str], list[tuple[Any, ...]]]
) -> list[tuple[Any, ...]]:
    places = [now[0].index(column) if column in now[0] else None for column in columns]
    left = [tuple(None if place is None else row[place] for place in places) for row in now[1]]
    gone = []
    for row in rows:
        if row in left:
            left.remove(row)
        else:
            gone.append(row)
    return gone
