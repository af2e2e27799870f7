"""The lanes of a timeline: grounds, windows, pauses and lines, then the bars of each."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.paint import hatching
from gim_manager.desktop.timeline.bars import BarPainter, outline, shape
from gim_manager.desktop.timeline.inks import Inks
from gim_manager.desktop.timeline.plot import BAR, BAR_TOP, INSET, LANE, Plot, is_crowded
from gim_manager.domain.timeline import Pause, Room
from gim_manager.presenters import timeline_words
from gim_manager.presenters.time_axis import Tick
from gim_manager.presenters.time_span import seconds_of
from gim_manager.presenters.timeline import Lane, Mark, Picture
from gim_manager.presenters.timeline_words import Clock

BANDS = {Room.ETL: "band_etl", Room.AGGREGATION: "band_aggregation"}
HATCH = 7.0
LONG = 60.0
"""A bar this wide may say something in itself."""
RING = 3.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Ground(NamedTuple):
    """A colour, and the height that it fills."""

    token: str
    top: float
    height: float


class LanePainter:
    """Paints lanes from the top of the painter's coordinates on, each LANE high."""

    def __init__(self, inks: Inks, glyphs: Glyphs) -> None:
        self._inks = inks
        self.bars = BarPainter(inks, glyphs)

    def paint_ground(self, painter: QPainter, picture: Picture, plot: Plot, ticks: tuple[Tick, ...]) -> None:
        """What does not move with the present, bars included."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        height = LANE * len(picture.lanes)
        painter.fillRect(QRectF(plot.left, 0, plot.right - plot.left, height), self._inks["surface"])
        for row, lane in enumerate(picture.lanes):
            self._paint_bands(painter, picture, lane, row * LANE, plot)
        self._paint_unread(painter, picture, plot, height)
        self._paint_lines(painter, picture, plot, ticks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, lane in enumerate(picture.lanes):
            for pause in picture.pauses:
                if lane.waits_for(pause):
                    self._paint_pause(painter, pause, row * LANE, plot)
            self.bars.paint(painter, lane, row * LANE, plot)

    def _paint_bands(self, painter: QPainter, picture: Picture, lane: Lane, top: float, plot: Plot) -> None:
        for band in picture.bands:
            if lane.holds(band):
                ground = Ground(BANDS[band.room], top, LANE)
                self._fill(painter, plot, seconds_of(band.since), seconds_of(band.until), ground)

    def _fill(self, painter: QPainter, plot: Plot, since: float, until: float, ground: Ground) -> None:
        left, right = (min(max(round(plot.scale.x(at)), plot.left), plot.right) for at in (since, until))
        if right > left:
            painter.fillRect(QRectF(left, ground.top, right - left, ground.height), self._inks[ground.token])

    def _paint_unread(self, painter: QPainter, picture: Picture, plot: Plot, height: float) -> None:
        """Time that is not read yet is no empty time."""
        for since, until in ((plot.since, picture.since), (picture.until, plot.until)):
            self._fill(painter, plot, since, until, Ground("sunken", 0, height))

    def _paint_lines(self, painter: QPainter, picture: Picture, plot: Plot, ticks: tuple[Tick, ...]) -> None:
        height = LANE * len(picture.lanes)
        for tick in ticks:
            x = round(plot.scale.x(tick.at))
            if plot.left <= x < plot.right:
                painter.fillRect(QRectF(x, 0, 1, height), self._inks["border" if tick.is_midnight else "line"])
        for row in range(1, len(picture.lanes) + 1):
            painter.fillRect(QRectF(plot.left, row * LANE - 1, plot.right - plot.left, 1), self._inks["line"])

    def _paint_pause(self, painter: QPainter, pause: Pause, top: float, plot: Plot) -> None:
        since, until = seconds_of(pause.since), inf if pause.until is None else seconds_of(pause.until)
        left = max(round(plot.scale.x(since)), plot.left - HATCH)
        right = min(round(plot.scale.x(until)) if until != inf else inf, plot.right + HATCH)
        if right <= left:
            return
        room = QRectF(left, top, right - left, LANE - 1)
        painter.setPen(QPen(self._inks["warn_edge"], 1.5))
        for start, end in hatching(room, HATCH):
            painter.drawLine(start, end)
        painter.setPen(QPen(self._inks["stopping"], 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))

    def paint_living(
        self, painter: QPainter, picture: Picture, plot: Plot, clock: Clock, *, stale: bool = False
    ) -> None:
        """What the present moves, and what stands inside the long bars."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, lane in enumerate(picture.lanes):
            self.bars.paint_running(painter, lane, row * LANE, plot, stale=stale)
        painter.setFont(self._inks.semi_bold(-1, digits=True))
        for row, lane in enumerate(picture.lanes):
            self._say_inside(painter, lane, row * LANE, plot, clock)

    def _say_inside(self, painter: QPainter, lane: Lane, top: float, plot: Plot, clock: Clock) -> None:
        facts, rate = lane.facts, plot.scale.rate
        if is_crowded(facts, rate):
            return
        for place in facts.visible(plot.since, plot.until):
            run, end = facts.items[place], min(facts.ends[place], plot.now)
            if (end - facts.starts[place]) * rate < LONG:
                continue
            bar = _seen(facts.starts[place], end, top, plot)
            self._say(painter, bar, timeline_words.inside(run, clock), "surface")
            rest = lane.rests.get(run.run_id)
            if facts.ends[place] == inf and rest is not None and not len(lane.draft):
                until = lane.known_to if rest.end is None else rest.end.timestamp()
                self._say(painter, _seen(plot.now, until, top, plot), timeline_words.rest(rest, clock), "text2")

    def _say(self, painter: QPainter, bar: QRectF, text: str, token: str) -> None:
        """Only if it fits whole into what is seen of the bar."""
        room = bar.adjusted(6, 0, -4, 0)
        if text and QFontMetrics(painter.font()).horizontalAdvance(text) <= room.width():
            painter.setPen(self._inks[token])
            painter.drawText(room, _LEFT, text)

    def paint_ring(self, painter: QPainter, picture: Picture, mark: Mark, plot: Plot, *, focus: bool) -> None:
        """Around what is chosen, some pixels away from it."""
        row = next((row for row, lane in enumerate(picture.lanes) if lane.key == mark.key), None)
        if row is None:
            return
        until = plot.now if mark.until == inf else mark.until
        bar = shape(plot.scale.x(mark.since), plot.scale.x(until), row * LANE + BAR_TOP, BAR, plot)[0]
        if mark.since == mark.until:
            bar.moveLeft(bar.left() - bar.width() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._inks["accent" if focus else "outline"], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = bar.adjusted(-RING - 1, -RING - 1, RING + 1, RING + 1)
        painter.drawPath(outline(ring, flat_left=False, flat_right=False, radius=5.0))

    def paint_names(self, painter: QPainter, picture: Picture, width: float) -> None:
        """The fixed column at the left."""
        painter.fillRect(QRectF(0, 0, width, LANE * len(picture.lanes)), self._inks["surface"])
        painter.setFont(self._inks.font())
        for row, lane in enumerate(picture.lanes):
            painter.setPen(self._inks["text"])
            painter.drawText(QRectF(INSET, row * LANE, width - INSET - 4, LANE - 1), _LEFT, lane.title)
            painter.fillRect(QRectF(0, row * LANE + LANE - 1, width, 1), self._inks["line"])
        painter.fillRect(QRectF(width - 1, 0, 1, LANE * len(picture.lanes)), self._inks["border"])


def _seen(since: float, until: float, top: float, plot: Plot) -> QRectF:
    """What is seen of a bar."""
    left, right = max(plot.scale.x(since), plot.left), min(plot.scale.x(until), plot.right)
    return QRectF(left, top + BAR_TOP, right - left, BAR)
