"""The head of a timeline: flags of clock changes and pauses, ticks with their labels, and the present."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from gim_manager.desktop.timeline.inks import Glyphs, Inks
from gim_manager.desktop.timeline.plot import FLAGS, GLYPH, HEAD, LANE, RIGHT, TICKS, Plot
from gim_manager.presenters import timeline_words
from gim_manager.presenters.time_axis import Shift, Tick
from gim_manager.presenters.time_span import instant_of
from gim_manager.presenters.timeline import Picture
from gim_manager.presenters.timeline_words import Clock

FLAG_HEIGHT = 20
GAP_WIDTH, BESIDE = 6, 120.0
"""Of the mark of a skipped hour; how far a flag may reach over the column of names."""
AWAY = 50.0
"""The label of the present replaces others within so many pixels."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Flag(NamedTuple):
    """A chip over a moment."""

    x: float
    icon: str
    token: str
    text: str


class HeadPainter:
    """Paints from the top of the painter's coordinates on, HEAD high; lines go down `below` it."""

    def __init__(self, inks: Inks, glyphs: Glyphs) -> None:
        self._inks, self._glyphs = inks, glyphs
        self.chips: list[tuple[QRectF, str]] = []
        """Where flags stand, and what they say whole."""

    def paint(
        self, painter: QPainter, picture: Picture, plot: Plot, ticks: tuple[Tick, ...], shifts: tuple[Shift, ...],
        clock: Clock,
    ) -> None:  # fmt: skip
        """All of it, the present last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ticks(painter, plot, ticks, frozenset(shift.at for shift in shifts))
        lanes = len(picture.lanes)
        flags = [*self._paint_shifts(painter, plot, shifts, lanes), *self._paint_pauses(painter, picture, plot, clock)]
        self._paint_flags(painter, plot, sorted(flags))
        self._paint_now(painter, plot, clock, lanes)

    def _paint_ticks(self, painter: QPainter, plot: Plot, ticks: tuple[Tick, ...], beside: frozenset[float]) -> None:
        """Each label over its line; right of a change of the clocks, whose line is marked."""
        font = self._inks.font(-1, digits=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        now, end = plot.scale.x(plot.now), -inf
        for tick in ticks:
            x = plot.scale.x(tick.at)
            painter.fillRect(QRectF(round(x), HEAD - 5, 1, 5), self._inks["border"])
            wide = (
                max(metrics.horizontalAdvance(tick.label), metrics.horizontalAdvance(tick.above)) if tick.label else 0
            )
            middle = x + wide / 2 + 4 if tick.at in beside else x
            left = min(max(middle - wide / 2, plot.left - 2), plot.right + RIGHT - 3 - wide)
            is_hidden = abs(x - now) < AWAY and plot.left <= now <= plot.right
            if not wide or is_hidden or left < end or not plot.left - 1 <= x <= plot.right + 1:
                continue
            end = left + wide + 6
            painter.setPen(self._inks["text"])
            painter.drawText(QRectF(left, FLAGS + TICKS / 2 - 4, wide, TICKS / 2), _CENTRE, tick.label)
            if tick.above:
                painter.setPen(self._inks["text2"])
                painter.drawText(QRectF(left, FLAGS - 3, wide, TICKS / 2), _CENTRE, tick.above)

    def _paint_shifts(self, painter: QPainter, plot: Plot, shifts: tuple[Shift, ...], lanes: int) -> Iterator[Flag]:
        """A dashed line through the lanes, two where an hour is skipped."""
        for shift in shifts:
            x = round(plot.scale.x(shift.at)) + 0.5
            if not plot.left <= x <= plot.right:
                continue
            pen = QPen(self._inks["scheduled"], 1.5)
            pen.setDashPattern([4, 2])
            painter.setPen(pen)
            for side in (-GAP_WIDTH / 2, GAP_WIDTH / 2) if shift.is_gap else (0,):
                painter.drawLine(QPointF(x + side, FLAGS - 4), QPointF(x + side, HEAD + lanes * LANE))
            yield Flag(x, "clock", "scheduled", shift.text)

    def _paint_pauses(self, painter: QPainter, picture: Picture, plot: Plot, clock: Clock) -> Iterator[Flag]:
        for pause in picture.pauses:
            since = pause.since.timestamp()
            until = inf if pause.until is None else pause.until.timestamp()
            x = max(round(plot.scale.x(since)) + 0.5, plot.left)
            if since <= plot.until and until >= plot.since:
                painter.setPen(QPen(self._inks["stopping"], 1))
                painter.drawLine(QPointF(x, FLAGS - 4), QPointF(x, HEAD))
                yield Flag(x, "pause", "stopping", timeline_words.pause(pause, clock))

    def _paint_flags(self, painter: QPainter, plot: Plot, flags: list[Flag]) -> None:
        """Each right of its moment; left of it if the next would have no room; its glyph alone where it has none."""
        painter.setFont(self._inks.semi_bold(-1, digits=True))
        self.chips.clear()
        metrics, end = QFontMetrics(painter.font()), plot.left - BESIDE
        for number, flag in enumerate(flags):
            following = flags[number + 1].x - 13 if number + 1 < len(flags) else plot.right + RIGHT - 3
            wide = metrics.horizontalAdvance(flag.text) + GLYPH + 18
            left, text = flag.x - 9, flag.text
            if left + wide > following:
                left = min(flag.x + 9, following) - wide
            if left < end:
                left, wide, text = max(flag.x - 9, plot.left), GLYPH + 10, ""
            if left >= end:
                chip = QRectF(round(left), (FLAGS - FLAG_HEIGHT) / 2, wide, FLAG_HEIGHT)
                self._paint_flag(painter, chip, flag, text)
                self.chips.append((chip, flag.text))
                end = left + wide + 4

    def _paint_flag(self, painter: QPainter, chip: QRectF, flag: Flag, text: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks[f"{flag.token}_soft"])
        painter.drawRoundedRect(chip, 4, 4)
        spot = QRectF(chip.left() + 5, chip.top() + 4, GLYPH, GLYPH)
        self._glyphs.draw(painter, flag.icon, self._inks[flag.token], spot)
        painter.setPen(self._inks[flag.token])
        painter.drawText(chip.adjusted(GLYPH + 9, 0, 0, 0), _LEFT, text)

    def _paint_now(self, painter: QPainter, plot: Plot, clock: Clock, lanes: int) -> None:
        x = round(plot.scale.x(plot.now))
        if not plot.left <= x <= plot.right:
            return
        colour = self._inks["now"]
        painter.fillRect(QRectF(x - 0.5, HEAD - 4, 1.5, 4 + lanes * LANE), colour)
        font = self._inks.semi_bold(-1, digits=True)
        painter.setFont(font)
        text = clock.time(instant_of(plot.now))
        wide = QFontMetrics(font).horizontalAdvance(text) + 12
        left = min(max(x - wide / 2, plot.left), plot.right + RIGHT - 3 - wide)
        label = QRectF(left, FLAGS + TICKS / 2 - 5, wide, TICKS / 2 + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(label, 3, 3)
        painter.setPen(self._inks["surface"])
        painter.drawText(label, _CENTRE, text)
