"""What a transaction of the transformation leaves beside its rows: history, notifications, discards (T11, T12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, insert, select, text

from gim_manager.domain.errors import JobFailed
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import audit, marks
from gim_manager.jobs.script import script
from gim_manager.jobs.work import Work
from gim_manager.schema.control import ctl_mark, ctl_transform_history

_RANGE = text("SELECT MIN(start_date_time_key), MAX(start_date_time_key), MAX(end_date_time_key) FROM t_touched")
_FOUND = text(
    "SELECT table_name, reason, COUNT(*) FROM t_discard GROUP BY table_name, reason ORDER BY table_name, reason"
)
Found = list[tuple[str, str, int]]
"""Table of the IDB, reason, and how many rows."""


def finish_transaction(connection: Connection, work: Work, audit_key: int, written: Mapping[str, int]) -> None:
    """Completes the audit row, writes CTL_TRANSFORM_HISTORY and, where facts were touched, the notifications."""
    first = last = 0
    end = None
    if _is_made(connection, "t_touched"):
        now_ts = to_epoch(work.now())
        script("transform/notify").run(connection, audit_key=audit_key, now_ts=now_ts)
        first, last, end = (value or 0 for value in connection.execute(_RANGE).one())
    _write_history(connection, work, audit_key, written)
    audit.finish(connection, audit_key, rows=sum(written.values()), min_key=first, max_key=last, max_ts=end)


def _is_made(connection: Connection, name: str) -> bool:
    if connection.dialect.name == "sqlite":
        return (
            connection.execute(text("SELECT 1 FROM sqlite_temp_master WHERE name = :name"), {"name": name}).first()
            is not None
        )
    return connection.scalar(text("SELECT TO_REGCLASS(:name)"), {"name": f"pg_temp.{name}"}) is not None


def _write_history(connection: Connection, work: Work, audit_key: int, written: Mapping[str, int]) -> None:
    now, wall = work.now(), audit.wall
    reached = connection.scalar(select(ctl_mark.c.value).where(ctl_mark.c.name == marks.TRANSFORM)) or 0
    rows = [
        {
            "audit_key": audit_key, "hwm_name": name, "job_id": work.job_id, "job_version": work.version,
            "hwm_value": reached, "transform_end_time": wall(now), "row_count": count, "created_ts": to_epoch(now),
        }
        for name, count in written.items()
        if count
    ]  # fmt: skip
    if rows:
        connection.execute(insert(ctl_transform_history), rows)


class Discards:
    """Rows that contradict themselves: what [error-policy] wants done with them, and how many there were (T11)."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._policy = work.options.text("error-policy", "error-policy-irf-exception")
        self._counted: Counter[tuple[str, str]] = Counter()

    def take(self, connection: Connection, audit_key: int) -> Found:
        """Records what `t_discard` holds; raises JobFailed where the policy says so, and nothing is committed."""
        found: Found = [(str(table), str(reason), int(rows)) for table, reason, rows in connection.execute(_FOUND)]
        if found and self._policy == "exception":
            raise JobFailed(
                f"{_sentence(*found[0])} [error-policy] error-policy-irf-exception = exception lets the job fail."
            )
        if found and self._policy == "log_db_resume":
            now_ts = to_epoch(self._work.now())
            script("transform/discard").run(connection, audit_key=audit_key, now_ts=now_ts, job_id=self._work.job_id)
        return found

    def committed(self, found: Found) -> None:
        """Counts what a transaction has really left out."""
        for table, reason, rows in found:
            self._counted[table, reason] += rows

    def warn(self) -> None:
        """One warning a table and reason."""
        for (table, reason), rows in sorted(self._counted.items()):
            self._work.report.warning(_sentence(table, reason, rows))


def _sentence(table: str, reason: str, rows: int) -> str:
    what = "1 row" if rows == 1 else f"{rows} rows"
    return (
        f"{what} of {table} contradicted itself and was left out: it {reason}."
        if rows == 1
        else (f"{what} of {table} contradicted themselves and were left out: each {reason}.")
    )
