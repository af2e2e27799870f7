"""A server without a face: serves until a signal, drains, and says how it ended."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

from gim_manager.domain.errors import Exit, GimError
from gim_manager.host import logs
from gim_manager.host.logs import LogFormat
from gim_manager.host.supervisor import Supervisor
from gim_manager.usecases.serving import Serving

_LOG = logging.getLogger(__name__)
_SIGNALS = ("SIGTERM", "SIGINT", "SIGBREAK")


def serve(
    url: str, *, log_format: LogFormat = LogFormat.TEXT, log_level: int = logging.INFO, health: str | None = None
) -> int:
    """Serve the Info Mart at this URL until SIGTERM or Ctrl-C; the exit code. Runs get up to 12 s to stop in order.

    `health`: PORT or HOST:PORT where whoever asks is told how it fares; nowhere unless said.
    """
    try:
        with ExitStack() as stack:
            serving = Serving(url)
            logs.speak(sys.stderr, log_format, server=serving.id, level=log_level)
            stack.callback(logs.stop)
            return int(_serve(stack, serving, health))
    except GimError as error:
        sys.stderr.write(f"{error}\n")
        return int(error.exit_code)


def _serve(stack: ExitStack, serving: Serving, health: str | None) -> Exit:
    # Loaded once the database is known to be there: a wrong word on the command line is answered at once.
    from gim_manager.server.supervision import Supervision

    _answer(stack, serving, health)
    supervision = Supervision(Supervisor(), serving)

    def end() -> None:
        serving.end()
        supervision.end()

    with _signals(end):
        said = f"gim-manager serves {serving.shown_url} as {serving.id}. End it with Ctrl-C or SIGTERM."
        _LOG.info(said, extra={"action": "serve"})
        if serving.waits:
            waits = "Its schema is older than this program: the server waits for: gim-manager migrate"
            _LOG.warning(waits, extra={"action": "wait"})
        supervision.start()
        try:
            serving.run()
        except GimError as error:
            _LOG.error("%s The server has ended.", error, extra={"action": "ended"})
            return error.exit_code
        finally:
            supervision.end()
    _LOG.info("%s has ended in good order.", serving.id, extra={"action": "ended"})
    return Exit.DONE


def _answer(stack: ExitStack, serving: Serving, health: str | None) -> None:
    if health is None:
        return
    from gim_manager.server.health import Health, address

    answering = Health(address(health), serving)
    answering.start()
    stack.callback(answering.close)
    said = "who asks at port %s is told how this server fares: /live, /ready, /status, /metrics"
    _LOG.info(said, answering.port, extra={"action": "health"})


@contextmanager
def _signals(end: Callable[[], None]) -> Iterator[None]:
    """The first signal ends the server in order; a second one is the operating system's again, and ends it at once."""

    def heard(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        end()

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, heard) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
