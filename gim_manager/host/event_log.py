"""Messages into the Application log of Windows, by the system's own command; not tried on a real Windows yet."""

from __future__ import annotations

import os

from gim_manager.domain.alarm import Kind
from gim_manager.domain.channel import ChannelFailed
from gim_manager.domain.notice import Notice
from gim_manager.host import program

HAS_ONE = os.name == "nt"
_NUMBERS = {Kind.RAISED: 1, Kind.REMINDER: 2, Kind.CLEARED: 3, Kind.TEST: 4}
_LONGEST = 1000


def send(notice: Notice, *, seconds: float) -> None:
    """Writes one event; raises ChannelFailed where there is no event log or it takes nothing.

    The first event of a source needs an administrator, as Windows has it.
    """
    if not HAS_ONE:
        raise ChannelFailed("There is no event log on this computer: only Windows has one.")
    program.run(words(notice), "", seconds=seconds)


def words(notice: Notice) -> list[str]:
    """The command and its arguments."""
    kind = "ERROR" if notice.is_urgent else "WARNING"
    if notice.kind in (Kind.CLEARED, Kind.TEST):
        kind = "INFORMATION"
    return [
        "eventcreate", "/L", "APPLICATION", "/SO", "GIM Manager", "/T", kind, "/ID", str(_NUMBERS[notice.kind]),
        "/D", notice.line[:_LONGEST],
    ]  # fmt: skip
