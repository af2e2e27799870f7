"""Whose turn it is to write a SQLite Info Mart: handed from worker to worker in the order of asking.

Left to busy timeouts, one writer starves the others: SQLite's lock is no queue.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable


class Turns:
    """The queue of those who want to write; safe to use from any thread."""

    def __init__(self, grant: Callable[[str, int], None]) -> None:
        """`grant(token, number)` tells a worker that its want of this number is met."""
        self._grant = grant
        self._lock = threading.Lock()
        self._waiting: deque[tuple[str, int]] = deque()
        self._holder: str | None = None

    @property
    def holder(self) -> str | None:
        """Who may write at present."""
        return self._holder

    def want(self, token: str, number: int) -> None:
        """Join the queue at its end."""
        with self._lock:
            self._waiting.append((token, number))
        self._hand_on()

    def give_back(self, token: str) -> None:
        """Leave: the turn if it is held, the place in the queue if it is not; also at the worker's death."""
        with self._lock:
            if self._holder == token:
                self._holder = None
            else:
                self._waiting = deque(place for place in self._waiting if place[0] != token)
        self._hand_on()

    def _hand_on(self) -> None:
        with self._lock:
            if self._holder is not None or not self._waiting:
                return
            token, number = self._waiting.popleft()
            self._holder = token
        self._grant(token, number)
