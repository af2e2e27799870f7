"""The window opens, shows, asks and closes; on an Info Mart of values."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
from gim_manager.desktop.dialogs.drafts_dialog import DraftsDialog
from gim_manager.desktop.dialogs.resume_dialog import ResumeDialog
from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog
from gim_manager.desktop.dialogs.stop_job_dialog import StopJobDialog
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.access import Access, Role
from gim_manager.domain.errors import Unreachable
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.status import NextLaunch
from tests.desktop.conftest import Opened
from tests.language.fake_window import NOW, FakeMart


def _lost() -> None:
    raise Unreachable("postgresql://gim@db/prod-infomart", "server closed the connection")


def _is_stale(window: MainWindow) -> bool:
    return window.open_workplace.jobs.model.is_stale


def _current(window: MainWindow) -> int | None:
    run = window.open_workplace.jobs.table.current_run()
    return run.id if run else None


def _wait_for(kind, qtbot):
    def found():
        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    return found()[0]


def test_without_an_info_mart_it_shows_three_ways_to_begin(qtbot: QtBot, theme: Theme, memory: Memory) -> None:
    window = MainWindow(theme, memory)
    qtbot.addWidget(window)
    window.show()
    assert window.workplace is None
    assert not window.actions_by_key["run"].isEnabled()
    assert "no Info Mart is open" in window.actions_by_key["run"].toolTip()
    with qtbot.waitSignal(window.demo_wanted):
        qtbot.mouseClick(window.first_page.first_button, Qt.MouseButton.LeftButton)


def test_it_opens_on_the_newest_run_with_the_panel_and_the_count(opened: Opened) -> None:
    window = opened(FakeMart())
    jobs = window.open_workplace.jobs
    assert _current(window) == 48217
    assert jobs.count.text() == "21 runs"
    assert "Server running" in window.open_workplace.panel.body.accessibleDescription()
    assert window.windowTitle() == "prod-infomart – GIM Manager"


def test_run_job_asks_for_a_run(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    window.actions_by_key["run"].trigger()
    dialog = _wait_for(RunJobDialog, qtbot)
    qtbot.waitUntil(dialog.run.isEnabled, timeout=10_000)
    qtbot.mouseClick(dialog.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(asked[0] == "start" for asked in mart.asked), timeout=10_000)
    assert ("start", Job.EXTRACT, None, False, True) in mart.asked
    qtbot.waitUntil(lambda: _current(window) == 48218, timeout=10_000)


def test_stop_job_says_what_it_means_and_keeps_the_reason(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    window.open_workplace.jobs.table.select_run(48191)
    window.actions_by_key["stop"].trigger()
    dialog = _wait_for(StopJobDialog, qtbot)
    assert (dialog.keep.isDefault(), dialog.keep.text(), dialog.stop.text()) == (True, "Keep running", "Stop 1")
    qtbot.keyClicks(dialog.reason, "wrong parameters")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert not [asked for asked in mart.asked if asked[0] == "stop"]
    dialog.blocks[0].box.setChecked(True)
    qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ("stop", (48191,), "wrong parameters") in mart.asked, timeout=10_000)
    assert ("set", "schedule", "run-aggregates", "false") in mart.asked


def test_stop_is_greyed_with_its_reason_for_a_run_that_has_ended(opened: Opened) -> None:
    window = opened(FakeMart())
    window.open_workplace.jobs.table.select_run(48212)
    assert not window.actions_by_key["stop"].isEnabled()
    assert "select a run" in window.actions_by_key["stop"].toolTip()


def test_a_lost_connection_steps_back_and_comes_back_by_itself(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    mart.before = _lost
    qtbot.waitUntil(lambda: window.open_workplace.banner.isVisible(), timeout=10_000)
    assert _is_stale(window) is True
    assert "the connection is lost" in window.actions_by_key["run"].toolTip()
    assert window.actions_by_key["live"].text() == "Live – reconnecting"
    mart.before = lambda: None
    window.open_workplace.banner.acted.emit()
    qtbot.waitUntil(lambda: not window.open_workplace.banner.isVisible(), timeout=10_000)
    assert _is_stale(window) is False
    assert _current(window) == 48217


def test_suspend_sets_run_scheduler_to_false(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    window.actions_by_key["suspend"].trigger()
    qtbot.waitUntil(lambda: ("set", "schedule", "run-scheduler", "false") in mart.asked, timeout=10_000)


def test_R23_a_held_schedule_shows_who_holds_it_and_resumes_once_it_is_known_what_starts(
    opened: Opened, qtbot: QtBot
) -> None:
    mart = FakeMart()
    held = Hold(id=3, owner="ada", since=NOW, expires=NOW + timedelta(hours=4), state=HoldState.HELD)
    mart.status_now = replace(mart.status(), hold=held)
    mart.starts_next = (NextLaunch(job=Job.EXTRACT, time=NOW, reason="ETL cycle"),)
    window = opened(mart)
    assert window.open_workplace.banner.accessibleName().startswith("The schedule is held by ada.")
    assert window.actions_by_key["suspend"].text() == "Resume schedule"
    assert not window.actions_by_key["hold"].isEnabled()
    window.open_workplace.banner.acted.emit()
    dialog = _wait_for(ResumeDialog, qtbot)
    assert ("end hold",) not in mart.asked
    dialog.resume.click()
    qtbot.waitUntil(lambda: ("end hold",) in mart.asked, timeout=10_000)


def test_R01_a_suspended_schedule_resumes_by_run_scheduler(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.status_now = replace(mart.status(), scheduling=False)
    window = opened(mart)
    assert "run-scheduler is false" in window.open_workplace.banner.accessibleName()
    window.actions_by_key["suspend"].trigger()
    _wait_for(ResumeDialog, qtbot).resume.click()
    qtbot.waitUntil(lambda: ("set", "schedule", "run-scheduler", "true") in mart.asked, timeout=10_000)


def test_the_schedule_is_held_from_the_menu(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    window.actions_by_key["hold"].trigger()
    qtbot.waitUntil(lambda: ("hold", False) in mart.asked, timeout=10_000)


def test_a_resumed_schedule_takes_its_banner_away(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.status_now = replace(mart.status(), scheduling=False)
    window = opened(mart)
    assert window.open_workplace.banner.isVisible()
    mart.status_now = replace(mart.status_now, scheduling=True)
    window.refresh()
    qtbot.waitUntil(lambda: not window.open_workplace.banner.isVisible(), timeout=10_000)


def test_every_button_has_a_name(opened: Opened) -> None:
    window = opened(FakeMart())
    for button in [*window.findChildren(QToolButton), *window.findChildren(QPushButton)]:
        if button.isVisible():
            assert button.text() or button.accessibleName() or button.toolTip(), button.objectName()


def test_closing_asks_first_while_a_server_inside_has_running_jobs(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.identity = replace(mart.identity, server="WS-4471:7")
    window = opened(mart)
    assert not window.close()
    dialog = _wait_for(ClosingDialog, qtbot)
    with qtbot.waitSignal(window.closing):
        dialog.stop.click()
    assert not window.isVisible()


def test_copy_puts_a_table_on_the_clipboard(opened: Opened) -> None:
    window = opened(FakeMart())
    window.open_workplace.jobs.table.select_run(48212)
    window.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Job ID\tJob\tStatus")
    assert lines[1].startswith("48212\tJob_ExtractICON\tComplete\t2026-10-25T10:30:00+01:00")


def test_columns_and_filters_are_remembered(opened: Opened, memory: Memory) -> None:
    window = opened(FakeMart())
    window.open_workplace.jobs.table.header.resizeSection(1, 201)
    window.open_workplace.jobs.status.setCurrentIndex(2)
    window.close()
    again = opened(FakeMart())
    assert again.open_workplace.jobs.table.header.sectionSize(1) == 201
    assert again.open_workplace.jobs.status.currentIndex() == 2


def test_it_closes_while_an_answer_is_outstanding(opened: Opened, qtbot: QtBot) -> None:
    gate = threading.Event()
    mart = FakeMart()
    window = opened(mart)

    def wait_at_the_gate() -> None:
        gate.wait(30)

    mart.before = wait_at_the_gate
    window.refresh()
    assert window.close()
    window.session.close()
    gate.set()
    qtbot.wait(50)


@pytest.mark.parametrize("dark", [False, True])
def test_the_theme_can_change_while_it_is_open(opened: Opened, theme: Theme, dark: bool) -> None:
    from gim_manager.desktop.theme import Appearance

    window = opened(FakeMart())
    theme.wear(Appearance.DARK if dark else Appearance.LIGHT)
    colour = window.grab().toImage().pixelColor(400, 76)
    assert (colour.lightness() < 128) == dark


def test_what_the_role_does_not_allow_is_disabled_and_says_which_does(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    viewer = Access(role=Role.VIEWER, serves=False, login="vera", knows_persons=True)
    mart.identity = replace(mart.identity, access=viewer)
    window = opened(mart)
    window.open_workplace.jobs.table.select_run(48212)
    for key in ("run", "stop", "hold"):
        action = window.actions_by_key[key]
        assert not action.isEnabled() and action.isVisible()
        assert "needs the operator role" in action.toolTip()
    assert "needs the administrator role" in window.actions_by_key["suspend"].toolTip()
    assert window.actions_by_key["refresh"].isEnabled()
    assert window.toolbar.role.isVisible() and window.toolbar.role.text() == "viewer"
    window.show_first_page()
    qtbot.waitUntil(lambda: not window.toolbar.role.isVisible())


def test_without_roles_no_role_is_shown(opened: Opened) -> None:
    window = opened(FakeMart())
    assert not window.toolbar.role.isVisible()
    assert window.actions_by_key["run"].isEnabled()


def _with_a_draft(opened: Opened, qtbot: QtBot) -> MainWindow:
    window = opened(FakeMart())
    desk = window.open_workplace.options.desk
    window.open_workplace.show_option("schedule", "etl-frequency")
    qtbot.waitUntil(lambda: desk.is_read, timeout=10_000)
    desk.type(("schedule", "etl-frequency"), "20")
    return window


def _drafts_dialog(qtbot: QtBot) -> DraftsDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), DraftsDialog), timeout=10_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, DraftsDialog)
    return found


def test_changes_that_are_not_applied_are_not_lost_by_closing(opened: Opened, qtbot: QtBot) -> None:
    window = _with_a_draft(opened, qtbot)
    window.close()
    assert window.isVisible()
    _drafts_dialog(qtbot).keep.click()
    assert window.isVisible() and window.open_workplace.options.desk.sheet.drafts
    window.close()
    _drafts_dialog(qtbot).discard.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)


def test_changes_that_are_not_applied_are_not_lost_by_another_connection(opened: Opened, qtbot: QtBot) -> None:
    window = _with_a_draft(opened, qtbot)
    for key, wanted in (("open", window.open_wanted), ("disconnect", window.disconnect_wanted)):
        window.open_workplace.options.desk.type(("schedule", "etl-frequency"), "20")
        with qtbot.assertNotEmitted(wanted):
            window.actions_by_key[key].trigger()
        with qtbot.waitSignal(wanted, timeout=10_000):
            _drafts_dialog(qtbot).discard.click()
        assert not window.open_workplace.options.desk.sheet.drafts
