"""The lanes on the screen: what they show of a stretch of time, and what stands where."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.plot import BAR, BAR_TOP, HEAD, LANE, bucket_width, height, is_crowded
from gim_manager.desktop.timeline.surface import Scene, Surface, names_width
from gim_manager.presenters import timeline_behind, timeline_words, words
from gim_manager.presenters.time_span import Span, instant_of, seconds_of
from gim_manager.presenters.timeline import Kind, Lane, Mark, Picture
from gim_manager.presenters.timeline_behind import Curve
from gim_manager.presenters.timeline_flags import Flag

NEAR = 4
"""Pixels beside a bar that still hit it."""


class LaneView(QAbstractScrollArea):
    """Knows what it shows; whoever owns it gives it pictures."""

    moved = Signal(object)
    """Another Span is looked at."""

    def __init__(self, theme: Theme, span: Span, now: datetime) -> None:
        super().__init__()
        self._theme = theme
        self.scene = Scene(picture=Picture(), span=span, zone=UTC, zone_name="", now=seconds_of(now))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Timeline"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self._ratio = self.devicePixelRatioF()
        self.surface = Surface(self._theme, Glyphs(self._ratio))
        self.viewport().update()

    def show_picture(self, picture: Picture, zone: tzinfo, zone_name: str) -> None:
        """Another stretch of time is read, or the same has changed."""
        self.scene = replace(
            self.scene, picture=picture, zone=zone, zone_name=zone_name, names=names_width(self._theme, picture)
        )
        self.renew()

    def renew(self) -> None:
        """What is shown has changed within itself."""
        self.surface.tiles.drop()
        if self.scene.chosen is not None and self.scene.chosen.run_id is not None:
            self.take_choice(self.scene.picture.find(self.scene.chosen.run_id) or self.scene.chosen)
        self._settle()
        self.viewport().update()

    def show_span(self, span: Span) -> None:
        """Look at another stretch of time."""
        if span != self.scene.span:
            self.scene = replace(self.scene, span=span)
            self.viewport().update()
            self.moved.emit(span)

    def tick(self, now: datetime) -> None:
        """The present has moved on; an expected start that nothing came of is none any more."""
        before, seconds = self.scene.now, seconds_of(now)
        self.scene = replace(self.scene, now=seconds)
        if any(
            lane.plan.count(before, seconds) or lane.draft.count(before, seconds) for lane in self.scene.picture.lanes
        ):
            self.surface.tiles.drop()
        if self.scene.span.holds(before) or self.scene.span.holds(seconds):
            self.viewport().update()

    def show_stale(self, stale: bool) -> None:
        """What moves loses its colour: nobody knows whether it still does."""
        if stale != self.scene.is_stale:
            self.scene = replace(self.scene, is_stale=stale)
            self.viewport().update()

    @property
    def first_lane(self) -> int:
        """Where the lanes begin."""
        return HEAD

    def take_choice(self, mark: Mark | None) -> None:
        """Choose something, and say it to whoever cannot see it."""
        self.scene = replace(self.scene, chosen=mark, flag=None)
        self._speak("" if mark is None else timeline_words.spoken(mark, self.scene.clock))

    def take_flag(self, flag: Flag) -> None:
        """Choose what stands over the lanes, and say it."""
        self.scene = replace(self.scene, chosen=None, flag=flag)
        self._speak(words.plain(flag.whole.replace("\n", ". ")))

    def _speak(self, text: str) -> None:
        """A screen reader reads a description only as the focus comes: what is walked to is announced."""
        if text and text != self.accessibleDescription() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.setAccessibleDescription(text)
        self.viewport().update()

    def _settle(self) -> None:
        """The lanes scroll where they have no room."""
        room = self.viewport().height() - HEAD
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, height(self.scene.picture) - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(LANE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._ratio != self.devicePixelRatioF():  # on another screen
            self._dress()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme["surface"])
        scene = replace(self.scene, has_focus=self.hasFocus())
        scrolled = self.verticalScrollBar().value()
        self.surface.paint_screen(painter, scene, self.viewport().width(), scrolled, self._ratio)
        if scene.has_focus and scene.chosen is None and scene.flag is None:
            painter.setPen(QPen(self._theme["accent"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def lane_at(self, y: int) -> Lane | None:
        """The lane under a place of the viewport."""
        row = (y - HEAD + self.verticalScrollBar().value()) // LANE
        lanes = self.scene.picture.lanes
        return lanes[row] if y >= HEAD and row < len(lanes) else None

    def seconds_at(self, x: int) -> float:
        """The moment under a place of the viewport."""
        return self.scene.plot(self.viewport().width()).scale.at(x - self.scene.names)

    def place_of(self, mark: Mark) -> QPoint:
        """Where a mark stands on the viewport: the middle of what is seen of it."""
        plot = self.scene.plot(self.viewport().width())
        row = next(row for row, lane in enumerate(self.scene.picture.lanes) if lane.key == mark.key)
        since, until = max(mark.since, plot.since), min(mark.until, plot.until, max(mark.since, plot.now))
        x = self.scene.names + plot.scale.x((since + max(since, until)) / 2)
        return QPoint(round(x), HEAD + row * LANE + LANE // 2 - self.verticalScrollBar().value())

    def mark_at(self, place: QPoint) -> Mark | None:
        """What a person points at; None beside the lanes."""
        lane = self.lane_at(place.y())
        if lane is None or place.x() < self.scene.names:
            return None
        top = (place.y() - HEAD + self.verticalScrollBar().value()) % LANE
        slack = NEAR / self.scene.plot(self.viewport().width()).scale.rate
        return self.scene.picture.hit(
            lane.key, self.seconds_at(place.x()), slack, below=top >= BAR_TOP + BAR // 2
        )  # fmt: skip

    def tip_at(self, place: QPoint) -> str:
        """What is said of a place: of a flag, a mark, or where bars merge of all of them."""
        if place.y() < HEAD:
            chip = self.surface.chip_at(place.x(), place.y())
            return "" if chip is None else "\n".join(flag.whole for flag in chip.flags)
        lane, mark, clock = self.lane_at(place.y()), self.mark_at(place), self.scene.clock
        if lane is None:
            return self._behind_at(place)
        rate = self.scene.plot(self.viewport().width()).scale.rate
        if is_crowded(lane.facts, rate) and mark is not None and mark.kind is not Kind.MISSED:
            width = bucket_width(rate)
            since = self.seconds_at(place.x()) // width * width
            if count := lane.facts.count(since, since + width):
                trouble = lane.facts.marked.count(since, since + width)
                return timeline_words.crowd(count, trouble, since, since + width, clock)
        return "" if mark is None else timeline_words.tip(mark, clock)

    def _behind_at(self, place: QPoint) -> str:
        """How far the data were behind, under the lanes."""
        at = self.seconds_at(place.x())
        is_there = self.scene.names <= place.x() and place.y() - HEAD + self.verticalScrollBar().value() < height(
            self.scene.picture
        )
        behind = Curve(self.scene.picture.reached).at(at) if is_there and at <= self.scene.now else None
        return "" if behind is None else timeline_behind.tip(behind, self.scene.clock.time(instant_of(at)))
