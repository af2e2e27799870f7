"""A service manager hears what it is told, and one that is not there or does not listen holds up nobody."""

import os
import socket
import sys
from pathlib import Path

import pytest

from gim_manager.host.supervisor import Supervisor

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such service manager")


def test_it_hears_every_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "ear"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "ear"))
        supervisor = Supervisor()
        supervisor.tell("READY=1", "STATUS=leads")
        assert ear.recv(100) == b"READY=1\nSTATUS=leads"
    assert "NOTIFY_SOCKET" not in os.environ, "a worker must not speak for its server"
    supervisor.tell("WATCHDOG=1")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the abstract name space")
def test_a_name_in_the_abstract_name_space_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(f"\0gim-manager-test-{os.getpid()}")
        monkeypatch.setenv("NOTIFY_SOCKET", f"@gim-manager-test-{os.getpid()}")
        Supervisor().tell("READY=1")
        assert ear.recv(100) == b"READY=1"


@pytest.mark.parametrize(
    ("environment", "seconds"),
    [({}, None), ({"WATCHDOG_USEC": "30000000"}, 30.0), ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, None),
     ({"WATCHDOG_USEC": "soon"}, None), ({"WATCHDOG_USEC": "0"}, None)],
)  # fmt: skip
def test_how_often_it_wants_to_hear(environment: dict[str, str], seconds: float | None, monkeypatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    supervisor = Supervisor()
    assert (supervisor.watchdog_seconds, supervisor.listens) == (seconds, False)
    supervisor.tell("WATCHDOG=1")
