"""What happens next: the simulation's events by their moment, those of one second as they were planned."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Any


class Agenda:
    """Events to come; an act is called with its moment (epoch seconds) and the arguments it was planned with."""

    def __init__(self) -> None:
        self._planned: list[tuple[int, int, Callable[..., None], tuple[Any, ...]]] = []
        self._number = 0

    def at(self, moment: int, act: Callable[..., None], *arguments: Any) -> None:
        """Plan an act."""
        self._number += 1
        heappush(self._planned, (moment, self._number, act, arguments))

    def run(self, until: int) -> None:
        """Let everything happen up to and including this second."""
        planned = self._planned
        while planned and planned[0][0] <= until:
            moment, _, act, arguments = heappop(planned)
            act(moment, *arguments)
