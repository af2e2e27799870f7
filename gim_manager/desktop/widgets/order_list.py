"""What is in order: a quiet list with a thin check each, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.remark import Remark, drop
from gim_manager.presenters.language import number

_GAP = 24
_MOST = 3


class OrderList(QWidget):
    """Title, number, and a line a check."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: tuple[str, ...] = ()
        self._columns = 0
        self.lines: list[Remark] = []
        title = Words(theme, self.tr("In order"), wraps=False)
        title.setFont(theme.semi_bold(1))
        self._count = Words(theme, token="text2")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(title)
        top.addWidget(self._count, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(self._grid)

    def show_items(self, items: Sequence[str]) -> None:
        """Other checks."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        for line in self.lines:
            drop(self._grid, line)
        self.lines = [Remark(self._theme, "check", "complete") for _ in items]
        for line, text in zip(self.lines, items, strict=True):
            line.words.ink("text2")
            line.words.setFont(self._theme.font(digits=True))
            line.show_text(text)
        self._count.setText(number(len(items)))
        self._columns = 0
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        """Columns are filled one after the other, as a list is read."""
        metrics = QFontMetrics(self._theme.font(digits=True))
        widest = max((metrics.horizontalAdvance(item) for item in self._items), default=0) + 30
        columns = max(1, min(_MOST, len(self._items), (self.width() + _GAP) // (widest + _GAP)))
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self.lines) // columns)
        for place, line in enumerate(self.lines):
            self._grid.addWidget(line, place % max(1, rows), place // max(1, rows))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
