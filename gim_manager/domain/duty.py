"""When a server led the schedule, and when nobody did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A server's time of leading the schedule; instants are aware UTC."""

    server: str
    since: datetime
    until: datetime | None = None
    """Not included; None while it lasts."""

    def covers(self, at: datetime) -> bool:
        """Whether this server led at that instant."""
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A time in which no server led the schedule."""

    since: datetime | None
    """None where nobody ever had before."""
    until: datetime | None
    """None where nobody has since."""


def absence(duties: Sequence[Duty], at: datetime) -> Absence | None:
    """The time around this instant in which nobody led; None if somebody did."""
    if any(duty.covers(at) for duty in duties):
        return None
    ended = [duty.until for duty in duties if duty.until is not None and duty.until <= at]
    begun = [duty.since for duty in duties if duty.since > at]
    return Absence(since=max(ended, default=None), until=min(begun, default=None))
