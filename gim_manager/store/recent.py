"""The runs that started or ended since a moment, for whoever counts them: an index probe, however long the history."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, select

from gim_manager.domain.run import Run
from gim_manager.schema.live import mgr_run
from gim_manager.store.rows import RUN_COLUMNS, as_run, micros


def started(connection: Connection, since: datetime, *, limit: int) -> tuple[Run, ...]:
    """Those that started at an instant or after it, in that order, at most `limit`."""
    return _after(connection, mgr_run.c.start_time, since, limit)


def ended(connection: Connection, since: datetime, *, limit: int) -> tuple[Run, ...]:
    """Those that ended at an instant or after it, in that order, at most `limit`."""
    return _after(connection, mgr_run.c.end_time, since, limit)


def _after(connection: Connection, moment: Column[Any], since: datetime, limit: int) -> tuple[Run, ...]:
    found = select(*RUN_COLUMNS).where(moment >= micros(since)).order_by(moment, mgr_run.c.id).limit(limit)
    return tuple(as_run(row) for row in connection.execute(found))
