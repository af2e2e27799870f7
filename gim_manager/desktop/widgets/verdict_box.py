"""What will happen, above the buttons of a dialog: glyph, answer, consequence, and perhaps a box to tick."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.tick import Tick
from gim_manager.presenters.run_job import Verdict

LINES = 4
"""One line of answer and three of consequence: the dialog never changes its height."""


class VerdictBox(QFrame):
    """Keeps its height whatever it says."""

    confirmed = Signal(bool)
    """What has to be confirmed is, or no longer."""
    taken = Signal(bool)
    """A person takes what is offered, or leaves it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._verdict: Verdict | None = None
        self.setObjectName("verdict")
        self._glyph, self._answer, self._consequence = QLabel(), QLabel(), QLabel()
        self._answer.setFont(theme.semi_bold(0.5))
        self._consequence.setWordWrap(True)
        self._consequence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._glyph.setFixedWidth(18)
        self._box = Tick(theme)
        self._box.toggled.connect(self._toggled)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 9, 12, 9)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.addWidget(self._glyph, 0, 0)
        grid.addWidget(self._answer, 0, 1)
        grid.addWidget(self._consequence, 1, 1)
        grid.addLayout(self._box.flush(), 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self._box.hide()
        self.setFixedHeight((theme.line_height() + 4) * LINES + 28)
        theme.changed.connect(self._dress)

    @property
    def is_confirmed(self) -> bool:
        """Whether nothing is left to tick."""
        return self._box.isHidden() or self._box.isChecked() or self._is_offer

    @property
    def _is_offer(self) -> bool:
        return self._verdict is not None and bool(self._verdict.offer)

    def _toggled(self, ticked: bool) -> None:
        if self._is_offer:
            self.taken.emit(ticked)
        else:
            self.confirmed.emit(ticked)

    def show_verdict(self, verdict: Verdict) -> None:
        """Another answer; a tick given to another question is taken back."""
        if verdict == self._verdict:
            return
        self._verdict = verdict
        self._answer.setText(verdict.answer)
        self._consequence.setText(verdict.consequence)
        self._consequence.setToolTip(verdict.consequence)
        self._box.setText(verdict.confirm or verdict.offer)
        with QSignalBlocker(self._box):
            self._box.setChecked(verdict.is_taken)
        self._box.setVisible(bool(verdict.confirm or verdict.offer))
        self.setAccessibleName(f"{verdict.answer}. {verdict.consequence}")
        self._dress()

    def _dress(self) -> None:
        verdict = self._verdict
        if verdict is None or not verdict.tone:
            self._glyph.clear()
            return
        image = icons.pixmap(verdict.icon, self._theme[verdict.tone], 16, self.devicePixelRatioF())
        self._glyph.setPixmap(image)
        self.setProperty("tone", verdict.tone)
        self.style().unpolish(self)
        self.style().polish(self)
