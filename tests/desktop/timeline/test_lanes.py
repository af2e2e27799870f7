"""The ground of the lanes: windows, pauses, lines, names and the ring of what is chosen."""

from dataclasses import replace

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.plot import HEAD, LANE
from gim_manager.domain.job import Job
from gim_manager.presenters.time_span import Unit
from gim_manager.presenters.timeline import Key
from tests.desktop.timeline.painted import NAMES, Painted, the_picture
from tests.language.fake_timeline import clock
from tests.language.fake_window import FakeMart, wall

EXTRACT, AGGREGATE, MAINTAIN = Key(Job.EXTRACT), Key(Job.AGGREGATE), Key(Job.MAINTAIN)


def test_windows_fill_only_the_lanes_that_they_rule(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    noon = wall("12:15:00")
    assert painted.at(EXTRACT, noon, down=4) == theme["band_etl"].name()
    assert painted.at(AGGREGATE, noon, down=4) == theme["band_aggregation"].name()
    assert painted.at(MAINTAIN, noon, down=4) == theme["surface"].name()
    assert painted.at(EXTRACT, clock("03:30"), down=4) == theme["surface"].name()


def test_a_hold_is_hatched_inside_an_outline_on_the_lanes_that_it_suspends(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    left, right = painted.x(clock("04:24")), painted.x(clock("05:10"))
    row = HEAD + LANE * 0
    assert theme["stopping"].name() in painted.colours(left - 1, left + 2, row + 5, row + 20)
    assert any(painted.is_near("warn_edge", x, row + 5, row + 40) for x in range(left + 3, right - 3))
    maintenance = HEAD + LANE * 4
    assert theme["stopping"].name() not in painted.colours(left - 1, left + 2, maintenance + 2, maintenance + 44)


def test_time_that_is_not_read_is_no_empty_time(theme: Theme) -> None:
    day = the_picture(FakeMart())
    painted = Painted(theme, replace(day, since=clock("02:00").timestamp()))
    assert painted.at(MAINTAIN, clock("01:30"), down=4) == theme["sunken"].name()


def test_names_stand_in_a_column_of_their_own(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    assert theme["text"].name() in painted.colours(14, NAMES - 4, HEAD + 10, HEAD + 36)


def test_what_is_chosen_has_a_ring_some_pixels_away_and_grey_without_focus(theme: Theme) -> None:
    day = the_picture(FakeMart())
    mark = day.find(48206)
    assert mark is not None
    for focus, token in ((True, "accent"), (False, "outline")):
        painted = Painted(theme, day, chosen=mark, has_focus=focus)
        x = painted.x(wall("09:05:57"))
        top = HEAD + LANE * 1
        assert theme[token].name() in painted.colours(x - 6, x - 2, top + 20, top + 26)


def test_a_long_bar_says_its_end_only_where_it_fits(theme: Theme) -> None:
    day = the_picture(FakeMart())
    hour, month = Painted(theme, day, Unit.HOUR), Painted(theme, day, Unit.MONTH)
    bar = HEAD + LANE * 2 + 14
    assert theme["surface"].name() in hour.colours(
        hour.x(wall("10:00:00")) + 6, hour.x(wall("10:06:00")), bar + 2, bar + 16
    )
    assert theme["surface"].name() not in month.colours(
        month.x(clock("05:00", 14)), month.x(clock("02:00", 15)), bar + 3, bar + 15
    )
