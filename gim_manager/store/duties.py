"""Who led the schedule, from when to when: written with every change of hands, by the database's clock."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, case, delete, func, insert, select, update

from gim_manager.domain.duty import Duty
from gim_manager.schema.live import mgr_duty, mgr_lease
from gim_manager.store.clock import database_clock
from gim_manager.store.rows import instant, micros, opt_instant


def begin(connection: Connection, server: str, heard: datetime | None) -> None:
    """This server leads from now on; one that was not relieved did so until `heard`, the end of its lease."""
    end(connection, heard)
    connection.execute(insert(mgr_duty).values(server=server, since=database_clock(connection)))


def end(connection: Connection, heard: datetime | None = None) -> None:
    """Nobody leads any more, since now or since `heard` where that is earlier."""
    now = database_clock(connection)
    until = now if heard is None else case((now < micros(heard), now), else_=micros(heard))
    connection.execute(update(mgr_duty).where(mgr_duty.c.until.is_(None)).values(until=until))


def forget(connection: Connection, *, before: datetime) -> None:
    """Deletes what ended before this instant."""
    connection.execute(delete(mgr_duty).where(mgr_duty.c.until < micros(before)))


def around(connection: Connection, at: datetime) -> tuple[Duty, ...]:
    """The duty at this instant, or those that came before and after it: two probes of an index."""
    duties, moment = _duties(connection), micros(at)
    before = duties.where(mgr_duty.c.since <= moment).order_by(mgr_duty.c.since.desc()).limit(1)
    after = duties.where(mgr_duty.c.since > moment).order_by(mgr_duty.c.since).limit(1)
    return (*_read(connection, before), *_read(connection, after))


def between(connection: Connection, since: datetime, until: datetime) -> tuple[Duty, ...]:
    """The duties that touch a time, and the one that began last before it, oldest first."""
    first = select(func.max(mgr_duty.c.since)).where(mgr_duty.c.since <= micros(since)).scalar_subquery()
    touching = mgr_duty.c.since.between(func.coalesce(first, micros(since)), micros(until))
    return _read(connection, _duties(connection).where(touching).order_by(mgr_duty.c.since, mgr_duty.c.id))


def _duties(connection: Connection) -> Select[Any]:
    # A server that died has written no end: it led until its lease ran out.
    expired = select(mgr_lease.c.expires_at).where(mgr_lease.c.expires_at <= database_clock(connection))
    until = func.coalesce(mgr_duty.c.until, expired.scalar_subquery())
    return select(mgr_duty.c.server, mgr_duty.c.since, until.label("until"))


def _read(connection: Connection, wanted: Select[Any]) -> tuple[Duty, ...]:
    found = connection.execute(wanted)
    return tuple(Duty(server=server, since=instant(since), until=opt_instant(until)) for server, since, until in found)
