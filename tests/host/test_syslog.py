"""A line reaches a real syslog socket, or the sentence says that none is there."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from gim_manager.domain.alarm import Kind
from gim_manager.domain.channel import ChannelFailed, Syslog
from gim_manager.host import syslog
from tests.language.notices import NOTICE
from tests.language.sinks import datagrams

DAEMON_ERROR, DAEMON_INFO = b"<27>", b"<30>"


def test_a_line_goes_by_udp_with_its_severity() -> None:
    with datagrams(socket.AF_INET, ("127.0.0.1", 0)) as taking:
        to = Syslog(address=("127.0.0.1", taking.getsockname()[1]))
        syslog.send(to, NOTICE, seconds=10)
        assert taking.recv(4096).rstrip(b"\0") == DAEMON_ERROR + f"gim-manager: {NOTICE.line}".encode()
        syslog.send(to, replace(NOTICE, kind=Kind.CLEARED), seconds=10)
        assert taking.recv(4096).startswith(DAEMON_INFO + b"gim-manager: Cleared: job-failed ")


def test_a_line_goes_by_a_socket_of_this_computer(tmp_path: Path) -> None:
    path = str(tmp_path / "log")
    with datagrams(socket.AF_UNIX, path) as taking:
        syslog.send(Syslog(address=path), NOTICE, seconds=10)
        assert NOTICE.line.encode() in taking.recv(4096)


def test_where_no_socket_is_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(ChannelFailed, match=r"log did not take the message: No such file or directory\."):
        syslog.send(Syslog(address=str(tmp_path / "log")), NOTICE, seconds=10)


def test_a_socket_that_takes_no_more_is_given_up_in_time(tmp_path: Path) -> None:
    path = str(tmp_path / "log")
    with datagrams(socket.AF_UNIX, path), pytest.raises(ChannelFailed, match="log did not take the message"):
        for _ in range(10_000):
            syslog.send(Syslog(address=path), NOTICE, seconds=0.2)


def test_a_name_that_nobody_knows_is_told() -> None:
    with pytest.raises(ChannelFailed, match=r"Syslog at nowhere\.invalid:514 did not take the message"):
        syslog.send(Syslog(address=("nowhere.invalid", 514)), NOTICE, seconds=10)
