"""Bars: solid is fact, outline is expectation, trouble has its glyph at any width."""

import pytest
from PySide6.QtCore import QRectF

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.bars import MARGIN, outline, shape
from gim_manager.desktop.timeline.plot import BAR, LEAST_WIDTH, Plot, Scale
from gim_manager.domain.job import Job
from gim_manager.presenters.time_span import Unit
from gim_manager.presenters.timeline import Key
from tests.desktop.timeline.painted import Painted, the_picture
from tests.language.fake_timeline import clock
from tests.language.fake_window import FakeMart, wall

EXTRACT, TRANSFORM, AGGREGATE = Key(Job.EXTRACT), Key(Job.TRANSFORM), Key(Job.AGGREGATE)
REBUILDING, STATS = Key(Job.AGGREGATE, True), Key(Job.UPDATE_STATS)


def test_a_bar_is_never_too_narrow_to_be_seen_and_flat_where_it_goes_on() -> None:
    plot = Plot(scale=Scale(0, 1), left=0, right=100, now=0)
    place, goes_back, goes_on = shape(10, 10.1, 0, BAR, plot)
    assert (place.width(), goes_back, goes_on) == (LEAST_WIDTH, False, False)
    place, goes_back, goes_on = shape(-1e9, 1e9, 0, BAR, plot)
    assert (place.left(), place.right(), goes_back, goes_on) == (-MARGIN, 100 + MARGIN, True, True)


def test_corners_are_round_but_for_an_end_that_goes_on_and_for_narrow_bars() -> None:
    bar = QRectF(0, 0, 40, BAR)
    corner = bar.topLeft()
    assert not outline(bar, flat_left=False, flat_right=False).contains(QRectF(corner.x(), corner.y(), 0.5, 0.5))
    assert outline(bar, flat_left=True, flat_right=False).contains(QRectF(0.1, 0.1, 0.5, 0.5))
    narrow = QRectF(0, 0, 3, BAR)
    assert outline(narrow, flat_left=False, flat_right=False).boundingRect() == narrow


@pytest.mark.parametrize(
    ("key", "at", "token"),
    [
        (TRANSFORM, "07:10:00", "complete_bar"),
        (TRANSFORM, "09:07:00", "failed"),
        (TRANSFORM, "09:39:00", "stopped"),
        (AGGREGATE, "07:00:00", "running"),
    ],
)
def test_what_ran_is_filled_in_the_colour_of_its_state(theme: Theme, key: Key, at: str, token: str) -> None:
    assert Painted(theme, the_picture(FakeMart())).at(key, wall(at)) == theme[token].name()


def test_what_is_expected_is_an_outline(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()), Unit.HOUR)
    assert painted.at(STATS, wall("10:50:30")) == theme["surface"].name()
    assert painted.at(STATS, wall("10:50:30"), down=14) == theme["outline"].name()


def test_the_rest_of_a_running_run_is_soft_and_grey_once_nobody_knows(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    assert painted.at(AGGREGATE, wall("14:00:00")) == theme["running_soft"].name()
    lost = Painted(theme, the_picture(FakeMart()), is_stale=True)
    assert lost.at(AGGREGATE, wall("07:00:00")) == theme["stopped"].name()


def test_failed_and_stopped_by_a_person_carry_their_glyph_above(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    for at, token in (("09:07:00", "failed"), ("08:39:00", "failed"), ("09:39:00", "stopped")):
        x = painted.x(wall(at))
        row = next(row for row, lane in enumerate(painted.scene.picture.lanes) if lane.key == TRANSFORM)
        top = 62 + row * 46
        assert theme[token].name() in painted.colours(x - 6, x + 6, top, top + 13)


def test_a_launch_that_was_not_made_is_a_hollow_diamond(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    assert painted.at(STATS, clock("05:00"), right=0) == theme["surface"].name()
    x, row = painted.x(clock("05:00")), 5
    assert theme["scheduled"].name() in painted.colours(x - 7, x - 3, 62 + row * 46 + 21, 62 + row * 46 + 26)


def test_at_the_month_bars_are_densities_and_failures_still_glyphs(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()), Unit.MONTH)
    noon = clock("12:00", 14)
    assert painted.at(TRANSFORM, noon, down=31) == theme["complete_bar"].name()
    assert painted.at(TRANSFORM, noon, down=15) != theme["complete_bar"].name()
    failures = [run for lane in painted.scene.picture.lanes for run in lane.facts.marked.items if lane.key == TRANSFORM]
    x = painted.x(failures[0].start)
    assert theme["failed"].name() in painted.colours(x - 6, x + 8, 62 + 46, 62 + 46 + 13)


def test_a_draft_splits_the_lane_the_plan_above_and_the_draft_below(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart(), etl_frequency="20"), Unit.SIX_HOURS)
    at = wall("11:12:00")
    assert painted.at(EXTRACT, at, down=27) == theme["soft"].name()
    assert painted.at(EXTRACT, at, down=18) == theme["band_etl"].name()
    assert painted.at(AGGREGATE, wall("11:30:00"), down=18) == theme["running_soft"].name()
    assert painted.at(AGGREGATE, wall("11:30:00"), down=27) == theme["soft"].name()
