"""Work that can be stopped: how far it is, how it ends, and what is said when it fails."""

import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.dialogs.work_dialog import Progress, WorkDialog
from gim_manager.desktop.theme import Theme
from gim_manager.domain.errors import StorageFailed


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """The window that it stands on."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(theme: Theme, bridge: Bridge, parent: QWidget) -> WorkDialog:
    return WorkDialog(theme, bridge, "Back up", "The Info Mart is kept.", parent)


def test_it_shows_how_far_it_is_and_closes_when_it_is_done(dialog: WorkDialog, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(progress: Progress) -> str:
        progress(0.25, "mart.sqlite")
        go_on.wait(10)
        return "kept"

    dialog.begin(work)
    qtbot.waitUntil(lambda: dialog.bar.value() == 250)
    assert dialog.at_hand.text() == "mart.sqlite"
    with qtbot.waitSignal(dialog.made) as told:
        go_on.set()
    assert told.args == ["kept"]
    assert not dialog.isVisible()


def test_a_stop_is_noticed_by_the_work_and_only_then_closes_it(dialog: WorkDialog, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        begun.set()
        go_on.wait(10)
        progress(0.5, "")
        return "never"

    dialog.begin(work)
    qtbot.waitUntil(begun.is_set)
    dialog.stop.click()
    assert dialog.isVisible()
    assert dialog.at_hand.text() == "Stopping …"
    with qtbot.waitSignal(dialog.rejected), qtbot.assertNotEmitted(dialog.made):
        go_on.set()


def test_what_went_wrong_stays_until_it_is_read(dialog: WorkDialog, qtbot: QtBot) -> None:

    def work(_progress: Progress) -> str:
        raise StorageFailed("kept.sqlite", "the disk is full; free some space and try again")

    dialog.begin(work)
    qtbot.waitUntil(lambda: "the disk is full" in dialog.at_hand.text())
    assert dialog.stop.text() == "Close"
    with qtbot.waitSignal(dialog.rejected):
        dialog.stop.click()
