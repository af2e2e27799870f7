"""The table of runs: its header, its columns and keys, and what survives when rows come and go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.run_delegate import INSET, RunDelegate
from gim_manager.desktop.table_model import RunTableModel, runs_of
from gim_manager.desktop.theme import Theme
from gim_manager.domain.run import Run
from gim_manager.presenters.job_list import COLUMNS, Filters
from gim_manager.presenters.language import tr

STRETCHED = len(COLUMNS) - 1
ARROW, SLACK = 12, 3
ROW_EXTRA = 10
"""Row height is the font's height and this (look.md, Type, space, shape)."""


class RunHeader(QHeaderView):
    """Titles with the sort arrow left of the label in right-aligned columns; a click asks the database to sort."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.filters = Filters()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(36)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.line_height() + ROW_EXTRA)

    def measure(self) -> None:
        """Give each column the width of its sample in the font in use."""
        metrics = QFontMetrics(self._theme.font(digits=True))
        title = QFontMetrics(self._theme.semi_bold())
        for place, column in enumerate(COLUMNS[:STRETCHED]):
            needs = max(metrics.horizontalAdvance(tr(column.sample)), title.horizontalAdvance(tr(column.title)) + ARROW)
            extra = 42 if column.key == "status" else 0
            self.resizeSection(place, needs + 2 * INSET + extra + SLACK)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme["header"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme["border"])
        if rect.right() < self.viewport().width() - 1:
            painter.fillRect(rect.right(), rect.top() + 7, 1, rect.height() - 14, self._theme["border"])
        self._paint_title(painter, rect.adjusted(INSET, 0, -INSET, -1), logical)
        painter.restore()

    def _paint_title(self, painter: QPainter, cell: QRect, logical: int) -> None:
        column = COLUMNS[logical]
        is_sorted = column.order is self.filters.order
        font = self._theme.semi_bold() if is_sorted else self._theme.medium()
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(tr(column.title), Qt.TextElideMode.ElideRight, cell.width())
        width = metrics.horizontalAdvance(shown)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(self._theme["text" if is_sorted else "text2"])
        painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, shown)
        if is_sorted:
            left = cell.right() - width - ARROW - 3 if column.right else cell.left() + width + 4
            name = "chevron-down" if self.filters.descending else "chevron-up"
            place = QRectF(left, cell.center().y() - ARROW / 2 + 1, ARROW, ARROW)
            icons.draw(painter, name, self._theme["text2"], place)

    def _offer_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for logical, column in enumerate(COLUMNS):
            action = QAction(tr(column.title), menu, checkable=True, checked=not self.isSectionHidden(logical))
            action.setEnabled(column.key not in ("id", "note"))
            action.toggled.connect(lambda shown, section=logical: self.setSectionHidden(section, not shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Usual columns"), self.reset_columns)
        menu.popup(self.mapToGlobal(place))

    def reset_columns(self) -> None:
        """Every column shown, in its usual place and width."""
        for logical in range(len(COLUMNS)):
            self.setSectionHidden(logical, False)
            self.moveSection(self.visualIndex(logical), logical)
        self.measure()


class RunTable(QTableView):
    """Selects whole runs by id, whatever row they stand in."""

    more_wanted = Signal()
    """Rows came into view that have not been fetched."""
    chosen = Signal()
    """The selected runs, or the current one, are others."""

    def __init__(self, theme: Theme, model: RunTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.runs_model = model
        self._settling = False
        self.setObjectName("jobList")
        self.setAccessibleName(self.tr("Jobs"))
        self._set_up_rows()
        self.header = RunHeader(theme, self)
        self.setHorizontalHeader(self.header)
        self._delegate = RunDelegate(theme, self.header, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.header.measure()
        self._connect()

    def _set_up_rows(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_rows()

    def _size_rows(self) -> None:
        height = self._theme.line_height() + ROW_EXTRA
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _connect(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self.look_for_blanks)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self._delegate.take_fonts()
        self._size_rows()
        self.viewport().update()

    def _tell_chosen(self) -> None:
        if not self._settling:
            self.chosen.emit()

    def selected_runs(self) -> list[Run]:
        """The selected runs, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return runs_of(self.runs_model, rows)

    def current_run(self) -> Run | None:
        """The run whose details are shown."""
        return self.runs_model.run_at(self.currentIndex().row())

    def select_run(self, run_id: int) -> bool:
        """Select one run and bring it into view; False if it has not been fetched."""
        row = self.runs_model.rows.row_of(run_id)
        if row is None:
            return False
        self.selectRow(row)
        self.scrollTo(self.runs_model.index(row, 0))
        return True

    @contextmanager
    def kept_in_place(self) -> Iterator[None]:
        """While rows come and go: the same runs stay selected, and the top row in view stays where it is."""
        chosen, current = [run.id for run in self.selected_runs()], self.current_run()
        scroll = self.verticalScrollBar()
        top = self.runs_model.run_at(scroll.value()) if scroll.value() > 0 else None
        self._settling = True
        try:
            yield
        finally:
            self._settling = False
        self._reselect(chosen, current.id if current else None)
        if top is not None and (row := self.runs_model.rows.row_of(top.id)) is not None:
            scroll.setValue(row)
        if [run.id for run in self.selected_runs()] != chosen:
            self.chosen.emit()

    def _reselect(self, chosen: list[int], current: int | None) -> None:
        model, selection = self.runs_model, QItemSelection()
        if [run.id for run in self.selected_runs()] != chosen:
            for number in chosen:
                if (row := model.rows.row_of(number)) is not None:
                    selection.select(model.index(row, 0), model.index(row, len(COLUMNS) - 1))
            self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        row = model.rows.row_of(current) if current is not None else None
        if row is not None and self.currentIndex().row() != row:
            self.selectionModel().setCurrentIndex(model.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def look_for_blanks(self) -> None:
        """Ask for more if a row in view has not been fetched."""
        last = self.rowAt(self.viewport().height() - 1)
        last = self.runs_model.rowCount() - 1 if last < 0 else last
        if self.runs_model.wants_more and last >= len(self.runs_model.rows):
            self.more_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look_for_blanks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy is the window's action: it copies a table, not a cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.has_focus = True
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.has_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            for changed in (self._delegate.hovered, row):
                if changed >= 0:
                    top = self.rowViewportPosition(changed)
                    self.viewport().update(0, top, self.viewport().width(), self.rowHeight(changed))
            self._delegate.hovered = row
