"""Tabs as the platform draws them; over Fusion a plain word with a line under the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from gim_manager.desktop.theme import Theme
from gim_manager.presenters.language import number

GAP = 12
COUNT_WIDTH, COUNT_HEIGHT, COUNT_GAP = 18, 16, 6


class Tabs(QTabBar):
    """A strip of words; never scrolls its few tabs away."""

    def __init__(self, theme: Theme, height: int, name: str) -> None:
        super().__init__()
        self._theme, self._height = theme, height
        self._counts: dict[int, int] = {}
        self._names: dict[int, str] = {}
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        theme.changed.connect(self.update)

    def show_count(self, index: int, count: int) -> None:
        """How much waits behind a tab, beside its word; 0 for nothing."""
        if self._counts.get(index, 0) == count:
            return
        self._counts[index] = count
        name = self._names.setdefault(index, self.tabText(index))
        spoken = f"{name} ({number(count)})" if count else name
        self.setAccessibleTabName(index, spoken)
        if self._theme.is_fusion:
            # The word stays; setting it again makes room for the count, or takes that back.
            self.setTabText(index, "")
            self.setTabText(index, name)
        else:
            self.setTabText(index, spoken)

    def tabSizeHint(self, index: int) -> QSize:
        if not self._theme.is_fusion:
            return super().tabSizeHint(index)
        metrics = QFontMetrics(self._theme.semi_bold())
        badge = self._badge_width(index)
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + 2 * GAP + badge, self._height)

    def _badge_width(self, index: int) -> int:
        """With the gap before it."""
        count = self._counts.get(index, 0)
        if not count:
            return 0
        return (
            max(COUNT_WIDTH, QFontMetrics(self._theme.semi_bold(digits=True)).horizontalAdvance(number(count)) + 8) + 6
        )

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
        badge = self._badge_width(index)
        painter.drawText(rect.adjusted(0, 0, -badge, 0), Qt.AlignmentFlag.AlignCenter, self.tabText(index))
        if badge:
            self._paint_count(painter, rect, badge - COUNT_GAP, self._counts[index])
        if chosen:
            painter.fillRect(
                rect.left() + GAP - 2, rect.bottom() - 1, rect.width() - 2 * GAP + 4, 2, self._theme["accent"]
            )
            if self.hasFocus():
                painter.setPen(self._theme["accent"])
                painter.drawRoundedRect(rect.adjusted(3, 4, -4, -5), 4, 4)

    def _paint_count(self, painter: QPainter, rect: QRect, width: int, count: int) -> None:
        place = QRect(rect.right() - GAP - width + 1, rect.center().y() - COUNT_HEIGHT // 2, width, COUNT_HEIGHT + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme["stopping_soft"])
        painter.drawRoundedRect(QRectF(place), 4, 4)
        painter.restore()
        painter.setFont(self._theme.semi_bold(digits=True))
        painter.setPen(self._theme["stopping"])
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number(count))
