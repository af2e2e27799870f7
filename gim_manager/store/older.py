"""What may be asked and written of the manager's tables of any version: that a server lives, and who is at work.

These columns are those of the first version. No later version takes them away or gives them another meaning, and a
column that one adds to these tables has a default (docs/decisions/0018); tests that migrate from every version hold it
to that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, String, Table, delete, or_, select

from gim_manager.domain.lease import Standing
from gim_manager.schema.dialect import upserting
from gim_manager.store.changes import in_turn
from gim_manager.store.clock import database_clock
from gim_manager.store.leases import ALIVE
from gim_manager.store.rows import instant

_FIRST = MetaData()
_server = Table(
    "mgr_server", _FIRST,
    Column("id", String, primary_key=True), Column("host", String), Column("pid", Integer), Column("version", String),
    Column("since", BigInteger), Column("heartbeat_at", BigInteger), Column("state", String),
)  # fmt: skip
_lease = Table("mgr_lease", _FIRST, Column("holder", String), Column("expires_at", BigInteger))
_run = Table("mgr_run", _FIRST, Column("status", String), Column("server", String))
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A server that was heard of, of this program or an older one."""

    id: str
    host: str
    version: str
    since: datetime
    heartbeat_at: datetime


def beat(connection: Connection, *, server: str, host: str, pid: int, version: str) -> None:
    """The server lives, and stands by."""
    in_turn(connection)
    now = database_clock(connection)
    new = upserting(connection, _server).values(
        id=server, host=host, pid=pid, version=version, since=now, heartbeat_at=now, state=Standing.STANDBY.value
    )
    again = {"heartbeat_at": new.excluded.heartbeat_at, "state": Standing.STANDBY.value}
    connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=again))


def leave(connection: Connection, server: str) -> None:
    """The server waits no more."""
    in_turn(connection)
    connection.execute(delete(_server).where(_server.c.id == server))


def servers(connection: Connection) -> tuple[Heard, ...]:
    """The servers that were heard of within 15 s, the oldest first."""
    heard = _server.c.heartbeat_at >= database_clock(connection) - ALIVE // _MICROSECOND
    found = connection.execute(select(_server).where(heard).order_by(_server.c.since, _server.c.id))
    return tuple(
        Heard(
            id=row.id, host=row.host, version=row.version, since=instant(row.since),
            heartbeat_at=instant(row.heartbeat_at),
        )
        for row in found
    )  # fmt: skip


def at_work(connection: Connection) -> Heard | None:
    """A living server that leads the schedule or works a run; until the transaction ends no other takes the lease."""
    in_turn(connection)
    now = database_clock(connection)
    leads = select(_lease.c.holder).where(_lease.c.expires_at > now).with_for_update()
    works = select(_run.c.server).where(or_(_run.c.status == "Running", _run.c.status == "Stopping"))
    busy = {*connection.scalars(leads), *connection.scalars(works)}
    return next((server for server in servers(connection) if server.id in busy), None)
