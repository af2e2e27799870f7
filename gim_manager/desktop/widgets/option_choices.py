"""Editors of options that hold no free text: a box to tick, one of a few words, words in an order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.choice import Choice
from gim_manager.desktop.widgets.tick import Tick
from gim_manager.domain.option import Option


class FlagField(Tick):
    """True or false, with the word."""

    edited = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "false")
        self.toggled.connect(self._tell)
        self.setFixedHeight(theme.line_height() + 10)

    def _tell(self, ticked: bool) -> None:
        self.setText("true" if ticked else "false")
        self.edited.emit(self.text())

    def show_text(self, text: str) -> None:
        with QSignalBlocker(self):
            self.setChecked(text == "true")
        self.setText("true" if self.isChecked() else "false")

    def show_wrong(self, wrong: bool) -> None:
        """A box is never wrong by itself; its row says what is."""

    def show_editable(self, editable: bool) -> None:
        self.setEnabled(editable)


class ChoiceField(Choice):
    """One of a few words; the wheel scrolls the page, and changes nothing by the way."""

    edited = Signal(str)

    def __init__(self, theme: Theme, option: Option) -> None:
        super().__init__(theme, option.name, "", list(option.choices))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textActivated.connect(self.edited)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def show_text(self, text: str) -> None:
        self.setCurrentIndex(self.findText(text))

    def show_wrong(self, wrong: bool) -> None:
        """Its words are all right."""

    def show_editable(self, editable: bool) -> None:
        self.setEnabled(editable)


class OrderField(QListWidget):
    """Words that are dragged into an order, or moved by Alt+Up and Alt+Down."""

    edited = Signal(str)

    def __init__(self, theme: Theme, option: Option) -> None:
        super().__init__()
        self._theme = theme
        self._line = theme.line_height() + 6
        self._fill(option.choices)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setToolTip(self.tr("Drag a word to its place, or move it by Alt+Up and Alt+Down"))
        self.setObjectName("choices")
        self.setFixedHeight(len(option.choices) * self._line + 4)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(self._tell)

    def _fill(self, words: Sequence[str]) -> None:
        self.clear()
        for word in words:
            item = QListWidgetItem(word, self)
            item.setSizeHint(QSize(0, self._line))

    def _words(self) -> str:
        return ",".join(self.item(row).text() for row in range(self.count()))

    def _tell(self) -> None:
        self.edited.emit(self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(self.currentRow(), self.currentRow() + step)
        else:
            super().keyPressEvent(event)

    def _move(self, row: int, to: int) -> None:
        if 0 <= row < self.count() and 0 <= to < self.count() and self.dragEnabled():
            self.insertItem(to, self.takeItem(row))
            self.setCurrentRow(to)
            self._tell()

    def show_text(self, text: str) -> None:
        if text != self._words():
            self._fill(text.split(","))

    def show_wrong(self, wrong: bool) -> None:
        """Every order is right."""

    def show_editable(self, editable: bool) -> None:
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if editable else mode.NoDragDrop)
        self.setDragEnabled(editable)
