"""A service manager is told when the server is ready, that it lives, whether it leads, and that it ends."""

import socket
import sys
from pathlib import Path

import pytest

from gim_manager.host.supervisor import Supervisor
from gim_manager.server.supervision import Supervision
from gim_manager.store.connect import Database
from gim_manager.usecases.serving import Serving
from tests.server.test_health import at_work

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such service manager")


def test_it_is_told_all_from_ready_to_the_end(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "ear"))
        ear.settimeout(30)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "ear"))
        monkeypatch.setenv("WATCHDOG_USEC", "300000")
        serving = Serving(database.secret_url)
        supervision = Supervision(Supervisor(), serving)
        supervision.look()
        assert ear.recv(200) == b"WATCHDOG=1\nSTATUS=stands by"
        with at_work(serving):
            supervision.start()
            told = ""
            while not ("READY=1" in told and "STATUS=leads" in told):
                told += ear.recv(200).decode()
            assert "WATCHDOG=1" in told
            supervision.end()
        while "STOPPING=1" not in told:
            told += ear.recv(200).decode()


def test_a_server_that_stands_still_is_no_longer_said_to_live(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "ear"))
        ear.settimeout(30)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "ear"))
        serving = Serving(database.secret_url)
        monkeypatch.setattr(Serving, "is_alive", False)
        Supervision(Supervisor(), serving).look()
        assert ear.recv(200) == b"STATUS=stands by"
