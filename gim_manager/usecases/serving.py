"""The server of an Info Mart for whoever runs one without a window."""

from __future__ import annotations

from gim_manager.engine.scheduler import Scheduler
from gim_manager.store import roles
from gim_manager.store.connect import open_database
from gim_manager.store.versions import ensure_not_newer


class Serving:
    """One server: `run` blocks until `end`, which any thread and any signal handler may call."""

    def __init__(self, url: str) -> None:
        """Raises what `open_database` raises, NewerSchema, NeedsRole."""
        database = open_database(url)
        self.waits = ensure_not_newer(database).manager_is_older
        """Whether it serves only once the manager's tables are brought up to date (R29)."""
        roles.access(database).ensure_serves("Running a server")
        self.shown_url = database.url
        self._scheduler = Scheduler(database)

    @property
    def id(self) -> str:
        """Which server this is, among others on the same database."""
        return self._scheduler.identity.id

    def run(self) -> None:
        """Schedule, launch, watch over runs; until `end`, and then until the runs of this server have stopped. Raises
        NewerSchema where it ended because somebody migrated the schema beyond this program (R29)."""
        self._scheduler.run()

    def end(self) -> None:
        """Begin to end: the schedule is handed over and what runs here is told to stop."""
        self._scheduler.ask_to_close()
