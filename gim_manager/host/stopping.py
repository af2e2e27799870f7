"""SIGTERM, Ctrl-C and a closed console become one event, that whoever runs without a window waits for."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Those of them that this system knows; a console that is closed sends SIGBREAK on Windows and SIGHUP elsewhere."""


class Stop:
    """That the program was asked to end, and by which signal."""

    def __init__(self) -> None:
        self.event = threading.Event()
        self.signal: int | None = None

    @property
    def interrupted(self) -> bool:
        """Whether a person pressed Ctrl-C (exit code 130)."""
        return self.signal == signal.SIGINT

    def ask(self, number: int | None = None) -> None:
        """Asks the program to end; the first to ask is remembered."""
        if not self.event.is_set():
            self.signal = number
            self.event.set()


@contextmanager
def stopping() -> Iterator[Stop]:
    """Inside, a first signal sets the event; a second one of its kind does what it always did. Main thread only."""
    stop = Stop()
    known = [signal.Signals[name] for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in known}

    def heard(number: int, _frame: FrameType | None) -> None:
        stop.ask(number)
        signal.signal(number, before[signal.Signals(number)])

    for number in known:
        if before[number] is not signal.SIG_IGN:
            signal.signal(number, heard)
    try:
        yield stop
    finally:
        for number in known:
            signal.signal(number, before[number])
