"""Something that is opened in a thread and may be given up meanwhile: what it still comes to is closed at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from gim_manager.domain.errors import Abandoned

Made = TypeVar("Made")
Heed = Callable[[], None]
"""Raises Abandoned once it was given up."""


class Attempt(Generic[Made]):
    """`run` is called in a thread, all else in the event loop's."""

    def __init__(self, make: Callable[[Heed], Made], undo: Callable[[Made], object]) -> None:
        self._make, self._undo = make, undo
        self._lock = threading.Lock()
        self._is_given_up = False
        self._made: Made | None = None

    def run(self) -> Made:
        """What it came to; raises Abandoned once it was given up, with nothing left open."""
        made = self._make(self.heed)
        with self._lock:
            if not self._is_given_up:
                self._made = made
                return made
        self._undo(made)
        raise Abandoned

    def heed(self) -> None:
        """Between two steps of it; raises Abandoned once it was given up."""
        if self._is_given_up:
            raise Abandoned

    def give_up(self) -> Callable[[], object]:
        """Nobody waits for it any more; answers with what is still to be done in a thread."""
        with self._lock:
            self._is_given_up, made = True, self._made
        return lambda: None if made is None else self._undo(made)
