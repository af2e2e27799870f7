"""What needs attention: two lines each, with since when and the way to it at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.desktop.widgets.remark import drop
from gim_manager.presenters import words
from gim_manager.presenters.health import Line

INSET = 16
_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight


class ConcernRow(QFrame):
    """One of them; nothing of it is cut, long words wrap."""

    followed = Signal(object)
    """Jump."""

    def __init__(self, theme: Theme, line: Line, word_width: int, *, stale: bool) -> None:
        super().__init__()
        self.line = line
        self.setObjectName("concern")
        self.setAccessibleName(line.spoken)
        token = "text2" if stale else line.token
        word = Words(theme, line.word, token, wraps=False)
        what = Words(theme, words.breakable(line.what), "text2" if stale else "text")
        for bold in (word, what):
            bold.setFont(theme.semi_bold(digits=True))
        word.setMinimumWidth(word_width)
        grid = QGridLayout(self)
        grid.setContentsMargins(INSET, 7, INSET, 7)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(Glyph(theme, line.icon, token), 0, 0, _TOP)
        grid.addWidget(word, 0, 1, _TOP)
        grid.addWidget(what, 0, 2, _TOP)
        evidence = Words(theme, words.breakable(line.evidence), "text2")
        evidence.setFont(theme.font(digits=True))
        evidence.setVisible(bool(line.evidence))
        grid.addWidget(evidence, 1, 2, _TOP)
        self._put_right(theme, grid, line, stale=stale)

    def _put_right(self, theme: Theme, grid: QGridLayout, line: Line, *, stale: bool) -> None:
        since = Words(theme, line.since, "text2", wraps=False)
        since.setFont(theme.font(digits=True))
        since.setToolTip(line.tip)
        grid.addWidget(since, 0, 3, _TOP | _RIGHT)
        self.link: QPushButton | None = None
        if line.jump is None:
            return
        jump = line.jump
        self.link = QPushButton(jump.label)
        self.link.setObjectName("link")
        self.link.setProperty("tight", True)
        self.link.setAutoDefault(False)
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.setToolTip(self.tr("Go to what this is about"))
        self.link.setAccessibleDescription(line.spoken)
        self.link.clicked.connect(lambda: self.followed.emit(jump))
        grid.addWidget(self.link, 1, 3, _TOP | _RIGHT)


class ConcernRows(QFrame):
    """All of them, made again when they differ."""

    followed = Signal(object)
    """Jump."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[Line, ...], bool] = ((), False)
        self.rows: list[ConcernRow] = []
        self.setAccessibleName(self.tr("Needs attention"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[Line], *, stale: bool) -> None:
        """Other findings; the same ones keep the focus where it is."""
        wanted = tuple(lines), stale
        if wanted == self._shown:
            return
        self._shown = wanted
        for row in self.rows:
            drop(self._column, row)
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(line.word) for line in lines), default=0) + 24
        self.rows = [ConcernRow(self._theme, line, widest, stale=stale) for line in lines]
        for row in self.rows:
            row.followed.connect(self.followed)
            self._column.addWidget(row)
