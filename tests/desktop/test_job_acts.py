"""What the window does to jobs: asked of the Info Mart, or greyed with the reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog
from gim_manager.desktop.dialogs.stop_job_dialog import StopJobDialog
from gim_manager.desktop.dialogs.undo_dialog import UndoDialog
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from tests.desktop.conftest import Opened
from tests.language.dialogs import dialog
from tests.language.fake_window import REQUEST, FakeMart, ended


def _current(window: MainWindow) -> int | None:
    run = window.open_workplace.jobs.table.current_run()
    return run.id if run else None


def test_run_job_asks_for_a_run(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    window.actions_by_key["run"].trigger()
    asked = dialog(qtbot, RunJobDialog)
    qtbot.waitUntil(asked.run.isEnabled, timeout=10_000)
    qtbot.mouseClick(asked.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one[0] == "start" for one in mart.asked), timeout=10_000)
    assert ("start", Job.EXTRACT, None, False, True) in mart.asked
    qtbot.waitUntil(lambda: _current(window) == 48218, timeout=10_000)


def test_stop_job_says_what_it_means_and_keeps_the_reason(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    window.open_workplace.jobs.table.select_run(48191)
    window.actions_by_key["stop"].trigger()
    asked = dialog(qtbot, StopJobDialog)
    assert (asked.keep.isDefault(), asked.keep.text(), asked.stop.text()) == (True, "Keep running", "Stop 1")
    qtbot.keyClicks(asked.reason, "wrong parameters")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return)
    assert not [one for one in mart.asked if one[0] == "stop"]
    asked.blocks[0].box.setChecked(True)
    qtbot.mouseClick(asked.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ("stop", (48191,), "wrong parameters") in mart.asked, timeout=10_000)
    assert ("set", "schedule", "run-aggregates", "false") in mart.asked


def test_stop_is_greyed_with_its_reason_for_a_run_that_has_ended(opened: Opened) -> None:
    window = opened(FakeMart())
    window.open_workplace.jobs.table.select_run(48212)
    assert not window.actions_by_key["stop"].isEnabled()
    assert "select a run" in window.actions_by_key["stop"].toolTip()


def test_copy_puts_a_table_on_the_clipboard(opened: Opened) -> None:
    window = opened(FakeMart())
    window.open_workplace.jobs.table.select_run(48212)
    window.jobs.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Job ID\tJob\tStatus")
    assert lines[1].startswith("48212\tJob_ExtractICON\tComplete\t2026-10-25T10:30:00+01:00")


def test_a_re_aggregation_that_has_ended_can_be_undone_and_other_runs_say_why_not(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart([
        ended(7, Job.AGGREGATE, "10:00:00", "10:10:00", parameters=REQUEST),
        ended(6, Job.EXTRACT, "09:00:00", "09:10:00"),
    ])  # fmt: skip
    window = opened(mart)
    table, undo = window.open_workplace.jobs.table, window.actions_by_key["undo"]
    table.select_run(6)
    assert not undo.isEnabled() and "select one re-aggregation" in undo.toolTip()
    table.select_run(7)
    assert undo in table.actions()
    undo.trigger()
    asked = dialog(qtbot, UndoDialog)
    qtbot.waitUntil(asked.undo.isEnabled, timeout=10_000)
    asked.undo.click()
    qtbot.waitUntil(lambda: _current(window) == 8, timeout=10_000)
    assert ("start", Job.AGGREGATE, "-undoReaggregation 7", False, True) in mart.asked


def test_run_again_is_the_same_request_with_its_parameters_and_its_verdict(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart([ended(7, Job.AGGREGATE, "10:00:00", "10:10:00", status=Status.FAILED, parameters=REQUEST)])
    window = opened(mart)
    window.open_workplace.jobs.table.select_run(7)
    assert window.actions_by_key["again"].shortcut().toString() == "Ctrl+Shift+R"
    window.actions_by_key["again"].trigger()
    asked = dialog(qtbot, RunJobDialog)
    assert asked.parameters.text() == REQUEST
    qtbot.waitUntil(lambda: ("predict", Job.AGGREGATE, REQUEST, True) in mart.asked, timeout=10_000)
    qtbot.waitUntil(asked.run.isEnabled, timeout=10_000)
    asked.run.click()
    qtbot.waitUntil(lambda: ("start", Job.AGGREGATE, REQUEST, False, True) in mart.asked, timeout=10_000)


def test_run_again_is_greyed_for_what_has_not_ended(opened: Opened) -> None:
    window = opened(FakeMart())
    window.open_workplace.jobs.table.select_run(48213)
    assert not window.actions_by_key["again"].isEnabled()
    assert "select one run that has ended" in window.actions_by_key["again"].toolTip()
