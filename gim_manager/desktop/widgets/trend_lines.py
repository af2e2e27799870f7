"""How long the jobs took: one small line a job on a common time axis, its P95 dashed, changes of options as marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.presenters import words
from gim_manager.presenters.aggregates import MarkView, TrendView

GAP, NEAR = 16, 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TrendLines(QWidget):
    """Painted rows; a sentence where no job has run."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[TrendView] = ()
        self._marks: Sequence[MarkView] = ()
        self._begins: datetime | None = None
        self._zone: tzinfo | None = None
        self._length = 1.0
        self._is_stale = False
        self.setObjectName("page")
        self.setAccessibleName(self.tr("How long the jobs take"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_trends(
        self, lines: Sequence[TrendView], marks: Sequence[MarkView], *, begins: datetime | None, length: float,
        zone: tzinfo, stale: bool,
    ) -> None:  # fmt: skip
        """Lines and marks on an axis of `length` seconds that begins at `begins`."""
        self._lines, self._marks, self._is_stale = lines, marks, stale
        self._begins, self._length, self._zone = begins, max(1.0, length), zone
        told = [line.sentence for line in lines] or [self._nothing()]
        self.setAccessibleDescription("\n".join(told))
        self.updateGeometry()
        self.update()

    def _nothing(self) -> str:
        return self.tr("No job has ended well in the last 14 days")

    @property
    def _row(self) -> int:
        return self._theme.line_height() * 2 + 8

    def sizeHint(self) -> QSize:
        return QSize(600, self._row * max(1, len(self._lines)) + self._theme.line_height() + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self.sizeHint().height())

    def _area(self) -> QRect:
        """Where the lines are drawn, over all rows."""
        name = max((self._wide(line.name) for line in self._lines), default=0)
        told = max((max(self._wide(line.latest), self._wide(line.usual)) for line in self._lines), default=0)
        wide = self.width() - name - told - 2 * GAP
        return QRect(name + GAP, 0, max(40, wide), self._row * len(self._lines))

    def _wide(self, text: str) -> int:
        return QFontMetrics(self._theme.font(digits=True)).horizontalAdvance(text)

    def _x(self, area: QRect, seconds: float) -> float:
        return area.left() + area.width() * seconds / self._length

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._lines:
            self._text(painter, QRect(0, 0, self.width(), self._row), self._nothing(), "text2")
            return
        area = self._area()
        self._paint_axis(painter, area)
        for mark in self._marks:
            x = round(self._x(area, mark.at))
            painter.fillRect(x, area.top() + 2, 1, area.height() - 4, self._theme["scheduled"])
            painter.fillRect(x - 2, area.top() + 2, 5, 3, self._theme["scheduled"])
        for place, line in enumerate(self._lines):
            self._paint_line(painter, QRect(area.left(), place * self._row, area.width(), self._row), line)

    def _paint_line(self, painter: QPainter, row: QRect, line: TrendView) -> None:
        ink = "text2" if self._is_stale else "text"
        whole = QRect(0, row.top(), self.width(), row.height())
        self._text(painter, whole, line.name, ink)
        half = row.height() // 2
        self._text(painter, whole.adjusted(0, 2, 0, -half), line.latest, ink, right=True)
        self._text(painter, whole.adjusted(0, half - 2, 0, -2), line.usual, "text2", right=True)
        painter.fillRect(row.left(), row.bottom(), row.width(), 1, self._theme["line"])
        inside = row.adjusted(0, 6, 0, -6)
        top = max([*(took for _, took in line.points), line.p95 or 0.0]) or 1.0

        def y(took: float) -> float:
            return inside.bottom() - (inside.height() - 1) * took / top

        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.p95 is not None:
            painter.setPen(QPen(self._theme["text3"], 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(row.left(), y(line.p95)), QPointF(row.right(), y(line.p95)))
        points = [QPointF(self._x(row, at), y(took)) for at, took in line.points]
        token = self._theme["outline" if self._is_stale else "running"]
        painter.setPen(QPen(token, 1.25))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(token)
        for point in points[-1:] if len(points) > 60 else points:
            painter.drawEllipse(point, 1.6, 1.6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_axis(self, painter: QPainter, area: QRect) -> None:
        """A hairline a midnight, a date where it fits."""
        font = self._theme.font(-1, digits=True)
        metrics, free = QFontMetrics(font), 0.0
        painter.setFont(font)
        for at, text in self._midnights():
            x = self._x(area, at)
            painter.fillRect(round(x), area.top(), 1, area.height(), self._theme["line"])
            wide = metrics.horizontalAdvance(text)
            if x >= free and x + wide <= self.width():
                painter.setPen(self._theme["text3"])
                painter.drawText(round(x), area.bottom() + 6 + metrics.ascent(), text)
                free = x + wide + 14

    def _midnights(self) -> list[tuple[float, str]]:
        if self._begins is None or self._zone is None:
            return []
        ends = (self._begins + timedelta(seconds=self._length)).astimezone(self._zone)
        day = self._begins.astimezone(self._zone).date() + timedelta(days=1)
        found: list[tuple[float, str]] = []
        while day <= ends.date():
            midnight = datetime(day.year, day.month, day.day, tzinfo=self._zone)
            found.append(((midnight - self._begins).total_seconds(), words.day(day, today=ends.date())))
            day += timedelta(days=1)
        return found

    def _text(self, painter: QPainter, area: QRect, text: str, token: str, *, right: bool = False) -> None:
        font: QFont = self._theme.font(digits=True)
        painter.setFont(font)
        painter.setPen(self._theme[token])
        painter.drawText(area, _RIGHT if right else _LEFT, text)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos()), self)
            return True
        return super().event(event)

    def told_at(self, place: QPoint) -> str:
        """The mark under a point, else the job's line."""
        area = self._area()
        near = [mark.sentence for mark in self._marks if abs(self._x(area, mark.at) - place.x()) <= NEAR]
        if near:
            return "\n".join(near[-6:])
        row = place.y() // self._row
        return self._lines[row].sentence if 0 <= row < len(self._lines) else ""
