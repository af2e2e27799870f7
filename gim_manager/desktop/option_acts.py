"""What is done with all options at once: the dialogs of import, export and history."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from gim_manager.desktop.dialogs.import_dialog import ImportDialog
from gim_manager.desktop.dialogs.option_history_dialog import OptionHistoryDialog
from gim_manager.desktop.option_desk import OptionDesk
from gim_manager.desktop.theme import Theme
from gim_manager.presenters import option_import
from gim_manager.presenters.option_inspector import all_changes
from gim_manager.usecases.options import Imported, OptionChange

Fleeting = TypeVar("Fleeting", bound=QDialog)


def _fleeting(dialog: Fleeting) -> Fleeting:
    """Gone when closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


class OptionActs(QObject):
    """Opens them over the page, none with a loop of its own."""

    option_wanted = Signal(str, str)
    """Section and name: the history leads there."""

    def __init__(self, theme: Theme, desk: OptionDesk, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._desk, self._page = theme, desk, page
        desk.all_history_read.connect(self._show_history)
        desk.imported.connect(self._show_import)

    def choose_import(self) -> None:
        """Ask for a file, then show what it would change."""
        dialog = self._file_dialog(self.tr("Import options"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self._desk.import_file(Path(file), dry_run=True))
        dialog.open()

    def choose_export(self) -> None:
        """Ask where to write all options."""
        dialog = self._file_dialog(self.tr("Export options"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ini")
        dialog.selectFile(f"{self._desk.session.mart.identity.name}.ini")
        dialog.fileSelected.connect(lambda file: self._desk.export_file(Path(file)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        return _fleeting(QFileDialog(self._page, title, "", self.tr("Option files (*.ini);;All files (*)")))

    def _show_import(self, found: Imported, file: Path, tried: bool) -> None:
        if not tried and not found.errors:
            return
        dialog = _fleeting(ImportDialog(self._theme, option_import.view(found, file.name), self._page))
        dialog.accepted.connect(lambda: self._desk.import_file(file, dry_run=False))
        dialog.open()

    def _show_history(self, changes: tuple[OptionChange, ...]) -> None:
        told = all_changes(self._desk.sheet, changes, self._desk.session.mart.now())
        dialog = _fleeting(OptionHistoryDialog(self._theme, told, self._page))
        dialog.option_wanted.connect(self.option_wanted)
        dialog.open()
