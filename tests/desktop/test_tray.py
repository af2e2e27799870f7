"""The icon in the tray shows the worst state, tells of a failure once, and brings the window back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.tray import icon
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.status import EtlStatus
from gim_manager.presenters.tray import Worst
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart, ended, the_morning, the_status

FAILED: dict[str, object] = {"status": Status.FAILED, "cause": Cause.ERROR, "error": "division by zero"}


class Bubbles:
    """What the tray told, in place of the system."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[tuple[str, str]] = []
        self.has_tray = True
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: self.has_tray))
        monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _icon: self.has_tray)
        monkeypatch.setattr(
            QSystemTrayIcon, "showMessage", lambda _icon, title, text, _kind: self.told.append((title, text))
        )


@pytest.fixture
def bubbles(monkeypatch: pytest.MonkeyPatch) -> Bubbles:
    return Bubbles(monkeypatch)


def _quiet() -> EtlStatus:
    return replace(the_status(()), warnings=())


def _shown(opened: Opened, mart: FakeMart) -> MainWindow:
    window = opened(mart)
    window.tray.appear()
    return window


def _failed(number: int, at: str = "10:47:30") -> Run:
    return ended(number, Job.TRANSFORM, "10:40:00", at, **FAILED)


def test_its_tooltip_is_the_worst_state_in_a_sentence(opened: Opened, bubbles: Bubbles, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = _shown(opened, mart)
    assert window.tray._icon.toolTip().startswith("prod-infomart: Job_TransformGIM 48206 failed")
    mart.late = 90.0
    window.tray.look()
    assert "The server is late by 1" in window.tray._icon.toolTip()
    window.show_first_page()
    assert window.tray._icon.toolTip() == "GIM Manager"


def test_a_failure_is_told_once_however_often_the_list_is_read(opened: Opened, bubbles: Bubbles, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = _shown(opened, mart)
    mart.put(_failed(48300))
    qtbot.waitUntil(lambda: len(bubbles.told) == 1, timeout=10_000)
    assert bubbles.told == [("Job_TransformGIM failed", "Job_TransformGIM 48300: division by zero")]
    mart.put(_failed(48300), _failed(48299, "10:12:00"))
    with qtbot.waitSignal(window.session.refreshed, timeout=10_000):
        window.refresh()
    assert len(bubbles.told) == 1


def test_a_failure_is_told_while_the_picture_is_to_stay(opened: Opened, bubbles: Bubbles, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = _shown(opened, mart)
    window.actions_by_key["live"].setChecked(False)
    window.hide()
    qtbot.waitUntil(lambda: window.session.bridge.is_idle, timeout=10_000)
    mart.put(_failed(48300))
    qtbot.waitUntil(lambda: len(bubbles.told) == 1, timeout=10_000)
    window.actions_by_key["live"].setChecked(True)
    with qtbot.waitSignal(window.session.refreshed, timeout=10_000):
        window.refresh()
    assert len(bubbles.told) == 1


def test_its_menu_opens_the_window_and_asks_for_a_run(opened: Opened, bubbles: Bubbles, qtbot: QtBot) -> None:
    window = _shown(opened, FakeMart())
    menu = window.tray._icon.contextMenu()
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert list(entries) == ["Open GIM Manager", "Run Job…", "Suspend schedule", "Quit"]
    window.hide()
    entries["Open GIM Manager"].trigger()
    assert window.isVisible()
    window.hide()
    with qtbot.waitSignal(window.actions_by_key["run"].triggered):
        entries["Run Job…"].trigger()
    assert window.isVisible()


def test_what_the_menu_offers_follows_the_state(opened: Opened, bubbles: Bubbles, qtbot: QtBot) -> None:
    mart = FakeMart()
    mart.status_now = replace(mart.status(), scheduling=False)
    window = _shown(opened, mart)

    def texts() -> list[QAction]:
        return [action for action in window.tray._icon.contextMenu().actions() if action.text() == "Resume schedule"]

    assert texts()[0].isEnabled()
    window.show_first_page()
    assert not texts()[0].isEnabled()


def test_a_window_whose_tray_has_gone_comes_back(opened: Opened, bubbles: Bubbles) -> None:
    window = _shown(opened, FakeMart())
    assert window.tray.is_there
    window.hide()
    window.tray.look()
    assert not window.isVisible()
    bubbles.has_tray = False
    window.tray.look()
    assert window.isVisible() and not window.tray.is_there


def test_the_mark_stands_in_the_corner_and_only_where_something_is_wrong(theme: Theme) -> None:
    well, wrong = (
        icon(theme, worst).pixmap(32, 32).toImage()
        for worst in (Worst(sentence=""), Worst(sentence="", icon="failed", token="failed"))
    )
    corner, middle = QRectF(20, 20, 12, 12), QRectF(2, 2, 10, 10)
    assert well.copy(corner.toRect()) != wrong.copy(corner.toRect())
    assert well.copy(middle.toRect()) == wrong.copy(middle.toRect())


def test_the_morning_is_not_told_of_again(opened: Opened, bubbles: Bubbles, qtbot: QtBot) -> None:
    mart = FakeMart()
    _shown(opened, mart)
    mart.put(*the_morning())
    mart.put(_failed(48301))
    qtbot.waitUntil(lambda: bool(bubbles.told), timeout=10_000)
    assert all("48206" not in text for _, text in bubbles.told)
