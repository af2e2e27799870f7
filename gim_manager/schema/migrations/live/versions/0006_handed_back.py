"""A re-aggregation that runs may go back to Scheduled: the guard of MGR_RUN, as the SQL beside this file spells it."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of the file for this database; they stand apart by an empty line."""
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"0006_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in frozen.split("\n\n"):
        if not statement.startswith("--"):
            connection.exec_driver_sql(statement.strip().removesuffix(";"))
