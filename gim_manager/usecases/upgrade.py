"""The manager's own tables, brought up to date at a person's word, before anything else can be asked of them (R29)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Event

from gim_manager.domain.access import Role
from gim_manager.domain.errors import OlderServer
from gim_manager.domain.run import Run
from gim_manager.store.upgrade import By, upgrade_manager
from gim_manager.store.versions import ensure_not_newer
from gim_manager.usecases.context import Context
from gim_manager.usecases.runs import ensure_server

POLL_SECONDS = 0.5
Progress = Callable[[float, str], None]
"""How much is done, 0.0 to 1.0, and what is at hand; what it raises gives it up, and all is as it was."""


def _unheard(_done: float, _words: str) -> None:
    """Nobody looks on."""


def upgraded(context: Context, *, wait_for_server: bool = False, progress: Progress = _unheard) -> Run | None:
    """The run of Job_MigrateGIM that was asked for with it; None where the tables were not older, or nothing was ever
    initialized.

    Raises NewerSchema, OlderServer while a server is alive that works with the old tables (one that was killed is
    waited for until it counts as dead, at most 15 s), and if it has to `wait_for_server` NoServer where none is alive;
    NeedsRole.
    """
    if not ensure_not_newer(context.database).manager_is_older:
        return None
    context.access.ensure(Role.ADMINISTRATOR, "Bringing the manager's tables up to date")
    if wait_for_server:
        ensure_server(context)
    by = By(user=context.actor.user, host=context.actor.host)
    pause, heard_at = Event(), None
    while True:
        try:
            run = upgrade_manager(context.database, by, context.now(), progress)
        except OlderServer as busy:
            heard_at = _unless_it_beats(busy, heard_at)
            progress(0.0, "Waiting until the server that was heard of last counts as gone")
            pause.wait(POLL_SECONDS)
        else:
            context.wake()
            return run


def _unless_it_beats(busy: OlderServer, heard_at: datetime | None) -> datetime:
    if heard_at is not None and busy.heard_at != heard_at:
        raise busy
    return busy.heard_at
