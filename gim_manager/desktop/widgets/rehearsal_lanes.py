"""Two nights under one elapsed scale: what is expected is an outline, the change of the clock a dashed line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.domain.rehearsal import Bar
from gim_manager.presenters import words
from gim_manager.presenters.rehearsal import Lane

BAND, BAR, TICK = 22, 16, 4
HOUR = timedelta(hours=1)
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RehearsalLane(QWidget):
    """One night; `length` is that of the longer of the two, so that both have one scale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lane: Lane | None = None
        self._length = 12 * HOUR
        self._zone: tzinfo | None = None
        self._changes_at: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(220)
        theme.changed.connect(self.update)

    def show_lane(self, lane: Lane, *, length: timedelta, zone: tzinfo, changes_at: datetime) -> None:
        """Another night; `changes_at` is drawn if it lies in it."""
        night = lane.night
        self._lane, self._length, self._zone = lane, length, zone
        self._changes_at = changes_at if night.since < changes_at < night.until else None
        self.setAccessibleName(lane.spoken)
        self.setToolTip(lane.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, BAND + TICK + self._theme.line_height() + 2)

    def _x(self, at: datetime) -> int:
        assert self._lane is not None
        return round((at - self._lane.night.since) / self._length * (self.width() - 1))

    def _rect(self, bar: Bar, height: int) -> QRect:
        night = self._lane.night if self._lane else None
        left = self._x(bar.since)
        right = self._x(min(bar.until, night.until) if night else bar.until)
        return QRect(left, (BAND - height) // 2, max(3, right - left), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._lane is None or self._zone is None:
            return
        painter = QPainter(self)
        theme, night = self._theme, self._lane.night
        for window in night.windows:
            painter.fillRect(self._rect(window, BAND), theme["soft"])
        for cycle in night.cycles:
            self._outline(painter, self._rect(cycle, BAR), theme["outline"])
        if night.maintenance.bar is not None:
            self._paint_maintenance(painter, night.maintenance.bar)
        self._paint_ticks(painter, night.since, night.until)
        if self._changes_at is not None:
            painter.setPen(QPen(theme["scheduled"], 2, Qt.PenStyle.DashLine))
            at = self._x(self._changes_at)
            painter.drawLine(QLineF(at, 0, at, BAND + TICK))

    def _outline(self, painter: QPainter, place: QRect, colour: QColor) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme["surface"])
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()

    def _paint_maintenance(self, painter: QPainter, bar: Bar) -> None:
        assert self._lane is not None
        token = "stopping" if bar.stopped else "text2"
        place = self._rect(bar, BAR)
        self._outline(painter, place, self._theme[token])
        text = self._lane.length
        painter.setFont(self._theme.font(-1, digits=True))
        painter.setPen(self._theme[token])
        room = QRect(place.right() + 5, 0, self._room_after(place.right()), BAND)
        if QFontMetrics(painter.font()).horizontalAdvance(text) <= room.width():
            painter.drawText(room, _MIDDLE, text)

    def _room_after(self, right: int) -> int:
        """To the next cycle, or to the end of the lane."""
        assert self._lane is not None
        following = (self._x(cycle.since) for cycle in self._lane.night.cycles)
        return min((left for left in following if left > right), default=self.width()) - right - 8

    def _paint_ticks(self, painter: QPainter, since: datetime, until: datetime) -> None:
        painter.setFont(self._theme.font(-1, digits=True))
        metrics, free_from = QFontMetrics(painter.font()), 0
        for at, text in self._hours(since, until):
            x, half = self._x(at), metrics.horizontalAdvance(text) // 2
            painter.fillRect(x, BAND, 1, TICK, self._theme["outline"])
            left = min(max(0, x - half), self.width() - 2 * half)
            if left >= free_from:
                painter.setPen(self._theme["text2"])
                painter.drawText(left, BAND + TICK + metrics.ascent() + 1, text)
                free_from = left + 2 * half + 8

    def _hours(self, since: datetime, until: datetime) -> Iterator[tuple[datetime, str]]:
        """Each full hour of the wall clock: a repeated one twice, a skipped one not at all."""
        at = since
        while at <= until:
            local = at.astimezone(self._zone)
            if self._zone is not None and local.minute == 0:
                yield at, words.clock_time(at, self._zone, today=local.date(), seconds=False).replace(":00", "")
            at += HOUR / 2
