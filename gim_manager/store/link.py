"""What a connection is made of: the server at its other end, and whether TLS protects the way there."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text

from gim_manager.schema.engines import reading
from gim_manager.store.connect import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Who answers, and how the way there is protected now."""

    version: str
    """Of PostgreSQL or SQLite, without its name."""
    tls: str | None = None
    """The version of TLS in use, `TLSv1.3`; None if there is none."""


_LINK = text("""
    SELECT split_part(current_setting('server_version'), ' ', 1),
        (SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl)
""")


def read_link(database: Database) -> Link:
    """The link of a session of its own; raises what reading raises."""
    with reading(database.manager) as connection:
        if database.is_local:
            # Differs from PostgreSQL because a file is read by this program itself.
            return Link(version=str(connection.scalar(text("SELECT sqlite_version()"))))
        version, tls = connection.execute(_LINK).one()
        return Link(version=version, tls=tls)
