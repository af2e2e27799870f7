"""Tells the service manager when this server is ready, that it lives, whether it leads, and that it ends."""

from __future__ import annotations

import threading

from gim_manager.host.supervisor import Supervisor
from gim_manager.usecases.serving import Serving

LOOK_SECONDS = 1.0
"""Until it is ready; afterwards there is time."""
QUIET_SECONDS = 10.0


class Supervision:
    """At work from `start` to `end`; nothing happens where no service manager listens."""

    def __init__(self, supervisor: Supervisor, serving: Serving) -> None:
        self._supervisor, self._serving = supervisor, serving
        self._ended = threading.Event()
        self._is_ready = False
        self._said: str | None = None

    def start(self) -> None:
        """In a thread of its own."""
        if self._supervisor.listens:
            threading.Thread(target=self._watch, name="supervision", daemon=True).start()

    def end(self) -> None:
        """The server comes to its end; from a signal handler too."""
        self._ended.set()
        self._supervisor.tell("STOPPING=1", "STATUS=hands the schedule over and stops its runs")

    def _watch(self) -> None:
        most = (self._supervisor.watchdog_seconds or 3 * QUIET_SECONDS) / 3
        while not self._ended.wait(min(most, QUIET_SECONDS if self._is_ready else LOOK_SECONDS)):
            self.look()

    def look(self) -> None:
        """Tell what there is to tell: ready once, alive every time, the rest when it has changed."""
        lines = ["WATCHDOG=1"] if self._serving.is_alive else []
        if not self._is_ready and self._serving.has_begun:
            self._is_ready = True
            lines.append("READY=1")
        if (says := self._serving.trouble or ("leads" if self._serving.leads else "stands by")) != self._said:
            self._said = says
            lines.append(f"STATUS={says}")
        if lines:
            self._supervisor.tell(*lines)
