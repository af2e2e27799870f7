"""The control tables: which transaction wrote what, how far each job has come (domain/data.md, section 3.2).

CTL_EXTRACT_MARK, CTL_MARK, CTL_TRANSFORM_TODO, CTL_DISCARD, CTL_DAY_SEAL and AGR_NOTIFICATION are ours: the documents name no table for what they hold.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table

from gim_manager.domain.partitions import Group
from gim_manager.schema.columns import CODE, GUID, INT, KEY, LABEL, NAME, SLOT, TEXT, TS, WHEN, col, key, opt
from gim_manager.schema.metadata import INFO_MART
from gim_manager.schema.partitions import partitioned

ctl_schema_info = Table(
    "ctl_schema_info", INFO_MART,
    key("info_mart_id", LABEL), col("product", NAME), col("schema_version", LABEL), col("created_ts", TS),
)  # fmt: skip
"""One row: whose Info Mart this is. Its id also stands in the manager's tables (architecture, idea 8)."""

ctl_ds = Table(
    "ctl_ds", INFO_MART,
    key("data_source_key", INT), col("data_source_name", NAME), col("data_source_type", INT), opt("icon_dbid", INT),
    opt("dap_name", NAME), col("created_ts", TS),
)  # fmt: skip
"""The data sources that rows came from; never deleted, rows refer to it."""

ctl_processing_status = Table(
    "ctl_processing_status", INFO_MART, key("processing_status_key", INT), col("processing_status", LABEL)
)

ctl_audit_log = Table(
    "ctl_audit_log", INFO_MART,
    key("audit_key"), col("job_id", LABEL), col("created", WHEN), opt("inserted", WHEN),
    col("processing_status_key", INT, 1), col("min_start_date_time_key", SLOT, 0), col("max_start_date_time_key", SLOT, 0),
    opt("max_chunk_ts", TS), opt("data_source_key", INT), opt("row_count", INT), key("created_ts", TS),
    col("transaction_id", KEY),
)  # fmt: skip
"""One row a committed transaction. TRANSACTION_ID (ours) orders what may be read: see T01 and jobs/audit.py."""
Index("ix_ctl_audit_log_transaction_id", ctl_audit_log.c.transaction_id)
Index("ix_ctl_audit_log_job_id", ctl_audit_log.c.job_id)

ctl_extract_history = Table(
    "ctl_extract_history", INFO_MART,
    key("create_audit_key"), key("table_name", NAME), key("data_source_key", INT), col("data_source_type", INT),
    opt("row_count", INT), opt("max_time", WHEN), opt("max_ts", TS), col("icon_dbid", INT, 0), opt("dss_id", INT),
    opt("providertag", INT), opt("extract_start_time", WHEN), opt("extract_end_time", WHEN), col("job_id", LABEL),
    opt("job_name", CODE), opt("job_version", LABEL), opt("dap_name", NAME), key("created_ts", TS),
)  # fmt: skip

ctl_extract_mark = Table(
    "ctl_extract_mark", INFO_MART,
    key("data_source_key", INT), key("table_name", NAME), col("last_seq", KEY), opt("max_ts", TS),
    col("update_audit_key", KEY),
)  # fmt: skip
"""X02's high-water mark: every GSYS_SEQ and GSYS_USEQ up to LAST_SEQ has been read."""

ctl_transform_history = Table(
    "ctl_transform_history", INFO_MART,
    key("audit_key"), key("hwm_name", NAME), col("job_id", LABEL), opt("job_version", LABEL), col("hwm_value", KEY),
    opt("hwm_value2", NAME), opt("transform_start_time", WHEN), opt("transform_end_time", WHEN), opt("row_count", INT),
    key("created_ts", TS),
)  # fmt: skip

ctl_mark = Table(
    "ctl_mark", INFO_MART, key("name", LABEL), col("value", KEY), opt("value2", NAME), col("update_audit_key", KEY)
)
"""How far transformation and export have read, by name; moved in the transaction of the data."""

ctl_transform_todo = Table(
    "ctl_transform_todo", INFO_MART,
    key("kind", CODE), key("natural_id", GUID), col("ts", TS), col("create_audit_key", KEY),
)  # fmt: skip
"""What the transformation has read of and not yet computed: KIND `interaction` by ROOTIRID, KIND `session` by LOGINSESSIONID. A
row comes with the move of the mark and goes with its facts, so a killed run is taken up where it was (T01)."""
Index("ix_ctl_transform_todo_ts", ctl_transform_todo.c.kind, ctl_transform_todo.c.ts)

ctl_etl_history = Table(
    "ctl_etl_history", INFO_MART,
    key("job_id", LABEL), col("job_name", CODE), opt("job_version", LABEL), col("start_time", WHEN), opt("end_time", WHEN),
    col("start_ts", TS), opt("end_ts", TS), col("status", CODE), opt("row_count", INT), opt("error", TEXT),
    key("created_ts", TS),
)  # fmt: skip
"""One row a job that completed its work; written with the last of its data, so recovery believes it (architecture, idea 8)."""

ctl_purge_history = Table(
    "ctl_purge_history", INFO_MART,
    key("job_id", LABEL), key("table_name", NAME), col("cutoff_ts", TS), col("row_count", INT), col("created_ts", TS),
)  # fmt: skip

ctl_discard = Table(
    "ctl_discard", INFO_MART,
    key("discard_key"), col("table_name", NAME), col("natural_id", NAME), col("reason", NAME), opt("detail", TEXT),
    opt("data_source_key", INT), col("job_id", LABEL), col("create_audit_key", KEY), col("created_ts", TS),
)  # fmt: skip
"""T11: rows that contradict themselves, with the reason."""

agr_notification = Table(
    "agr_notification", INFO_MART,
    key("notification_key"), col("fact_name", LABEL), col("start_date_time_key", SLOT), col("end_date_time_key", SLOT),
    col("create_audit_key", KEY), col("created_ts", TS), CheckConstraint("end_date_time_key >= start_date_time_key"),
)  # fmt: skip
"""T12: which slots of which fact table a committed transaction touched, both ends included; read and deleted by the aggregation."""

agr_pending = Table(
    "agr_pending", INFO_MART,
    key("hierarchy", LABEL), key("agg_level", LABEL), key("date_time_key", SLOT), col("date_time_next_key", SLOT),
    col("queued_ts", TS),
)  # fmt: skip
"""Intervals `[date_time_key, date_time_next_key)` whose aggregates are older than their facts; written by the aggregation alone.

QUEUED_TS is the first moment since which the interval has been waiting: the delay of its level counts from there (A06)."""

ctl_day_seal = Table(
    "ctl_day_seal", INFO_MART, key("day", LABEL), col("start_ts", TS), col("end_ts", TS), col("sealed_ts", TS)
)
"""The days that are final, `YYYY-MM-DD` in the calendar's zone, each from START_TS to END_TS, which is excluded; sealed by the
aggregation when nothing of them was left to do (domain/seal.py)."""

HISTORY: tuple[Table, ...] = (ctl_audit_log, ctl_extract_history, ctl_transform_history, ctl_etl_history)
"""What grows with every run; kept in partitions, as documented, so that their keys hold CREATED_TS (M02)."""
for _table in HISTORY:
    partitioned(_table, "created_ts", Group.GIM)
