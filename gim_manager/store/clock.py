"""The present by the database's own clock: leases and heartbeats are compared by no other (R35)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, Connection, literal_column, select

from gim_manager.schema.control import ctl_mark
from gim_manager.schema.engines import STANDS_STILL
from gim_manager.store.rows import instant

CLOCKS: dict[str, ColumnElement[int]] = {
    # Differs from PostgreSQL because SQLite counts days, to the millisecond.
    "sqlite": literal_column(
        "(CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000)", BigInteger()
    ),
    "postgresql": literal_column("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)", BigInteger()),
}
"""By dialect, an expression for the present instant, whole microseconds UTC."""


RECORDING = "recording"
"""The row of CTL_MARK that makes an Info Mart a recording: VALUE is the moment of it, VALUE2 program and database."""
_STILL: ColumnElement[int] = select(ctl_mark.c.value * 1_000_000).where(ctl_mark.c.name == RECORDING).scalar_subquery()


def database_clock(connection: Connection) -> ColumnElement[int]:
    """An expression for the present instant, whole microseconds UTC; in a recording, for the moment of it."""
    if connection.get_execution_options().get(STANDS_STILL):
        return _STILL
    return CLOCKS[connection.dialect.name]


def database_now(connection: Connection) -> datetime:
    """The present instant by the database's clock."""
    return instant(connection.scalars(select(database_clock(connection))).one())
