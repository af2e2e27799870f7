"""The lanes under a person's hands: moved, zoomed, pointed at, chosen and walked through with mouse and keys."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.plot import HEAD, LANE
from gim_manager.desktop.timeline.view import LaneView
from gim_manager.presenters.time_span import Span, at_now, with_moment
from gim_manager.presenters.timeline import Kind, Mark
from gim_manager.presenters.timeline_flags import Flag, beside

NOTCH = 120
PANNED = 0.12
"""Share of the span that a notch of the wheel moves."""


class Canvas(LaneView):
    """Tells where the person goes."""

    chosen = Signal(object)
    """A Mark, by the person."""
    opened = Signal(int)
    """A run is wanted on the list."""
    flag_chosen = Signal(object)
    """A Flag, by the person."""
    option_wanted = Signal(str, str)
    """An option is wanted on its page: section and name."""

    def __init__(self, theme: Theme, span: Span, now: datetime) -> None:
        super().__init__(theme, span, now)
        self._grip: tuple[QPoint, Span] | None = None
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def choose(self, mark: Mark | None) -> None:
        """Choose something as if the person had."""
        self.take_choice(mark)
        if mark is not None:
            self.show_span(with_moment(self.scene.span, max(mark.since, min(mark.until, self.scene.span.until))))
            self.chosen.emit(mark)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip, self._is_dragging = (event.position().toPoint(), self.scene.span), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            place = event.position().toPoint()
            is_there = self._is_something(place)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_there else Qt.CursorShape.ArrowCursor)
            return
        start, span = self._grip
        way = event.position().toPoint() - start
        self._is_dragging = self._is_dragging or way.manhattanLength() >= QApplication.startDragDistance()
        if self._is_dragging:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.show_span(span.moved(-way.x() / self.scene.plot(self.viewport().width()).scale.rate))

    def _is_something(self, place: QPoint) -> bool:
        mark = self.mark_at(place)
        is_mark = mark is not None and mark.kind is not Kind.MOMENT
        return is_mark or self.surface.chip_at(place.x(), place.y()) is not None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gripped, self._grip = self._grip, None
        if gripped is None or self._is_dragging:
            return
        place = event.position().toPoint()
        if chip := self.surface.chip_at(place.x(), place.y()):
            self.choose_flag(chip.after(self.scene.flag))
        elif mark := self.mark_at(place):
            self.take_choice(mark)
            self.chosen.emit(mark)

    def choose_flag(self, flag: Flag) -> None:
        """Choose what stands over the lanes as if the person had."""
        self.take_flag(flag)
        self.flag_chosen.emit(flag)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self.surface.chip_at(place.x(), place.y()):
            self.open_chosen()
        else:
            self._open(self.mark_at(place))

    def open_chosen(self) -> None:
        """Show the chosen run on the list, or the option of the chosen flag on its page."""
        if self.scene.flag is not None and self.scene.flag.option is not None:
            self.option_wanted.emit(*self.scene.flag.option)
        self._open(self.scene.chosen)

    def _open(self, mark: Mark | None) -> None:
        if mark is not None and mark.run_id is not None:
            self.opened.emit(mark.run_id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer, Shift or sideways moves; else lanes scroll, or if all are seen it moves."""
        across, down = event.angleDelta().x() / NOTCH, event.angleDelta().y() / NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_span(self.scene.span.zoomed(down or across, self.seconds_at(round(event.position().x()))))
        elif down and self.verticalScrollBar().maximum() and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event)
        else:
            self.show_span(self.scene.span.moved(-(across or down) * PANNED * self.scene.span.length))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaps = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not (leaps and self._leap(event.key())) and not self._walk(event.key()) and not self._turn(event.key()):
            super().keyPressEvent(event)

    def _leap(self, key: int) -> bool:
        """With Ctrl the arrows go from flag to flag."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key not in steps:
            return False
        scene = self.scene
        chosen = scene.flag or scene.chosen
        since = scene.now if chosen is None else chosen.since
        if flag := beside(self.surface.flags(scene), since, steps[Qt.Key(key)]):
            self.show_span(with_moment(scene.span, flag.since))
            self.choose_flag(flag)
        return True

    def _walk(self, key: int) -> bool:
        """Arrows go through the runs of a lane and from lane to lane."""
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if key not in steps:
            return False
        picture, mark = self.scene.picture, self.scene.chosen
        beside, across = steps[Qt.Key(key)]
        if mark is None:
            found = next(filter(None, (picture.nearest(lane, self.scene.now) for lane in picture.lanes)), None)
        else:
            found = picture.beside(mark, beside) if beside else picture.across(mark, across)
        if found is not None:
            self.choose(found)
            self._scroll_to(found)
        return True

    def _scroll_to(self, mark: Mark) -> None:
        y, bar = self.place_of(mark).y(), self.verticalScrollBar()
        if y < HEAD + LANE // 2:
            bar.setValue(bar.value() + y - HEAD - LANE // 2)
        elif y > self.viewport().height() - LANE // 2:
            bar.setValue(bar.value() + y - self.viewport().height() + LANE // 2)

    def _turn(self, key: int) -> bool:
        """Home is now, plus and minus zoom, pages move, Return opens, Escape lets go."""
        span, centre = self.scene.span, (self.scene.span.since + self.scene.span.until) / 2
        around = centre if self.scene.chosen is None else min(max(self.scene.chosen.since, span.since), span.until)
        if key == Qt.Key.Key_Home:
            self.show_span(at_now(span, self.scene.now, self.scene.zone))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.show_span(span.zoomed(-1 if key == Qt.Key.Key_Minus else 1, around))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.show_span(span.moved(span.length * (1 if key == Qt.Key.Key_PageDown else -1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_chosen()
        elif key == Qt.Key.Key_Escape:
            self.take_choice(None)
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
