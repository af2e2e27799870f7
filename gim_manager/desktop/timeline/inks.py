"""With what a timeline is painted: colours and fonts, of the window's theme or of a picture in a file."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QColor, QFont

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
