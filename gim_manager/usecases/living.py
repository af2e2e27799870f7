"""How the sample contact centre goes on living while somebody watches: new calls every few seconds."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait

from gim_manager.domain.errors import GimError
from gim_manager.engine.clock import SystemClock
from gim_manager.sample.writer import LiveCentre

STEP_SECONDS = 4.0


@contextmanager
def living(idb_url: str) -> Iterator[None]:
    """While inside, the centre of this IDB lives; in a process, because a thread that computes stalls the window."""
    spawning = get_context("spawn")
    here, there = spawning.Pipe()
    keeper = spawning.Process(target=live, args=(idb_url, there), name="sample centre", daemon=True)
    keeper.start()
    there.close()
    try:
        yield
    finally:
        here.close()
        keeper.join(timeout=STEP_SECONDS)
        keeper.kill()
        keeper.join()
        keeper.close()


def live(idb_url: str, leash: Connection) -> None:
    """Write what has happened since, again and again, until the leash or its holder is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    clock = SystemClock()
    holder = parent_process()
    centre: LiveCentre | None = None
    while not wait([leash, *([holder.sentinel] if holder else [])], timeout=STEP_SECONDS):
        # A database that is away, or gone with its folder, is tried again with the next step.
        with suppress(GimError):
            centre = centre or LiveCentre(idb_url)
            centre.step(clock.now())
