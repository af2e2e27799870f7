"""What the lanes on the screen show, and what stands where."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.plot import HEAD, LANE
from gim_manager.desktop.timeline.view import LaneView
from gim_manager.domain.job import Job
from gim_manager.presenters import words
from gim_manager.presenters.time_span import Unit, seconds_of, span_of
from gim_manager.presenters.timeline import Key
from tests.desktop.timeline.painted import bar, on_screen, place
from tests.language.fake_timeline import BERLIN, clock
from tests.language.fake_window import NOW, wall

TRANSFORM, STATS = Key(Job.TRANSFORM), Key(Job.UPDATE_STATS)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> LaneView:
    made = LaneView(theme, span_of(Unit.DAY, seconds_of(NOW), BERLIN), NOW)
    on_screen(made, qtbot)
    return made


def test_a_tooltip_says_what_and_why_and_where_bars_merge_how_many(view: LaneView) -> None:
    assert "integer out of range" in view.tip_at(bar(view, 48206))
    assert "R23" in view.tip_at(place(view, STATS, clock("05:00")))
    assert view.tip_at(place(view, TRANSFORM, clock("03:30"))) == ""
    assert view.tip_at(QPoint(5, 5)) == view.tip_at(QPoint(40, HEAD + 20)) == ""
    ahead = words.plain(view.tip_at(place(view, Key(Job.EXTRACT), wall("12:03:00"))))
    assert "is expected to run\n≈ 12:00:00" in ahead
    view.show_span(span_of(Unit.MONTH, seconds_of(NOW), BERLIN))
    assert view.tip_at(place(view, TRANSFORM, clock("12:10", 14))).startswith("2 runs")


def test_an_expected_start_that_passes_is_expected_no_more(view: LaneView) -> None:
    view.tick(NOW + timedelta(seconds=1))
    view.grab()
    painted = view.surface.tiles.painted
    view.tick(NOW + timedelta(seconds=30))
    view.grab()
    assert view.surface.tiles.painted == painted
    view.tick(wall("11:00:30"))
    view.grab()
    assert view.surface.tiles.painted > painted


def test_the_chosen_run_stays_chosen_as_it_goes_on(view: LaneView) -> None:
    view.take_choice(view.scene.picture.find(48213))
    view.renew()
    assert view.scene.chosen is not None
    assert view.scene.chosen.run_id == 48213


def test_a_lost_connection_takes_the_colour_of_what_moves(view: LaneView, theme: Theme) -> None:
    spot = place(view, Key(Job.AGGREGATE), wall("09:30:00"))
    assert view.grab().toImage().pixelColor(spot) == theme["running"]
    view.show_stale(True)
    assert view.grab().toImage().pixelColor(spot) == theme["stopped"]


def test_a_flag_says_all_of_itself_even_where_its_words_have_no_room(view: LaneView) -> None:
    view.resize(500, HEAD + LANE * 8)
    view.grab()
    tips = {view.tip_at(QPoint(x, 12)) for x in range(500)}
    assert {"03:00 → 02:00 · 25-hour day", "Hold 04:24 – 05:10 · m.keller"} <= tips
