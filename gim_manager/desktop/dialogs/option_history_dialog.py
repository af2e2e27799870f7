"""Who changed which option when, newest first; a click goes to the option."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop.dialogs.room import open_at
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.presenters.language import tr
from gim_manager.presenters.option_inspector import NO_HISTORY, Change

WIDTH, HEIGHT = 860, 520


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

    def _table(self) -> QTableWidget:
        headings = (self.tr("When and who"), self.tr("Section"), self.tr("Option"), self.tr("Old → new"))
        self.table = table = QTableWidget(len(self._changes), len(headings))
        table.setHorizontalHeaderLabels(headings)
        table.setObjectName("history")
        table.setAccessibleName(self.windowTitle())
        table.setToolTip(self.tr("Return goes to the option"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._theme.line_height() + 10)
        table.setFont(self._theme.font(digits=True))
        for row, change in enumerate(self._changes):
            for column, text in enumerate((change.story, change.key[0], change.key[1], change.values)):
                item = QTableWidgetItem(text)
                item.setToolTip(f"{change.values}\n{change.tip}")
                table.setItem(row, column, item)
        table.resizeColumnsToContents()
        table.setCurrentCell(0, 0)
        table.horizontalHeader().setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.itemActivated.connect(lambda item: self._go(item.row()))
        return table

    def _go(self, row: int) -> None:
        self.option_wanted.emit(*self._changes[row].key)
        self.accept()
