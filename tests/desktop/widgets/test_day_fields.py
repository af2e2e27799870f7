"""The days of a range as fields."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.day_fields import DayFields


def _fields(theme: Theme, qtbot: QtBot) -> tuple[DayFields, list[tuple[str, str]]]:
    fields = DayFields(theme)
    told: list[tuple[str, str]] = []
    fields.edited.connect(lambda first, last: told.append((first, last)))
    qtbot.addWidget(fields)
    fields.show()
    return fields, told


def test_what_is_typed_is_told_and_what_is_shown_is_not(theme: Theme, qtbot: QtBot) -> None:
    fields, told = _fields(theme, qtbot)
    fields.show_days("2026-09-01", "2026-09-0")
    assert told == [] and fields.last.is_wrong and not fields.first.is_wrong
    qtbot.keyClicks(fields.last, "9")
    assert told == [("2026-09-01", "2026-09-09")] and not fields.last.is_wrong


def test_the_cursor_stays_where_somebody_types(theme: Theme, qtbot: QtBot) -> None:
    fields, _ = _fields(theme, qtbot)
    fields.show_days("2026-09-01", "")
    fields.first.setCursorPosition(4)
    fields.show_days("2026-09-01", "2026-09-02")
    assert fields.first.cursorPosition() == 4


def test_a_usual_range_is_one_click(theme: Theme, qtbot: QtBot) -> None:
    fields, told = _fields(theme, qtbot)
    fields.offer(date(2026, 10, 24))
    fields.offer(date(2026, 10, 25))
    assert [link.text() for link in fields.usual] == ["Yesterday", "Last 7 days", "This month"]
    fields.usual[2].click()
    assert told == [("2026-10-01", "2026-10-25")]
    assert fields.usual[0].toolTip() == "2026-10-24" and fields.usual[2].toolTip() == "2026-10-01 to 2026-10-25"


def test_a_field_that_is_wrong_is_painted(theme: Theme, qtbot: QtBot) -> None:
    fields, _ = _fields(theme, qtbot)
    fields.show_days("never", "")
    image = fields.first.grab().toImage()
    assert image.pixelColor(image.width() // 2, 1).name() == theme["failed"].name()


def test_return_leaves_a_field(theme: Theme, qtbot: QtBot) -> None:
    fields, told = _fields(theme, qtbot)
    fields.activateWindow()
    fields.first.setFocus()
    qtbot.waitUntil(fields.first.hasFocus, timeout=10_000)
    qtbot.keyClick(fields.first, Qt.Key.Key_Return)
    assert fields.last.hasFocus() and told == []
