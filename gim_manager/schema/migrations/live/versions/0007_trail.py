"""The audit trail becomes a chain of hashes, and passwords leave the table of the data sources."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

CHAIN_HERE = "-- Here"
OLD = "id, at, actor, host, action, subject, run_id, rule, reason, detail"
PASSWORDS = re.compile(r"(?<=://)([^/:@]*:).*(?=@)|([?&](?:ssl)?password=)[^&]*")


def upgrade() -> None:
    """Run the statements of the file for this database; they stand apart by an empty line."""
    connection = op.get_bind()
    frozen = Path(__file__).with_name(f"{revision}_{connection.dialect.name}.sql").read_text(encoding="utf-8")
    head = (0, "")
    for statement in frozen.split("\n\n"):
        if statement.startswith(CHAIN_HERE):
            head = chain(connection)
        elif not statement.startswith("--"):
            connection.exec_driver_sql(statement.strip().removesuffix(";"))
    schema, mark = spelling(connection)
    connection.exec_driver_sql(f"UPDATE {schema}mgr_audit_chain SET head_id = {mark}, head_hash = {mark}", head)
    hide_passwords(connection)


def spelling(connection: Any) -> tuple[str, str]:
    """What stands before a table's name, and for a value."""
    return ("", "?") if connection.dialect.name == "sqlite" else ("gim_manager.", "%s")


def chain(connection: Any) -> tuple[int, str]:
    """Give every row its hash; the number and hash of the last."""
    sqlite = connection.dialect.name == "sqlite"
    table = "mgr_audit_unchained" if sqlite else "gim_manager.mgr_audit"
    last, before, chained = 0, "", []
    for row in connection.exec_driver_sql(f"SELECT {OLD} FROM {table} ORDER BY id").all():
        number, at, actor, host, *rest = row
        values = (number, at, actor, None, None, host, *rest)
        text = ",".join("-" if value is None else f"{len(str(value).encode())}:{value}" for value in values)
        last, before = number, hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()
        chained.append((*row, before) if sqlite else (before, number))
    write = f"INSERT INTO mgr_audit ({OLD}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    if not sqlite:
        write = "UPDATE gim_manager.mgr_audit SET hash = %s WHERE id = %s"
    if chained:
        connection.exec_driver_sql(write, chained)
    return last, before


def hide_passwords(connection: Any) -> None:
    """The whole URL goes where only servers and administrators read; what is left is what may be shown."""
    schema, mark = spelling(connection)
    keep = f"INSERT INTO {schema}mgr_source_secret (name, url) VALUES ({mark}, {mark})"
    for name, url in connection.exec_driver_sql(f"SELECT name, url FROM {schema}mgr_source").all():
        shown = PASSWORDS.sub(r"\1\2***", url)
        if shown != url:
            connection.exec_driver_sql(keep, (name, url))
            connection.exec_driver_sql(f"UPDATE {schema}mgr_source SET url = {mark} WHERE name = {mark}", (shown, name))
