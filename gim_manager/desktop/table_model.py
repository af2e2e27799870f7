"""The list of runs as Qt wants it: rows that come in pages, change in place and never reset under one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from gim_manager.domain.listing import RunPage
from gim_manager.domain.run import Run, Status
from gim_manager.presenters.job_list import COLUMNS, Wording, ticks
from gim_manager.presenters.language import tr
from gim_manager.presenters.table import PAGE, Move, Removed, Rows

Index = QModelIndex | QPersistentModelIndex

# Looking an enumeration up costs more than all else that data() does (a viewport asks some 1,300 times).
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_ALIGNED = Qt.ItemDataRole.TextAlignmentRole
_HORIZONTAL = Qt.Orientation.Horizontal
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

FIRST_BLANKS = 60
"""Empty rows shown before the first answer: enough for a tall screen."""
MARK_MS, STATUS_MARK_MS = 4000, 1200
STATUS_COLUMN = next(place for place, column in enumerate(COLUMNS) if column.key == "status")
TICKING = [place for place, column in enumerate(COLUMNS) if column.key in ("status", "duration")]


class RunTableModel(QAbstractTableModel):
    """Fetched runs first, then blank rows while there are more; a painter asks `run_at` once a row."""

    def __init__(self, zone: tzinfo, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows()
        self.wording = Wording(zone=zone, now=now)
        self.is_stale = False
        """The connection is lost: what moved has stopped."""
        self._blanks = FIRST_BLANKS
        self._marked: dict[int, int] = {}
        self._status_marked: dict[int, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows) + self._blanks

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        run = self.rows.at(index.row())
        if run is None:
            return "–" if role == _DISPLAY and index.column() == 0 else None
        key = COLUMNS[index.column()].key
        if role in (_DISPLAY, _SPOKEN):
            return self.wording.text(run, key)
        if role == _TIP:
            return self.wording.tip(run, key) or None
        if role == _ALIGNED:
            return _RIGHT if COLUMNS[index.column()].right else _LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != _HORIZONTAL:
            return None
        column = COLUMNS[section]
        return {_DISPLAY: tr(column.title), _TIP: tr(column.meaning), _ALIGNED: _RIGHT if column.right else _LEFT}.get(
            Qt.ItemDataRole(role)
        )

    def run_at(self, row: int) -> Run | None:
        """The run of a row; None for a row not fetched."""
        return self.rows.at(row)

    def is_marked(self, run_id: int) -> bool:
        """Whether the row is new or changed since a moment."""
        return run_id in self._marked

    def is_status_marked(self, run_id: int) -> bool:
        """Whether its state has just changed."""
        return run_id in self._status_marked

    @property
    def wants_more(self) -> bool:
        """Whether blank rows stand for runs that exist."""
        return self.rows.next is not None

    def show(self, page: RunPage, now: datetime) -> None:
        """The first answer to a new question: the only place where the model is reset."""
        self.beginResetModel()
        self.rows = Rows()
        if move := self.rows.extension(page, now):
            self.rows.apply(move)
        self._blanks = PAGE if self.wants_more else 0
        self.endResetModel()

    def extend(self, page: RunPage, now: datetime) -> None:
        """The next page, in place of blank rows."""
        if move := self.rows.extension(page, now):
            self._carry_out(move)
        self._set_blanks(PAGE if self.wants_more else 0)

    def refresh(self, head: RunPage, changed: Iterable[Run], gone: frozenset[int], now: datetime) -> None:
        """A newer picture of the same question: rows come, go and change where they stand."""
        news = [*changed, *head.runs]
        before = {run.id: known.status for run in news if (known := self.rows.run(run.id))}
        differing = self.rows.learn(news, now)
        for move in self.rows.reconcile(head, gone):
            self._carry_out(move)
        self.rows.forget_strangers()
        self._set_blanks(PAGE if self.wants_more else 0)
        fresh = frozenset(filter(self.rows.stands, differing))
        self._mark(fresh, frozenset(number for number in fresh if self._has_turned(number, before)))

    def tick(self, now: datetime) -> None:
        """A second has passed: what counts is painted again, no other cell."""
        before, self.wording = self.wording.now, replace(self.wording, now=now)
        # What should have started, and waits still, is expected no more.
        self._repaint_runs(number for number, due in self.wording.starts.items() if before < due <= now)
        for row in self._ticking_rows():
            for column in TICKING:
                self.dataChanged.emit(self.index(row, column), self.index(row, column), [_DISPLAY])

    def expect(self, starts: Mapping[int, datetime], now: datetime) -> None:
        """When waiting runs are expected to start: the cells of those that differ are painted again."""
        before = self.wording.starts
        self.wording = replace(self.wording, starts=starts, now=now)
        self._repaint_runs(number for number in {*before, *starts} if before.get(number) != starts.get(number))

    def set_zone(self, zone: tzinfo, now: datetime) -> None:
        """The schedule's zone is known, or another."""
        if zone != self.wording.zone:
            self.wording = replace(self.wording, zone=zone, now=now)
            self._repaint(0, self.rowCount() - 1)

    def set_stale(self, stale: bool) -> None:
        """The connection was lost, or is back."""
        if stale != self.is_stale:
            self.is_stale = stale
            self._repaint(0, self.rowCount() - 1)

    def counts(self) -> bool:
        """Whether any fetched row ticks."""
        return not self.is_stale and (bool(self.wording.starts) or ticks(self.rows.open_runs()))

    def _ticking_rows(self) -> list[int]:
        rows = (self.rows.row_of(run.id) for run in self.rows.open_runs() if ticks([run]))
        return [row for row in rows if row is not None]

    def _has_turned(self, run_id: int, before: Mapping[int, Status]) -> bool:
        run = self.rows.run(run_id)
        return run is not None and run_id in before and before[run_id] is not run.status

    def _carry_out(self, move: Move) -> None:
        nowhere = QModelIndex()
        if isinstance(move, Removed):
            self.beginRemoveRows(nowhere, move.first, move.last)
            self.rows.apply(move)
            self.endRemoveRows()
        else:
            self.beginInsertRows(nowhere, move.first, move.first + len(move.ids) - 1)
            self.rows.apply(move)
            self.endInsertRows()

    def _set_blanks(self, number: int) -> None:
        first, more = len(self.rows) + min(number, self._blanks), number - self._blanks
        if more > 0:
            self.beginInsertRows(QModelIndex(), first, first + more - 1)
            self._blanks = number
            self.endInsertRows()
        elif more < 0:
            self.beginRemoveRows(QModelIndex(), first, first - more - 1)
            self._blanks = number
            self.endRemoveRows()

    def _mark(self, fresh: frozenset[int], turned: frozenset[int]) -> None:
        for number in fresh:
            self._marked[number] = self._marked.get(number, 0) + 1
        for number in turned:
            self._status_marked[number] = self._status_marked.get(number, 0) + 1
        self._repaint_runs(fresh)
        if fresh:
            QTimer.singleShot(MARK_MS, self, lambda: self._unmark(self._marked, fresh))
        if turned:
            QTimer.singleShot(STATUS_MARK_MS, self, lambda: self._unmark(self._status_marked, turned))

    def _unmark(self, marks: dict[int, int], numbers: frozenset[int]) -> None:
        for number in numbers:
            marks[number] -= 1
            if marks[number] == 0:
                del marks[number]
        self._repaint_runs(numbers)

    def _repaint_runs(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            if (row := self.rows.row_of(number)) is not None:
                self._repaint(row, row)

    def _repaint(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1), [_DISPLAY])


def runs_of(model: RunTableModel, rows: Sequence[int]) -> list[Run]:
    """The fetched runs of these rows, in order."""
    return [run for row in rows if (run := model.run_at(row)) is not None]
