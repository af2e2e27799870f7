"""A drop-down in the flat look: over Fusion painted by the tokens, elsewhere the platform's own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme

CHEVRON = 12
HEIGHT_EXTRA = 12
"""As high as a line to type in beside it."""
LEAST = 96
"""Pixels of a drop-down where room is short; its word is elided there."""


def _frame(widget: QWidget, painter: QPainter, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    enabled, focus = widget.isEnabled(), widget.hasFocus()
    width = 2 if focus else 1
    painter.setPen(QPen(theme["accent" if focus else "outline" if enabled else "border"], width))
    painter.setBrush(theme["hover" if widget.underMouse() and enabled else "raised" if enabled else "window"])
    half = width / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(half, half, -half, -half), 4, 4)
    right = widget.width() - CHEVRON - 8
    place = QRectF(right, (widget.height() - CHEVRON) / 2, CHEVRON, CHEVRON)
    icons.draw(painter, "chevron-down", theme["text2" if enabled else "disabled"], place)


def _words(widget: QWidget, painter: QPainter, theme: Theme, text: str, left: int) -> None:
    area = QRect(left, 0, widget.width() - left - CHEVRON - 14, widget.height())
    shown = QFontMetrics(widget.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
    painter.setPen(theme["text" if widget.isEnabled() else "disabled"])
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Choice(QComboBox):
    """One of a few words."""

    def __init__(self, theme: Theme, name: str, tip: str, choices: list[str]) -> None:
        super().__init__()
        self._theme = theme
        self.addItems(choices)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setMaxVisibleItems(16)
        if theme.is_fusion:
            self.setFixedHeight(theme.line_height() + HEIGHT_EXTRA)
            metrics = QFontMetrics(self.font())
            widest = max(metrics.horizontalAdvance(choice) for choice in choices)
            self._wide = widest + CHEVRON + 32
            self.setMaximumWidth(self._wide)
            self.setMinimumWidth(min(self._wide, LEAST))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self._wide, hint.height()) if self._theme.is_fusion else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._theme.is_fusion:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        _frame(self, painter, self._theme)
        _words(self, painter, self._theme, self.currentText(), 9)


class DropButton(QPushButton):
    """A button with an icon, a name and a menu."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon_name = theme, icon
        if theme.is_fusion:
            self.setFixedHeight(theme.line_height() + HEIGHT_EXTRA)
        else:
            icons.put(theme, self, icon)

    def setText(self, text: str) -> None:
        super().setText(text)
        if self._theme.is_fusion:
            self.setFixedWidth(min(QFontMetrics(self.font()).horizontalAdvance(text) + 64, 320))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._theme.is_fusion:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        _frame(self, painter, self._theme)
        token = "text" if self.isEnabled() else "disabled"
        icons.draw(painter, self._icon_name, self._theme[token], QRectF(12, (self.height() - 14) / 2, 14, 14))
        _words(self, painter, self._theme, self.text(), 31)
