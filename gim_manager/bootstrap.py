"""Which real parts are used: a database, a person, a server if one is hosted here; opened together, closed in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from gim_manager.store.connect import open_database
from gim_manager.store.recording import ensure_shown
from gim_manager.store.versions import ensure_not_newer, ensure_readable, explain_errors
from gim_manager.usecases.context import Actor, Context, hosted
from gim_manager.usecases.runs import server_is_alive


@contextmanager
def open_context(
    url: str, *, actor: Actor | None = None, host_engine: bool = False, scheduling: bool = False, any_age: bool = False
) -> Iterator[Context]:
    """The Info Mart at this URL for the length of the block; raises what `open_database` raises, and NewerSchema.

    OlderSchema where the manager's tables are older than this program, unless it may be of `any_age`.

    `host_engine` hosts a server here. Without `scheduling` it does so only where none is alive and the database is
    local, and launches nothing (cli-contract, run); with it, the server is one like any other: it leads or stands by.
    That one is a window's: its workers leave the processor to the window.
    """
    database = open_database(url)
    if database.is_recording:
        ensure_shown(database)
    (ensure_not_newer if any_age else ensure_readable)(database)
    explain_errors(database)
    context = Context.of(database, actor)
    if host_engine and (scheduling or _needs_one(context)):
        with hosted(context, scheduling=scheduling, ahead=None if scheduling else 1, behind=scheduling):
            yield context
    else:
        yield context


def _needs_one(context: Context) -> bool:
    return context.database.is_local and not context.database.is_recording and not server_is_alive(context)
