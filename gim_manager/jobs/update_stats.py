"""What Job_UpdateStats does: fresh statistics of the tables that changed, and their dead rows cleared (M04, R12)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine, text

from gim_manager.domain.errors import JobFailed
from gim_manager.jobs import audit
from gim_manager.jobs.work import Outcome, Work
from gim_manager.schema.engines import outside, reading, writing
from gim_manager.schema.live import SCHEMA
from gim_manager.schema.partitions import SCHEMA as PARTITIONS

# A table in partitions has statistics of its own, over all of them, which autovacuum never makes. They change little in
# a day and are dear: all its partitions are read. PostgreSQL before 14 does not tell when that was done.
# As PostgreSQL's own autovacuum reckons, but without its patience: it lets a tenth of a table change first, and what is
# read of a fact table is its newest day. Fewer than 50 rows are no change: this run's own row in the history is one.
_CHANGED = text("""
    SELECT s.schemaname, s.relname, s.last_analyze, s.n_dead_tup > 50 + 0.1 * s.n_live_tup
    FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
    WHERE s.schemaname IN (current_schema(), :manager, :partitions) AND s.n_mod_since_analyze > 50 AND c.relkind <> 'p'
      AND pg_has_role(c.relowner, 'USAGE')
    UNION ALL
    SELECT current_schema(), parent.relname, pg_stat_get_last_analyze_time(parent.oid), FALSE
    FROM pg_class parent
    WHERE parent.relkind = 'p' AND parent.relnamespace = current_schema()::regnamespace
      AND pg_has_role(parent.relowner, 'USAGE')
      AND COALESCE(pg_stat_get_last_analyze_time(parent.oid) < CURRENT_TIMESTAMP - INTERVAL '1 day', TRUE)
      AND EXISTS (
          SELECT 1 FROM pg_inherits i JOIN pg_stat_user_tables s ON s.relid = i.inhrelid
          WHERE i.inhparent = parent.oid AND s.n_mod_since_analyze > 50
      )
    ORDER BY 1, 2
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table that changed since it was analyzed last."""

    name: str
    quoted: str
    analyzed_at: datetime | None
    has_dead_rows: bool = field(compare=False)

    @property
    def statement(self) -> str:
        """Neither waits for a lock nor keeps readers and writers out: what is locked is left for the next tick."""
        words = "VACUUM (ANALYZE, SKIP_LOCKED)" if self.has_dead_rows else "ANALYZE (SKIP_LOCKED)"
        return f"{words} {self.quoted}"


def run(work: Work) -> Outcome:
    """Runs the job; raises JobFailed on SQLite, which keeps its statistics in Job_MaintainGIM."""
    started = work.now()
    if work.info_mart.dialect.name != "postgresql":
        raise JobFailed(f"{work.job} is for PostgreSQL only; on SQLite Job_MaintainGIM does its work.")
    changed = _changed(work.info_mart)
    work.report.planned([table.name for table in changed])
    with outside(work.info_mart) as connection:
        for table in changed:
            work.stop.check()
            with work.report.step(table.name), work.stop.cancels(connection):
                connection.exec_driver_sql(table.statement)
    skipped = [table.name for table in _changed(work.info_mart) if table in changed]
    if skipped:
        work.report.warning(f"Locked by another session, so left for the next time: {', '.join(skipped)}.")
    with writing(work.info_mart) as connection:
        audit.complete(connection, work, started, 0)
    return Outcome(rows=0, note=_told(len(changed) - len(skipped)))


def _told(analyzed: int) -> str:
    if not analyzed:
        return "nothing to analyze"
    return f"{analyzed} table{'' if analyzed == 1 else 's'} analyzed"


def _changed(mart: Engine) -> list[_Table]:
    with reading(mart) as connection:
        quote = connection.dialect.identifier_preparer.quote
        found = connection.execute(_CHANGED, {"manager": SCHEMA, "partitions": PARTITIONS}).all()
    return [
        _Table(name=name, quoted=f"{quote(schema)}.{quote(name)}", analyzed_at=at, has_dead_rows=dead)
        for schema, name, at, dead in found
    ]
