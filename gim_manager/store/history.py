"""How far the data have come, read from the Info Mart's own control tables: marks, lags, what is left to aggregate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, func, select

from gim_manager.domain.job import Job
from gim_manager.domain.status import SourceMark
from gim_manager.domain.timeline import Reached
from gim_manager.domain.timing import from_epoch, to_epoch
from gim_manager.schema.control import (
    agr_notification,
    agr_pending,
    ctl_audit_log,
    ctl_ds,
    ctl_etl_history,
    ctl_extract_mark,
    ctl_transform_history,
)


def completed(connection: Connection, run_id: int) -> bool:
    """Whether this run's job had committed all its data: recovery takes such a run for Complete (idea 8)."""
    return (
        connection.scalar(select(ctl_etl_history.c.job_id).where(ctl_etl_history.c.job_id == str(run_id))) is not None
    )


def completed_among(connection: Connection, run_ids: Iterable[int]) -> frozenset[int]:
    """Those of these runs whose jobs had committed all their data."""
    asked = ctl_etl_history.c.job_id.in_([str(run_id) for run_id in run_ids])
    return frozenset(map(int, connection.scalars(select(ctl_etl_history.c.job_id).where(asked))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """What a run had committed: its transactions, and the rows that they wrote."""

    transactions: int = 0
    rows: int = 0


def committed(connection: Connection, run_id: int) -> Committed:
    """What CTL_AUDIT_LOG knows of this run: one row a committed transaction (T01)."""
    rows = func.coalesce(func.sum(ctl_audit_log.c.row_count), 0)
    of_it = select(func.count(), rows).where(ctl_audit_log.c.job_id == str(run_id))
    transactions, written = connection.execute(of_it).one()
    return Committed(transactions=int(transactions), rows=int(written))


def was_initialized(connection: Connection) -> bool:
    """Whether any job but Job_MigrateGIM has ended well: before Job_InitializeGIM has, no other may start (R29)."""
    other = select(ctl_etl_history.c.job_id).where(ctl_etl_history.c.job_name != Job.MIGRATE.value)
    return connection.scalar(other.limit(1)) is not None


def extract_marks(connection: Connection, now: datetime) -> tuple[SourceMark, ...]:
    """How far each table of each source has been read, by source and table; lag in whole seconds, never below 0."""
    name = func.coalesce(ctl_ds.c.data_source_name, "?")
    found = connection.execute(
        select(name, ctl_extract_mark.c.table_name, ctl_extract_mark.c.max_ts)
        .select_from(ctl_extract_mark.outerjoin(ctl_ds, ctl_ds.c.data_source_key == ctl_extract_mark.c.data_source_key))
        .order_by(ctl_extract_mark.c.data_source_key, ctl_extract_mark.c.table_name)
    )
    return tuple(_mark(source, table, max_ts, to_epoch(now)) for source, table, max_ts in found)


def transformed_to(connection: Connection) -> datetime | None:
    """The highest time in the data that the last transformation which found any has transformed."""
    latest = (
        select(ctl_audit_log.c.max_chunk_ts)
        .join(ctl_transform_history, ctl_transform_history.c.audit_key == ctl_audit_log.c.audit_key)
        .where(ctl_audit_log.c.max_chunk_ts > 0)
        .order_by(ctl_audit_log.c.audit_key.desc())
        .limit(1)
    )
    return _opt_epoch(connection.scalar(latest))


def reached(connection: Connection, since: datetime, until: datetime, *, limit: int) -> tuple[Reached, ...]:
    """How far each transformation of this time had come, in the order of time, and the last one before it; the latest
    where there are more than `limit`."""
    log, made = ctl_audit_log.c, ctl_transform_history.c
    came = (
        select(log.created_ts, log.max_chunk_ts)
        .where(log.max_chunk_ts > 0, exists().where(made.audit_key == log.audit_key))
        .order_by(log.audit_key.desc())
    )
    within = came.where(log.created_ts >= to_epoch(since), log.created_ts < to_epoch(until)).limit(limit)
    before = came.where(log.created_ts < to_epoch(since)).limit(1)
    found = [*connection.execute(within), *connection.execute(before)]
    return tuple(sorted(Reached(at=from_epoch(at), to=from_epoch(to)) for at, to in found))


def pending_aggregation(connection: Connection) -> int:
    """How many notices and intervals wait for the aggregation."""
    waiting = (select(func.count()).select_from(table).scalar_subquery() for table in (agr_notification, agr_pending))
    notices, intervals = connection.execute(select(*waiting)).one()
    return int(notices) + int(intervals)


def aggregated_to(connection: Connection) -> datetime | None:
    """Up to when all aggregates agree with the facts: the earliest waiting slot, or all that is transformed."""
    earliest = select(
        select(func.min(agr_notification.c.start_date_time_key)).scalar_subquery(),
        select(func.min(agr_pending.c.date_time_key)).scalar_subquery(),
    )
    waiting = [slot for slot in connection.execute(earliest).one() if slot is not None]
    return from_epoch(min(waiting)) if waiting else transformed_to(connection)


def _mark(source: str, table: str, max_ts: int | None, now: int) -> SourceMark:
    lag = None if max_ts is None else max(0, now - max_ts)
    return SourceMark(data_source=source, table=table, max_time=_opt_epoch(max_ts), lag_seconds=lag)


def _opt_epoch(seconds: int | None) -> datetime | None:
    return None if seconds is None else from_epoch(seconds)
