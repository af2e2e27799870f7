"""Commands as a server that owns the schedule, or thinks so still, writes them."""

from datetime import timedelta
from typing import Any

from gim_manager.domain.commands import Command
from gim_manager.engine.apply import Applied, Applier
from gim_manager.engine.heart import new_identity
from gim_manager.schema.engines import writing
from gim_manager.store import leases, snapshot
from gim_manager.store.connect import Database
from gim_manager.store.leases import Tenure
from tests.language.clock import START as NOW

HOUR = timedelta(hours=1)
WHY: Any = {"rule": "R99", "reason": "Because."}


def apply(database: Database, *commands: Command, leads: bool = True) -> Applied:
    """What comes of these commands, decided on the world as it is."""
    return applier(database, leads=leads).apply(snapshot.read(database, NOW), commands, NOW)


def applier(database: Database, *, leads: bool = True) -> Applier:
    """Of a server that owns the schedule; without `leads` another has got it meanwhile."""
    me = new_identity()
    with writing(database.manager) as connection:
        before = leases.current(connection)
        taken = leases.take(connection, holder=me.id, lasts=HOUR, vacant=before.epoch)
        assert taken is not None
        if not leads:
            leases.give(connection, to="another", lasts=HOUR)
    tenure = Tenure(holder=me.id, epoch=taken.epoch)
    return Applier(database, me, lambda: tenure)
