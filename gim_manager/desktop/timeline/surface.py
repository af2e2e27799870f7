"""A timeline as it is looked at now, painted whole: for the screen from tiles, for a file at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.timeline.behind import BehindPainter
from gim_manager.desktop.timeline.head import Chip, HeadPainter, Over
from gim_manager.desktop.timeline.inks import Inks
from gim_manager.desktop.timeline.lanes import LanePainter
from gim_manager.desktop.timeline.plot import FLAGS, HEAD, INSET, LANE, RIGHT, TICKS, Plot, Scale, height
from gim_manager.desktop.timeline.tiles import Tiles
from gim_manager.presenters.language import tr
from gim_manager.presenters.time_axis import Tick, shifts, ticks
from gim_manager.presenters.time_span import Span, instant_of
from gim_manager.presenters.timeline import Mark, Picture
from gim_manager.presenters.timeline_behind import Axis, Curve
from gim_manager.presenters.timeline_flags import Flag, flags
from gim_manager.presenters.timeline_words import Clock

LABEL_ROOM = 74
"""Pixels that a label of the axis takes, with the room around it."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is looked at."""

    picture: Picture
    span: Span
    zone: tzinfo
    zone_name: str
    now: float
    chosen: Mark | None = None
    flag: Flag | None = None
    """A flag is chosen, and no mark."""
    has_focus: bool = False
    is_stale: bool = False
    """The connection is lost."""
    names: int = field(default=140)
    """Width of the column of names."""

    @property
    def clock(self) -> Clock:
        """How it tells times."""
        return Clock(zone=self.zone, now=instant_of(self.now))

    def plot(self, width: int) -> Plot:
        """The lanes of a picture this wide."""
        room = max(1, width - self.names - RIGHT)
        scale = Scale(self.span.since, room / self.span.length)
        return Plot(scale=scale, left=0, right=room, now=self.now)


def names_width(inks: Inks, picture: Picture) -> int:
    """So that every name has room."""
    metrics = QFontMetrics(inks.font())
    names = [*(lane.title for lane in picture.lanes), *([tr("Data behind")] if picture.reached else [])]
    widest = max(map(metrics.horizontalAdvance, names), default=100)
    return INSET + widest + 12


