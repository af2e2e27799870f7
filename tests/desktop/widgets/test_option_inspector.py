"""The inspector tells all of an option, and every way back is a button."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.option_inspector import SHOWN, OptionInspector
from gim_manager.domain.channel import Channel
from gim_manager.presenters.option_inspector import Change, inspector
from gim_manager.presenters.option_sheet import Sheet, judged
from tests.language.fake_options import the_options
from tests.language.fake_window import NOW

TICKS, FREQUENCY = ("schedule", "aggregate-schedule"), ("schedule", "etl-frequency")
SHEET = Sheet(read=the_options())


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> OptionInspector:
    made = OptionInspector(theme)
    qtbot.addWidget(made)
    made.resize(made.width(), 700)
    made.show()
    return made


def show(shown: OptionInspector, sheet: Sheet, key: tuple[str, str], history=()) -> None:
    shown.show_option(inspector(sheet, judged(sheet), key, NOW, history))


def said(shown: OptionInspector) -> str:
    QApplication.processEvents()
    return " | ".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible() and label.text())


def test_it_tells_meaning_values_times_and_history(shown: OptionInspector) -> None:
    show(shown, SHEET, TICKS, SHEET.read.recent)
    for part in (
        "aggregate-schedule", "When the windows of aggregation open.", "0 1", "two fields, MINUTE HOUR",
        "immediately", "Next five times", "Mon 26 Oct", "04:00", "30 2 → 0 4", "m.keller",
    ):  # fmt: skip
        assert part in said(shown)


def test_another_option_takes_its_place(shown: OptionInspector) -> None:
    show(shown, SHEET, TICKS, SHEET.read.recent)
    show(shown, SHEET, FREQUENCY)
    assert "Mon 26 Oct" not in said(shown) and "Next five times" not in said(shown)
    assert "Never changed" in said(shown) and not shown.lines
    show(shown, SHEET, FREQUENCY, None)
    assert "Never changed" not in said(shown), "it is not known yet"


def test_revert_hands_over_the_change(shown: OptionInspector) -> None:
    show(shown, SHEET, TICKS, SHEET.read.recent)
    told: list[Change] = []
    shown.reverted.connect(told.append)
    line = shown.lines[0]
    assert line.revert.accessibleName() == "Revert 30 2 → 0 4"
    line.revert.click()
    assert told[0].old == "30 2"


def test_what_is_held_already_cannot_be_reverted_to(shown: OptionInspector) -> None:
    show(shown, SHEET.put(TICKS, "30 2"), TICKS, SHEET.read.recent)
    assert not shown.lines[0].revert.isEnabled()
    assert shown.lines[0].revert.toolTip() == "the editor holds this value"


def test_a_long_history_shows_its_newest(shown: OptionInspector) -> None:
    show(shown, SHEET, TICKS, SHEET.read.recent * 20)
    assert len(shown.lines) == SHOWN


def test_two_people_at_one_option_decide_by_a_button(shown: OptionInspector) -> None:
    theirs = replace(SHEET.read, options=SHEET.stored.changed({FREQUENCY: "45"}))
    show(shown, SHEET.typed(FREQUENCY, "20").refreshed(theirs), FREQUENCY)
    assert "another person set it to 45 meanwhile." in said(shown)
    told: list[bool] = []
    shown.decided.connect(told.append)
    shown.mine.click()
    shown.theirs.click()
    assert told == [True, False]
    show(shown, SHEET, FREQUENCY)
    assert not shown.mine.isVisible()


def test_an_alarm_channel_leads_to_its_test(shown: OptionInspector) -> None:
    show(shown, SHEET, ("alarms", "mail-host"))
    told: list[Channel] = []
    shown.test_wanted.connect(told.append)
    assert shown.test.text() == "Test Mail…"
    shown.test.click()
    assert told == [Channel.MAIL]
    show(shown, SHEET.typed(("alarms", "mail-port"), "25"), ("alarms", "mail-host"))
    assert not shown.test.isEnabled() and "apply the changes first" in shown.test.toolTip()
    show(shown, SHEET, FREQUENCY)
    assert not shown.test.isVisible()


def test_the_default_is_one_click_away(shown: OptionInspector, qtbot: QtBot) -> None:
    show(shown, SHEET, TICKS)
    with qtbot.waitSignal(shown.reset_wanted):
        shown.reset.click()
    show(shown, SHEET, ("log", "level"))
    assert not shown.reset.isEnabled() and shown.reset.toolTip() == "it is the default"
    show(shown, SHEET, ("log4j", "level"))
    assert not shown.reset.isVisible()


def test_nothing_of_it_is_wider_than_its_place(shown: OptionInspector) -> None:
    long = ("gim-etl", "partitioning-interval-size-gidb-ocs")
    for key in (("agg", "writer-schedule"), ("gim-etl", "sm-resource-state-priority"), long):
        show(shown, SHEET.typed(long, "1"), key, SHEET.read.recent)
        for narrow in (False, True):
            shown.set_narrow(narrow)
            QApplication.processEvents()
            body = shown.title.parentWidget()
            assert body is not None and body.minimumSizeHint().width() <= shown.width()
