"""The grid of the aggregates: a row a hierarchy, a column a level, two short lines a cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from gim_manager.desktop import icons
from gim_manager.desktop.paint import chosen_ground
from gim_manager.desktop.theme import Theme
from gim_manager.domain.aggregates import HIERARCHIES, LEVELS
from gim_manager.presenters import words
from gim_manager.presenters.aggregates import CellView

VIEW = Qt.ItemDataRole.UserRole
PADDING = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Painter(QStyledItemDelegate):
    """The newest interval, and what waits below it; a triangle where it is late."""

    def __init__(self, theme: Theme, grid: AggregateGrid) -> None:
        super().__init__(grid)
        self._theme, self._grid = theme, grid

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = index.data(VIEW)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            chosen_ground(painter, rect, self._theme, has_focus=self._grid.hasFocus())
        if isinstance(view, CellView):
            self._paint_lines(painter, rect, view)
        painter.restore()

    def _paint_lines(self, painter: QPainter, rect: QRect, view: CellView) -> None:
        line, stale = self._theme.line_height() + 1, self._grid.is_stale
        inside = rect.adjusted(PADDING + 2, 4, -PADDING, -4)
        above = QRect(inside.left(), inside.top(), inside.width(), line)
        ink = "text3" if view.cell.newest is None else "text2" if stale else "text"
        self._text(painter, above, view.above, ink, strong=False)
        below = above.translated(0, line)
        if view.icon:
            glyph = QRectF(below.left(), below.center().y() - icons.GLYPH / 2 + 0.5, icons.GLYPH, icons.GLYPH)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            icons.draw(painter, view.icon, self._theme["text2" if stale else view.token], glyph)
            below.adjust(icons.GLYPH + 5, 0, 0, 0)
        self._text(painter, below, view.below, "text2" if stale else view.token, strong=bool(view.icon))

    def _text(self, painter: QPainter, area: QRect, text: str, token: str, *, strong: bool) -> None:
        font = self._theme.semi_bold(digits=True) if strong else self._theme.font(digits=True)
        painter.setFont(font)
        painter.setPen(self._theme[token])
        painter.drawText(area, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))


class AggregateGrid(QTableWidget):
    """As tall as its rows; the page scrolls."""

    looked_at = Signal(object)
    """CellView: the cell that has the focus."""
    rebuild_wanted = Signal()
    """Return, or a double click, on a cell."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(len(HIERARCHIES), len(LEVELS))
        self._theme = theme
        self.is_stale = False
        self.setObjectName("grid")
        self.setAccessibleName(self.tr("Aggregates by hierarchy and level"))
        self.setItemDelegate(_Painter(theme, self))
        self.setHorizontalHeaderLabels([level.value for level in LEVELS])
        self.setVerticalHeaderLabels([hierarchy.name for hierarchy in HIERARCHIES])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._size_up()
        self.currentCellChanged.connect(lambda *_places: self._tell())
        self.itemActivated.connect(lambda _item: self.rebuild_wanted.emit())
        theme.changed.connect(self.viewport().update)

    def _size_up(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header in (across, down):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setFont(self._theme.font())
        across.setDefaultAlignment(_LEFT)
        down.setDefaultAlignment(_LEFT)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        metrics = QFontMetrics(self._theme.semi_bold(digits=True))
        across.setMinimumSectionSize(metrics.horizontalAdvance("10,204,332 rows") + 2 * PADDING + 6)
        down.setDefaultSectionSize(2 * self._theme.line_height() + 11)
        across.setStretchLastSection(True)
        across.setFixedHeight(self._theme.line_height() + 11)

    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        bar = self.horizontalScrollBar()
        return QSize(super().sizeHint().width(), height + (bar.sizeHint().height() if bar.maximum() > 0 else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def show_cells(self, rows: Sequence[Sequence[CellView]], *, stale: bool) -> None:
        """Other values in the same places; the chosen cell stays chosen."""
        self.is_stale = stale
        for row, cells in enumerate(rows):
            for column, view in enumerate(cells):
                item = self.item(row, column) or QTableWidgetItem()
                if item.tableWidget() is None:
                    self.setItem(row, column, item)
                if item.data(VIEW) != view:
                    item.setData(VIEW, view)
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, words.plain(view.sentence))
                    item.setToolTip(view.sentence)
        if rows and self.currentRow() < 0:
            self.setCurrentCell(0, 0)
        self.viewport().update()
        self._tell()

    def view(self) -> CellView | None:
        """The chosen cell."""
        found = self.currentIndex().data(VIEW)
        return found if isinstance(found, CellView) else None

    def _tell(self) -> None:
        if (view := self.view()) is not None:
            self.looked_at.emit(view)