class Surface:
    """Paints scenes; keeps what does not move as long as it is the same."""

    def __init__(self, inks: Inks, glyphs: Glyphs) -> None:
        self._inks = inks
        self._lanes, self._head = LanePainter(inks, glyphs), HeadPainter(inks, glyphs)
        self._scene: Scene | None = None
        self._flags: tuple[Flag, ...] = ()
        self._flagged: Picture | None = None
        self._flagged_on: date | None = None
        self._base = Scale(0, 1)
        self._behind, self._curve, self._axis = BehindPainter(inks), Curve(()), Axis(1, 1)
        self._curved: object = None
        self.tiles = Tiles(self._paint_tile)

    def _paint_tile(self, painter: QPainter, left: float, right: float) -> None:
        assert self._scene is not None
        plot = Plot(scale=self._base, left=left, right=right, now=self._scene.now)
        self._paint_ground(painter, self._scene, plot)

    def _paint_ground(self, painter: QPainter, scene: Scene, plot: Plot) -> None:
        self._lanes.paint_ground(painter, scene.picture, plot, self._ticks(scene, plot))
        if self._curve:
            with self._below(painter, scene):
                self._behind.paint_ground(painter, self._curve, self._axis, plot)

    @staticmethod
    @contextmanager
    def _below(painter: QPainter, scene: Scene) -> Iterator[None]:
        """In the coordinates of what stands under the lanes."""
        down = LANE * len(scene.picture.lanes)
        painter.translate(0, down)
        yield
        painter.translate(0, -down)

    def _measure(self, scene: Scene) -> bool:
        """Look at the curve of another picture; whether its height stands for something else than before."""
        if self._curved is not scene.picture.reached:
            self._curve, self._curved = Curve(scene.picture.reached), scene.picture.reached
        before, self._axis = self._axis, self._curve.axis(scene.now)
        return before != self._axis

    @staticmethod
    def _ticks(scene: Scene, plot: Plot) -> tuple[Tick, ...]:
        """Of what is painted; a tile as wide as it is has its share of the labels."""
        labels = max(1.0, (plot.right - plot.left) / LABEL_ROOM)
        return ticks(Span(since=plot.since, until=plot.until), scene.zone, labels)

    def paint_screen(self, painter: QPainter, scene: Scene, width: int, scrolled: int, ratio: float) -> None:
        """With the lanes moved up by `scrolled`, under the head."""
        plot, is_other = scene.plot(width), self._measure(scene)
        if (
            is_other
            or self._base.rate != plot.scale.rate
            or self._scene is None
            or self._scene.picture is not scene.picture
        ):
            self.tiles.drop()
            self._base = plot.scale
        self._scene = scene
        shift = round(self._base.x(scene.span.since))
        painter.translate(scene.names, HEAD - scrolled)
        for left, tile in self.tiles.between(shift, shift + plot.right + RIGHT, max(1, height(scene.picture)), ratio):
            painter.drawPixmap(left - shift, 0, tile)
        moved = replace(plot, scale=Scale(self._base.at(shift), plot.scale.rate))
        self._paint_above(painter, scene, moved)
        painter.translate(-scene.names, scrolled - HEAD)
        self._paint_frame(painter, scene, moved, width, scrolled)

    def flags(self, scene: Scene) -> tuple[Flag, ...]:
        """What stands over all of its picture; worded once, for a frame has no time for hundreds."""
        picture, today = scene.picture, scene.clock.now.astimezone(scene.zone).date()
        if self._flagged is not picture or self._flagged_on != today:
            known = Span(since=picture.since, until=picture.until)
            self._flags = flags(picture, shifts(known, scene.zone), scene.clock)
            self._flagged, self._flagged_on = picture, today
        return self._flags

    def chip_at(self, x: float, y: float) -> Chip | None:
        """What stands over the lanes at a place of the screen."""
        return None if self._scene is None else self._head.chip_at(x - self._scene.names, y)

    def paint_whole(self, painter: QPainter, scene: Scene, width: int) -> None:
        """All lanes at once, without tiles, for a file."""
        plot = scene.plot(width)
        self._measure(scene)
        painter.translate(scene.names, HEAD)
        self._paint_ground(painter, scene, plot)
        self._paint_above(painter, scene, plot)
        painter.translate(-scene.names, -HEAD)
        self._paint_frame(painter, scene, plot, width, 0)

    def _paint_above(self, painter: QPainter, scene: Scene, plot: Plot) -> None:
        self._lanes.paint_living(painter, scene.picture, plot, scene.clock, stale=scene.is_stale)
        if scene.chosen is not None:
            self._lanes.paint_ring(painter, scene.picture, scene.chosen, plot, focus=scene.has_focus)
        if self._curve:
            with self._below(painter, scene):
                self._behind.paint_living(painter, self._curve, self._axis, plot)

    def _paint_frame(self, painter: QPainter, scene: Scene, plot: Plot, width: int, scrolled: int) -> None:
        """The head and the names, over what went below them."""
        below, surface = height(scene.picture), self._inks["surface"]
        right = QRectF(scene.names + plot.right, HEAD, width - scene.names - plot.right, HEAD + below)
        painter.fillRect(right, surface)
        painter.translate(0, HEAD - scrolled)
        self._lanes.paint_names(painter, scene.picture, scene.names)
        if self._curve:
            with self._below(painter, scene):
                self._behind.paint_names(painter, self._axis, scene.names)
        painter.translate(0, scrolled - HEAD)
        painter.fillRect(QRectF(0, 0, width, HEAD), self._inks["header"])
        painter.fillRect(QRectF(0, HEAD - 1, width, 1), self._inks["border"])
        painter.setFont(self._inks.semi_bold(-0.5))
        painter.setPen(self._inks["text2"])
        painter.drawText(
            QRectF(INSET, FLAGS + TICKS / 2 - 4, scene.names - INSET - 4, TICKS / 2), _LEFT, scene.zone_name
        )
        painter.translate(scene.names, 0)
        over = Over(
            flags=self.flags(scene),
            ticks=self._ticks(scene, plot),
            lanes=len(scene.picture.lanes),
            height=below,
            chosen=scene.flag,
        )
        self._head.paint(painter, plot, over, scene.clock)
        painter.translate(-scene.names, 0)
