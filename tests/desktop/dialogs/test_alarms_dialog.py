"""Alarms: what is raised is told in whole sentences, and each channel can be tried where it stands."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.alarms_dialog import AlarmsDialog
from gim_manager.domain.access import Access, Role
from gim_manager.domain.channel import Channel
from gim_manager.domain.errors import Unreachable
from gim_manager.domain.outbox import Board
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart


def _said(dialog: AlarmsDialog) -> str:
    return " | ".join(label.text() for label in dialog.findChildren(QLabel) if label.text())


def test_alarms_and_channels_are_told_in_sentences(opened: Opened) -> None:
    dialog = opened(FakeMart()).show_alarms()
    said = _said(dialog)
    assert dialog.title.text() == "2 alarms raised"
    for part in (
        "Job_TransformGIM 48206 failed: INTERACTION_RESOURCE_FACT", "Raised  09:08:05", "Cleared  04:19:30",
        "The webhook at hooks.example.com answered 503 Service Unavailable.", "not set up",
    ):  # fmt: skip
        assert part in said
    assert tuple(dialog.lines) == tuple(Channel)


def test_a_channel_is_tried_and_says_how_it_went(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    dialog = opened(mart).show_alarms()
    line = dialog.lines[Channel.MAIL]
    assert (line.test.text(), line.test.accessibleName()) == ("Test", "Test Mail")
    line.test.click()
    assert (line.test.text(), line.test.isEnabled()) == ("Testing …", False)
    qtbot.waitUntil(line.test.isEnabled, timeout=10_000)
    assert line.note.text() == "A test message was accepted by mail."
    assert ("test", Channel.MAIL) in mart.asked


def test_a_channel_that_fails_says_why_and_can_be_tried_again(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.tried = replace(mart.tried, ok=False, sentence="The mail server does not answer.")
    dialog = opened(mart).show_alarms()
    line = dialog.lines[Channel.SYSLOG]
    line.test.click()
    qtbot.waitUntil(line.test.isEnabled, timeout=10_000)
    assert line.note.text() == "The mail server does not answer."


def test_a_database_that_is_away_is_told_at_the_channel(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    dialog = opened(mart).show_alarms()

    def gone() -> None:
        raise Unreachable("prod-infomart", "server closed the connection")

    mart.before = gone
    line = dialog.lines[Channel.MAIL]
    line.test.click()
    qtbot.waitUntil(line.test.isEnabled, timeout=10_000)
    mart.before = lambda: None
    assert line.note.text() == "prod-infomart cannot be reached: server closed the connection"


def test_what_is_not_set_up_cannot_be_tried_and_says_why(opened: Opened) -> None:
    dialog = opened(FakeMart()).show_alarms()
    test = dialog.lines[Channel.COMMAND].test
    assert not test.isEnabled()
    assert test.toolTip().startswith("[alarms] command-line is not set")


def test_it_follows_what_changes_while_it_is_open(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    dialog = window.show_alarms()
    assert "Alarm: Job_TransformGIM and 1 more" in _line(window)
    mart.board = Board(alarms=(), channels=mart.board.channels)
    window.session.refresh()
    qtbot.waitUntil(lambda: dialog.title.text() == "No alarm is raised", timeout=10_000)
    assert "No alarm is raised, and none was lately." in _said(dialog)
    assert "Alarm:" not in _line(window)


def _line(window) -> str:
    return " | ".join(label.text() for label in window.status_line.findChildren(QLabel) if label.text())


def test_escape_closes_it_and_a_later_answer_finds_nobody(opened: Opened, qtbot: QtBot) -> None:
    window = opened(FakeMart())
    dialog = window.show_alarms()
    dialog.lines[Channel.MAIL].test.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.session.refresh()
    qtbot.waitUntil(lambda: window.session.bridge.is_idle, timeout=10_000)


def test_who_may_not_test_a_channel_is_told_which_role_may(opened: Opened) -> None:
    mart = FakeMart()
    operator = Access(role=Role.OPERATOR, serves=False, login="olga", knows_persons=True)
    mart.identity = replace(mart.identity, access=operator)
    test = opened(mart).show_alarms().lines[Channel.MAIL].test
    assert not test.isEnabled() and test.toolTip() == "needs the administrator role"
