"""A question for another process that is never answered, and the moment from which on it is asked."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.request import urlopen

from gim_manager.desktop.computing import Call

PATIENCE = 30.0


@contextmanager
def endless() -> Iterator[tuple[Call, Callable[[], object]]]:
    """The question, and what waits until the process is at it: it calls at a port where nobody speaks."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(PATIENCE)
        callers = []
        yield Call(urlopen, f"http://127.0.0.1:{silent.getsockname()[1]}"), lambda: callers.append(silent.accept()[0])
        for caller in callers:
            caller.close()
