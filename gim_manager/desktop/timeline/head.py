"""The head of a timeline: its flags, ticks with their labels, and the present."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.timeline.inks import Inks
from gim_manager.desktop.timeline.plot import FLAGS, GLYPH, HEAD, LANE, RIGHT, TICKS, Plot
from gim_manager.presenters.time_axis import Tick
from gim_manager.presenters.time_span import instant_of
from gim_manager.presenters.timeline_flags import Flag, Pole
from gim_manager.presenters.timeline_words import Clock

FLAG_HEIGHT = 20
GAP_WIDTH, BESIDE = 6, 120.0
"""Of the mark of a skipped hour; how far a flag may reach over the column of names."""
AWAY = 50.0
"""The label of the present replaces others within so many pixels."""
LASTS = 3
"""Height of the line under what lasts."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(slots=True)
class Chip:
    """Where a flag stands, and those that it hides for want of room."""

    place: QRectF
    flags: list[Flag]

    def after(self, chosen: Flag | None) -> Flag:
        """The first of them, or the one that a further click on the same spot means."""
        return self.flags[(self.flags.index(chosen) + 1) % len(self.flags) if chosen in self.flags else 0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """What stands over so many lanes."""

    flags: Sequence[Flag]
    ticks: tuple[Tick, ...]
    lanes: int
    height: int
    """Of all that stands below, in pixels."""
    chosen: Flag | None = None


class HeadPainter:
    """Paints from the top of the painter's coordinates on, HEAD high; lines go down `below` it."""

    def __init__(self, inks: Inks, glyphs: Glyphs) -> None:
        self._inks, self._glyphs = inks, glyphs
        self.chips: list[Chip] = []

    def paint(self, painter: QPainter, plot: Plot, over: Over, clock: Clock) -> None:
        """All of it, the present last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = [flag for flag in over.flags if flag.meets(plot.since, plot.until)]
        self._paint_ticks(painter, plot, over.ticks, frozenset(flag.since for flag in seen if flag.icon == "clock"))
        for flag in seen:
            self._paint_pole(painter, flag, plot, over.lanes)
        self._paint_flags(painter, plot, seen, over.chosen)
        self._paint_now(painter, plot, clock, over.height)

    def chip_at(self, x: float, y: float) -> Chip | None:
        """What stands at a place of what was painted last."""
        return next((chip for chip in self.chips if chip.place.contains(x, y)), None)

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

    def _paint_pole(self, painter: QPainter, flag: Flag, plot: Plot, lanes: int) -> None:
        """Dashed where the clocks change, twice where an hour is skipped; what lasts is underlined."""
        x = _place(flag, plot)
        pen = QPen(self._inks[flag.token], 1.5 if flag.pole in (Pole.DASHED, Pole.GAP) else 1)
        if flag.pole in (Pole.DASHED, Pole.GAP):
            pen.setDashPattern([4, 2])
        painter.setPen(pen)
        foot = HEAD if flag.pole is Pole.HEAD else HEAD + lanes * LANE
        for side in (-GAP_WIDTH / 2, GAP_WIDTH / 2) if flag.pole is Pole.GAP else (0,):
            painter.drawLine(QPointF(x + side, FLAGS - 4), QPointF(x + side, foot))
        if flag.until > flag.since:
            right = min(plot.scale.x(plot.now if flag.until == inf else flag.until), plot.right)
            painter.fillRect(QRectF(x, HEAD - LASTS, max(0.0, right - x), LASTS), self._inks[flag.token])

    def _paint_flags(self, painter: QPainter, plot: Plot, flags: Sequence[Flag], chosen: Flag | None) -> None:
        """Each right of its moment; left of it if the next would have no room; its glyph alone where it has none."""
        painter.setFont(self._inks.semi_bold(-1, digits=True))
        self.chips.clear()
        metrics, end = QFontMetrics(painter.font()), plot.left - BESIDE
        for number, flag in enumerate(flags):
            x = _place(flag, plot)
            following = _place(flags[number + 1], plot) - 13 if number + 1 < len(flags) else plot.right + RIGHT - 3
            wide = metrics.horizontalAdvance(flag.text) + GLYPH + 18
            left, text = x - 9, flag.text
            if left + wide > following:
                left = min(x + 9, following) - wide
            if left < end:
                left, wide, text = max(x - 9, plot.left), GLYPH + 10, ""
            if left >= end:
                chip = QRectF(round(left), (FLAGS - FLAG_HEIGHT) / 2, wide, FLAG_HEIGHT)
                self._paint_flag(painter, chip, flag, text)
                self.chips.append(Chip(chip, [flag]))
                end = left + wide + 4
            elif self.chips:
                self.chips[-1].flags.append(flag)
        if chosen is not None and (found := next((chip for chip in self.chips if chosen in chip.flags), None)):
            self._paint_ring(painter, found.place)

    def _paint_ring(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(self._inks["accent"], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 5, 5)

    def _paint_flag(self, painter: QPainter, chip: QRectF, flag: Flag, text: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks[f"{flag.token}_soft"])
        painter.drawRoundedRect(chip, 4, 4)
        spot = QRectF(chip.left() + 5, chip.top() + 4, GLYPH, GLYPH)
        self._glyphs.draw(painter, flag.icon, self._inks[flag.token], spot)
        painter.setPen(self._inks[flag.token])
        painter.drawText(chip.adjusted(GLYPH + 9, 0, 0, 0), _LEFT, text)

    def _paint_now(self, painter: QPainter, plot: Plot, clock: Clock, height: int) -> None:
        x = round(plot.scale.x(plot.now))
        if not plot.left <= x <= plot.right:
            return
        colour = self._inks["now"]
        painter.fillRect(QRectF(x - 0.5, HEAD - 4, 1.5, 4 + height), colour)
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


def _place(flag: Flag, plot: Plot) -> float:
    """Where its pole stands: at the left edge if it began before."""
    return max(round(plot.scale.x(flag.since)) + 0.5, plot.left)
