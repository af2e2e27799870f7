"""Create a demo: where it goes, and how far it is."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.theme import Theme
from gim_manager.domain.errors import Abandoned, GimError
from gim_manager.presenters.language import retold

DAYS, AGENTS, CALLS, SEED = 3, 40, 1500, 1
LINES = 14
"""So many lines are told of a demo that is made: two of the sample, two of each job."""


class _Progress(QObject):
    """Carries the lines of the making thread into the window's, and whether to stop the other way."""

    said = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stop = threading.Event()

    def heed(self) -> None:
        """Called in the making thread; raises Abandoned once somebody has stopped it."""
        if self.stop.is_set():
            raise Abandoned


def make_demo(folder: Path, progress: _Progress) -> tuple[str, str]:
    """Build the sample and run one round; the URLs of Info Mart and IDB. Blocks for a minute; raises GimError,
    Abandoned once it was stopped."""
    from gim_manager.usecases import demo

    arguments = demo.sample_arguments(days=DAYS, agents=AGENTS, calls_per_day=CALLS, seed=SEED)
    made = demo.build(folder, arguments, progress=progress.said.emit, heed=progress.heed)
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
        self._is_busy = False
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
        self.lines.setPlaceholderText(self.tr("What is done stands here, line by line. It takes about a minute."))
        self.lines.setMinimumHeight(170)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, LINES)
        self.bar.setAccessibleName(self.tr("Progress"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addStrut(520)
        layout.setSpacing(10)
        layout.addWidget(text)
        layout.addLayout(self._folder_row(folder or Path.home() / "GIM Manager demo"))
        layout.addWidget(self.bar)
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
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.create_button)
        return row

    def reject(self) -> None:
        """Close; what is being made is stopped first, and taken away with its folder if that was empty."""
        if not self._is_busy:
            super().reject()
            return
        self._progress.stop.set()
        self.cancel.setEnabled(False)
        self._say(self.tr("Stopping …"))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the demo"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _say(self, line: str) -> None:
        self.lines.appendPlainText(retold(line))
        if self._is_busy:
            self.bar.setValue(min(LINES, self.bar.value() + 1))

    def _begin(self) -> None:
        self._bridge.start("demo", self._make(Path(self.folder.text()).expanduser()))

    async def _make(self, folder: Path) -> None:
        self._progress.stop.clear()
        self.bar.setValue(0)
        self._set_busy(True)
        try:
            url, idb_url = await self._bridge.ask(make_demo, folder, self._progress)
        except (GimError, OSError) as error:
            self._set_busy(False)
            self._say(str(error))
            return
        self._set_busy(False)
        self.accept()
        self.made.emit(url)
        self.made_idb.emit(idb_url)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Stop") if busy else self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Give it up; nothing stays of it") if busy else "")
        for part in (self.create_button, self.folder, self._browse):
            part.setEnabled(not busy)
