"""The strip of days: painted by state, a range chosen by mouse and by keys."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.day_strip import BAND, BARS, GAP, DayStrip
from gim_manager.presenters import aggregates
from tests.language.fake_aggregates import the_aggregates
from tests.language.fake_window import NOW

DAYS = aggregates.strip(the_aggregates(NOW))


def _shown(theme: Theme, qtbot: QtBot) -> DayStrip:
    strip = DayStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(62 * 16, strip.sizeHint().height())
    strip.show()
    strip.show_days(DAYS, stale=False)
    return strip


def _at(strip: DayStrip, place: int) -> QPoint:
    return QPoint(place * 16 + 8, BARS // 2)


def test_facts_aggregates_and_what_waits_have_their_colours(theme: Theme, qtbot: QtBot) -> None:
    image = _shown(theme, qtbot).grab().toImage()
    assert image.pixelColor(20 * 16 + 8, BARS - 2) == theme["outline"]
    assert image.pixelColor(20 * 16 + 8, BARS + GAP + BAND // 2) == theme["complete"]
    assert image.pixelColor(61 * 16 + 3, BARS + GAP + 1) == theme["stopping_soft"]
    assert image.pixelColor(2 * 16 + 8, BARS - 2) != theme["outline"], "a day that was never loaded has no bar"


def test_the_facts_of_a_range_are_drawn_in_the_accent_and_step_back_when_they_are_old(
    theme: Theme, qtbot: QtBot
) -> None:
    strip = _shown(theme, qtbot)
    strip.choose(DAYS[20].day, DAYS[24].day)
    seen = [strip.grab().toImage().pixelColor(place * 16 + 8, BARS - 2) for place in (22, 30)]
    assert seen == [theme["accent"], theme["outline"]]
    strip.show_days(DAYS, stale=True)
    assert strip.grab().toImage().pixelColor(22 * 16 + 8, BARS - 2) == theme["scroll"]


def test_a_range_is_drawn_with_the_mouse(theme: Theme, qtbot: QtBot) -> None:
    strip = _shown(theme, qtbot)
    told: list[tuple[date, date]] = []
    strip.chosen.connect(lambda first, last: told.append((first, last)))
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=_at(strip, 30))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=_at(strip, 30))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, _at(strip, 26))
    assert told[-1] == (DAYS[26].day, DAYS[30].day)
    assert [view.day for view in strip.chosen_days()] == [view.day for view in DAYS[26:31]]
    assert strip.accessibleDescription().startswith("5 days")


def test_a_range_is_drawn_with_the_keys(theme: Theme, qtbot: QtBot) -> None:
    strip = _shown(theme, qtbot)
    for key, modifier in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier),
    ):  # fmt: skip
        qtbot.keyClick(strip, key, modifier)
    assert strip.range() == (DAYS[53].day, DAYS[60].day)
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.range() == (None, None)


def test_a_range_from_elsewhere_is_taken_as_far_as_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    strip = _shown(theme, qtbot)
    strip.choose(DAYS[3].day, DAYS[5].day)
    assert strip.range() == (DAYS[3].day, DAYS[5].day)
    strip.show_days(DAYS[1:], stale=False)
    assert strip.range() == (DAYS[3].day, DAYS[5].day), "another morning keeps it"
    strip.choose(date(2001, 1, 1), DAYS[5].day)
    assert strip.range() == (None, None)


def test_each_day_tells_what_it_is(theme: Theme, qtbot: QtBot) -> None:
    strip = _shown(theme, qtbot)
    assert strip.day_at(_at(strip, 7).x()) == 7
    assert strip.day_at(62 * 16 + 5) is None
    assert DAYS[7].sentence.endswith("facts purged, cannot be rebuilt, aggregated")


def test_a_handle_moves_its_end_and_leaves_the_other(theme: Theme, qtbot: QtBot) -> None:
    strip = _shown(theme, qtbot)
    strip.choose(DAYS[20].day, DAYS[30].day)
    left = Qt.MouseButton.LeftButton
    for pressed, released, expected in ((20 * 16 + 1, 18, (18, 30)), (31 * 16 - 2, 34, (18, 34))):
        qtbot.mousePress(strip, left, pos=QPoint(pressed, BARS // 2))
        assert strip.range() != (None, None), "to press alone moves nothing"
        qtbot.mouseMove(strip, _at(strip, released))
        qtbot.mouseRelease(strip, left, pos=_at(strip, released))
        assert strip.range() == tuple(DAYS[place].day for place in expected)
