"""The window opens, shows, asks and closes; on an Info Mart of values."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop.memory import Memory
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.window import MainWindow
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart


def _current(window: MainWindow) -> int | None:
    run = window.open_workplace.jobs.table.current_run()
    return run.id if run else None


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


def test_every_button_has_a_name(opened: Opened) -> None:
    window = opened(FakeMart())
    for button in [*window.findChildren(QToolButton), *window.findChildren(QPushButton)]:
        if button.isVisible():
            assert button.text() or button.accessibleName() or button.toolTip(), button.objectName()


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
