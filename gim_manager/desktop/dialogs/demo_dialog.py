"""Create a demo: where it goes, and how far it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.theme import Theme
from gim_manager.domain.errors import GimError
from gim_manager.presenters.language import retold

DAYS, AGENTS, CALLS, SEED = 3, 40, 1500, 1


class _Progress(QObject):
    """Carries the lines of the making thread into the window's."""

    said = Signal(str)


def make_demo(folder: Path, progress: _Progress) -> tuple[str, str]:
    """Build the sample and run one round; the URLs of Info Mart and IDB. Blocks for a minute; raises GimError."""
    from gim_manager.usecases import demo

    arguments = demo.sample_arguments(days=DAYS, agents=AGENTS, calls_per_day=CALLS, seed=SEED)
    made = demo.build(folder, arguments, progress=progress.said.emit)
    return made.url, made.idb_url


class DemoDialog(QDialog):
    """Says what will be made before it is made; shows each line while it is."""

    made = Signal(str)
    """URL of the Info Mart."""
    made_idb = Signal(str)
    """URL of the sample's IDB, which may go on living."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._progress = _Progress(self)
        self._progress.said.connect(self._say)
        self.setWindowTitle(self.tr("Create a demo"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        text = QLabel(
            self.tr("{days} days of a contact centre with {agents} agents are made, loaded, transformed and aggregated "
                    "in this folder. Nothing else is touched.").format(days=DAYS, agents=AGENTS)
        )  # fmt: skip
        text.setWordWrap(True)
        self.lines = QPlainTextEdit(readOnly=True)
        self.lines.setFont(theme.fixed())
        self.lines.setAccessibleName(self.tr("Progress"))
        self.lines.setMinimumHeight(170)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addStrut(520)
        layout.setSpacing(10)
        layout.addWidget(text)
        layout.addLayout(self._folder_row(folder or Path.home() / "GIM Manager demo"))
        layout.addWidget(self.lines)
        layout.addLayout(self._buttons())

    def _folder_row(self, folder: Path) -> QHBoxLayout:
        label = QLabel(self.tr("Folder"))
        self.folder = QLineEdit(str(folder))
        label.setBuddy(self.folder)
        self._browse = QPushButton(self.tr("Choose…"))
        self._browse.setAutoDefault(False)
        self._browse.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.folder, 1)
        row.addWidget(self._browse)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.cancel, self.create_button = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Create demo"))
        self.create_button.setObjectName("primary")
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self._leave)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.create_button)
        return row

    def _leave(self) -> None:
        """What is being made goes on in its folder; nobody opens it."""
        self._bridge.drop("demo")

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the demo"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _say(self, line: str) -> None:
        self.lines.appendPlainText(line)

    def _begin(self) -> None:
        self._bridge.start("demo", self._make(Path(self.folder.text()).expanduser()))

    async def _make(self, folder: Path) -> None:
        self._set_busy(True)
        try:
            url, idb_url = await self._bridge.ask(make_demo, folder, self._progress)
        except (GimError, OSError) as error:
            self._say(retold(str(error)))
            self._set_busy(False)
            return
        self.accept()
        self.made.emit(url)
        self.made_idb.emit(idb_url)

    def _set_busy(self, busy: bool) -> None:
        for part in (self.create_button, self.folder, self._browse):
            part.setEnabled(not busy)
