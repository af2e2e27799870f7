"""The dialog that is open over the window."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

Kind = TypeVar("Kind", bound=QDialog)


def dialog(qtbot: QtBot, kind: type[Kind]) -> Kind:
    """Wait for it."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=10_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found
