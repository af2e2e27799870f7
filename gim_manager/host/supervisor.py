"""What a service manager that waits for it is told: ready, alive, ending (systemd's notification protocol)."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


class Supervisor:
    """The service manager that started this program, if one did and listens; telling it never fails and never waits."""

    def __init__(self) -> None:
        """Knows it from the environment, NOTIFY_SOCKET and WATCHDOG_USEC, which no child inherits."""
        self._address = os.environ.pop("NOTIFY_SOCKET", "")
        micros, pid = os.environ.pop("WATCHDOG_USEC", ""), os.environ.pop("WATCHDOG_PID", "")
        meant = not pid or pid == str(os.getpid())
        self.watchdog_seconds = int(micros) / 1_000_000 if meant and micros.isdigit() and int(micros) else None
        """A program that is silent for longer is ended and started again; None where nobody minds."""

    @property
    def listens(self) -> bool:
        """Whether there is one."""
        return bool(self._address) and hasattr(socket, "AF_UNIX")

    def tell(self, *lines: str) -> None:
        """Such as READY=1, WATCHDOG=1, STOPPING=1, STATUS=…"""
        if not self.listens:
            return
        # A name that begins with @ lies in the abstract name space, where its first byte is 0.
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.connect(address)
            line.send("\n".join(lines).encode())
