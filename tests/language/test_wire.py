"""The line that tests cut must carry, be silent and be cut, or what they show is nothing."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.language.wire import Wire, wires


@pytest.fixture
def wire() -> Iterator[Wire]:
    """A line to a server that says everything again."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def echo() -> None:
            with suppress(OSError):
                while True:
                    caller, _ = listening.accept()
                    threading.Thread(target=_say_again, args=(caller,), daemon=True).start()

        threading.Thread(target=echo, daemon=True).start()
        with wires(listening.getsockname()[1], 1) as (made,):
            yield made


def _say_again(caller: socket.socket) -> None:
    with caller, suppress(OSError):
        while heard := caller.recv(100):
            caller.sendall(heard)


def test_it_carries_both_ways_is_silent_and_speaks_again(wire: Wire) -> None:
    with socket.create_connection(("127.0.0.1", wire.port), timeout=10) as caller:
        caller.sendall(b"one")
        assert caller.recv(100) == b"one"
        wire.silence()
        caller.sendall(b"two")
        caller.settimeout(0.2)
        with pytest.raises(TimeoutError):
            caller.recv(100)
        wire.speak()
        caller.settimeout(10)
        assert caller.recv(100) == b"two"


def test_it_is_cut_and_can_be_made_again(wire: Wire) -> None:
    with socket.create_connection(("127.0.0.1", wire.port), timeout=10) as caller:
        caller.sendall(b"one")
        assert caller.recv(100) == b"one"
        wire.cut()
        with suppress(ConnectionResetError):
            assert caller.recv(100) == b""
    with socket.create_connection(("127.0.0.1", wire.port), timeout=10) as caller:
        caller.sendall(b"two")
        assert caller.recv(100) == b"two"
