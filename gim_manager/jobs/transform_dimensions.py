"""Which dimensions come from the configuration, in the order in which they refer to one another (T02)."""

from __future__ import annotations

from sqlalchemy import Connection, text

from gim_manager.jobs.script import script
from gim_manager.jobs.transform_merge import Target, give_keys, merge
from gim_manager.schema import dimensions

CONFIGURED: tuple[Target, ...] = (
    Target(table=dimensions.tenant, natural=("tenant_cfg_dbid",)),
    Target(table=dimensions.resource_, natural=("resource_cfg_type_id", "resource_cfg_dbid")),
    Target(table=dimensions.place, natural=("place_cfg_dbid",)),
    Target(table=dimensions.group_, natural=("group_cfg_dbid",)),
    Target(table=dimensions.skill, natural=("skill_cfg_dbid",)),
    Target(table=dimensions.resource_group_fact_, natural=("resource_key", "group_key", "start_ts")),
    Target(table=dimensions.resource_skill_fact_, natural=("resource_key", "skill_key", "start_ts")),
)
"""A configuration object is known by its DBID, a link by its two objects and its beginning: so a change of name keeps
the key, and what was deleted is closed."""


def merge_dimension(connection: Connection, target: Target, audit_key: int) -> int:
    """Brings one dimension up to the configuration; rows written. Equal rows are left alone."""
    script(f"transform/{target.name}").run(connection)
    give_keys(connection, target, f"seen_{target.name}")
    connection.execute(
        text(f"""
        CREATE TEMP TABLE new_{target.name} AS
        SELECT k.fact_key AS {target.identifier}, k.is_new, s.*
        FROM seen_{target.name} s JOIN key_{target.name} k ON {target.same("k", "s")}""")
    )
    return merge(connection, target, audit_key)
