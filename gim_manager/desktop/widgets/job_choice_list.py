"""The jobs that may be run, as a list with their present state instead of a blind drop-down."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gim_manager.desktop.paint import look_of
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.two_line_list import VALUE, Lines, TwoLineList
from gim_manager.domain.job import Job
from gim_manager.presenters.language import tr
from gim_manager.presenters.run_job import JobChoice


def _lines(choice: JobChoice) -> Lines:
    look = look_of(choice.status) if choice.status is not None else None
    return Lines(title=choice.job.value, below=choice.state, glyph=(look.icon, look.token) if look else None)


class JobChoiceList(TwoLineList):
    """One job is always chosen."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Job"), _lines)
        self.currentRowChanged.connect(self._tell)

    def show_choices(self, choices: tuple[JobChoice, ...]) -> None:
        """The same jobs in another state keep the choice."""
        self.show_values(choices)

    def choose(self, job: Job) -> None:
        """Choose a job; one that is not offered leaves the first."""
        rows = [row for row in range(self.count()) if self.item(row).data(VALUE).job is job]
        self.setCurrentRow(rows[0] if rows else 0)

    def choice(self) -> JobChoice:
        """The chosen job."""
        choice: JobChoice = self.item(max(0, self.currentRow())).data(VALUE)
        return choice

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit()
