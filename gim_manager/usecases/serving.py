"""The server of an Info Mart for whoever runs one without a window, and how it fares for whoever watches over it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from gim_manager.domain.conditions import condition_sentence
from gim_manager.domain.status import EtlStatus
from gim_manager.engine.scheduler import Scheduler
from gim_manager.schema.engines import reading
from gim_manager.store import leases, roles
from gim_manager.store.connect import beside, ensure_writes, open_database
from gim_manager.store.versions import ensure_not_newer, state
from gim_manager.usecases import status
from gim_manager.usecases.context import Actor, Context
from gim_manager.usecases.figures import Figures, Tally

ALIVE_SECONDS = 60.0
"""A scheduler whose turn is later than this stands still. A database that is away takes less from a turn."""
STATEMENT_SECONDS = 5
"""How long PostgreSQL works on a question of whoever watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Whether this server does its part: it leads, or stands by and can."""

    ready: bool
    leads: bool = False
    why_not: str | None = None


class Serving:
    """One server: `run` blocks until `end`, which any thread and any signal handler may call."""

    def __init__(self, url: str) -> None:
        """Raises what `open_database` raises, ReadOnly, NewerSchema, NeedsRole."""
        database = open_database(url)
        ensure_writes(database)
        self.waits = ensure_not_newer(database).manager_is_older
        """Whether it serves only once the manager's tables are brought up to date (R29)."""
        roles.access(database).ensure_serves("Running a server")
        self.shown_url = database.url
        self._scheduler = Scheduler(database)
        looking = beside(database, application="gim-manager health", seconds=STATEMENT_SECONDS)
        self._context = Context(database=looking, actor=Actor.here())
        self._tally = Tally(self._context.now())

    @property
    def id(self) -> str:
        """Which server this is, among others on the same database."""
        return self._scheduler.identity.id

    def run(self) -> None:
        """Schedule, launch, watch over runs; until `end`, and then until the runs of this server have stopped. Raises
        NewerSchema where it ended because somebody migrated the schema beyond this program (R29)."""
        try:
            self._scheduler.run()
        finally:
            self._context.database.let_go()

    def end(self) -> None:
        """Begin to end: the schedule is handed over and what runs here is told to stop."""
        self._scheduler.ask_to_close()

    @property
    def has_begun(self) -> bool:
        """Whether its first turn has ended, or it waits for a migration; asks no database."""
        return self.waits or self._scheduler.overdue is not None

    @property
    def is_alive(self) -> bool:
        """Whether its scheduler does not stand still; asks no database."""
        overdue = self._scheduler.overdue
        return overdue is None or overdue < ALIVE_SECONDS

    @property
    def leads(self) -> bool:
        """Whether it owns the schedule, as far as it knows; asks no database."""
        return self._scheduler.is_leader

    @property
    def trouble(self) -> str | None:
        """Why it has not got through for 10 s, as a sentence; asks no database."""
        return self._scheduler.failure

    def readiness(self) -> Readiness:
        """Whether the schema is ready and this server is heard of; raises GimError if the database cannot be read."""
        if why_not := condition_sentence(state(self._context.database).condition):
            return Readiness(ready=False, why_not=why_not)
        with reading(self._context.database.manager) as connection:
            heard = any(server.id == self.id for server in leases.servers(connection))
            leads = leases.current(connection).holder == self.id
        if not heard:
            return Readiness(ready=False, why_not="This server was not heard of for 15 seconds.")
        return Readiness(ready=True, leads=leads)

    def status(self) -> EtlStatus:
        """The state of the whole; raises GimError if the database cannot be read."""
        return status.read(self._context)

    @property
    def zone(self) -> tzinfo:
        """The `timezone` option; raises GimError if the database cannot be read."""
        return self._context.zone

    def figures(self) -> Figures:
        """How it stands, and what has happened since this was asked last; one thread at a time."""
        return self._tally.read(self._context)
