"""The one import that loads every table and view: which of them form source, landing, model and control."""

from __future__ import annotations

from sqlalchemy import MetaData, Table, event

from gim_manager.schema import aggregates, calendar, control, dimensions, facts, gidb, idb, kept, live, views
from gim_manager.schema.dialect import drop_view_statement, executing, view_statement
from gim_manager.schema.metadata import INFO_MART, MANAGER
from gim_manager.schema.partitions import PARTITIONED
from gim_manager.schema.trail import trail_statements
from gim_manager.schema.views import View

__all__ = [
    "AGGREGATES", "CALENDARS", "CONTROL", "DIMENSIONS", "FACTS", "INFO_MART", "LANDING", "MANAGER",
    "PARTITIONED", "REBUILDING", "SOURCE", "VIEWS",
]  # fmt: skip

SOURCE: MetaData = idb.IDB
"""ICON's tables, as the sample writes them and the extraction reads them."""

LANDING: tuple[Table, ...] = tuple(gidb.GIDB.values())
CONTROL: tuple[Table, ...] = (
    control.ctl_schema_info, control.ctl_ds, control.ctl_processing_status, control.ctl_audit_log,
    control.ctl_extract_history, control.ctl_extract_mark, control.ctl_transform_history, control.ctl_transform_todo,
    control.ctl_mark, control.ctl_etl_history, control.ctl_purge_history, control.ctl_discard, control.ctl_day_seal,
    control.agr_notification,
)  # fmt: skip
CALENDARS: tuple[Table, ...] = (calendar.date_time, calendar.time_range)
DIMENSIONS: tuple[Table, ...] = (
    dimensions.tenant, dimensions.media_type, dimensions.interaction_type, dimensions.technical_descriptor,
    dimensions.resource_, dimensions.place, dimensions.group_, dimensions.skill, dimensions.resource_group_fact_,
    dimensions.resource_skill_fact_, dimensions.resource_group_combination, dimensions.resource_state,
    dimensions.resource_state_reason, dimensions.interaction_resource_state, dimensions.interaction_descriptor,
    dimensions.user_data_cust_dim_1, dimensions.routing_target,
)  # fmt: skip
"""RESOURCE_GROUP_FACT_ and RESOURCE_SKILL_FACT_ stand here: they describe resources over time and age with them."""
FACTS: tuple[Table, ...] = facts.FACTS
AGGREGATES: tuple[Table, ...] = tuple(aggregates.TABLES.values())
REBUILDING: tuple[Table, ...] = (kept.agr_rebuilt, *kept.KEPT.values())
VIEWS: tuple[View, ...] = views.VIEWS


def drop_views(_dialect: str) -> tuple[str, ...]:
    """The statements that drop every view, the last made first: a table cannot be rebuilt under a view."""
    return tuple(drop_view_statement(view) for view in reversed(VIEWS))


def make_views(dialect: str) -> tuple[str, ...]:
    """The statements that make every view anew."""
    return (*drop_views(dialect), *(view_statement(view) for view in VIEWS))


event.listen(INFO_MART, "after_create", executing(make_views))
event.listen(INFO_MART, "before_drop", executing(drop_views))
# Its triggers stand on MGR_AUDIT, and the functions of PostgreSQL on MGR_RUN.
live.mgr_audit_chain.add_is_dependent_on(live.mgr_audit)
live.mgr_audit_chain.add_is_dependent_on(live.mgr_run)
event.listen(live.mgr_audit_chain, "after_create", executing(trail_statements))
