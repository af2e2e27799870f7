"""The Aggregates page: what is built of each set, which days can be rebuilt, how long the jobs take."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.aggregate_grid import AggregateGrid
from gim_manager.desktop.widgets.day_strip import DayStrip
from gim_manager.desktop.widgets.trend_lines import TrendLines
from gim_manager.domain.aggregate_board import Board
from gim_manager.domain.errors import GimError
from gim_manager.presenters import access, aggregates

BREATH_MS = 5_000
"""While the page is seen it is read again at most once in so long."""
INSET = 16


class AggregatesPage(QWidget):
    """Reads the board while it is seen, and only if something has changed."""

    rebuild_wanted = Signal(str)
    """The Job Parameters of a re-aggregation."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._theme, self._session = theme, session
        self.board: Board | None = None
        self._is_due = True
        self._breath = QTimer(self, singleShot=True, interval=BREATH_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.grid, self.strip = AggregateGrid(self._theme), DayStrip(self._theme)
        self.trends = TrendLines(self._theme)
        self.cell, self.span = QLabel(), QLabel()
        for label in (self.cell, self.span):
            label.setWordWrap(True)
            label.setFont(self._theme.font(digits=True))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QFrame()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(INSET, 12, INSET, INSET)
        column.setSpacing(6)
        column.addWidget(self.grid)
        column.addWidget(self.cell)
        for title, widget, below in (
            (
                self.tr("Days: facts, hatched where purged; below them aggregates, amber where pending"),
                self.strip,
                self.span,
            ),
            (self.tr("How long the jobs take"), self.trends, None),
        ):
            column.addSpacing(14)
            column.addWidget(self._title(title))
            column.addWidget(widget)
            if below is not None:
                column.addWidget(below)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("page")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top())
        layout.addWidget(self._scroll, 1)

    def _title(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(self._theme.semi_bold())
        return label

    def _top(self) -> QWidget:
        top = QFrame()
        top.setObjectName("filters")
        row = QHBoxLayout(top)
        row.setContentsMargins(INSET, 7, 12, 7)
        row.setSpacing(8)
        self.glyph, self.state = QLabel(), QLabel(self.tr("Reading…"))
        self.glyph.setFixedWidth(icons.GLYPH + 2)
        self.glyph.hide()
        self.rebuild = QPushButton(self.tr("Re-aggregate…"))
        icons.put(self._theme, self.rebuild, "refresh")
        self.rebuild.setToolTip(self.tr("Open Run Job with the chosen set and days (Return in the grid)"))
        row.addWidget(self.glyph)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self.rebuild)
        return top

    def _connect(self) -> None:
        session = self._session
        self.grid.looked_at.connect(lambda view: self.cell.setText(view.sentence))
        self.grid.rebuild_wanted.connect(self._want_rebuild)
        self.rebuild.clicked.connect(self._want_rebuild)
        self.strip.chosen.connect(lambda *_days: self._show_span())
        self._breath.timeout.connect(self._look_again)
        session.refreshed.connect(self._changed)
        session.freshness_changed.connect(self._show_freshness)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.bridge.drop("aggregates")
        self._breath.stop()
        self._is_due = True

    def _changed(self, *_refreshed: object) -> None:
        self._is_due = True
        if not self._breath.isActive():
            self._look_again()

    def _look_again(self) -> None:
        if self._is_due and self.isVisible() and not self._session.freshness.is_lost:
            self._is_due = False
            self._breath.start()
            self._session.bridge.start("aggregates", self._read())

    async def _read(self) -> None:
        session = self._session
        try:
            board = await session.bridge.ask(session.mart.aggregates)
        except GimError as error:
            self._is_due = True
            self.state.setText(str(error))
            return
        self.show_board(board)

    def _show_freshness(self) -> None:
        if self.board is not None and self.isVisible():
            self.show_board(self.board)

    def show_board(self, board: Board) -> None:
        """Everything on the page; what was chosen stays chosen."""
        self.board = board
        session = self._session
        lost, now = session.freshness.is_lost, session.mart.now()
        self.grid.show_cells(aggregates.grid(board, now), stale=lost)
        self.strip.show_days(aggregates.strip(board), stale=lost)
        self.trends.show_trends(
            aggregates.trend_views(board), aggregates.mark_views(board, session.zone), begins=board.since,
            length=aggregates.length(board), zone=session.zone, stale=lost,
        )  # fmt: skip
        self._show_state(board)
        self._show_span()
        self._allow(lost=lost)

    def _show_state(self, board: Board) -> None:
        is_late = any(cell.is_late for cell in board.cells)
        icon, token = ("warning", "stopping") if is_late else ("check", "complete")
        self.glyph.setPixmap(icons.pixmap(icon, self._theme[token], icons.GLYPH, self.devicePixelRatioF()))
        self.glyph.setVisible(is_late or any(cell.newest for cell in board.cells))
        self.state.setFont(self._theme.semi_bold() if is_late else self._theme.font())
        self.state.setText(aggregates.late_sentence(board))

    def _show_span(self) -> None:
        self.span.setText(aggregates.span_sentence(self.strip.chosen_days()))

    def _allow(self, *, lost: bool) -> None:
        session = self._session
        why = access.why_not(session.mart.identity.access, "run", session.status)
        why = why or (self.tr("the connection is lost") if lost else "")
        tip = self.tr("Open Run Job with the chosen set and days (Return in the grid)")
        self.rebuild.setEnabled(not why)
        self.rebuild.setToolTip(f"{tip}: {why}" if why else tip)

    def _want_rebuild(self) -> None:
        view = self.grid.view()
        if self.board is not None and self.rebuild.isEnabled():
            first, last = self.strip.range()
            asked = aggregates.parameters(view.cell if view else None, first, last, self._today(self.board))
            self.rebuild_wanted.emit(asked)

    def _today(self, board: Board) -> date:
        return board.at.astimezone(board.zone).date()
