"""Nothing is lost by closing the window or by another connection before that is asked."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
from gim_manager.desktop.dialogs.drafts_dialog import DraftsDialog
from gim_manager.desktop.tray import Tray
from gim_manager.desktop.window import MainWindow
from tests.desktop.conftest import Opened
from tests.language.dialogs import dialog
from tests.language.fake_window import FakeMart


def _with_a_draft(opened: Opened, qtbot: QtBot) -> MainWindow:
    window = opened(FakeMart())
    desk = window.open_workplace.options.desk
    window.open_workplace.show_option("schedule", "etl-frequency")
    qtbot.waitUntil(lambda: desk.is_read, timeout=10_000)
    desk.type(("schedule", "etl-frequency"), "20")
    return window


def test_closing_asks_first_while_a_server_inside_has_running_jobs(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.identity = replace(mart.identity, server="WS-4471:7")
    window = opened(mart)
    assert not window.close()
    asked = dialog(qtbot, ClosingDialog)
    with qtbot.waitSignal(window.closing):
        asked.quit.click()
    assert not window.isVisible()


def test_changes_that_are_not_applied_are_not_lost_by_closing(opened: Opened, qtbot: QtBot) -> None:
    window = _with_a_draft(opened, qtbot)
    window.close()
    assert window.isVisible()
    dialog(qtbot, DraftsDialog).keep.click()
    assert window.isVisible() and window.open_workplace.options.desk.sheet.drafts
    window.close()
    dialog(qtbot, DraftsDialog).discard.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)


def test_changes_that_are_not_applied_are_not_lost_by_another_connection(opened: Opened, qtbot: QtBot) -> None:
    window = _with_a_draft(opened, qtbot)
    for key, wanted in (("open", window.open_wanted), ("disconnect", window.disconnect_wanted)):
        window.open_workplace.options.desk.type(("schedule", "etl-frequency"), "20")
        with qtbot.assertNotEmitted(wanted):
            window.actions_by_key[key].trigger()
        with qtbot.waitSignal(wanted, timeout=10_000):
            dialog(qtbot, DraftsDialog).discard.click()
        assert not window.open_workplace.options.desk.sheet.drafts


def _hosting(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(Tray, "is_there", True)
    mart = FakeMart()
    mart.identity = replace(mart.identity, server="WS-4471:7")
    return opened(mart)


def test_with_a_tray_the_window_goes_and_its_server_stays(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = _hosting(opened, monkeypatch)
    window.close()
    with qtbot.assertNotEmitted(window.closing):
        dialog(qtbot, ClosingDialog).tray.click()
    assert not window.isVisible() and window.workplace is not None


def test_quit_in_the_tray_asks_about_running_jobs_alone(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = _hosting(opened, monkeypatch)
    window.hide()
    window.tray.quit_wanted.emit()
    asked = dialog(qtbot, ClosingDialog)
    assert window.isVisible() and not asked.tray.isVisible()
    asked.reject()
    window.session.status = None
    with qtbot.waitSignal(window.closing):
        window.tray.quit_wanted.emit()


def test_nothing_is_asked_where_nobody_can_answer(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = _hosting(opened, monkeypatch)
    with qtbot.waitSignal(window.closing):
        window.leaving.close_unasked()
    assert not window.isVisible()
