"""Tabs as the platform draws them; over Fusion a plain word with a line under the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from gim_manager.desktop.theme import Theme

GAP = 12


class Tabs(QTabBar):
    """A strip of words; never scrolls its few tabs away."""

    def __init__(self, theme: Theme, height: int, name: str) -> None:
        super().__init__()
        self._theme, self._height = theme, height
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        theme.changed.connect(self.update)

    def tabSizeHint(self, index: int) -> QSize:
        if not self._theme.is_fusion:
            return super().tabSizeHint(index)
        metrics = QFontMetrics(self._theme.semi_bold())
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + 2 * GAP, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._theme.is_fusion:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, self.tabRect(index), index)

    def _paint_tab(self, painter: QPainter, rect: QRect, index: int) -> None:
        chosen = index == self.currentIndex()
        painter.setFont(self._theme.semi_bold() if chosen else self._theme.font())
        painter.setPen(self._theme["text" if chosen else "text2"])
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
        if chosen:
            painter.fillRect(
                rect.left() + GAP - 2, rect.bottom() - 1, rect.width() - 2 * GAP + 4, 2, self._theme["accent"]
            )
            if self.hasFocus():
                painter.setPen(self._theme["accent"])
                painter.drawRoundedRect(rect.adjusted(3, 4, -4, -5), 4, 4)
