"""Which servers are alive, and which of them owns the schedule, by the database's clock alone (R35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, case, delete, exists, false, or_, select, update

from gim_manager.domain.lease import Standing
from gim_manager.schema.dialect import insert_or_ignore, upserting
from gim_manager.schema.live import mgr_lease, mgr_server
from gim_manager.schema.messages import KEPT
from gim_manager.store import audit, duties
from gim_manager.store.audit import Act
from gim_manager.store.changes import Topic, in_turn, note
from gim_manager.store.clock import CLOCKS, database_clock, database_now
from gim_manager.store.rows import instant, opt_instant

ALIVE = timedelta(seconds=15)
"""A server is alive if it was heard of within this time (cli-contract, run)."""
HEARD = timedelta(seconds=6)
"""The schedule is left only to a server that was heard of within this time: three beats."""
_NAME = "scheduler"


def _micros(span: timedelta) -> int:
    return span // timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Who owns the schedule; `epoch` grows with every change of hands, and guards the scheduler's writes."""

    holder: str | None
    epoch: int
    expires_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that was heard of, leader or standby."""

    id: str
    host: str
    pid: int
    version: str
    since: datetime
    heartbeat_at: datetime
    standing: Standing


def take(
    connection: Connection, *, holder: str, lasts: timedelta, on_duty: bool = True, vacant: int | None = None
) -> Lease | None:
    """The lease, if it is free, expired or this server's own; None while another holds it. Its epoch grows with every
    change of hands. A holder that launches nothing by itself is not `on_duty`. The lease of the epoch `vacant` is free:
    its holder has vanished."""
    in_turn(connection)
    connection.execute(insert_or_ignore(connection, mgr_lease).values(name=_NAME, epoch=0))
    now = database_clock(connection)
    free = or_(
        mgr_lease.c.holder.is_(None), mgr_lease.c.expires_at.is_(None), mgr_lease.c.expires_at <= now,
        false() if vacant is None else mgr_lease.c.epoch == vacant,
    )  # fmt: skip
    own = mgr_lease.c.holder == holder
    grown = case((own & ~free, mgr_lease.c.epoch), else_=mgr_lease.c.epoch + 1)
    taken = (
        update(mgr_lease)
        .where(mgr_lease.c.name == _NAME, or_(free, own))
        .values(holder=holder, epoch=grown, expires_at=now + _micros(lasts))
    )
    before = current(connection)
    if connection.execute(taken).rowcount == 0:
        return None
    lease = current(connection)
    if lease.epoch != before.epoch:
        _change_duty(connection, holder, before, on_duty=on_duty)
        _tell_of_leader(connection, holder)
    return lease


def give(connection: Connection, *, to: str, lasts: timedelta) -> Lease:
    """The lease passes to this server, whoever holds it: that one's writes are refused from here on, and the new holder
    finds it with its next beat."""
    in_turn(connection)
    connection.execute(insert_or_ignore(connection, mgr_lease).values(name=_NAME, epoch=0))
    before, now = current(connection), database_clock(connection)
    given = update(mgr_lease).where(mgr_lease.c.name == _NAME)
    connection.execute(given.values(holder=to, epoch=mgr_lease.c.epoch + 1, expires_at=now + _micros(lasts)))
    duties.begin(connection, to, before.expires_at)
    _tell_of_leader(connection, to)
    return current(connection)


def _tell_of_leader(connection: Connection, holder: str) -> None:
    audit.record(connection, Act(at=database_now(connection), actor=holder, action="leads", subject="the schedule"))
    note(connection, Topic.SERVER)


def _change_duty(connection: Connection, holder: str, before: Lease, *, on_duty: bool) -> None:
    if on_duty:
        duties.begin(connection, holder, before.expires_at)
    else:
        duties.end(connection, before.expires_at)


def renew(connection: Connection, *, holder: str, epoch: int, lasts: timedelta, on_duty: bool = True) -> bool:
    """Holds on to the lease; False if it has passed into other hands, who must then be obeyed."""
    in_turn(connection)
    now = database_clock(connection)
    longer = update(mgr_lease).values(expires_at=now + _micros(lasts)).where(_is(holder, epoch))
    if connection.execute(longer.where(mgr_lease.c.expires_at > now)).rowcount == 1:
        return True
    # It had expired and nobody took it: the machine slept, or the database was away.
    lapsed = current(connection)
    if connection.execute(longer).rowcount == 0:
        return False
    _change_duty(connection, holder, lapsed, on_duty=on_duty)
    return True


def release(connection: Connection, *, holder: str, epoch: int) -> bool:
    """Gives the lease back, so that a standby takes it at once; False if it was another's already."""
    in_turn(connection)
    gone = connection.execute(update(mgr_lease).where(_is(holder, epoch)).values(holder=None, expires_at=None))
    if gone.rowcount:
        duties.end(connection)
        note(connection, Topic.SERVER)
    return gone.rowcount == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """That a server owns the schedule, as far as it knows."""

    holder: str
    epoch: int

    @property
    def given(self) -> dict[str, Any]:
        """For the parameters of IN_FORCE."""
        return {"of_holder": self.holder, "of_epoch": self.epoch}


