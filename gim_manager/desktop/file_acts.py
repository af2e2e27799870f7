"""What a person does with files from the window: export the job list, record, back up, and bring either back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from gim_manager.desktop.bridge import Bridge
    from gim_manager.desktop.dialogs.work_dialog import Progress, Work
    from gim_manager.desktop.stage import Stage

SQLITE = ".sqlite"


def restore_file(file: Path, place: Path, progress: Progress) -> Path:
    """Bring a backup back to this place, over what is there: the person was asked. Blocks; raises GimError."""
    # Imported here, in a thread, as the database's libraries are everywhere in the window.
    from gim_manager.usecases import backup

    backup.restore(f"sqlite:///{place.as_posix()}", file, over=True, progress=progress)
    return place


class FileActs(QObject):
    """Asked by the window's actions; each opens a file dialog, then shows how far it is."""

    def __init__(self, stage: Stage, open_file: Callable[[Path], None]) -> None:
        super().__init__(stage)
        self._stage, self._open_file = stage, open_file

    def record(self) -> None:
        """Ask where to, then record the last week."""
        from gim_manager.domain.access import RECORDING

        mart = self._stage.session.mart
        self._ask_where(self.tr("Record"), f"{mart.identity.name}{RECORDING}", self._recordings(), self._record)

    def _record(self, file: Path) -> None:
        from gim_manager.presenters import files

        mart = self._stage.session.mart
        sentence = self.tr(
            "The runs, decisions and options of the last seven days are written into {file}. Persons, computers and "
            "sources get other names; passwords, logs and the data of the contact centre stay here."
        ).format(file=file.name)
        self._work(self.tr("Record"), sentence, lambda progress: mart.record(file, progress), files.recorded)

    def export(self) -> None:
        """Ask where to, then write the filtered job list."""
        name = f"{self._stage.session.mart.identity.name}.csv"
        self._ask_where(self.tr("Export jobs"), name, self.tr("CSV files (*.csv)"), self._export)

    def _export(self, file: Path) -> None:
        from gim_manager.presenters import files
        from gim_manager.presenters.run_export import export

        session = self._stage.session
        mart, zone, query = session.mart, session.zone, session.filters.query(session.mart.now())
        sentence = self.tr("The filtered job list is written into {file}.").format(file=file.name)
        self._work(
            self.tr("Export jobs"), sentence, lambda progress: export(mart, query, zone, file, progress),
            lambda written: files.exported(written, file),
        )  # fmt: skip

    def back_up(self) -> None:
        """Ask where to, then keep the Info Mart there."""
        identity = self._stage.session.mart.identity
        name = f"{identity.name}-backup{SQLITE if identity.is_local else '.dump'}"
        self._ask_where(self.tr("Back up"), name, "", self._back_up)

    def _back_up(self, file: Path) -> None:
        from gim_manager.presenters import files

        mart = self._stage.session.mart
        sentence = self.tr("The Info Mart is kept in {file}. Jobs and people go on meanwhile.").format(file=file.name)
        self._work(self.tr("Back up"), sentence, lambda progress: mart.back_up(file, progress), files.kept)

    def open_recording(self) -> None:
        """Choose a recording."""
        self._ask_which(self.tr("Open a recording"), self._recordings(), self._open_file)

    def restore(self, bridge: Bridge) -> None:
        """Choose a backup, then where it is to be an Info Mart again; that is opened."""
        title = self.tr("Restore")
        self._ask_which(title, self._databases(), lambda file: self._ask_place(title, file, bridge))

    def _ask_place(self, title: str, file: Path, bridge: Bridge) -> None:
        name = f"{file.stem}-restored{SQLITE}"
        self._ask_where(title, name, self._databases(), lambda place: self._restore(file, place, bridge))

    def _restore(self, file: Path, place: Path, bridge: Bridge) -> None:
        from gim_manager.desktop.dialogs.work_dialog import WorkDialog

        sentence = self.tr("{file} is copied to {place} and checked, then opened.").format(
            file=file.name, place=place.name
        )
        dialog = WorkDialog(self._stage.theme, bridge, self.tr("Restore"), sentence, self._stage)
        dialog.made.connect(self._open_file)
        dialog.begin(lambda progress: restore_file(file, place, progress))

    def _work(self, title: str, sentence: str, work: Work, told: Callable[[Any], str]) -> None:
        from gim_manager.desktop.dialogs.work_dialog import WorkDialog

        dialog = WorkDialog(self._stage.theme, self._stage.session.bridge, title, sentence, self._stage)
        dialog.made.connect(lambda came_to: self._stage.statusBar().showMessage(told(came_to), 10_000))
        dialog.begin(work)

    def _recordings(self) -> str:
        return self.tr("Recordings (*.gimrec)")

    def _databases(self) -> str:
        return self.tr("SQLite databases (*.sqlite *.db)")

    def _ask_where(self, title: str, name: str, filters: str, go_on: Callable[[Path], None]) -> None:
        """The dialog of the system asks before it takes a file that is there."""
        dialog = self._dialog(title, filters, go_on)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        dialog.open()

    def _ask_which(self, title: str, filters: str, go_on: Callable[[Path], None]) -> None:
        dialog = self._dialog(title, filters, go_on)
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.open()

    def _dialog(self, title: str, filters: str, go_on: Callable[[Path], None]) -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._stage, title, "", filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: go_on(Path(chosen)))
        return dialog
