"""What a re-aggregation would change: the sum of it in a sentence, and a row for each set and day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop.dialogs.room import open_at
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.plain_table import PlainTable
from gim_manager.desktop.widgets.tick import Tick
from gim_manager.domain.rebuild_preview import RebuildPreview
from gim_manager.presenters import rebuild_preview as words

WIDTH, HEIGHT = 940, 560


class RebuildPreviewDialog(QDialog):
    """To read; whoever wants the re-aggregation asks for it below."""

    def __init__(self, theme: Theme, preview: RebuildPreview, asked: str, parent: QWidget) -> None:
        """`asked`: the request in short."""
        super().__init__(parent)
        self._theme, self._preview = theme, preview
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preview of a re-aggregation"))
        self.setModal(True)
        open_at(self, WIDTH, HEIGHT)
        title = Words(theme, asked)
        title.setFont(theme.semi_bold(2.5))
        self.sentence = Words(theme, words.sentence(preview))
        self.sentence.setFont(theme.font(digits=True))
        self.table = PlainTable(
            theme, words.HEADINGS, words.NUMBERS, words.row, wide=len(words.HEADINGS) - 1,
            tip=lambda one: words.amount(one, named=len(one.others) + 1),
        )  # fmt: skip
        self.table.setAccessibleName(self.windowTitle())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for part in (title, self.sentence):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._foot())
        self._show_rows(False)

    def _foot(self) -> QHBoxLayout:
        self.every = Tick(self._theme, self.tr("Also what would stay as it is"))
        self.every.toggled.connect(self._show_rows)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addLayout(self.every.flush())
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _show_rows(self, every: bool) -> None:
        self.table.show_items(self._preview.found if every else self._preview.differing)