_OURS = {
    dialect: select(mgr_lease.c.epoch).where(
        mgr_lease.c.name == _NAME, mgr_lease.c.holder == bindparam("of_holder"),
        mgr_lease.c.epoch == bindparam("of_epoch"), mgr_lease.c.expires_at > now,
    )
    for dialect, now in CLOCKS.items()
}  # fmt: skip
IN_FORCE = {dialect: exists(ours) for dialect, ours in _OURS.items()}
"""Whether a Tenure is in force; whoever asks in turn keeps it so until the transaction ends."""
_MINE = {dialect: ours.with_for_update().execution_options(**KEPT) for dialect, ours in _OURS.items()}


def holds(connection: Connection, tenure: Tenure) -> bool:
    """Whether this server owns the schedule in this transaction; keeps it so until the transaction ends."""
    # The turn before the row, as all who write the lease: in the other order two servers would wait for each other.
    in_turn(connection)
    return connection.scalar(_MINE[connection.dialect.name], tenure.given) is not None


def is_vacant(connection: Connection, *, holder: str) -> bool:
    """Whether this server would get the lease: nobody holds it, it has expired, or it was given to this very server."""
    known = select(mgr_lease.c.holder).where(
        mgr_lease.c.name == _NAME, mgr_lease.c.holder != holder, mgr_lease.c.expires_at > database_clock(connection)
    )
    return connection.scalar(known) is None


def current(connection: Connection) -> Lease:
    """The lease as it stands; no holder before the first."""
    row = connection.execute(
        select(mgr_lease.c.holder, mgr_lease.c.epoch, mgr_lease.c.expires_at).where(mgr_lease.c.name == _NAME)
    ).one_or_none()
    if row is None:
        return Lease(holder=None, epoch=0, expires_at=None)
    return Lease(holder=row.holder, epoch=row.epoch, expires_at=opt_instant(row.expires_at))


def beat(connection: Connection, *, server: str, host: str, pid: int, version: str, standing: Standing) -> None:
    """The server lives, with this standing. A first beat and a new standing are changes, any other wakes nobody."""
    in_turn(connection)
    now = database_clock(connection)
    before = connection.scalar(select(mgr_server.c.state).where(mgr_server.c.id == server))
    new = upserting(connection, mgr_server).values(
        id=server, host=host, pid=pid, version=version, since=now, heartbeat_at=now, state=standing.value
    )
    connection.execute(
        new.on_conflict_do_update(
            index_elements=["id"], set_={"heartbeat_at": new.excluded.heartbeat_at, "state": standing.value}
        )
    )
    if before != standing.value:
        note(connection, Topic.SERVER)


def leave(connection: Connection, server: str) -> None:
    """The server ends in good order, and is heard of no more."""
    in_turn(connection)
    connection.execute(delete(mgr_server).where(mgr_server.c.id == server))
    note(connection, Topic.SERVER)


def forget(connection: Connection, *, silent_for: timedelta) -> int:
    """Deletes servers that were not heard of for this long; returns how many."""
    old = mgr_server.c.heartbeat_at < database_clock(connection) - _micros(silent_for)
    return connection.execute(delete(mgr_server).where(old)).rowcount


def servers(connection: Connection, *, within: timedelta = ALIVE) -> tuple[Server, ...]:
    """The servers that were heard of within this time, the oldest first."""
    columns = ("id", "host", "pid", "version", "since", "heartbeat_at", "state")
    heard = mgr_server.c.heartbeat_at >= database_clock(connection) - _micros(within)
    found = connection.execute(
        select(*(mgr_server.c[name] for name in columns)).where(heard).order_by(mgr_server.c.since, mgr_server.c.id)
    )
    return tuple(
        Server(
            id=server, host=host, pid=pid, version=version, since=instant(since), heartbeat_at=instant(at),
            standing=Standing(standing),
        )
        for server, host, pid, version, since, at, standing in found
    )  # fmt: skip


SERVED = {dialect: exists().where(mgr_server.c.heartbeat_at >= now - _micros(ALIVE)) for dialect, now in CLOCKS.items()}
"""Whether any server is alive."""


def standbys(connection: Connection) -> tuple[str, ...]:
    """The servers that stand by and were heard of just now, the oldest first."""
    heard = servers(connection, within=HEARD)
    return tuple(server.id for server in heard if server.standing is Standing.STANDBY)


def _is(holder: str, epoch: int) -> ColumnElement[bool]:
    return (mgr_lease.c.name == _NAME) & (mgr_lease.c.holder == holder) & (mgr_lease.c.epoch == epoch)
