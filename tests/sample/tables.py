"""What stands in a sample's database, told the same way for both kinds of database."""

from datetime import datetime
from typing import Any

from sqlalchemy import Table, select

from gim_manager.sample.ledger import SAMPLE, sample_centre
from gim_manager.schema.engines import make_engine, reading
from gim_manager.schema.idb import IDB
from gim_manager.schema.urls import parse_url


def table_rows(url: str, table: Table) -> list[dict[str, Any]]:
    """All rows of a table, by its primary key."""
    with reading(make_engine(parse_url(url))) as connection:
        chosen = select(table).order_by(*table.primary_key.columns)
        return [{name: _plain(value) for name, value in row.items()} for row in connection.execute(chosen).mappings()]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def dump(url: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of the database, but for what the sample was asked for: a sample may come about in several ways."""
    tables = [*IDB.sorted_tables, *SAMPLE.sorted_tables]
    found = {table.name: table_rows(url, table) for table in tables}
    for row in found[sample_centre.name]:
        del row["arguments"]
    return found
