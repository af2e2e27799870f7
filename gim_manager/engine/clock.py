"""What time it is: the one place that reads the clocks of the machine (R33)."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """The wall clock, which may jump, and the steady one, which may not; tests turn a twin by hand."""

    def now(self) -> datetime:
        """The present instant, aware UTC."""

    def steady(self) -> float:
        """Seconds of a clock that nobody sets."""


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        """The present instant, aware UTC."""
        return datetime.fromtimestamp(time.time(), UTC)

    def steady(self) -> float:
        """Seconds of a clock that nobody sets."""
        return time.monotonic()
