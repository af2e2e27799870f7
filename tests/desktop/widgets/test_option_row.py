"""A row shows by its ground, bar and words how its option stands."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.tokens import PAIRS
from gim_manager.desktop.widgets.option_field import field
from gim_manager.desktop.widgets.option_row import BAR, OptionRow, on_two_lines
from gim_manager.domain.options import option
from gim_manager.presenters import words
from gim_manager.presenters.options import CHANGED, OVERTAKEN, PLAIN, WARNED, WRONG, Row

KEY = ("schedule", "etl-frequency")
PLAIN_ROW = Row(
    key=KEY, text="30", tone=PLAIN, is_changed=False, note="minutes · default 30", sentence="", tip="minutes",
    editable=True,
)  # fmt: skip


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> OptionRow:
    row = OptionRow(theme, field(theme, option(*KEY), (), is_local=True), 170)
    qtbot.addWidget(row)
    row.resize(640, row.height())
    row.show_row(PLAIN_ROW)
    row.show()
    return row


@pytest.mark.parametrize(
    ("tone", "bar", "ground"),
    [
        (CHANGED, "accent", "soft"),
        (WRONG, "failed", "failed_soft"),
        (OVERTAKEN, "warn_edge", "stopping_soft"),
    ],
)
def test_bar_and_ground_tell_how_it_stands(shown: OptionRow, tone: str, bar: str, ground: str) -> None:
    sentence = "" if tone == CHANGED else "m.keller set it to 45 meanwhile"
    shown.show_row(replace(PLAIN_ROW, tone=tone, is_changed=True, sentence=sentence))
    image = shown.grab().toImage()
    assert image.pixelColor(1, 2).name().upper() == PAIRS[bar][0]
    assert image.pixelColor(BAR + 4, 2).name().upper() == PAIRS[ground][0]


def test_a_warned_row_is_not_marked_unless_it_is_changed(shown: OptionRow) -> None:
    shown.show_row(replace(PLAIN_ROW, tone=WARNED, sentence="little time"))
    assert shown.grab().toImage().pixelColor(1, 2).name().upper() != PAIRS["accent"][0]
    shown.show_row(replace(PLAIN_ROW, tone=WARNED, sentence="little time", is_changed=True))
    assert shown.grab().toImage().pixelColor(1, 2).name().upper() == PAIRS["accent"][0]


def test_the_editor_speaks_what_stands_behind_it(shown: OptionRow) -> None:
    shown.show_row(replace(PLAIN_ROW, tone=WRONG, sentence="takes a whole number", text="often", tip="whole sentence"))
    assert shown.field.accessibleDescription() == "takes a whole number, minutes · default 30"
    assert shown.toolTip() == "whole sentence"


def test_typing_is_told_with_its_option(shown: OptionRow, qtbot: QtBot) -> None:
    told: list[tuple[object, str]] = []
    shown.edited.connect(lambda key, text: told.append((key, text)))
    shown.field.setFocus()
    qtbot.keyClick(shown.field, Qt.Key.Key_5)
    assert told == [(KEY, "530")] or told == [(KEY, "305")]


def test_a_click_beside_the_editor_goes_into_it(shown: OptionRow, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.rect().topLeft())
    qtbot.waitUntil(shown.field.hasFocus, timeout=10_000)


def test_a_wide_editor_leaves_room_for_what_stands_behind_it(theme: Theme, qtbot: QtBot) -> None:
    row = OptionRow(theme, field(theme, option("alarms", "mail-host"), (), is_local=True), 170)
    qtbot.addWidget(row)
    row.show()
    widths = []
    for width in (900, 480, 200):
        row.resize(width, row.height())
        widths.append(row.field.width())
    assert widths[0] > widths[1] > 148 - 1
    assert widths[2] == row.field.minimumWidth()


def test_what_stands_behind_an_editor_is_never_wider_than_its_room(shown: OptionRow) -> None:
    metrics, room = shown.fontMetrics(), QRect(0, 0, 60, 31)
    for text in ("default" + words.NO_BREAK + "06:00:00", "next day · default 22:00 and more of it"):
        cut = on_two_lines(metrics, room, text)
        assert cut.endswith("…")
        assert metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, cut).width() <= room.width()
    assert on_two_lines(metrics, QRect(0, 0, 400, 31), "default 30") == "default 30"
