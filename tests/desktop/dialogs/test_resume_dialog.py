"""Resume says what it launches before it does."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.resume_dialog import ResumeDialog
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.hold import Resuming


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """The window behind the dialog."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _dialog(theme: Theme, parent: QWidget, *starts: tuple[str, ...]) -> ResumeDialog:
    resuming = Resuming(title="End the hold of ada?", text="Launches resume at once.", starts=starts)
    return ResumeDialog(theme, resuming, parent)


def _said(dialog: ResumeDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_lists_what_is_launched_within_the_next_minute(theme: Theme, parent: QWidget) -> None:
    said = _said(_dialog(theme, parent, ("10:48:00", "Job_ExtractICON", "ETL cycle")))
    assert said.startswith("End the hold of ada?\nLaunches resume at once.\n")
    assert said.endswith("Within the next minute it launches:\n10:48:00\nJob_ExtractICON\nETL cycle")


def test_it_says_when_nothing_is_launched(theme: Theme, parent: QWidget) -> None:
    assert _said(_dialog(theme, parent)).endswith("Within the next minute nothing is launched.")


def test_resume_accepts_and_the_other_button_does_not(qtbot: QtBot, theme: Theme, parent: QWidget) -> None:
    dialog = _dialog(theme, parent)
    assert dialog.resume.isDefault()
    with qtbot.waitSignal(dialog.accepted):
        dialog.resume.click()
    with qtbot.waitSignal(dialog.rejected):
        dialog.stay.click()
