"""An Info Mart with its tables and nothing in them, for tests of what the jobs do to it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert, select

from gim_manager.domain.job import Job
from gim_manager.jobs import initialize
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.schema.urls import parse_url
from gim_manager.schema.warehouse import INFO_MART
from tests.language.template import copy_of
from tests.language.work import NOW, a_work


def bare_mart(url: str, *, keeps: bool = False) -> Engine:
    """An Info Mart whose tables are all empty; its connections are as a job's, or kept where many examples share it."""
    copy_of("bare", _make_bare, url)
    return make_engine(parse_url(url), keeps=keeps)


def empty_mart(url: str) -> Engine:
    """An Info Mart as Job_InitializeGIM leaves it, less the calendar: default rows, no data."""
    copy_of("empty", _make_empty, url)
    return make_engine(parse_url(url))


def _make_bare(url: str) -> Engine:
    engine = make_engine(parse_url(url), must_exist=False)
    with engine.begin() as connection:
        INFO_MART.create_all(connection)
    return engine


def _make_empty(url: str) -> None:
    initialize.sow_all(a_work(_make_bare(url), job=Job.INITIALIZE))


def rows_of(engine: Engine, table: Table, *columns: str, without: Sequence[str] = ()) -> list[dict[str, Any]]:
    """All rows of a table, by its primary key; `columns` all unless named."""
    chosen = [
        column for column in table.columns if (not columns or column.name in columns) and column.name not in without
    ]
    with reading(engine) as connection:
        return _rows(connection, table, chosen)


def _rows(connection: Connection, table: Table, chosen: list[Any]) -> list[dict[str, Any]]:
    ordered = select(*chosen).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(ordered).mappings()]


def add(engine: Engine, table: Table, *rows: Mapping[str, Any]) -> None:
    """Rows of which only what matters is said: what is mandatory and not named is 0, or the column's name."""
    with writing(engine) as connection:
        for row in rows:
            connection.execute(insert(table).values(plain_row(table) | dict(row)))


def plain_row(table: Table) -> dict[str, Any]:
    """A row of nothing but plain values."""
    return {column.name: _plain(column) for column in table.columns if _is_asked(column)}


def _is_asked(column: Any) -> bool:
    return not column.nullable and column.server_default is None


def _plain(column: Any) -> Any:
    kind = column.type.python_type
    return column.name[:30] if kind is str else NOW.replace(tzinfo=None) if kind is datetime else 0
