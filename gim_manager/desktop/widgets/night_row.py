"""The night in one sentence, and below it, if wanted, how the runs of each job ended and what a rule gave up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.remark import Remark, Table

Rows = tuple[tuple[str, ...], ...]
_INSET = 22


class NightRow(QWidget):
    """What it is made of is folded away until somebody asks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sentence = Remark(theme, "info", "accent")
        self.sentence.words.ink("text")
        self.sentence.words.setFont(theme.font(digits=True))
        self.more = QPushButton()
        self.more.setObjectName("link")
        self.more.setProperty("flush", True)
        self.more.setCheckable(True)
        self.more.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.setToolTip(self.tr("How the runs of each job ended, and what a rule gave up"))
        self.more.toggled.connect(self._unfold)
        self.jobs = Table(theme, ("text", "text2", "text2", "text2"))
        self.drops = Table(theme, ("text2", "text", "text2", "text2"), wrapped=3)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        for table in (self.jobs, self.drops):
            inset = QHBoxLayout()
            inset.setContentsMargins(_INSET, 0, 0, 0)
            inset.addWidget(table)
            column.addLayout(inset)

    def show_night(self, sentence: str, jobs: Rows, drops: Rows) -> None:
        """Another night; what is unfolded stays so."""
        self.sentence.show_text(sentence)
        self.jobs.show_rows(jobs)
        self.drops.show_rows(drops)
        self.more.setVisible(bool(jobs or drops))
        self._unfold()

    def _unfold(self, *_checked: bool) -> None:
        shown = self.more.isChecked()
        self.more.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        self.jobs.setVisible(shown and self.jobs.has_rows)
        self.drops.setVisible(shown and self.drops.has_rows)
