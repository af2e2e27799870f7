"""A fake day painted without a window, and what colour it has where."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gim_manager.desktop.icons import Glyphs
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.plot import BEHIND, HEAD, LANE, height
from gim_manager.desktop.timeline.surface import Scene, Surface
from gim_manager.desktop.timeline.view import LaneView
from gim_manager.domain.forecast import forecasts
from gim_manager.presenters.time_span import Span, Unit, seconds_of, span_of
from gim_manager.presenters.timeline import Key, Kind, Mark, Picture, picture
from tests.language.fake_timeline import BERLIN, clock
from tests.language.fake_window import NOW, FakeMart

WIDTH, NAMES = 1100, 140


def the_picture(mart: FakeMart, **draft: str) -> Picture:
    """The day of the clock change with what is expected, beside it by other options."""
    day = picture(mart.timeline(clock("00:00", 1), clock("00:00", 28)), postgresql=True)
    changes = {("schedule", name.replace("_", "-")): value for name, value in draft.items()}
    other = mart.read.options.changed(changes) if draft else None
    day.expect(*forecasts(mart.ahead(mart.now(), clock("00:00", 26), other)))
    return day


class Painted:
    """One picture; `at` and `colours` look at it."""

    def __init__(self, theme: Theme, day: Picture, unit: Unit | Span = Unit.DAY, **scene: object) -> None:
        self._theme = theme
        span = unit if isinstance(unit, Span) else span_of(unit, seconds_of(NOW), BERLIN)
        self.scene = Scene(
            picture=day, span=span, zone=BERLIN, zone_name="Europe/Berlin", now=seconds_of(NOW), names=NAMES,
            **scene,  # type: ignore[arg-type]
        )  # fmt: skip
        self.image = QImage(WIDTH, HEAD + height(day), QImage.Format.Format_RGB32)
        self.image.fill(QColor("#010203"))
        painter = QPainter(self.image)
        Surface(theme, Glyphs(1.0)).paint_whole(painter, self.scene, WIDTH)
        painter.end()

    def x(self, at: datetime) -> int:
        """Where a moment lies."""
        return round(NAMES + self.scene.plot(WIDTH).scale.x(seconds_of(at)))

    def at(self, key: Key, at: datetime, down: int = LANE // 2, right: int = 0) -> str:
        """The colour of a moment of a lane, some pixels from its top and right of it."""
        row = next(row for row, lane in enumerate(self.scene.picture.lanes) if lane.key == key)
        return self.image.pixelColor(self.x(at) + right, HEAD + row * LANE + down).name()

    def is_near(self, token: str, x: int, top: int, bottom: int) -> bool:
        """Whether anything in a column is nearly of this colour: lines between pixels are blended."""
        wanted = self._theme[token]
        found = [self.image.pixelColor(x, y) for y in range(top, bottom)]
        away = (
            max(abs(one.red() - wanted.red()), abs(one.green() - wanted.green()), abs(one.blue() - wanted.blue()))
            for one in found
        )
        return min(away) < 60

    def colours(self, left: int, right: int, top: int, bottom: int) -> set[str]:
        """All colours of a part."""
        return {self.image.pixelColor(x, y).name() for x in range(left, right) for y in range(top, bottom)}


def on_screen(view: LaneView, qtbot: QtBot) -> None:
    """Show the day in a widget."""
    qtbot.addWidget(view)
    view.resize(WIDTH, HEAD + LANE * 8 + BEHIND)
    view.show_picture(the_picture(FakeMart()), BERLIN, "Europe/Berlin")
    view.show()


def place(view: LaneView, key: Key, at: datetime) -> QPoint:
    """Where a moment of a lane lies on it."""
    return view.place_of(Mark(kind=Kind.MOMENT, key=key, since=seconds_of(at), until=seconds_of(at)))


def bar(view: LaneView, run_id: int) -> QPoint:
    """Where the bar of a run lies on it."""
    mark = view.scene.picture.find(run_id)
    assert mark is not None
    return view.place_of(mark)
