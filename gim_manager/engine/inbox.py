"""What the scheduler's thread wakes for: everything that other threads tell it, in order."""

from __future__ import annotations

import queue
from dataclasses import dataclass
from typing import Generic, TypeVar

Event = TypeVar("Event")


@dataclass(frozen=True, slots=True)
class Woken:
    """Look at the job tables: somebody wrote to them, or may have."""


@dataclass(frozen=True, slots=True)
class Vacant:
    """The server that led the schedule in this epoch has vanished."""

    epoch: int


@dataclass(frozen=True, slots=True)
class Closing:
    """Come to an end; `stop_jobs` False leaves at once and lets what runs end by itself."""

    stop_jobs: bool


class Inbox(Generic[Event]):
    """A mailbox with one reader; any thread may put, a signal handler too."""

    def __init__(self) -> None:
        # SimpleQueue.put is reentrant, so that a signal handler cannot deadlock with the thread that it interrupts.
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()

    def put(self, event: Event) -> None:
        """Leave an event and wake the reader."""
        self._events.put(event)

    def take(self, seconds: float) -> list[Event]:
        """All events that are there; waits at most this long for the first."""
        taken: list[Event] = []
        try:
            taken.append(self._events.get(timeout=max(seconds, 0.0)))
            while True:
                taken.append(self._events.get_nowait())
        except queue.Empty:
            return taken
