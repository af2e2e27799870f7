"""The acts upon the schedule: greyed with a reason, or asked of the Info Mart."""

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
from gim_manager.desktop.dialogs.resume_dialog import ResumeDialog
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.status import NextLaunch
from tests.desktop.conftest import Opened
from tests.language.dialogs import dialog
from tests.language.fake_window import NOW, FakeMart


def test_R35_the_server_of_this_window_is_made_the_scheduler_from_the_menu(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    assert "no server runs inside this window" in window.actions_by_key["lead"].toolTip()
    mart = FakeMart()
    mart.identity = replace(mart.identity, server="WS-4471:7")
    window = opened(mart)
    window.actions_by_key["lead"].trigger()
    qtbot.waitUntil(lambda: ("lead",) in mart.asked, timeout=10_000)
    mart.status_now = replace(mart.status(), server=replace(mart.status().server, id="WS-4471:7"))
    window.refresh()
    qtbot.waitUntil(lambda: not window.actions_by_key["lead"].isEnabled(), timeout=10_000)
    assert "it is the scheduler already" in window.actions_by_key["lead"].toolTip()


def test_a_server_begins_inside_the_window_and_ends_once_it_is_known_what_ends_with_it(
    opened: Opened, qtbot: QtBot
) -> None:
    mart = FakeMart()
    window = opened(mart)
    action = window.actions_by_key["serve"]
    action.trigger()
    qtbot.waitUntil(lambda: action.text() == "End the server here", timeout=10_000)
    assert window.actions_by_key["lead"].isEnabled()
    action.trigger()
    asked = dialog(qtbot, ClosingDialog)
    assert ("end server",) not in mart.asked
    asked.quit.click()
    qtbot.waitUntil(lambda: action.text() == "Start a server here", timeout=10_000)
    mart.identity = replace(mart.identity, is_local=True)
    window.refresh()
    qtbot.waitUntil(lambda: not action.isEnabled(), timeout=10_000)
    assert "the server of a file lives and ends with its window" in action.toolTip()


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
    asked = dialog(qtbot, ResumeDialog)
    assert ("end hold",) not in mart.asked
    asked.resume.click()
    qtbot.waitUntil(lambda: ("end hold",) in mart.asked, timeout=10_000)


def test_R01_a_suspended_schedule_resumes_by_run_scheduler(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.status_now = replace(mart.status(), scheduling=False)
    window = opened(mart)
    assert "run-scheduler is false" in window.open_workplace.banner.accessibleName()
    window.actions_by_key["suspend"].trigger()
    dialog(qtbot, ResumeDialog).resume.click()
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
