"""A decision is written whole or not at all, and only by who owns the schedule and knows how things stand."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from gim_manager.domain.commands import Command, KillRun, Launch, StartRun, WaitUntil
from gim_manager.domain.world import World
from gim_manager.engine.acts import Claimed, Connection, Writer
from gim_manager.engine.heart import Identity
from gim_manager.schema.engines import writing
from gim_manager.store import changes, leases
from gim_manager.store.changes import AtOnce
from gim_manager.store.connect import Database
from gim_manager.store.leases import Tenure

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What came of a decision."""

    claimed: tuple[Claimed, ...] = ()
    changed: bool = False
    """The world is another now: decide again at once."""
    wait_until: datetime | None = None
    wrote: bool = False
    """The tables tell more now than the world that was decided on."""
    lease_lost: bool = False
    """Nothing was written: the schedule has passed into other hands."""
    overtaken: bool = False
    """Nothing was written: somebody wrote after the world was read, and it is decided anew."""


class Applier:
    """Writes the decisions of one server."""

    def __init__(self, database: Database, me: Identity, tenure: Callable[[], Tenure | None]) -> None:
        """`tenure` says that the schedule is ours, as far as is known here; each write asks the database (R35)."""
        self._database = database
        self._me = me
        self._tenure = tenure

    def apply(self, world: World, commands: Sequence[Command], now: datetime) -> Applied:
        """Write a decision, all or nothing; the claimed runs are for the caller to start after this."""
        until = next((command.at for command in commands if isinstance(command, WaitUntil)), None)
        acting = [command for command in commands if not isinstance(command, WaitUntil | KillRun)]
        if not acting:
            return Applied(wait_until=until)
        tenure = self._tenure()
        if tenure is None:
            return Applied(lease_lost=True)
        writer = self._start_at_once(world, acting, now, tenure)
        if writer is None:
            with writing(self._database.manager) as connection:
                if changes.latest_in_turn(connection) != world.change:
                    return Applied(overtaken=True)
                if not leases.holds(connection, tenure):
                    return Applied(lease_lost=True)
                writer = self._writer(connection, world, now, self._standbys(connection, world, acting))
                for command in acting:
                    writer.do(command)
        for command in acting:
            _LOG.info("%s (%s)", command.reason, command.rule, extra={"action": type(command).__name__})
        return Applied(claimed=tuple(writer.claimed), changed=writer.changed, wait_until=until, wrote=True)

    def _start_at_once(self, world: World, commands: Sequence[Command], now: datetime, tenure: Tenure) -> Writer | None:
        """What most decisions come to, one start, in one message to the database. None, and nothing is written, where
        it is more than that, or something is not as it was known."""
        if len(commands) > 1 or _spreads(world):
            return None
        engine = self._database.manager
        known = AtOnce(
            engine=engine, only_if=(changes.UNCHANGED, leases.IN_FORCE[engine.dialect.name]),
            given={"known_change": world.change, **tenure.given},
        )  # fmt: skip
        writer = self._writer(known, world, now, ())
        return writer if writer.starts(commands[0]) else None

    def _writer(self, connection: Connection, world: World, now: datetime, standbys: tuple[str, ...]) -> Writer:
        return Writer(
            connection=connection, world=world, server=self._me.id, host=self._me.host, now=now, standbys=standbys
        )

    @staticmethod
    def _standbys(connection: Connection, world: World, commands: Sequence[Command]) -> tuple[str, ...]:
        """Who may be offered what these commands start."""
        starts = any(isinstance(command, StartRun | Launch) for command in commands)
        return leases.standbys(connection) if starts and _spreads(world) else ()


def _spreads(world: World) -> bool:
    return world.postgresql and world.options.flag("manager", "spread-runs")
