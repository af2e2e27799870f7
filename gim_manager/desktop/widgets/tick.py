"""A box to tick in the flat look: over Fusion painted by the tokens, elsewhere the platform's own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme

SIDE, RADIUS, GAP = 16, 3, 6
INSET = 5
"""Of the box from the left edge: the room of the ring that shows the focus."""


class _Outdented(QHBoxLayout):
    """Begins some pixels before its place; a negative margin of a layout means none to Qt."""

    def __init__(self, before: int) -> None:
        super().__init__()
        self._before = before

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place.adjusted(-self._before, 0, 0, 0))


class Tick(QCheckBox):
    """Fusion draws the outline of its own so dark that nobody sees it on a dark ground."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        theme.changed.connect(self.update)

    @property
    def inset(self) -> int:
        """How far the box lies from the left edge."""
        return INSET if self._theme.is_fusion else 0

    def flush(self) -> QHBoxLayout:
        """The tick in a line whose left edge is the box's, as it stands below a field or a text."""
        line = _Outdented(self.inset)
        line.addWidget(self)
        line.addStretch(1)
        return line

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._theme.is_fusion:
            return hint
        return QSize(self._words().right() + GAP, max(hint.height(), SIDE + 6))

    def nextCheckState(self) -> None:
        """A box of three states tells by the middle one that some of many are ticked; nobody ticks that by itself."""
        self.setCheckState(Qt.CheckState.Unchecked if self._is_full else Qt.CheckState.Checked)

    @property
    def _is_full(self) -> bool:
        return self.checkState() is Qt.CheckState.Checked

    def _words(self) -> QRect:
        left = INSET + SIDE + GAP
        return QRect(left, 0, self.fontMetrics().horizontalAdvance(self.text()) + 1, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._theme.is_fusion:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, QRectF(INSET + 0.5, (self.height() - SIDE) // 2 + 0.5, SIDE - 1, SIDE - 1))
        painter.setPen(self._theme["text" if self.isEnabled() else "disabled"])
        painter.drawText(self._words(), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme["accent"], 2))
            height = min(self.height() - 2, SIDE + 8)
            ring = QRectF(1, (self.height() - height) / 2, self._words().right() + GAP - 2, height)
            painter.drawRoundedRect(ring, 4, 4)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        theme, ticked = self._theme, self.checkState() is not Qt.CheckState.Unchecked
        if not self.isEnabled():
            edge, ground = "border", "window"
        elif ticked:
            edge, ground = "accent", "accent"
        else:
            edge, ground = "outline", "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(theme[edge], 1))
        painter.setBrush(theme[ground])
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if ticked:
            name, ink = "check" if self._is_full else "dash", "on_accent" if self.isEnabled() else "disabled"
            icons.draw(painter, name, theme[ink], box.adjusted(1, 1, -1, -1))
