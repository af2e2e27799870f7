"""With what a timeline is painted: colours, fonts and glyphs, of the window's theme or of a picture in a file."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.tokens import colours


class Inks(Protocol):
    """What a theme gives to a painter."""

    def __getitem__(self, token: str) -> QColor:
        """The colour of a token."""

    def font(self, larger: float = 0.0, weight: QFont.Weight = QFont.Weight.Normal, *, digits: bool = False) -> QFont:
        """The system's font, some points larger or smaller."""

    def semi_bold(self, larger: float = 0.0, *, digits: bool = False) -> QFont:
        """The same, heavier."""


class LightInks:
    """The light theme, whatever the window wears: pictures are printed and sent."""

    def __init__(self, theme: Theme) -> None:
        self._colours = {name: QColor(value) for name, value in colours(dark=False).items()}
        self.font, self.semi_bold = theme.font, theme.semi_bold

    def __getitem__(self, token: str) -> QColor:
        return self._colours[token]


class Glyphs:
    """Icons at their places, each drawn once: a drawing keeps no holes of an icon's lines, so it gets pixels too."""

    def __init__(self, ratio: float) -> None:
        """`ratio` of the screen."""
        self._ratio = ratio
        self._known: dict[tuple[str, str, int], QPixmap] = {}

    def draw(self, painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
        """Paint an icon into a square on whole pixels."""
        key = (name, colour.name(), round(place.width()))
        if key not in self._known:
            self._known[key] = icons.pixmap(name, colour, key[2], self._ratio)
        painter.drawPixmap(QPointF(round(place.left()), round(place.top())), self._known[key])
