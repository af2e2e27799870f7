"""One audit key a committed transaction, drawn so that a reader never passes one that commits late (T01).

The key is the transaction itself. PostgreSQL numbers its transactions, and tells below which number all have ended;
so a reader that stops there has seen every key below it, whatever order they committed in. On SQLite writers take
turns: the key is the next number, drawn inside BEGIN IMMEDIATE, and whoever reads it later finds it committed.
TRANSACTION_ID holds the same number, so changed rows are found as `mark <= UPDATE_AUDIT_KEY < bound` without a join
(marks.py).
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, func, insert, literal_column, select, update
from sqlalchemy.dialects import postgresql

from gim_manager.domain.timing import ensure_aware, to_epoch
from gim_manager.jobs.work import Work
from gim_manager.schema.control import ctl_audit_log, ctl_etl_history, ctl_mark

SHIFT = "transaction shift"
"""The row of CTL_MARK that says how far PostgreSQL's own numbers are shifted; there is none unless the Info Mart was
restored."""
_INSERTED: dict[str, ColumnElement[object]] = {
    "sqlite": literal_column("strftime('%Y-%m-%d %H:%M:%f000', 'now')"),
    "postgresql": literal_column("clock_timestamp() AT TIME ZONE 'UTC'"),
}
COMPLETE = "COMPLETE"
"""STATUS of CTL_ETL_HISTORY: the job's work is done (what runs or failed stands in the manager's tables)."""


def begin(connection: Connection, work: Work, *, data_source_key: int | None = None) -> int:
    """The audit key of this transaction, whose CTL_AUDIT_LOG row is inserted; once a transaction, before its first
    data row."""
    key = _next_key(connection)
    now = work.now()
    connection.execute(
        insert(ctl_audit_log).values(
            audit_key=key, transaction_id=key, job_id=work.job_id, created=wall(now), created_ts=to_epoch(now),
            data_source_key=data_source_key, row_count=0,
        )
    )  # fmt: skip
    return key


def finish(
    connection: Connection, audit_key: int, *, rows: int, min_key: int = 0, max_key: int = 0, max_ts: int | None = None
) -> None:
    """Completes the row at the end of its transaction: how many rows were written, the range of their
    START_DATE_TIME_KEYs, and the highest time among them (seconds UTC)."""
    connection.execute(
        update(ctl_audit_log)
        .where(ctl_audit_log.c.audit_key == audit_key)
        .values(
            row_count=rows, min_start_date_time_key=min_key, max_start_date_time_key=max_key, max_chunk_ts=max_ts,
            inserted=_INSERTED[connection.dialect.name],
        )
    )  # fmt: skip


def complete(connection: Connection, work: Work, started: datetime, rows: int) -> None:
    """Writes the job's CTL_ETL_HISTORY row; in the transaction of its last data, so that recovery takes a run that
    was killed after it for Complete (architecture, idea 8)."""
    now = work.now()
    connection.execute(
        insert(ctl_etl_history).values(
            job_id=work.job_id, job_name=work.job.value, job_version=work.version, start_time=wall(started),
            end_time=wall(now), start_ts=to_epoch(started), end_ts=to_epoch(now), status=COMPLETE, row_count=rows,
            created_ts=to_epoch(now),
        )
    )  # fmt: skip


def wall(instant: datetime) -> datetime:
    """The naive UTC wall time of a WHEN column."""
    return ensure_aware(instant).astimezone(UTC).replace(tzinfo=None)


def open_bound(connection: Connection) -> int:
    """Every key below this number has ended, and what it wrote is seen by this connection's next statement."""
    if connection.dialect.name == "sqlite":
        return int(connection.scalar(_HIGHEST) or 0) + 1
    return int(connection.scalar(select(func.txid_snapshot_xmin(func.txid_current_snapshot()) + _SHIFT_VALUE)) or 0)


_HIGHEST = select(func.max(ctl_audit_log.c.audit_key))
_SHIFT_VALUE = func.coalesce(select(ctl_mark.c.value).where(ctl_mark.c.name == SHIFT).scalar_subquery(), 0)


def _next_key(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        return int(connection.scalar(_HIGHEST) or 0) + 1
    # txid_* rather than pg_current_xact_id: PostgreSQL 12 knows only these, later versions know both.
    ahead = func.txid_snapshot_xmax(func.txid_current_snapshot()) + _SHIFT_VALUE
    highest, first_unused = connection.execute(select(_HIGHEST.scalar_subquery(), ahead)).one()
    if highest is not None and highest >= first_unused:
        _shift_above(connection, highest)
    return int(connection.scalar(select(func.txid_current() + _SHIFT_VALUE)) or 0)


def _shift_above(connection: Connection, highest: int) -> None:
    """A key of the log that this server cannot have numbered yet: the Info Mart was restored from another server,
    whose numbers were higher. From now on all keys are shifted above it, or no reader would find what is written
    here."""
    upsert = postgresql.insert(ctl_mark).values(name=SHIFT, value=highest + 1, update_audit_key=highest)
    higher = func.greatest(ctl_mark.c.value, upsert.excluded.value)
    connection.execute(upsert.on_conflict_do_update(index_elements=["name"], set_={"value": higher}))
