"""A dialog on a screen, large or small."""

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.room import open_at, room_for


def test_a_dialog_is_as_large_as_usual_and_never_larger_than_its_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    open_at(dialog, 300, 10_000)
    assert (dialog.width(), dialog.height()) == (300, room_for(dialog).height())
    assert dialog.height() < dialog.screen().availableGeometry().height()
