"""How much of the screen a dialog may take."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = 40
"""Pixels of the screen for the title and the edges that the system draws around a window."""


def room_for(dialog: QWidget) -> QSize:
    """What the dialog's screen leaves for what is in it."""
    return dialog.screen().availableGeometry().size() - QSize(FRAME, FRAME)


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Its usual size, or as much of it as the screen has."""
    dialog.resize(QSize(width, height).boundedTo(room_for(dialog)))
