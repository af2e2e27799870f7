"""Before the schedule resumes: what it would launch within the next minute."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Sentence
from gim_manager.desktop.widgets.remark import Table
from gim_manager.presenters.hold import Resuming


class ResumeDialog(QDialog):
    """Accepted: resume."""

    def __init__(self, theme: Theme, resuming: Resuming, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Resume schedule"))
        self.setModal(True)
        title = QLabel(resuming.title)
        title.setFont(theme.semi_bold(2.5))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addStrut(440)
        layout.setSpacing(10)
        layout.addWidget(title)
        for text in (resuming.text, self._heading(resuming)):
            line = Sentence(text)
            line.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(line)
        starts = Table(theme, ("text2", "text", "text2"))
        starts.show_rows(resuming.starts)
        layout.addWidget(starts)
        layout.addSpacing(8)
        layout.addLayout(self._buttons(theme))

    def _heading(self, resuming: Resuming) -> str:
        if not resuming.starts:
            return self.tr("Within the next minute nothing is launched.")
        return self.tr("Within the next minute it launches:")

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        self.stay, self.resume = QPushButton(self.tr("Keep it suspended")), QPushButton(self.tr("Resume schedule"))
        self.stay.clicked.connect(self.reject)
        self.resume.setObjectName("primary")
        self.resume.setDefault(True)
        icons.put(theme, self.resume, "resume", "on_accent")
        self.resume.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.stay)
        row.addWidget(self.resume)
        return row
