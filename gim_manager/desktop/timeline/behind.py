"""How far the data were behind, under the lanes: an axis in the column of names, and the curve beside it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from gim_manager.desktop.timeline.inks import Inks
from gim_manager.desktop.timeline.plot import BEHIND, INSET, Plot
from gim_manager.presenters.language import tr
from gim_manager.presenters.timeline_behind import Axis, Curve, Leg, shortly, told

TOP, FOOT = 24, BEHIND - 11
"""Where the highest line lies, and zero."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LINE = 16
"""Height of a line of text."""
SHADE = 30
"""How opaque the ground under the curve is, of 255."""


def height_of(seconds: float, axis: Axis) -> float:
    """Where so many seconds lie, from the top of the strip."""
    return FOOT - (FOOT - TOP) * min(seconds, axis.top) / axis.top


class BehindPainter:
    """Paints from the top of the painter's coordinates on, BEHIND high."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks

    def paint_ground(self, painter: QPainter, curve: Curve, axis: Axis, plot: Plot) -> None:
        """What does not move with the present: the lines, and the curve up to its last fall."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(plot.left, 0, plot.right - plot.left, BEHIND), self._inks["surface"])
        for number in range(_lines(axis)):
            y = round(height_of(number * axis.step, axis))
            painter.fillRect(QRectF(plot.left, y, plot.right - plot.left, 1), self._inks["line"])
        until = min(plot.until, curve.last_known)
        legs = [*curve.legs(plot.since, until), *([curve.last_fall] if until == curve.last_known else [])]
        self._paint_legs(painter, legs, axis, plot)

    def paint_living(self, painter: QPainter, curve: Curve, axis: Axis, plot: Plot) -> None:
        """The rise since the last fall, and how far it has come."""
        if plot.since <= plot.now:
            self._paint_legs(painter, curve.legs(curve.last_known, plot.now), axis, plot)
        behind, x = curve.at(plot.now), plot.scale.x(plot.now)
        if behind is None or not plot.left <= x <= plot.right:
            return
        painter.setFont(self._inks.font(-0.5, digits=True))
        text = told(behind)
        wide = QFontMetrics(painter.font()).horizontalAdvance(text)
        left = x + 6 if x + 6 + wide <= plot.right else x - 6 - wide
        painter.setPen(self._inks["text"])
        painter.drawText(QRectF(left, FOOT - LINE - 2, wide + 2, LINE), _LEFT, text)

    def _paint_legs(self, painter: QPainter, legs: Iterable[Leg], axis: Axis, plot: Plot) -> None:
        line = QPolygonF()
        for leg in legs:
            line.append(QPointF(plot.scale.x(leg.since), height_of(leg.first, axis)))
            line.append(QPointF(plot.scale.x(leg.until), height_of(leg.last, axis)))
        if line.isEmpty():
            return
        shade = QColor(self._inks["running"])
        shade.setAlpha(SHADE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        under = QPolygonF(line)
        under.append(QPointF(line.last().x(), FOOT))
        under.append(QPointF(line.first().x(), FOOT))
        painter.drawPolygon(under)
        painter.setPen(QPen(self._inks["running"], 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)

    def paint_names(self, painter: QPainter, axis: Axis, width: float) -> None:
        """What it is, and what its lines stand for, in the fixed column at the left."""
        painter.fillRect(QRectF(0, 0, width, BEHIND), self._inks["surface"])
        painter.fillRect(QRectF(width - 1, 0, 1, BEHIND), self._inks["border"])
        painter.setFont(self._inks.font())
        painter.setPen(self._inks["text"])
        painter.drawText(QRectF(INSET, 2, width - INSET - 4, LINE + 4), _LEFT, tr("Data behind"))
        painter.setFont(self._inks.font(-1, digits=True))
        painter.setPen(self._inks["text2"])
        for number in range(_lines(axis)):
            y = height_of(number * axis.step, axis)
            painter.drawText(QRectF(0, y - LINE / 2, width - 8, LINE), _RIGHT, shortly(number * axis.step))


def _lines(axis: Axis) -> int:
    return int(axis.top / axis.step) + 1
