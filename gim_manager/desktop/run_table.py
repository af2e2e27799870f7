"""The table of runs: its rows and keys, and what survives when rows come and go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gim_manager.desktop.run_header import RunHeader
from gim_manager.desktop.run_layout import ROW_EXTRA
from gim_manager.desktop.run_painter import RowLook, RunPainter
from gim_manager.desktop.table_model import RunTableModel, runs_of
from gim_manager.desktop.theme import Theme
from gim_manager.domain.run import Run
from gim_manager.presenters.job_list import COLUMNS

LEAST_ROWS = 3
"""In the smallest window: what is told of a run gives way rather than the runs."""


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
        self._painter = RunPainter(theme, model)
        self._hovered = -1
        self.setModel(model)
        self.header.measure()
        rows = LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(self.header.sizeHint().height() + rows + self.horizontalScrollBar().sizeHint().height())
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
        self._painter.take_fonts()
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Row by row, not cell by cell as Qt would: a twentieth of its calls between the languages."""
        painter = QPainter(self.viewport())
        self._painter.begin(painter, self.header.places(), has_focus=self.hasFocus())
        top, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if top >= 0:
            for row in range(top, (last if last >= 0 else self.runs_model.rowCount() - 1) + 1):
                self._painter.row(painter, self.runs_model.run_at(row), self._look_of(row))
        painter.end()

    def _look_of(self, row: int) -> RowLook:
        is_selected = self.selectionModel().isRowSelected(row)
        current = self.currentIndex()
        is_focused = not is_selected and current.row() == row and self.hasFocus()
        return RowLook(
            area=QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row)),
            is_selected=is_selected, is_hovered=row == self._hovered,
            focused=COLUMNS[current.column()].key if is_focused else "",
        )  # fmt: skip

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for changed in (self._hovered, row):
                if changed >= 0:
                    top = self.rowViewportPosition(changed)
                    self.viewport().update(0, top, self.viewport().width(), self.rowHeight(changed))
            self._hovered = row
