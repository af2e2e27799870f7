"""A server without a face: serves until a signal, drains, and says how it ended."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from gim_manager.domain.errors import Exit, GimError
from gim_manager.usecases.serving import Serving

_SIGNALS = ("SIGTERM", "SIGINT", "SIGBREAK")


def serve(url: str) -> int:
    """Serve the Info Mart at this URL until SIGTERM or Ctrl-C; the exit code. Runs get up to 12 s to stop in order."""
    try:
        serving = Serving(url)
    except GimError as error:
        _say(str(error))
        return int(error.exit_code)
    with _signals(serving):
        _say(f"gim-manager serves {serving.shown_url} as {serving.id}. End it with Ctrl-C or SIGTERM.")
        if serving.waits:
            _say("Its schema is older than this program: the server waits for: gim-manager migrate")
        try:
            serving.run()
        except GimError as error:
            _say(f"{error} The server has ended.")
            return int(error.exit_code)
    _say(f"{serving.id} has ended in good order.")
    return int(Exit.DONE)


@contextmanager
def _signals(serving: Serving) -> Iterator[None]:
    """The first signal ends the server in order; a second one is the operating system's again, and ends it at once."""

    def end(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        serving.end()

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()
