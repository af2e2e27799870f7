"""Closing while jobs run inside the window."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
from gim_manager.desktop.theme import Theme
from tests.language.fake_window import the_morning, the_status


def test_it_names_the_running_jobs_and_staying_is_the_default(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ClosingDialog(theme, the_status(the_morning()), parent)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Stop 4 jobs and quit?" in texts
    assert "Job_TransformGIM 48213" in texts
    assert dialog.keep.isDefault()
