"""What a run says is kept to sort and search by, as the SQL beside this file spells it for each database."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of the file for this database; they stand apart by an empty line."""
    connection = op.get_bind()
    spelled = Path(__file__).with_name(f"0009_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in spelled.split("\n\n"):
        if not statement.startswith("--"):
            connection.exec_driver_sql(statement.strip().removesuffix(";"))
