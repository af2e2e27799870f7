"""What the Info Mart remembers of its sources: CTL_DS, how far each table is read, and up to when data came (X02,
X05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from gim_manager.domain.icon import Provider, Role
from gim_manager.domain.marks import Heard
from gim_manager.domain.source import Source
from gim_manager.domain.timing import from_epoch, to_epoch
from gim_manager.jobs.audit import wall
from gim_manager.jobs.work import Work
from gim_manager.schema.control import ctl_ds, ctl_extract_history, ctl_extract_mark
from gim_manager.schema.gidb import GIDB
from gim_manager.schema.idb import SOURCE_TABLES, SourceTable

_TYPES = {Role.ICON_CORE: 1, Role.ICON_MM: 2, Role.ICON_OCS: 3, Role.ICON_CFG: 4}
"""DATA_SOURCE_TYPE: T-Server, Interaction Server, Outbound Contact Server, Configuration Server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one transaction took from a table: rows new or changed, and the first and last of their moments."""

    table: SourceTable
    last_seq: int
    rows: int = 0
    min_ts: int | None = None
    max_ts: int | None = None


def tables_of(source: Source) -> list[SourceTable]:
    """The tables that the roles of a source are read for."""
    return [table for table in SOURCE_TABLES if table.roles & source.roles]


def marks_of(connection: Connection, source: Source) -> dict[str, int]:
    """By table: every GSYS_SEQ and GSYS_USEQ up to this number has been read."""
    own = ctl_extract_mark.c.data_source_key == source.key
    rows = connection.execute(select(ctl_extract_mark.c.table_name, ctl_extract_mark.c.last_seq).where(own))
    return {row.table_name: int(row.last_seq) for row in rows}


def ensure_known(connection: Connection, work: Work, source: Source) -> None:
    """Gives the source its CTL_DS row."""
    if connection.scalar(select(ctl_ds.c.data_source_key).where(ctl_ds.c.data_source_key == source.key)) is None:
        connection.execute(
            insert(ctl_ds).values(
                data_source_key=source.key, data_source_name=source.name, dap_name=source.name,
                data_source_type=min(_TYPES[role] for role in source.roles), created_ts=to_epoch(work.now()),
            )
        )  # fmt: skip


def record(
    connection: Connection, work: Work, source: Source, taken: Taken, *, audit_key: int, started: datetime
) -> None:
    """The history row and the mark of one table, in the transaction of its rows."""
    connection.execute(insert(ctl_extract_history).values(_history(work, source, taken, audit_key, started)))
    name = taken.table.table.name
    own = (ctl_extract_mark.c.data_source_key == source.key, ctl_extract_mark.c.table_name == name)
    known = connection.execute(select(ctl_extract_mark.c.max_ts).where(*own)).one_or_none()
    if known is None:
        values = {"data_source_key": source.key, "table_name": name, "max_ts": taken.max_ts}
        values |= {"last_seq": taken.last_seq, "update_audit_key": audit_key}
        connection.execute(insert(ctl_extract_mark).values(**values))
        return
    latest = max((ts for ts in (known.max_ts, taken.max_ts) if ts is not None), default=None)
    moved = {"last_seq": taken.last_seq, "max_ts": latest, "update_audit_key": audit_key}
    connection.execute(update(ctl_extract_mark).where(*own).values(**moved))


def _history(work: Work, source: Source, taken: Taken, audit_key: int, started: datetime) -> dict[str, object]:
    now = work.now()
    return {
        "create_audit_key": audit_key, "table_name": taken.table.table.name, "data_source_key": source.key,
        "data_source_type": min(_TYPES[role] for role in taken.table.roles & source.roles), "row_count": taken.rows,
        "max_time": None if taken.max_ts is None else wall(from_epoch(taken.max_ts)), "max_ts": taken.max_ts,
        "providertag": taken.table.provider.value, "extract_start_time": wall(started), "extract_end_time": wall(now),
        "job_id": work.job_id, "job_name": work.job.value, "job_version": work.version, "dap_name": source.name,
        "created_ts": to_epoch(now),
    }  # fmt: skip


def heard(connection: Connection, source: Source) -> list[Heard]:
    """Up to when each provider of a source has told anything: the last event of its connections, or its newest row."""
    by_provider: dict[Provider, list[str]] = {}
    for table in tables_of(source):
        by_provider.setdefault(table.provider, []).append(table.table.name)
    return [
        Heard(provider=provider, until=_until(connection, source, provider, tables), tables=tuple(tables))
        for provider, tables in by_provider.items()
    ]


def _until(connection: Connection, source: Source, provider: Provider, tables: list[str]) -> int | None:
    sessions = GIDB[f"g_dss_{provider.name.lower()}_provider"]
    last_event = select(func.max(sessions.c.levent_dsutc)).where(sessions.c.data_source_key == source.key)
    newest = select(func.max(ctl_extract_mark.c.max_ts)).where(
        ctl_extract_mark.c.data_source_key == source.key, ctl_extract_mark.c.table_name.in_(tables)
    )
    known = [int(ts) for ts in (connection.scalar(last_event), connection.scalar(newest)) if ts is not None]
    return max(known, default=None)
