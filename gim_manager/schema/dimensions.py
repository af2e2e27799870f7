"""The dimension tables for voice and agents (domain/data.md, section 3.3).

Every dimension is filled with two special rows, -1 unknown and -2 none, by Job_InitializeGIM.
"""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from gim_manager.schema.columns import CODE, FOREVER, INT, KEY, LABEL, NAME, SLOT, SMALL, TEXT, TS, audit, col, key, opt
from gim_manager.schema.metadata import INFO_MART

tenant = Table(
    "tenant", INFO_MART,
    key("tenant_key", INT), col("tenant_name", NAME), col("tenant_cfg_dbid", INT), col("start_ts", TS),
    col("end_ts", TS, FOREVER), *audit(),
)  # fmt: skip

media_type = Table(
    "media_type", INFO_MART,
    key("media_type_key", INT), col("media_name", LABEL), col("media_name_code", CODE), col("is_online", SMALL), *audit(),
)  # fmt: skip

interaction_type = Table(
    "interaction_type", INFO_MART,
    key("interaction_type_key", INT), col("interaction_type", LABEL), col("interaction_type_code", CODE),
    col("interaction_subtype", LABEL), col("interaction_subtype_code", CODE), col("ignore", SMALL, 0), *audit(),
)  # fmt: skip

technical_descriptor = Table(
    "technical_descriptor", INFO_MART,
    key("technical_descriptor_key", INT), col("technical_result", NAME), col("technical_result_code", CODE),
    col("result_reason", NAME), col("result_reason_code", CODE), col("resource_role", NAME), col("resource_role_code", CODE),
    col("role_reason", NAME), col("role_reason_code", CODE), *audit(),
    UniqueConstraint("technical_result_code", "result_reason_code", "resource_role_code", "role_reason_code"),
)  # fmt: skip

resource_ = Table(
    "resource_", INFO_MART,
    key("resource_key", INT), col("tenant_key", INT), col("resource_type", LABEL), col("resource_type_code", CODE),
    col("resource_subtype", LABEL), col("resource_subtype_code", CODE), col("resource_name", NAME), opt("resource_alias", NAME),
    col("resource_cfg_type_id", INT), col("resource_cfg_dbid", INT), opt("switch_cfg_dbid", INT), opt("switch_name", NAME),
    col("network_resource_flag", SMALL, 0), opt("employee_id", NAME), opt("agent_first_name", NAME), opt("agent_last_name", NAME),
    col("start_ts", TS), col("end_ts", TS, FOREVER), *audit(),
    UniqueConstraint("resource_cfg_type_id", "resource_cfg_dbid"),
)  # fmt: skip
"""Agents (RESOURCE_CFG_TYPE_ID 3, CfgPerson), DNs (1, CfgDN); the key survives a change of name (T02)."""

place = Table(
    "place", INFO_MART,
    key("place_key", INT), col("tenant_key", INT), col("place_name", NAME), col("place_cfg_dbid", INT), col("start_ts", TS),
    col("end_ts", TS, FOREVER), *audit(),
)  # fmt: skip

group_ = Table(
    "group_", INFO_MART,
    key("group_key", INT), col("tenant_key", INT), col("group_name", NAME), col("group_type", LABEL),
    col("group_type_code", CODE), col("group_cfg_dbid", INT), col("group_cfg_type_id", INT), col("start_ts", TS),
    col("end_ts", TS, FOREVER), *audit(),
)  # fmt: skip

skill = Table(
    "skill", INFO_MART,
    key("skill_key", INT), col("tenant_key", INT), col("skill_name", NAME), col("skill_cfg_dbid", INT), col("start_ts", TS),
    col("end_ts", TS, FOREVER), *audit(),
)  # fmt: skip

resource_group_fact_ = Table(
    "resource_group_fact_", INFO_MART,
    key("resource_group_fact_key"), key("start_date_time_key", SLOT), col("end_date_time_key", SLOT, FOREVER),
    col("tenant_key", INT), col("resource_key", INT), col("group_key", INT), col("start_ts", TS), col("end_ts", TS, FOREVER),
    col("active_flag", SMALL, 1), *audit(),
)  # fmt: skip
Index(
    "ix_resource_group_fact_natural",
    *(resource_group_fact_.c[name] for name in ("resource_key", "group_key", "start_ts")),
)

resource_skill_fact_ = Table(
    "resource_skill_fact_", INFO_MART,
    key("resource_skill_fact_key"), key("start_date_time_key", SLOT), col("end_date_time_key", SLOT, FOREVER),
    col("tenant_key", INT), col("resource_key", INT), col("skill_key", INT), col("skill_level", INT), col("start_ts", TS),
    col("end_ts", TS, FOREVER), col("active_flag", SMALL, 1), *audit(),
)  # fmt: skip
Index(
    "ix_resource_skill_fact_natural",
    *(resource_skill_fact_.c[name] for name in ("resource_key", "skill_key", "start_ts")),
)

resource_group_combination = Table(
    "resource_group_combination", INFO_MART,
    key("group_combination_key", INT), key("group_key", INT), col("group_set", TEXT), *audit(),
)  # fmt: skip
"""A bridge: one row a group of a set. GROUP_SET (ours) spells the whole set, GROUP_KEYs ascending and comma-separated, so that a
set is found again. -1 is the set of no group."""
Index("ix_resource_group_combination_group_set", resource_group_combination.c.group_set)

resource_state = Table(
    "resource_state", INFO_MART,
    key("resource_state_key", INT), col("state_type", LABEL), col("state_type_code", CODE), col("state_name", LABEL),
    col("state_name_code", CODE), *audit(),
)  # fmt: skip

resource_state_reason = Table(
    "resource_state_reason", INFO_MART,
    key("resource_state_reason_key", INT), col("tenant_key", INT), col("reason_type", LABEL), col("reason_type_code", CODE),
    col("hardware_reason", NAME), col("software_reason_key", NAME), col("software_reason_value", NAME), *audit(),
    UniqueConstraint("tenant_key", "reason_type_code", "hardware_reason", "software_reason_key", "software_reason_value"),
)  # fmt: skip

interaction_resource_state = Table(
    "interaction_resource_state", INFO_MART,
    key("interaction_resource_state_key", INT), col("state_name", LABEL), col("state_name_code", CODE),
    col("state_role", LABEL), col("state_role_code", CODE), col("state_descriptor", LABEL), col("state_descriptor_code", CODE),
    *audit(), UniqueConstraint("state_name_code", "state_role_code", "state_descriptor_code"),
)  # fmt: skip

interaction_descriptor = Table(
    "interaction_descriptor", INFO_MART,
    key("interaction_descriptor_key", INT), col("tenant_key", INT), col("customer_segment", NAME), col("service_type", NAME),
    col("service_subtype", NAME), col("business_result", NAME), col("purge_flag", SMALL, 0), *audit(),
    UniqueConstraint("tenant_key", "customer_segment", "service_type", "service_subtype", "business_result"),
)  # fmt: skip

user_data_cust_dim_1 = Table(
    "user_data_cust_dim_1", INFO_MART,
    key("id", KEY), col("tenant_key", INT), *(col(f"dim_attribute_{n}", NAME, "none") for n in range(1, 6)), *audit(),
)  # fmt: skip

routing_target = Table(
    "routing_target", INFO_MART,
    key("routing_target_key", INT), col("tenant_key", INT), col("routing_target_type", LABEL), col("routing_target_type_code", CODE),
    col("agent_group_name", NAME, "none"), col("place_group_name", NAME, "none"), col("skill_expression", NAME, "none"),
    col("target_object_selected", NAME, "none"), *audit(),
)  # fmt: skip
