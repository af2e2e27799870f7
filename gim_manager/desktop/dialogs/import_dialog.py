"""What an option file would change, before it does: every change, or every error, at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gim_manager.desktop.dialogs.room import open_at
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.presenters.option_import import ImportView, Line

WIDTH, HEIGHT = 720, 520


class ImportDialog(QDialog):
    """Accepted when the person wants the import."""

    def __init__(self, theme: Theme, view: ImportView, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Import options"))
        self.setModal(True)
        open_at(self, WIDTH, HEIGHT)
        title = Words(theme, view.title)
        title.setFont(theme.semi_bold(2.5))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(Words(theme, view.consequence, "text2"))
        layout.addWidget(self._report(view), 1)
        layout.addLayout(self._buttons(view))

    def _report(self, view: ImportView) -> QScrollArea:
        self.report = QFrame()
        self.report.setObjectName("blocks")
        column = QVBoxLayout(self.report)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for line in view.lines:
            column.addLayout(self._line(line))
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(view.title)
        area.setWidget(self.report)
        return area

    def _line(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        if line.icon:
            row.addWidget(Glyph(self._theme, line.icon, line.token), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(self._theme, line.text, line.token), 1)
        return row

    def _buttons(self, view: ImportView) -> QHBoxLayout:
        self.cancel = QPushButton(self.tr("Cancel") if view.can_import else self.tr("Close"))
        self.cancel.clicked.connect(self.reject)
        self.take = QPushButton(view.button)
        self.take.setObjectName("primary")
        self.take.setEnabled(view.can_import)
        self.take.setToolTip("" if view.can_import else view.title)
        self.take.clicked.connect(self.accept)
        (self.take if view.can_import else self.cancel).setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        return row
