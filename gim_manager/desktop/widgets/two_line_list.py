"""A list whose rows have a name, a quieter line below it, and perhaps a glyph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gim_manager.desktop import icons
from gim_manager.desktop.paint import chosen_ground
from gim_manager.desktop.theme import Theme
from gim_manager.presenters import words

WIDTH = 236
VALUE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """How one value is shown; the glyph as icon and token."""

    title: str
    below: str
    glyph: tuple[str, str] | None = None
    below_elides: Qt.TextElideMode = Qt.TextElideMode.ElideRight


class _Painter(QStyledItemDelegate):
    """Two lines and the glyph."""

    def __init__(self, theme: Theme, parent: QListWidget, lines_of: Callable[[Any], Lines]) -> None:
        super().__init__(parent)
        self._theme, self._list, self._lines_of = theme, parent, lines_of

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, 2 * self._theme.line_height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        lines = self._lines_of(index.data(VALUE))
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            chosen_ground(painter, rect, self._theme, has_focus=self._list.hasFocus())
        half = rect.height() // 2
        line = QRect(rect.left() + 14, rect.top() + 4, rect.width() - 14 - 12, half - 4)
        bold, plain = self._theme.semi_bold(), self._theme.font(digits=True)
        title = line.adjusted(0, 0, -icons.GLYPH - 14 if lines.glyph else 0, 0)
        self._line(painter, title, lines.title, "text", bold if chosen else plain)
        below = QFontMetrics(plain).elidedText(lines.below, lines.below_elides, line.width())
        self._line(painter, line.translated(0, half - 4), below, "text2", plain)
        if lines.glyph is not None:
            icon, token = lines.glyph
            place = QRectF(rect.right() - 28, title.center().y() - 7, icons.GLYPH, icons.GLYPH)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            icons.draw(painter, icon, self._theme[token], place)
        painter.restore()

    def _line(self, painter: QPainter, area: QRect, text: str, token: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(self._theme[token])
        painter.drawText(area, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))


class TwoLineList(QListWidget):
    """Values of one kind; `lines_of` says how each is shown."""

    def __init__(self, theme: Theme, name: str, lines_of: Callable[[Any], Lines]) -> None:
        super().__init__()
        self._lines_of = lines_of
        self.setObjectName("choices")
        self.setAccessibleName(name)
        self.setFixedWidth(round(WIDTH * max(1.0, theme.line_height() / 16)))
        self.setItemDelegate(_Painter(theme, self, lines_of))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    def show_values(self, values: Sequence[object]) -> None:
        """Other values in the same places keep the chosen row."""
        for row, value in enumerate(values):
            if row == self.count():
                self.addItem(QListWidgetItem())
            item = self.item(row)
            if item.data(VALUE) != value:
                lines = self._lines_of(value)
                item.setData(VALUE, value)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words.plain(f"{lines.title}, {lines.below}"))
                item.setToolTip(f"{lines.title}: {lines.below}")
        while self.count() > len(values):
            self.takeItem(self.count() - 1)
