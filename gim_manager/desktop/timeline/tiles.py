"""What does not move, painted once in tiles: while a person pans, a frame copies them and paints only what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import floor

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

WIDTH = 256
KEPT = 24
"""More than two screens of them: the rest is painted again when it comes back."""


class Tiles:
    """Of one zoom; whoever zooms, or has other things to show, drops them."""

    def __init__(self, paint: Callable[[QPainter, float, float], None]) -> None:
        """`paint` paints from one place to another, in the coordinates of the whole strip."""
        self._paint = paint
        self._known: dict[int, QPixmap] = {}
        self.painted = 0
        """How many were painted so far."""

    def drop(self) -> None:
        """None of them is right any more."""
        self._known.clear()

    def between(self, left: float, right: float, height: int, ratio: float) -> Iterator[tuple[int, QPixmap]]:
        """The tiles that cover the strip from `left` to `right`, each with the place of its left edge."""
        first, last = floor(left / WIDTH), floor((right - 1) / WIDTH)
        for number in range(first, last + 1):
            yield number * WIDTH, self._tile(number, height, ratio)

    def _tile(self, number: int, height: int, ratio: float) -> QPixmap:
        tile = self._known.pop(number, None)
        if tile is None or tile.height() != round(height * ratio):
            tile = self._painted(number, height, ratio)
        self._known[number] = tile
        if len(self._known) > KEPT:
            del self._known[next(iter(self._known))]
        return tile

    def _painted(self, number: int, height: int, ratio: float) -> QPixmap:
        tile = QPixmap(round(WIDTH * ratio), round(height * ratio))
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.translate(-number * WIDTH, 0)
        self._paint(painter, number * WIDTH, (number + 1) * WIDTH)
        painter.end()
        self.painted += 1
        return tile
