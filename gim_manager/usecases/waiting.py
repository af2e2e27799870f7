"""How somebody waits for a run and not in vain: as long as a server is there that can work it."""

from __future__ import annotations

from gim_manager.domain.errors import Unreachable
from gim_manager.domain.run import Run, Status
from gim_manager.schema.engines import reading
from gim_manager.store import leases
from gim_manager.usecases.context import Context

LOOK_SECONDS = 1.0
SILENCE_SECONDS = 30.0
"""A server that was killed is replaced within 15 s, and one that is started is heard of within that time."""


class Vigil:
    """Kept beside a wait; asked as often as one likes, it looks at most once a second."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._heard_at = context.clock.steady()
        self._looked_at: float | None = None

    def ensure_served(self, run: Run) -> None:
        """Raises Unreachable if the server of this program has failed, or no server was heard of for 30 s (beyond
        the 15 s that each is given)."""
        now = self._context.clock.steady()
        if self._looked_at is not None and now - self._looked_at < LOOK_SECONDS:
            return
        self._looked_at = now
        scheduler = self._context.scheduler
        if scheduler is not None and (why := scheduler.failure) is not None:
            raise _unserved(run, why)
        with reading(self._context.database.manager) as connection:
            is_heard = bool(leases.servers(connection))
        if is_heard:
            self._heard_at = now
        elif now - self._heard_at > SILENCE_SECONDS:
            raise _unserved(run, "no server was heard of for more than 30 seconds.")


def _unserved(run: Run, why: str) -> Unreachable:
    stays = "stays Scheduled until one is there" if run.status is Status.SCHEDULED else "is seen to by the next one"
    return Unreachable(
        f"A server for {run.job} {run.id}",
        f"{why.rstrip('.')}. The run {stays}; when all is well again, start a server with: gim-manager serve",
    )
