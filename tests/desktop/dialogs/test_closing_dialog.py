"""Closing while a server lives inside the window: the tray where there is one, else staying is the default."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.leaving import Question, question
from tests.language.fake_window import the_morning, the_status


def _question() -> Question:
    asked = question(the_status(the_morning()), hosts_server=True, has_tray=True)
    assert asked is not None
    return asked


@pytest.mark.parametrize("has_tray", [True, False])
def test_it_offers_only_what_works(theme: Theme, qtbot: QtBot, has_tray: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ClosingDialog(theme, _question(), parent, has_tray=has_tray)
    dialog.open()
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Stop 4 jobs and quit?" in texts
    assert dialog.tray.isVisible() == has_tray
    assert (dialog.tray if has_tray else dialog.keep).isDefault()
    assert not dialog.quit.isDefault()
    dialog.reject()


def test_the_tray_is_neither_quitting_nor_a_second_question(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ClosingDialog(theme, _question(), parent, has_tray=True)
    dialog.open()
    with qtbot.waitSignals([dialog.rejected, dialog.hidden]), qtbot.assertNotEmitted(dialog.accepted):
        dialog.tray.click()
