"""Partitions on PostgreSQL, and on both databases keys of the history that hold the column they are made by.

On PostgreSQL no row moves: a table becomes the first partition, without bounds, of a new table of its name. Whoever read
the old one reads the new one: its owner, its rights, and the views of others on it are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from alembic import op
from sqlalchemy import Connection, text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

HISTORY = {
    "ctl_audit_log": "audit_key",
    "ctl_extract_history": "create_audit_key, table_name, data_source_key",
    "ctl_transform_history": "audit_key, hwm_name",
    "ctl_etl_history": "job_id",
}
"""What the key of each was; CREATED_TS joins it."""
FACTS = (
    "interaction_fact", "interaction_resource_fact", "mediation_segment_fact", "ixn_resource_state_fact",
    "sm_res_session_fact", "sm_res_state_fact", "sm_res_state_reason_fact",
)  # fmt: skip
CREATED = (
    "gidb_g_ir", "gidb_g_call", "gidb_g_party", "gidb_g_virtual_queue", "gidb_g_login_session",
    "gidb_gx_session_endpoint", "gidb_g_agent_state_rc",
)  # fmt: skip
ADDED = ("gidb_g_party_history", "gidb_g_route_result", "gidb_g_userdata_history", "gidb_g_agent_state_history")
COLUMNS = (
    dict.fromkeys(FACTS, "start_date_time_key")
    | dict.fromkeys((*HISTORY, *CREATED), "created_ts")
    | dict.fromkeys(ADDED, "added_ts")
)

_CONSTRAINTS = text("""
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE conrelid = to_regclass(:name) AND contype IN ('p', 'u') ORDER BY oid
""")
_INDEXES = text("""
    SELECT pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = to_regclass(:name) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
    ORDER BY indexrelid
""")
_RIGHTS = text("""
    SELECT DISTINCT quote_ident(pg_get_userbyid(c.relowner)) AS owner, given.privilege_type, given.is_grantable,
        CASE given.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(given.grantee)) END AS grantee
    FROM pg_class c CROSS JOIN LATERAL aclexplode(COALESCE(c.relacl, acldefault('r', c.relowner))) given
    WHERE c.oid = to_regclass(:name)
""")
_VIEWS = text("""
    SELECT DISTINCT v.oid::regclass::text AS name, v.relkind, pg_get_viewdef(v.oid) AS query,
        array_to_string(v.reloptions, ', ') AS options
    FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class
    WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = to_regclass(:name)
""")


def upgrade() -> None:
    """Change keys, then make the partitioned tables."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS gim_partitions")
        for name, key in HISTORY.items():
            connection.exec_driver_sql(
                f"ALTER TABLE {name} DROP CONSTRAINT {name}_pkey, ADD PRIMARY KEY ({key}, created_ts)"
            )
        for name, column in COLUMNS.items():
            for statement in _partitioning(connection, name, column):
                # A view of somebody else may hold a percent sign, which the driver would take for a parameter.
                connection.exec_driver_sql(statement, execution_options={"no_parameters": True})
        return
    spelled = Path(__file__).with_name("0002_sqlite.sql").read_text(encoding="utf-8")
    for statement in spelled.split("\n\n"):
        if not statement.startswith("--"):
            connection.exec_driver_sql(statement.strip().removesuffix(";"))


def _partitioning(connection: Connection, name: str, column: str) -> Iterator[str]:
    """What turns one table into a partitioned one; all is asked before the first statement runs."""
    about = {"name": name}
    constraints = connection.execute(_CONSTRAINTS, about).all()
    indexes = connection.scalars(_INDEXES, about).all()
    rights = connection.execute(_RIGHTS, about).all()
    views = connection.execute(_VIEWS, about).all()
    if stored := [view.name for view in views if view.relkind == "m"]:
        # It would go on reading the old table alone, and nobody would notice.
        raise RuntimeError(f"The materialized view {stored[0]} reads {name}: drop it, migrate, then make it again.")
    old = f"gim_partitions.{name}_before"
    yield f"ALTER TABLE {name} SET SCHEMA gim_partitions"
    yield f"ALTER TABLE gim_partitions.{name} RENAME TO {name}_before"
    yield f"CREATE TABLE {name} (LIKE {old} INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY RANGE ({column})"
    for constraint, definition in constraints:
        yield f"ALTER TABLE {name} ADD CONSTRAINT {constraint} {definition}"
    yield from indexes
    yield f"CREATE TABLE gim_partitions.{name}_default PARTITION OF {name} DEFAULT"
    yield f"ALTER TABLE {name} ATTACH PARTITION {old} FOR VALUES FROM (MINVALUE) TO (MAXVALUE)"
    for right in rights:
        grantable = " WITH GRANT OPTION" if right.is_grantable else ""
        yield f"GRANT {right.privilege_type} ON {name} TO {right.grantee}{grantable}"
    yield f"ALTER TABLE {name} OWNER TO {rights[0].owner}"
    for view in views:
        options = f" WITH ({view.options})" if view.options else ""
        yield f"CREATE OR REPLACE VIEW {view.name}{options} AS {view.query}"
