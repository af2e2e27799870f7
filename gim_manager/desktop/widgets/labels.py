"""Words and glyphs in a token's colour, which follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme

LEAST_CHARACTERS = 8
"""So much of an elided text stays."""


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


class Elided(QLabel):
    """One line of plain text that gives way where room is short, and shows whole as a tooltip then."""

    def __init__(self) -> None:
        super().__init__()
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * LEAST_CHARACTERS), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        tip = self.text() if shown != self.text() else ""
        # A tooltip that somebody else gave stays.
        if self.toolTip() in ("", self._tip):
            self.setToolTip(tip)
            self._tip = tip


class Sentence(QLabel):
    """A wrapped text that insists on the height that it needs: a dialog is made no lower on a small screen."""

    def __init__(self, text: str) -> None:
        super().__init__(text, wordWrap=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._insist()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._insist()

    def _insist(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))


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
