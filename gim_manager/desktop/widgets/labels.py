"""Words and glyphs in a token's colour, which follow the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme


class Words(QLabel):
    """A sentence that wraps and can be copied; `wraps` false keeps it on one line."""

    def __init__(self, theme: Theme, text: str = "", token: str = "text", *, wraps: bool = True) -> None:
        super().__init__(text)
        self._theme, self._token = theme, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.changed.connect(self._dress)
        self._dress()

    def ink(self, token: str) -> None:
        """Another colour."""
        if token != self._token:
            self._token = token
            self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._theme[self._token])
        self.setPalette(palette)


class Glyph(QLabel):
    """An icon as wide as a state's glyph; without a name an empty place."""

    def __init__(self, theme: Theme, icon: str = "", token: str = "text2") -> None:
        super().__init__()
        self._theme, self._icon, self._token = theme, icon, token
        self.setFixedWidth(icons.GLYPH + 4)
        theme.changed.connect(self._paint)
        self._paint()

    def show_icon(self, icon: str, token: str) -> None:
        """Another state."""
        self._icon, self._token = icon, token
        self._paint()

    def _paint(self) -> None:
        if self._icon:
            image = icons.pixmap(self._icon, self._theme[self._token], icons.GLYPH, self.devicePixelRatioF())
            self.setPixmap(image)
        else:
            self.clear()
