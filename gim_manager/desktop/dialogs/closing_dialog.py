"""Closing while the server inside this window has running jobs: stop them, or stay."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.domain.status import EtlStatus
from gim_manager.presenters import words


class ClosingDialog(QDialog):
    """Accepted: stop the jobs and quit."""

    def __init__(self, theme: Theme, status: EtlStatus | None, parent: QWidget) -> None:
        super().__init__(parent)
        running = status.running if status else ()
        self.setWindowTitle(self.tr("Quit"))
        self.setModal(True)
        self.setMinimumWidth(480)
        title = QLabel(self.tr("Stop %s and quit?") % words.counted(len(running), "job"))
        title.setFont(theme.semi_bold(2.5))
        names = ", ".join(f"{run.job.value} {run.id}" for run in running[:4])
        text = QLabel(
            self.tr("The server runs inside this window. %s: what is committed stays, the rest is rolled back, and no "
                    "further job starts until the window is open again.") % names
        )  # fmt: skip
        text.setWordWrap(True)
        self.keep, self.stop = QPushButton(self.tr("Keep open")), QPushButton(self.tr("Stop and quit"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.stop.setObjectName("danger")
        self.stop.setAutoDefault(False)
        icons.put(theme, self.stop, "stop", "failed")
        self.stop.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addSpacing(8)
        layout.addLayout(row)
