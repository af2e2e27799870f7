"""The days that are final: a table of seals, and the view that reports read, which is made after the last step."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The same statement on both databases."""
    op.get_bind().exec_driver_sql(
        """
CREATE TABLE ctl_day_seal (
    day VARCHAR(64) NOT NULL,
    start_ts INTEGER NOT NULL,
    end_ts INTEGER NOT NULL,
    sealed_ts INTEGER NOT NULL,
    PRIMARY KEY (day)
)"""
    )
