"""The server inside the window of an Info Mart that is made of values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gim_manager.presenters.mart import Identity


class FakeServer:
    """Begins, leads and ends at a word; it is the server that works the runs of the morning."""

    asked: list[tuple[object, ...]]
    before: Callable[[], None]
    identity: Identity

    def serve(self) -> None:
        self.before()
        self.asked.append(("serve",))
        self.identity = replace(self.identity, server="etlsrv-02")

    def end_server(self) -> None:
        self.before()
        self.asked.append(("end server",))
        self.identity = replace(self.identity, server=None)

    def lead(self) -> None:
        self.before()
        self.asked.append(("lead",))
