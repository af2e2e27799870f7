"""How Alembic runs the Info Mart's history: on the connection that it is handed, in the transaction that is open there."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="ctl_schema_version",
    # Differs from PostgreSQL because Alembic holds SQLite for a database that commits at each DDL; under our own BEGIN it
    # does not, and a step that fails leaves nothing behind.
    transactional_ddl=True,
)
context.run_migrations()
