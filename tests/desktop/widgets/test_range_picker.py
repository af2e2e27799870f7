"""The days of a re-aggregation, shown on those that have facts."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.range_picker import RangePicker
from tests.language.fake_aggregates import the_aggregates
from tests.language.fake_window import NOW

BOARD = the_aggregates(NOW)
FIRST, LAST = BOARD.days[40].day, BOARD.days[42].day


def _picker(theme: Theme, qtbot: QtBot) -> RangePicker:
    picker = RangePicker(theme)
    qtbot.addWidget(picker)
    return picker


def test_a_range_that_was_typed_before_the_days_are_known_is_shown_then(theme: Theme, qtbot: QtBot) -> None:
    picker = _picker(theme, qtbot)
    picker.show_range((FIRST, LAST))
    picker.show_board(BOARD)
    assert picker.strip.range() == (FIRST, LAST)
    assert picker.sentence.text().endswith("the facts to rebuild from are there.")


def test_a_range_that_is_drawn_is_told(theme: Theme, qtbot: QtBot) -> None:
    picker = _picker(theme, qtbot)
    picker.show_board(BOARD)
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker.strip, Qt.Key.Key_Left)
    assert told.args == [BOARD.days[61].day, BOARD.days[61].day]


def test_what_cannot_be_read_chooses_nothing(theme: Theme, qtbot: QtBot) -> None:
    picker = _picker(theme, qtbot)
    picker.show_board(BOARD)
    picker.show_range((FIRST, LAST))
    picker.show_range(None)
    assert picker.strip.range() == (None, None)
    picker.show_range((date(2001, 1, 1), LAST))
    assert picker.strip.range() == (None, None), "beyond what is shown"
