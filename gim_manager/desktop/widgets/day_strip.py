"""The strip of days: how many facts each has, which can be rebuilt, which are aggregated; a range is chosen on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gim_manager.desktop.paint import hatching
from gim_manager.desktop.theme import Theme
from gim_manager.domain.aggregate_board import DayState
from gim_manager.presenters import words
from gim_manager.presenters.aggregates import DayView, span_sentence

HATCH = 7.0
BARS, BAND, GAP = 48, 6, 4
LEAST_CELL, MOST_CELL = 7, 26
HANDLE = 3
GRIP = 5
"""So near to a handle the mouse takes it, and moves that end of the range."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}


class DayStrip(QWidget):
    """One cell a day, oldest left. Height is the volume of facts; hatched is purged; what is empty is not loaded."""

    chosen = Signal(object, object)
    """date | None: the first and the last day of the range."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._days: Sequence[DayView] = ()
        self._first: int | None = None
        self._last: int | None = None
        self._is_stale = False
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Days with facts and aggregates"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_days(self, days: Sequence[DayView], *, stale: bool) -> None:
        """Other days; the range that was chosen stays as far as it is among them."""
        first, last = self.range()
        self._days, self._is_stale = days, stale
        places = {view.day: place for place, view in enumerate(days)}
        self._first, self._last = places.get(first), places.get(last)  # type: ignore[arg-type]
        if self._first is None or self._last is None:
            self._first = self._last = None
        self._describe()
        self.update()

    def choose(self, first: date | None, last: date | None) -> None:
        """A range from elsewhere, as typed; nothing is told of it."""
        places = {view.day: place for place, view in enumerate(self._days)}
        inside = first is not None and last is not None and first in places and last in places
        self._first, self._last = (places[first], places[last]) if inside and first and last else (None, None)
        self._describe()
        self.update()

    def range(self) -> tuple[date | None, date | None]:
        """The first and the last day that are chosen; None, None for no range."""
        if self._first is None or self._last is None or not self._days:
            return None, None
        low, high = sorted((self._first, self._last))
        return self._days[low].day, self._days[high].day

    def chosen_days(self) -> tuple[DayView, ...]:
        """The days of the range, in order."""
        if self._first is None or self._last is None:
            return ()
        low, high = sorted((self._first, self._last))
        return tuple(self._days[low : high + 1])

    def _describe(self) -> None:
        self.setAccessibleDescription(words.plain(span_sentence(self.chosen_days())))

    def sizeHint(self) -> QSize:
        return QSize(62 * 14, BARS + GAP + BAND + 6 + self._theme.line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(max(1, len(self._days)) * LEAST_CELL, self.sizeHint().height())

    def _cell(self, place: int) -> QRect:
        """Whole pixels, so that no cell is blurred."""
        wide = min(self.width(), MOST_CELL * len(self._days))
        left, right = (wide * edge // len(self._days) for edge in (place, place + 1))
        return QRect(left, 0, right - left, BARS + GAP + BAND)

    def day_at(self, x: int) -> int | None:
        """The place of the day under a point; None beside them."""
        cells = (self._cell(place) for place in range(len(self._days)))
        return next((place for place, cell in enumerate(cells) if cell.left() <= x <= cell.right()), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._days:
            return
        painter = QPainter(self)
        theme = self._theme
        low, high = sorted((self._first, self._last)) if self._first is not None and self._last is not None else (1, 0)
        for place, view in enumerate(self._days):
            cell = self._cell(place)
            if low <= place <= high:
                painter.fillRect(cell, theme["select_idle" if self._is_stale else "select"])
            self._paint_facts(painter, cell.adjusted(1, 0, -1, -BAND - GAP), view, chosen=low <= place <= high)
            self._paint_aggregates(painter, QRect(cell.left() + 1, BARS + GAP, cell.width() - 2, BAND), view)
        painter.fillRect(0, BARS, self._cell(len(self._days) - 1).right(), 1, theme["border"])
        if low <= high:
            self._paint_handles(painter, self._cell(low), self._cell(high))
        self._paint_labels(painter)

    def _paint_facts(self, painter: QPainter, cell: QRect, view: DayView, *, chosen: bool) -> None:
        theme = self._theme
        ink = theme["scroll" if self._is_stale else "accent" if chosen else "outline"]
        if view.state is DayState.PURGED:
            painter.setPen(QPen(theme["outline"], 1))
            for start, end in hatching(QRectF(cell), HATCH):
                painter.drawLine(start, end)
        elif view.state is DayState.FACTS:
            tall = max(3, round(cell.height() * view.height))
            bar = QRect(cell.left(), cell.bottom() - tall + 1, cell.width(), tall)
            painter.fillRect(bar, ink)
        elif view.state is DayState.EMPTY:
            painter.fillRect(cell.left(), cell.bottom() - 1, cell.width(), 2, theme["outline"])

    def _paint_aggregates(self, painter: QPainter, band: QRect, view: DayView) -> None:
        theme = self._theme
        if view.is_pending:
            painter.fillRect(band, theme["stopping_soft"])
            painter.setPen(theme["text2" if self._is_stale else "warn_edge"])
            painter.drawRect(band.adjusted(0, 0, -1, -1))
            painter.fillRect(band.center().x() - 1, band.center().y() - 1, 3, 3, theme["stopping"])
        elif view.is_aggregated:
            painter.fillRect(band, theme["scroll" if self._is_stale else "complete"])

    def _paint_handles(self, painter: QPainter, first: QRect, last: QRect) -> None:
        token = "outline" if self._is_stale else "accent"
        painter.fillRect(first.left(), 0, HANDLE, first.height(), self._theme[token])
        painter.fillRect(last.right() - HANDLE + 1, 0, HANDLE, last.height(), self._theme[token])
        if self.hasFocus():
            painter.setPen(QPen(self._theme["accent"], 1))
            painter.drawRect(first.left(), 0, last.right() - first.left(), first.height() - 1)

    def _paint_labels(self, painter: QPainter) -> None:
        """The first of each month and every Monday, as far as they fit beside one another."""
        font = self._theme.font(-1, digits=True)
        painter.setFont(font)
        painter.setPen(self._theme["text3"])
        metrics, free = QFontMetrics(font), 0
        today = self._days[-1].day
        top = BARS + GAP + BAND + 4
        for place, view in enumerate(self._days):
            text = words.day(view.day, today=today)
            left = self._cell(place).left()
            wide = metrics.horizontalAdvance(text)
            if (view.day.weekday() == 0 or view.day.day == 1) and left >= free and left + wide <= self.width():
                painter.drawText(left, top + metrics.ascent(), text)
                free = left + wide + 14

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        place = self.day_at(x)
        if (kept := self._gripped(x)) is not None:
            self._first, self._last = kept, self._other(kept)
        elif place is not None:
            is_end = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self._first is not None
            self._take(self._first if is_end else place, place)

    def _other(self, end: int) -> int | None:
        return self._last if end == self._first else self._first

    def _gripped(self, x: int) -> int | None:
        """The end that stays where it is while the handle under the mouse moves the other; None beside the handles."""
        if self._first is None or self._last is None or self._first == self._last:
            return None
        low, high = sorted((self._first, self._last))
        if abs(x - self._cell(low).left()) <= GRIP:
            return high
        return low if abs(x - self._cell(high).right()) <= GRIP else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.day_at(event.position().toPoint().x())
        if event.buttons() & Qt.MouseButton.LeftButton and place is not None:
            self._take(self._first, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._days:
            super().keyPressEvent(event)
            return
        last = len(self._days) - 1
        here = last if self._last is None else self._last
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._first is not None:
            self._take(None, None)
        elif key in _STEPS or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            there = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key, here + _STEPS.get(key, 0))
            there = min(last, max(0, here if self._last is None else there))
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._take(self._first if extends and self._first is not None else there, there)
        else:
            super().keyPressEvent(event)

    def _take(self, first: int | None, last: int | None) -> None:
        if (first, last) != (self._first, self._last):
            self._first, self._last = first, last
            self._describe()
            self.update()
            self.chosen.emit(*self.range())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _tell(self, place: QPoint, where: QPoint) -> None:
        found = self.day_at(place.x())
        QToolTip.showText(where, "" if found is None else self._days[found].sentence, self)
