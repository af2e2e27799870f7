"""The views that people and reports read; they stand on the Info Mart alone, so the manager's file is never needed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Table

from gim_manager.domain.aggregates import HIERARCHIES, LEVELS, table_name, view_name
from gim_manager.schema.aggregates import reported
from gim_manager.schema.control import ctl_audit_log, ctl_ds, ctl_etl_history, ctl_extract_history
from gim_manager.schema.dimensions import resource_group_fact_, resource_skill_fact_


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A view by its name and its query, which both databases read alike."""

    name: str
    query: str


def columns_of(table: Table, *, alias: str = "") -> str:
    """All columns of a table, spelled out: a star would freeze whatever stood there on the day of creation."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f"{prefix}{name}" for name in table.columns.keys())  # noqa: SIM118


_DAY_SEAL = """SELECT s.day, s.start_ts, s.end_ts, s.sealed_ts, CASE
    WHEN EXISTS (SELECT 1 FROM agr_notification n WHERE n.start_date_time_key < s.end_ts
        AND n.end_date_time_key >= s.start_ts) THEN 0
    WHEN EXISTS (SELECT 1 FROM agr_pending p WHERE p.agg_level IN ('SUBHOUR', 'HOUR', 'DAY')
        AND p.date_time_key < s.end_ts AND p.date_time_next_key > s.start_ts) THEN 0
    WHEN EXISTS (SELECT 1 FROM ctl_transform_todo t WHERE t.ts < s.end_ts) THEN 0
    WHEN EXISTS (SELECT 1 FROM ctl_audit_log a WHERE a.data_source_key IS NOT NULL AND a.row_count > 0
        AND a.audit_key >= COALESCE((SELECT m.value FROM ctl_mark m WHERE m.name = 'transform'), 0)
        AND a.min_start_date_time_key < s.end_ts AND a.max_start_date_time_key >= s.start_ts) THEN 0
    ELSE 1 END AS is_final FROM ctl_day_seal s"""
"""A sealed day is final until something of it waits: rows to be transformed, facts to be aggregated."""

VIEWS: tuple[View, ...] = (
    View(name="admin_audit_log", query=f"SELECT {columns_of(ctl_audit_log)} FROM {ctl_audit_log.name}"),
    View(
        name="admin_etl_job_history",
        query=f"SELECT {columns_of(ctl_etl_history)}, end_ts - start_ts AS duration FROM {ctl_etl_history.name}",
    ),
    View(
        name="admin_extract_history",
        query=f"SELECT {columns_of(ctl_extract_history, alias='h')}, d.data_source_name "
        f"FROM {ctl_extract_history.name} h LEFT JOIN {ctl_ds.name} d ON d.data_source_key = h.data_source_key",
    ),
    View(name="admin_day_seal", query=_DAY_SEAL),
    View(
        name="resource_group_fact", query=f"SELECT {columns_of(resource_group_fact_)} FROM {resource_group_fact_.name}"
    ),
    View(
        name="resource_skill_fact", query=f"SELECT {columns_of(resource_skill_fact_)} FROM {resource_skill_fact_.name}"
    ),
    *(
        View(
            name=view_name(hierarchy, level),
            query=f"SELECT {', '.join(reported(hierarchy))} FROM {table_name(hierarchy, level)}",
        )
        for hierarchy in HIERARCHIES
        for level in LEVELS
    ),
)
"""DURATION (whole seconds) and DATA_SOURCE_NAME are ours; the pages show no column list of these two views."""
