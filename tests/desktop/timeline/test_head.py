"""The head: flags, repeated hours and the present."""

from dataclasses import replace
from itertools import pairwise

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.plot import FLAGS, HEAD
from gim_manager.desktop.timeline.view import LaneView
from gim_manager.domain.timeline import Pause
from gim_manager.presenters.time_span import DAY, Unit, seconds_of, span_of
from tests.desktop.timeline.painted import Painted, the_picture
from tests.language.fake_timeline import ALTERED, BERLIN, MINUTE, clock
from tests.language.fake_window import NOW, FakeMart


def test_the_change_of_the_clocks_has_a_flag_and_a_dashed_line(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    x = painted.x(clock("02:00")) + (painted.x(clock("01:00")) - painted.x(clock("00:00")))
    assert theme["scheduled_soft"].name() in painted.colours(x - 100, x + 9, 6, 24)
    dashes = [painted.image.pixelColor(x, y).name() for y in range(HEAD + 46 * 3, HEAD + 46 * 4)]
    assert theme["scheduled"].name() in dashes or theme["scheduled"].name() in painted.colours(
        x - 1, x + 2, HEAD + 46 * 3, HEAD + 46 * 4
    )


def test_a_skipped_hour_has_a_mark_of_two_lines(theme: Theme) -> None:
    day = the_picture(FakeMart())
    spring = span_of(Unit.DAY, seconds_of(NOW) + 154 * DAY, BERLIN)
    painted = Painted(theme, replace(day, since=spring.since, until=spring.until), spring)
    left = painted.x(clock("02:00")) + round(154 * DAY * painted.scene.plot(1100).scale.rate)
    left -= painted.x(clock("01:00")) - painted.x(clock("00:00"))
    found = {
        left + side for side in range(-80, 80)
        if painted.is_near("scheduled", left + side, HEAD + 140, HEAD + 180)
    }  # fmt: skip
    assert found
    assert max(found) - min(found) >= 5


def test_the_flag_of_a_hold_stands_over_it_beside_that_of_the_clocks(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    x = painted.x(clock("04:24"))
    assert theme["stopping_soft"].name() in painted.colours(x, x + 60, 6, 24)
    assert painted.image.pixelColor(x, FLAGS + 4).name() == theme["stopping"].name()


def test_of_many_flags_none_lies_over_another(theme: Theme) -> None:
    pauses = tuple(
        Pause(since=clock(f"{hour:02}:00"), until=clock(f"{hour:02}:20"), by="a.very.long.name")
        for hour in range(5, 23)
    )
    painted = Painted(theme, replace(the_picture(FakeMart()), pauses=pauses))
    soft = [painted.image.pixelColor(x, 7).name() == theme["stopping_soft"].name() for x in range(1100)]
    edges = sum(one != other for one, other in pairwise(soft))
    assert edges >= 20


def test_a_changed_option_is_marked_through_the_lanes_and_what_lasts_is_underlined_up_to_now(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    x = painted.x(ALTERED.at)
    assert painted.is_near("stopped", x, HEAD + 46 * 4 + 4, HEAD + 46 * 4 + 8)
    line = [painted.image.pixelColor(painted.x(at), HEAD - 2).name() for at in (clock("10:20"), clock("13:10"))]
    assert line[0] == theme["stopping"].name() != line[1]


def test_a_flag_without_room_is_told_by_the_one_that_hides_it(theme: Theme, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.altered = tuple(replace(ALTERED, at=ALTERED.at + row * MINUTE, by=f"person {row}") for row in range(3))
    view = LaneView(theme, span_of(Unit.DAY, seconds_of(NOW), BERLIN), NOW)
    qtbot.addWidget(view)
    view.show_picture(the_picture(mart), BERLIN, "Europe/Berlin")
    view.resize(1100, 400)
    view.grab()
    (chip,) = (chip for chip in view.surface._head.chips if len(chip.flags) == 3)
    first = chip.after(None)
    assert [chip.after(first), chip.after(chip.flags[2])] == [chip.flags[1], first]


def test_the_label_of_the_present_stands_where_ticks_would_and_a_line_goes_down(theme: Theme) -> None:
    painted = Painted(theme, the_picture(FakeMart()))
    x = painted.x(NOW)
    assert theme["now"].name() in painted.colours(x - 20, x + 20, FLAGS + 12, HEAD - 6)
    assert theme["now"].name() in painted.colours(x - 1, x + 2, HEAD + 46 * 6 + 4, HEAD + 46 * 6 + 8)
    before = Painted(theme, the_picture(FakeMart()), span_of(Unit.DAY, seconds_of(NOW) - DAY, BERLIN))
    assert theme["now"].name() not in before.colours(140, 1100, FLAGS, HEAD)
