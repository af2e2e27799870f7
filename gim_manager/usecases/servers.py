"""The servers of an Info Mart: which are alive, which leads, and making another one the scheduler (R35)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gim_manager.domain.access import Role
from gim_manager.domain.errors import NoServer, Refused
from gim_manager.domain.lease import OBSTACLES
from gim_manager.engine.heart import LEASE
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, changes, leases
from gim_manager.store.clock import database_now
from gim_manager.store.connect import ensure_writes
from gim_manager.store.leases import Server
from gim_manager.usecases.context import Context, hosted

__all__ = ["Server", "Servers", "lead", "listed", "serving_here"]
_RULE = "R35"
_SCHEDULE = "the schedule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    """Those that were heard of within 15 s, the oldest first."""

    alive: tuple[Server, ...]
    leader: str | None
    """The id of the one that owns the schedule, also where it has not been heard of lately."""


@contextmanager
def serving_here(context: Context) -> Iterator[str]:
    """A server in this program while the block lasts, which leads or stands by; its id. Raises ReadOnly, NeedsRole."""
    ensure_writes(context.database)
    with hosted(context, scheduling=True) as scheduler:
        yield scheduler.identity.id


def listed(context: Context) -> Servers:
    """All that are alive."""
    with reading(context.database.manager) as connection:
        return _servers(connection)


def _servers(connection: Any) -> Servers:
    return Servers(alive=leases.servers(connection), leader=leases.current(connection).holder)


def lead(context: Context, name: str | None = None) -> Server:
    """Gives the schedule to this server: to one by its id or the beginning of it, or to the one of this program or
    computer; nothing changes where it leads already.

    Raises Refused if it is not alive or cannot lead, or if several could be meant; NoServer where none is alive;
    NeedsRole.
    """
    context.access.ensure(Role.ADMINISTRATOR, "Making a server the scheduler")
    now = context.now()
    with writing(context.database.manager) as connection:
        # In turn with the servers, whose beats change what is found here.
        changes.in_turn(connection)
        known = _servers(connection)
        found = _named(context, known, name)
        if isinstance(found, Server):
            found = _obstacle(found, database_now(connection)) or found
        if isinstance(found, Refused):
            told = context.act("refused", now, subject=_SCHEDULE, detail=name, rule=found.rule, reason=found.reason)
            audit.record(connection, told)
        elif found.id != known.leader:
            leases.give(connection, to=found.id, lasts=LEASE)
            detail = f"{found.id} after {known.leader}"
            audit.record(connection, context.act("appointed", now, subject=_SCHEDULE, detail=detail))
    if isinstance(found, Refused):
        raise found
    context.wake()
    return found


def _named(context: Context, known: Servers, name: str | None) -> Server | Refused:
    if not known.alive:
        raise NoServer
    own = context.scheduler.identity.id if context.scheduler is not None else None
    if name is not None:
        meant = [server for server in known.alive if server.id == name] or [
            s for s in known.alive if s.id.startswith(name)
        ]
        none = f"No server {name} is alive"
    elif own is not None:
        meant, none = (
            [server for server in known.alive if server.id == own],
            "The server of this program is not alive yet",
        )
    else:
        meant = [
            s for s in known.alive if s.host == context.actor.host and s.id != known.leader and s.standing.can_lead
        ]
        none = "No server of this computer stands by"
    if len(meant) == 1:
        return meant[0]
    if meant:
        return Refused(_RULE, f"Several servers could be meant: {', '.join(server.id for server in meant)}. Name one.")
    return Refused(_RULE, f"{none}. Alive are {', '.join(server.id for server in known.alive)}.")


def _obstacle(server: Server, now: datetime) -> Refused | None:
    """Why it cannot be made the scheduler."""
    if now - server.heartbeat_at > leases.HEARD:
        silent = round((now - server.heartbeat_at).total_seconds())
        return Refused(_RULE, f"{server.id} was last heard of {silent} seconds ago: it may be gone.")
    if why := OBSTACLES.get(server.standing):
        return Refused(_RULE, f"{server.id} cannot be the scheduler: {why}.")
    return None
