"""Under the lanes stands how far the data were behind, and says so."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.behind import FOOT, height_of
from gim_manager.desktop.timeline.plot import BEHIND, HEAD, LANE, height
from gim_manager.desktop.timeline.view import LaneView
from gim_manager.presenters import words
from gim_manager.presenters.time_span import Unit, seconds_of, span_of
from gim_manager.presenters.timeline_behind import Curve
from tests.desktop.timeline.painted import Painted, on_screen, the_picture
from tests.language.fake_timeline import BERLIN, clock
from tests.language.fake_window import NOW, FakeMart, wall


def test_the_curve_is_as_high_as_the_data_are_behind(theme: Theme) -> None:
    day = the_picture(FakeMart())
    painted = Painted(theme, day)
    curve, top = Curve(day.reached), HEAD + LANE * len(day.lanes)
    axis = curve.axis(seconds_of(NOW))
    for moment in (clock("05:00"), wall("10:00:00"), wall("10:35:00")):
        behind = curve.at(seconds_of(moment))
        assert behind
        y, x = top + round(height_of(behind, axis)), painted.x(moment)
        assert painted.is_near("running", x, y - 2, y + 3)
        assert not painted.is_near("running", x, top + 1, y - 3)
    assert painted.colours(painted.x(wall("13:00:00")), painted.x(wall("20:00:00")), top, top + BEHIND) <= {
        theme["surface"].name(), theme["line"].name(),
    }  # fmt: skip


def test_without_anything_transformed_there_is_no_curve(theme: Theme) -> None:
    day = the_picture(FakeMart())
    assert height(day) == LANE * len(day.lanes) + BEHIND
    assert height(replace(day, reached=())) == LANE * len(day.lanes)


def test_a_place_of_the_curve_tells_how_far(theme: Theme, qtbot: QtBot) -> None:
    view = LaneView(theme, span_of(Unit.DAY, seconds_of(NOW), BERLIN), NOW)
    on_screen(view, qtbot)
    view.resize(view.width(), HEAD + height(view.scene.picture))
    plot = view.scene.plot(view.viewport().width())
    y = HEAD + LANE * len(view.scene.picture.lanes) + FOOT

    def at(moment: float) -> str:
        return words.plain(view.tip_at(QPoint(round(view.scene.names + plot.scale.x(moment)), y)))

    assert at(seconds_of(clock("05:00"))).startswith("Data 5 h")
    assert at(seconds_of(NOW) + 3600) == ""
