"""The clock that a test turns by hand."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class HandClock:
    """Stands still until it is turned; `jump` moves the wall clock alone, as a person or NTP does (R33)."""

    def __init__(self, at: datetime = START) -> None:
        self._now = at
        self._steady = 0.0
        self.ahead = timedelta()
        """How far it is ahead of the database's clock, which nobody can turn."""

    def now(self) -> datetime:
        return self._now

    def steady(self) -> float:
        return self._steady

    def turn(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._steady += seconds

    def jump(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def ahead_of(self, database: datetime) -> timedelta:
        return self.ahead
