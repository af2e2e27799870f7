"""Who changed which option when, newest first; a click goes to the option."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop.dialogs.room import open_at
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.plain_table import PlainTable
from gim_manager.presenters.language import later, tr
from gim_manager.presenters.option_inspector import NO_HISTORY, Change

WIDTH, HEIGHT = 860, 520
HEADINGS = (later("When and who"), later("Section"), later("Option"), later("Old → new"))


class OptionHistoryDialog(QDialog):
    """A row a change."""

    option_wanted = Signal(str, str)
    """Section and name."""

    def __init__(self, theme: Theme, changes: tuple[Change, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._changes = theme, changes
        self.setWindowTitle(self.tr("History of the options"))
        self.setModal(True)
        open_at(self, WIDTH, HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        title = Words(theme, tr("{n} changes", "", len(changes), one="{n} change") if changes else tr(NO_HISTORY))
        title.setFont(theme.semi_bold(2.5))
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        layout.addWidget(title)
        layout.addWidget(self._table(), 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _table(self) -> PlainTable:
        self.table = table = PlainTable(
            self._theme, HEADINGS, (), lambda change: (change.story, *change.key, change.values),
            wide=len(HEADINGS) - 1, tip=lambda change: f"{change.values}\n{change.tip}",
        )  # fmt: skip
        table.setAccessibleName(self.windowTitle())
        table.setToolTip(self.tr("Return goes to the option"))
        table.show_items(self._changes)
        table.setCurrentIndex(table.model().index(0, 0))
        table.activated.connect(lambda index: self._go(index.row()))
        return table

    def _go(self, row: int) -> None:
        self.option_wanted.emit(*self._changes[row].key)
        self.accept()
