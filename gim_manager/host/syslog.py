"""Messages to syslog: one datagram each, by a socket of this computer or UDP."""

from __future__ import annotations

import socket

from gim_manager.domain.alarm import Kind
from gim_manager.domain.channel import ChannelFailed, Syslog
from gim_manager.domain.notice import Notice

_DAEMON = 3 << 3
"""The facility; the severity is added."""
_ERROR, _WARNING, _INFO = 3, 4, 6
_LONGEST = 2000


def send(syslog: Syslog, notice: Notice, *, seconds: float) -> None:
    """Hands the line to syslog; raises ChannelFailed where no socket takes it. Nobody confirms a datagram of UDP."""
    line = f"<{_DAEMON | _severity(notice)}>gim-manager: {notice.line}"[:_LONGEST]
    try:
        _hand_over(syslog.address, line.encode(), seconds)
    except OSError as error:
        where = syslog.address if isinstance(syslog.address, str) else "{}:{}".format(*syslog.address)
        why = "it takes nothing" if isinstance(error, TimeoutError) else error.strerror or str(error)
        raise ChannelFailed(f"Syslog at {where} did not take the message: {why}.") from error


def _severity(notice: Notice) -> int:
    if notice.kind in (Kind.CLEARED, Kind.TEST):
        return _INFO
    return _ERROR if notice.is_urgent else _WARNING


def _hand_over(address: str | tuple[str, int], line: bytes, seconds: float) -> None:
    # The standard library's handler keeps errors to itself and tries again without a limit.
    if isinstance(address, str):
        family, target = socket.AF_UNIX, address
    else:
        family, _, _, _, target = socket.getaddrinfo(*address, type=socket.SOCK_DGRAM)[0]  # type: ignore[assignment]
    with socket.socket(family, socket.SOCK_DGRAM) as to:
        to.settimeout(seconds)
        to.connect(target)
        to.send(line)
