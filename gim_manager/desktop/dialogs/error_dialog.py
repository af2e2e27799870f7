"""What went wrong, to what, and what to do; details fold out and can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.language import retold


class ErrorDialog(QDialog):
    """An answer to an act, never a state: states have the banner."""

    def __init__(
        self, theme: Theme, what: str, sentence: str, details: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._details_text = details
        self.setWindowTitle("GIM Manager")
        self.setModal(True)
        glyph, title, text = QLabel(), QLabel(what), QLabel(retold(sentence))
        glyph.setPixmap(icons.pixmap("failed", theme["failed"], 20, self.devicePixelRatioF()))
        title.setFont(theme.semi_bold(1))
        title.setWordWrap(True)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        self._details = QPlainTextEdit(details, readOnly=True)
        self._details.setFont(theme.fixed())
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setMinimumHeight(180)
        self._details.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addStrut(480)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(text)
        layout.addWidget(self._details)
        layout.addLayout(self._buttons())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        if self._details_text:
            unfold = QPushButton(self.tr("Details"))
            unfold.clicked.connect(self._unfold)
            copy = QPushButton(self.tr("Copy details"))
            copy.clicked.connect(lambda: QApplication.clipboard().setText(self._details_text))
            row.setSpacing(8)
            row.addWidget(unfold)
            row.addWidget(copy)
        row.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return row

    def _unfold(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.adjustSize()
