"""The bars of one lane: what ran filled, what is expected outlined, a crowd as density, trouble with its glyph."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.timeline.inks import Inks
from gim_manager.desktop.timeline.plot import (
    BAR,
    BAR_TOP,
    GLYPH,
    GLYPH_TOP,
    LANE,
    LEAST_WIDTH,
    RADIUS,
    Plot,
    bucket_width,
    is_crowded,
)
from gim_manager.domain.forecast import Expected
from gim_manager.domain.run import Cause, Status
from gim_manager.domain.timeline import Missed, Ran
from gim_manager.presenters.timeline import Lane
from gim_manager.presenters.timeline_rows import Row

FILLS = {
    Status.COMPLETE: "complete_bar", Status.RUNNING: "running", Status.STOPPING: "stopping", Status.FAILED: "failed",
    Status.STOPPED: "stopped",
}  # fmt: skip
MARGIN = 24.0
"""A bar that begins or ends further outside is cut flat."""
DIAMOND = 6.0
HALF = (BAR - 2) // 2
"""Height of a bar in a lane that splits: the plan above, a draft below."""
LEAST_DENSITY = 4
HOLLOW_FROM = 4.0
ROUND_FROM = 5.0
"""Narrower bars have square corners."""


def shape(x: float, until: float, top: float, height: float, plot: Plot) -> tuple[QRectF, bool, bool]:
    """The place of a bar within what is painted, and whether its left and right ends lie outside."""
    left, right = max(x, plot.left - MARGIN), min(max(until, x + LEAST_WIDTH), plot.right + MARGIN)
    return QRectF(left, top, max(0.0, right - left), height), left > x, right < until


def outline(place: QRectF, *, flat_left: bool, flat_right: bool, radius: float = RADIUS) -> QPainterPath:
    """A bar with round corners, but flat where it goes on."""
    path = QPainterPath()
    if place.width() < ROUND_FROM:
        path.addRect(place)
        return path
    path.setFillRule(Qt.FillRule.WindingFill)
    radius = min(radius, place.width() / 4)
    path.addRoundedRect(place, radius, radius)
    for is_flat, left in ((flat_left, place.left()), (flat_right, place.right() - radius * 2)):
        if is_flat:
            path.addRect(QRectF(left, place.top(), radius * 2, place.height()))
    return path.simplified()


class BarPainter:
    """Paints onto any device; everything but the present, which moves, may be kept as a pixmap."""

    def __init__(self, inks: Inks, glyphs: Glyphs) -> None:
        self._inks, self._glyphs = inks, glyphs

    def paint(self, painter: QPainter, lane: Lane, top: float, plot: Plot) -> None:
        """All but the runs that run."""
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_facts(painter, lane, top, plot)
        self._paint_expected(painter, lane, top, plot, is_draft=False)
        if len(lane.draft):
            self._paint_expected(painter, lane, top, plot, is_draft=True)
        self._paint_marks(painter, lane, top, plot)
        for missed in (lane.missed, lane.dropped):
            self._paint_missed(painter, missed, top + LANE / 2, plot)

    def _paint_facts(self, painter: QPainter, lane: Lane, top: float, plot: Plot) -> None:
        facts, scale = lane.facts, plot.scale
        if is_crowded(facts, scale.rate):
            self._paint_crowd(painter, facts, QRectF(0, top + BAR_TOP, 0, BAR), plot, "complete_bar", plot.since)
            return
        for place in facts.visible(scale.at(plot.left - MARGIN), scale.at(plot.right + MARGIN)):
            until = facts.ends[place]
            if until != inf:
                bar = shape(scale.x(facts.starts[place]), scale.x(until), top + BAR_TOP, BAR, plot)
                self._fill(painter, bar, self._inks[FILLS[facts.items[place].status]])

    def _fill(self, painter: QPainter, bar: tuple[QRectF, bool, bool], colour: QColor) -> None:
        place, flat_left, flat_right = bar
        if place.width() < ROUND_FROM:
            painter.fillRect(place, colour)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPath(outline(place, flat_left=flat_left, flat_right=flat_right))

    def _paint_crowd(
        self, painter: QPainter, row: Row[Ran] | Row[Expected], room: QRectF, plot: Plot, token: str, since: float
    ) -> None:
        """One bar a stretch of time, as high as the job runs in it."""
        scale, width, colour = plot.scale, bucket_width(plot.scale.rate), self._inks[token]
        wide = width * scale.rate
        gap, is_expected = 1.0 if wide >= 4 else 0.0, isinstance(row.items[0], Expected)
        for bucket in row.buckets(since, plot.until, width):
            height = LEAST_DENSITY + round((room.height() - LEAST_DENSITY) * bucket.share)
            left = round(scale.x(bucket.since))
            right = round(scale.x(bucket.since + width) - gap)
            place = QRectF(left, room.bottom() - height, max(1, right - left), height)
            painter.fillRect(place, colour)
            if is_expected and place.width() >= HOLLOW_FROM:
                painter.fillRect(place.adjusted(1, 1, -1, 0), self._inks["surface"])

    def _paint_expected(self, painter: QPainter, lane: Lane, top: float, plot: Plot, *, is_draft: bool) -> None:
        """Outlines from the present on: what did not come at its time is not expected any more."""
        scale, row = plot.scale, lane.draft if is_draft else lane.plan
        height = HALF if len(lane.draft) else BAR
        room = QRectF(0, top + BAR_TOP + (BAR - height if is_draft else 0), 0, height)
        token = "accent" if is_draft else "outline"
        if is_crowded(row, scale.rate):
            self._paint_crowd(painter, row, room, plot, token, max(plot.since, plot.now))
            return
        pen = QPen(self._inks[token], 1)
        if is_draft:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(self._inks["soft" if is_draft else "surface"])
        for place in row.visible(max(plot.now, scale.at(plot.left - MARGIN)), scale.at(plot.right + MARGIN)):
            if row.starts[place] >= plot.now or row.items[place].run_id is not None:
                left = round(scale.x(max(plot.now, row.starts[place])))
                until = min(row.ends[place], lane.known_to)
                self._outline(painter, shape(left, scale.x(until), room.top(), height, plot))

    def _outline(self, painter: QPainter, bar: tuple[QRectF, bool, bool]) -> None:
        place, flat_left, flat_right = bar
        wide = max(2.0, round(place.width()) - 1)
        inner = QRectF(round(place.left()) + 0.5, place.top() + 0.5, wide, place.height() - 1)
        painter.drawPath(outline(inner, flat_left=flat_left, flat_right=flat_right))

    def paint_running(self, painter: QPainter, lane: Lane, top: float, plot: Plot, *, stale: bool = False) -> None:
        """The runs that run: solid to the present, their rest in the soft fill; grey where nobody knows any more."""
        x, now = plot.scale.x, plot.scale.x(plot.now)
        for run, since in _open(lane, plot):
            token = "stopped" if stale else FILLS[run.status]
            rest = lane.rests.get(run.run_id)
            if rest is not None:
                end = max(now, x(lane.known_to if rest.end is None else rest.end.timestamp()))
                place, _, goes_on = shape(now, end, top + BAR_TOP, HALF if len(lane.draft) else BAR, plot)
                painter.setPen(QPen(self._inks[token], 1))
                painter.setBrush(self._inks[f"{token}_soft"])
                self._outline(painter, (place, True, goes_on))
            place, goes_back, _ = shape(x(since), max(now, x(since) + LEAST_WIDTH), top + BAR_TOP, BAR, plot)
            self._fill(painter, (place, goes_back, rest is not None), self._inks[token])

    def _paint_marks(self, painter: QPainter, lane: Lane, top: float, plot: Plot) -> None:
        """Glyphs above what failed or a person stopped, at any width; where they would lie on one another, one."""
        marked = lane.facts.marked
        for place in _apart(marked, plot, GLYPH - 2):
            run = marked.items[place]
            icon = "stopped" if run.status is Status.STOPPED else "lost" if run.cause is Cause.LOST else "failed"
            middle = plot.scale.x(marked.starts[place]) + self._middle(marked, place, plot)
            spot = QRectF(middle - GLYPH / 2, top + GLYPH_TOP, GLYPH, GLYPH)
            self._glyphs.draw(painter, icon, self._inks[FILLS[run.status]], spot)

    @staticmethod
    def _middle(row: Row[Ran], place: int, plot: Plot) -> float:
        """How far right of the start a glyph stands: over the middle of a bar."""
        return max(LEAST_WIDTH, (row.ends[place] - row.starts[place]) * plot.scale.rate) / 2

    def _paint_missed(self, painter: QPainter, row: Row[Missed], middle: float, plot: Plot) -> None:
        painter.setPen(QPen(self._inks["scheduled"], 1.5))
        painter.setBrush(QBrush(self._inks["surface"]))
        for place in _apart(row, plot, DIAMOND * 2):
            painter.drawPolygon(diamond(round(plot.scale.x(row.starts[place])) + 0.5, middle))


def diamond(x: float, y: float) -> QPolygonF:
    """The mark of a launch that is not made."""
    return QPolygonF(
        [QPointF(x - DIAMOND, y), QPointF(x, y - DIAMOND), QPointF(x + DIAMOND, y), QPointF(x, y + DIAMOND)]
    )


def _open(lane: Lane, plot: Plot) -> Iterator[tuple[Ran, float]]:
    """The runs that run and began before the right edge: they stand at the end, few among themselves."""
    facts = lane.facts
    for place in facts.visible(plot.now + 1e9, plot.until):
        if facts.ends[place] == inf:
            yield facts.items[place], facts.starts[place]


def _apart(row: Row[Ran] | Row[Missed], plot: Plot, room: float) -> Iterator[int]:
    """Of each stretch of `room` pixels the first place of a row: in fixed stretches, so that no seam shows."""
    scale = plot.scale
    since, until = scale.at(plot.left - MARGIN), scale.at(plot.right + MARGIN)
    for bucket in row.buckets(since, until, room / scale.rate):
        yield row.place(bucket.since, None)
