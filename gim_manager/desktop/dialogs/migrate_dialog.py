"""An Info Mart of an older program is opened: bring it up to date first, or leave it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme


class MigrateDialog(QDialog):
    """Accepted: migrate and open it."""

    def __init__(self, theme: Theme, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Migrate"))
        self.setModal(True)
        title = QLabel(self.tr("Bring this Info Mart up to date?"))
        title.setFont(theme.semi_bold(2.5))
        text, warning = QLabel(sentence), QLabel(self.tr("Afterwards an older program cannot open it any more."))
        for label in (text, warning):
            label.setWordWrap(True)
        self.leave, self.migrate = QPushButton(self.tr("Leave it")), QPushButton(self.tr("Migrate"))
        self.leave.setDefault(True)
        self.leave.clicked.connect(self.reject)
        self.migrate.setAutoDefault(False)
        self.migrate.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.migrate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addStrut(480)
        layout.setSpacing(10)
        for part in (title, text, warning):
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addLayout(row)
