"""Toolbar, status line and actions follow the session and the role."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gim_manager.desktop.window import MainWindow
from gim_manager.domain.access import Access, Role
from gim_manager.domain.errors import Unreachable
from gim_manager.domain.status import SwitchedOff
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart, wall


def _lost() -> None:
    raise Unreachable("postgresql://gim@db/prod-infomart", "server closed the connection")


def _is_stale(window: MainWindow) -> bool:
    return window.open_workplace.jobs.model.is_stale


def _current(window: MainWindow) -> int | None:
    run = window.open_workplace.jobs.table.current_run()
    return run.id if run else None


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


def test_the_title_bar_says_that_the_schedule_is_suspended(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    off = SwitchedOff(at=wall("10:41:00"), by="a.novak")
    mart.status_now = replace(mart.status(), scheduling=False, switched_off=off)
    window = opened(mart)
    assert window.windowTitle() == "Schedule suspended since 10:41 by a.novak – prod-infomart – GIM Manager"
    mart.status_now = replace(mart.status_now, scheduling=True)
    window.refresh()
    qtbot.waitUntil(lambda: window.windowTitle() == "prod-infomart – GIM Manager", timeout=10_000)
    mart.before = _lost
    qtbot.waitUntil(lambda: window.windowTitle() == "Connection lost – prod-infomart – GIM Manager", timeout=10_000)


def test_a_recording_is_not_live_and_says_of_which_moment_it_is(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    access = Access(role=Role.VIEWER, serves=False, is_recording=True)
    mart.identity = replace(mart.identity, access=access)
    window = opened(mart)
    live = window.actions_by_key["live"]
    assert (live.isEnabled(), live.isChecked()) == (False, False)
    assert live.toolTip().startswith("Follow changes as they happen: a recording does not change")
    qtbot.waitUntil(lambda: window.status_line._age._whole == "Recording of Sun 25 Oct 2026 10:47")
    assert window.toolbar.role.text() == "recording"
