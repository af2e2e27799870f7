"""What is offered to the servers of an Info Mart: taken by this one if it is its turn (spreading.py, R35)."""

from __future__ import annotations

import secrets
from datetime import datetime

from gim_manager.domain import spreading
from gim_manager.domain.world import World
from gim_manager.engine.acts import Claimed
from gim_manager.engine.heart import Identity
from gim_manager.schema.engines import writing
from gim_manager.store import leases, runs
from gim_manager.store.connect import Database


def take(database: Database, me: Identity, world: World, now: datetime, *, leads: bool) -> Claimed | None:
    """The oldest offer, ours from this moment on; None where it is for others to take, or another was faster. The world
    may be of a moment before: whose turn it is then is a matter of fairness, that one server has it is the tables'."""
    with writing(database.manager) as connection:
        standbys = leases.standbys(connection)
        if not spreading.may_take(me.id, standbys, world.runs, now, leads=leads):
            return None
        token = secrets.token_hex(8)
        run = runs.take(connection, server=me.id, token=token, now=now)
    return None if run is None else Claimed(run=run, token=token)
