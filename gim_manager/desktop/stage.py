"""What the acts of the window stand on: which Info Mart it shows, its actions, and how a dialog comes upon it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMainWindow

from gim_manager.desktop.actions import Actions

if TYPE_CHECKING:
    from gim_manager.desktop.memory import Memory
    from gim_manager.desktop.session import Session
    from gim_manager.desktop.theme import Theme
    from gim_manager.desktop.workplace import Workplace

Opened = TypeVar("Opened", bound=QDialog)


class Stage(QMainWindow):
    """The bare window; the acts know it by this, and the main window knows the acts."""

    def __init__(self, theme: Theme, memory: Memory) -> None:
        super().__init__()
        self.theme, self.memory = theme, memory
        self.actions_by_key = Actions(theme, self)
        self.workplace: Workplace | None = None
        """What shows the open Info Mart; None on the first page."""

    @property
    def open_workplace(self) -> Workplace:
        """What shows the open Info Mart, where there is one."""
        assert self.workplace is not None
        return self.workplace

    @property
    def session(self) -> Session:
        """The open session; actions that need one are disabled without it."""
        return self.open_workplace.session

    def opened(self, dialog: Opened) -> Opened:
        """Window-modal, without a nested event loop; gone when closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def show_error(self, what: str, sentence: str, details: str = "") -> None:
        """Say what went wrong, as an answer to an act."""
        from gim_manager.desktop.dialogs.error_dialog import ErrorDialog

        ErrorDialog(self.theme, what, sentence, details, self).open()

    def come_up(self) -> None:
        """Show the window in front of the others, from wherever it is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
