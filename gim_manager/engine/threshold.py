"""A server before manager's tables of an older program: heard of, leading nothing, until they are up to date (R29)."""

from __future__ import annotations

import logging

from gim_manager import __version__
from gim_manager.domain.due import migration_key
from gim_manager.domain.errors import OlderServer
from gim_manager.domain.run import SCHEDULER
from gim_manager.engine.clock import Clock
from gim_manager.engine.heart import BEAT_SECONDS, Identity
from gim_manager.schema.engines import reading, writing
from gim_manager.store import older, options
from gim_manager.store.connect import Database
from gim_manager.store.upgrade import By, upgrade_manager
from gim_manager.store.versions import ensure_not_newer, wanted

_LOG = logging.getLogger(__name__)
LOOK_SECONDS = 0.5


class Threshold:
    """Used by the scheduler's thread, before its first turn."""

    def __init__(self, database: Database, clock: Clock, me: Identity) -> None:
        self._database = database
        self._clock = clock
        self._me = me
        self._beaten: float | None = None
        self._said = ""

    def crossed(self) -> bool:
        """Whether the tables are this program's, so that it may serve; asked every LOOK_SECONDS until then.

        Brings them up to date by itself where on-demand-migration is true. Raises NewerSchema, and GimError while the
        database is away.
        """
        found = ensure_not_newer(self._database)
        if not found.manager_is_older:
            return True
        self._say(
            f"The schema is older than this program: it is {found.words}. This server waits until it is brought up to "
            "date with: gim-manager migrate"
        )
        self._beat()
        return self._may_migrate() and self._migrated()

    def leave(self) -> None:
        """This server waits no more; raises GimError."""
        if self._beaten is not None:
            with writing(self._database.manager) as connection:
                older.leave(connection, self._me.id)

    def _beat(self) -> None:
        now = self._clock.steady()
        if self._beaten is not None and now - self._beaten < BEAT_SECONDS:
            return
        with writing(self._database.manager) as connection:
            older.beat(connection, server=self._me.id, host=self._me.host, pid=self._me.pid, version=__version__)
        self._beaten = now

    def _may_migrate(self) -> bool:
        with reading(self._database.manager) as connection:
            return options.load(connection).flag("schedule", "on-demand-migration")

    def _migrated(self) -> bool:
        by = By(user=SCHEDULER, host=self._me.host, launch_key=migration_key(wanted().key))
        try:
            upgrade_manager(self._database, by, self._clock.now())
        except OlderServer as busy:
            self._say(str(busy))
            return False
        return True

    def _say(self, sentence: str) -> None:
        if sentence != self._said:
            _LOG.warning(sentence, extra={"action": "migration"})
            self._said = sentence
