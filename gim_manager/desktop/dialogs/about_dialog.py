"""Which program this is, in which version, on which parts."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gim_manager import __version__
from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme


class AboutDialog(QDialog):
    """Help ▸ About."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About GIM Manager"))
        self.setModal(True)
        glyph, title, text = QLabel(), QLabel(f"GIM Manager {__version__}"), QLabel()
        glyph.setPixmap(icons.pixmap("gim-manager", theme["accent"], 48, self.devicePixelRatioF()))
        title.setFont(theme.semi_bold(2.5))
        text.setText(
            self.tr("Runs, watches and explains the jobs of a contact-centre Info Mart.")
            + f"\n\nPython {platform.python_version()} · Qt {PySide6.__version__} · {platform.system()}"
        )
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(title)
        words.addWidget(text)
        words.addSpacing(12)
        words.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 16)
        row.setSpacing(16)
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words)
