"""Stop Job: the safe button is the default, and what fails is said where it was asked."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.stop_job_dialog import StopJobDialog
from gim_manager.desktop.theme import Theme
from gim_manager.domain.access import Access, Role
from gim_manager.domain.errors import NotPermitted
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart


def _dialog(opened: Opened, theme: Theme, mart: FakeMart, *ids: int) -> StopJobDialog:
    window = opened(mart)
    dialog = StopJobDialog(theme, window.session, mart.stop_effects(ids), window)
    dialog.open()
    return dialog


def test_it_asks_with_the_real_numbers(opened: Opened, theme: Theme) -> None:
    dialog = _dialog(opened, theme, FakeMart(), 48213, 48191, 48216)
    assert dialog.question.title == "Stop 2 runs and cancel 1?"
    assert dialog.stop.text() == "Stop 2, cancel 1"
    assert (dialog.keep.isDefault(), dialog.stop.autoDefault()) == (True, False)
    assert dialog.focusWidget() is dialog.reason


def test_R15_the_switch_changes_what_is_said(opened: Opened, theme: Theme) -> None:
    dialog = _dialog(opened, theme, FakeMart(), 48191)
    block = dialog.blocks[0]
    block.box.setChecked(True)
    assert "stays stopped" in block._title_words.text()
    block.box.setChecked(False)
    assert "started again" in block._title_words.text()


def test_escape_keeps_everything_running(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    mart = FakeMart()
    dialog = _dialog(opened, theme, mart, 48213)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not [asked for asked in mart.asked if asked[0] == "stop"]


def test_what_is_not_permitted_is_said_and_can_be_tried_again(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    mart = FakeMart()
    dialog = _dialog(opened, theme, mart, 48213)

    def forbid() -> None:
        raise NotPermitted("The role viewer may not stop jobs.")

    mart.before = forbid
    dialog.stop.click()
    qtbot.waitUntil(lambda: dialog._problem.isVisible(), timeout=10_000)
    mart.before = lambda: None
    assert dialog._problem.text() == "The role viewer may not stop jobs."
    assert dialog.stop.isEnabled()


def test_many_runs_scroll(opened: Opened, theme: Theme) -> None:
    mart = FakeMart()
    dialog = _dialog(opened, theme, mart, *[run.id for run in mart.list[:20]])
    assert dialog.height() < 760


def test_the_switch_is_disabled_for_who_may_not_change_options(opened: Opened, theme: Theme) -> None:
    mart = FakeMart()
    operator = Access(role=Role.OPERATOR, serves=False, login="olga", knows_persons=True)
    mart.identity = replace(mart.identity, access=operator)
    block = _dialog(opened, theme, mart, 48191).blocks[0]
    assert not block.box.isEnabled() and "needs the administrator role" in block.box.toolTip()
