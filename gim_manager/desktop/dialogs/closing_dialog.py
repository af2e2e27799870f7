"""A server inside this window would end: with the window or without it, and whether it goes on in the tray."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.leaving import Question


class ClosingDialog(QDialog):
    """Accepted: it ends. Without a tray only that and staying are offered."""

    hidden = Signal()
    """Go on in the tray."""

    def __init__(self, theme: Theme, question: Question, parent: QWidget, *, has_tray: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.name)
        self.setModal(True)
        title, text = QLabel(question.title), QLabel(question.text)
        title.setFont(theme.semi_bold(2.5))
        for label in (title, text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addStrut(480)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addSpacing(8)
        layout.addLayout(self._buttons(theme, question, has_tray=has_tray))

    def _buttons(self, theme: Theme, question: Question, *, has_tray: bool) -> QHBoxLayout:
        self.keep, self.tray = QPushButton(question.keep), QPushButton(self.tr("Keep running in the tray"))
        self.quit = QPushButton(question.quit)
        self.keep.clicked.connect(self.reject)
        self.tray.clicked.connect(self._hide)
        self.tray.setToolTip(self.tr("The window goes, its server and jobs stay; the tray's menu brings it back"))
        self.quit.clicked.connect(self.accept)
        if question.stops_jobs:
            self.quit.setObjectName("danger")
            icons.put(theme, self.quit, "stop", "failed")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.keep, self.tray, self.quit):
            button.setAutoDefault(False)
            row.addWidget(button)
        if not has_tray:
            # Shown without a parent, as here, it would be a window of its own for a moment.
            self.tray.hide()
        usual = self.tray if has_tray else self.keep
        usual.setObjectName("primary" if has_tray else "")
        usual.setDefault(True)
        usual.setFocus()
        return row

    def _hide(self) -> None:
        self.reject()
        self.hidden.emit()
