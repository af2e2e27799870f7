"""One of a few values as buttons side by side: Tab comes to the chosen one, the arrow keys choose another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
    """Tells what a person chooses, not what the program does."""

    chosen = Signal(object)

    def __init__(self, name: str, values: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.buttons: dict[Any, QPushButton] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for place, (value, text) in enumerate(values):
            button = QPushButton(text)
            button.setCheckable(True)
            # A default button would take Return from the dialog.
            button.setAutoDefault(False)
            button.setObjectName("segment")
            button.setProperty("edge", "first" if place == 0 else "last" if place == len(values) - 1 else "middle")
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(lambda _on=False, wanted=value: self.chosen.emit(wanted))
            self._group.addButton(button)
            self.buttons[value] = button
            line.addWidget(button)
        line.addStretch(1)

    def choose(self, value: Any) -> None:
        """Show another choice."""
        self.buttons[value].setChecked(True)
        # Qt turns Tab to another button only when that takes the focus.
        for of, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if of == value else Qt.FocusPolicy.ClickFocus)

    def allow(self, value: Any, reason: str) -> None:
        """With a reason why not, the value cannot be chosen, and its tooltip says so."""
        button = self.buttons[value]
        button.setEnabled(not reason)
        button.setToolTip(reason)
