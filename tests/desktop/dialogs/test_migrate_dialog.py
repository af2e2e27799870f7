"""An Info Mart of an older program."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.migrate_dialog import MigrateDialog
from gim_manager.desktop.theme import Theme


def test_it_says_what_is_older_and_leaving_it_is_the_default(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = MigrateDialog(theme, "It is of version 1.", parent)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "It is of version 1." in texts
    assert dialog.leave.isDefault()
    with qtbot.waitSignal(dialog.accepted):
        dialog.migrate.click()
