"""Parts of a text that comes and goes: a sentence with its glyph, and rows of words in columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Glyph, Words

_TOP = Qt.AlignmentFlag.AlignTop


def drop(layout: QLayout, widget: QWidget) -> None:
    """Out of sight at once; it goes when the event loop has its turn."""
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


class Remark(QWidget):
    """A glyph and a sentence; hidden without one."""

    def __init__(self, theme: Theme, icon: str = "", token: str = "text2") -> None:
        super().__init__()
        self.glyph, self.words = Glyph(theme, icon, token), Words(theme, token=token)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.glyph, 0, _TOP)
        line.addWidget(self.words, 1)

    def show_text(self, text: str) -> None:
        """Another sentence, or none."""
        self.words.setText(text)
        self.setVisible(bool(text))


class Table(QWidget):
    """Rows of words in columns; made again when they differ."""

    def __init__(self, theme: Theme, tokens: tuple[str, ...], *, wrapped: int | None = None) -> None:
        super().__init__()
        self._theme, self._tokens = theme, tokens
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(len(tokens) if wrapped is None else wrapped, 1)
        self._wrapped = wrapped

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._rows)

    def show_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """A tuple of cells a row."""
        if rows == self._rows:
            return
        self._rows = rows
        for label in self._labels:
            drop(self._grid, label)
        self._labels = [
            self._put(row, column, text) for row, cells in enumerate(rows) for column, text in enumerate(cells)
        ]

    def _put(self, row: int, column: int, text: str) -> QLabel:
        wraps = column == self._wrapped
        label = Words(self._theme, text, self._tokens[column], wraps=wraps)
        label.setFont(self._theme.font(digits=True))
        label.setAlignment((Qt.AlignmentFlag.AlignRight if wraps else Qt.AlignmentFlag.AlignLeft) | _TOP)
        self._grid.addWidget(label, row, column)
        return label
