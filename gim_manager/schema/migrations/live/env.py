"""How Alembic runs the history of the manager's tables: on the connection that it is handed, in its open transaction."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    version_table="mgr_schema_version",
    version_table_schema="gim_manager" if connection.dialect.name == "postgresql" else None,
    # As in the Info Mart's history: DDL is part of our transaction on both databases.
    transactional_ddl=True,
)
context.run_migrations()
