"""Which program this is."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gim_manager import __version__
from gim_manager.desktop.dialogs.about_dialog import AboutDialog
from gim_manager.desktop.theme import Theme


def test_it_names_the_version(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    texts = [label.text() for label in AboutDialog(theme, parent).findChildren(QLabel)]
    assert f"GIM Manager {__version__}" in texts
