"""What time it is: the one place that reads the clocks of the machine (R33)."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

from gim_manager.domain.surroundings import CLOCKS_APART


class Clock(Protocol):
    """The wall clock, which may jump, and the steady one, which may not; tests turn a twin by hand."""

    def now(self) -> datetime:
        """The present instant, aware UTC."""

    def steady(self) -> float:
        """Seconds of a clock that nobody sets."""

    def ahead_of(self, database: datetime) -> timedelta:
        """How far the wall clock is ahead of the database's, which shows this instant."""


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        """The present instant, aware UTC."""
        return datetime.fromtimestamp(time.time(), UTC)

    def steady(self) -> float:
        """Seconds of a clock that nobody sets."""
        return time.monotonic()

    def ahead_of(self, database: datetime) -> timedelta:
        """How far the wall clock is ahead of the database's, which shows this instant."""
        return self.now() - database


class StillClock:
    """Stands at the moment of a recording."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """The moment, aware UTC."""
        return self._at

    def steady(self) -> float:
        """Seconds of a clock that nobody sets: what is remembered grows old as anywhere."""
        return time.monotonic()

    def ahead_of(self, database: datetime) -> timedelta:
        """How far the moment is ahead of this instant."""
        return self._at - database


class SharedClock:
    """A machine's clocks, its wall clock put right by the database's while the two are more than 5 s apart (R35)."""

    def __init__(self, own: Clock) -> None:
        self._own = own
        self._ahead = timedelta()

    @property
    def is_off(self) -> bool:
        """Whether the machine's wall clock is not to be trusted."""
        return abs(self._ahead) > CLOCKS_APART

    def compare(self, database: datetime) -> None:
        """The database's clock shows this instant."""
        self._ahead = self._own.ahead_of(database)

    def now(self) -> datetime:
        """The present instant, aware UTC."""
        return self._own.now() - self._ahead if self.is_off else self._own.now()

    def steady(self) -> float:
        """Seconds of a clock that nobody sets."""
        return self._own.steady()

    def ahead_of(self, database: datetime) -> timedelta:
        """How far the wall clock is ahead of the database's, which shows this instant."""
        return self._own.ahead_of(database)
