"""What went wrong, with details that fold out and can be copied."""

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.error_dialog import ErrorDialog
from gim_manager.desktop.theme import Theme


def _buttons(dialog: ErrorDialog) -> dict[str, QPushButton]:
    return {button.text(): button for button in dialog.findChildren(QPushButton)}


def test_the_details_fold_out_and_are_copied(theme: Theme, qtbot: QtBot) -> None:
    dialog = ErrorDialog(theme, "Something unexpected happened", "The window goes on.", "Traceback …")
    dialog.open()
    assert dialog._details.isHidden()
    _buttons(dialog)["Details"].click()
    assert not dialog._details.isHidden()
    _buttons(dialog)["Copy details"].click()
    assert QApplication.clipboard().text() == "Traceback …"
    _buttons(dialog)["Close"].click()


def test_without_details_there_is_nothing_to_unfold(theme: Theme, qtbot: QtBot) -> None:
    dialog = ErrorDialog(theme, "The schedule stays as it is", "The role viewer may not change options.")
    dialog.open()
    assert list(_buttons(dialog)) == ["Close"]
    dialog.close()
