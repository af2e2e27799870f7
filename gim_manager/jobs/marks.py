"""How far each reader has come: which audit keys it takes next, and how the mark moves with the data (T01, X02)."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from gim_manager.jobs import audit
from gim_manager.schema.control import ctl_mark

TRANSFORM = "transform"
EXPORT = "export"


def bound(connection: Connection) -> int:
    """The audit key to stop below: rows with `mark <= UPDATE_AUDIT_KEY < bound` are all there are, and all committed.

    Asked before `audit.begin` of the same transaction. A writer that is still open, whose key may be lower than keys
    already committed, holds the bound at its key; what it writes is read the next time.
    """
    return audit.open_bound(connection)


def read(connection: Connection, name: str) -> int:
    """The mark of this reader: every key below it has been read; 0 before its first time."""
    return int(connection.scalar(select(ctl_mark.c.value).where(ctl_mark.c.name == name)) or 0)


def move(connection: Connection, name: str, value: int, audit_key: int) -> None:
    """Sets the mark in the transaction of the data it tells of; it never goes back."""
    moved = connection.execute(
        update(ctl_mark)
        .where(ctl_mark.c.name == name, ctl_mark.c.value <= value)
        .values(value=value, update_audit_key=audit_key)
    )
    if not moved.rowcount and not _known(connection, name):
        connection.execute(insert(ctl_mark).values(name=name, value=value, update_audit_key=audit_key))


def _known(connection: Connection, name: str) -> bool:
    return connection.scalar(select(ctl_mark.c.name).where(ctl_mark.c.name == name)) is not None
