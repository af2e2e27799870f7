"""A table to read: as many rows as there are, each worded when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gim_manager.desktop.theme import Theme
from gim_manager.presenters.language import tr

Index = QModelIndex | QPersistentModelIndex
Cells = Callable[[Any], tuple[str, ...]]
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Model(QAbstractTableModel):
    def __init__(
        self, headings: Sequence[str], numbers: Collection[str], cells: Cells, tip: Callable[[Any], str]
    ) -> None:
        super().__init__()
        self._headings, self._numbers, self._cells, self._tip = headings, numbers, cells, tip
        self.items: Sequence[Any] = ()

    def show_items(self, items: Sequence[Any]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cells(self.items[index.row()])[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.items[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self._headings[section])
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> int:
        return int(_RIGHT if self._headings[column] in self._numbers else _LEFT)


class PlainTable(QTableView):
    """Rows are selected, and nothing is edited; one column takes what room there is."""

    def __init__(
        self, theme: Theme, headings: Sequence[str], numbers: Collection[str], cells: Cells, *,
        wide: int, tip: Callable[[Any], str] = lambda _item: "",
    ) -> None:  # fmt: skip
        """`cells` words an item, under `headings`; `numbers` are the headings of columns of numbers, `wide` is the
        place of the column that takes the room."""
        super().__init__()
        self._shown = _Model(headings, numbers, cells, tip)
        self.setModel(self._shown)
        self.setObjectName("plain")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.line_height() + 10)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.setFont(theme.font(digits=True))

    @property
    def items(self) -> Sequence[Any]:
        """What is shown."""
        return self._shown.items

    def show_items(self, items: Sequence[Any]) -> None:
        """Other rows, from the first on."""
        self._shown.show_items(items)
        self.resizeColumnsToContents()
        self.scrollToTop()
