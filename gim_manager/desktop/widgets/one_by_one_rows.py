"""The jobs that are run one by one, a line each: what became of it, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.paint import look_of
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.domain.one_by_one import ORDER
from gim_manager.presenters.language import tr
from gim_manager.presenters.one_by_one import Sheet, StepRow
from gim_manager.usecases.one_by_one import Act


class _Line:
    """The widgets of one job, in a row of the grid."""

    def __init__(self, theme: Theme, grid: QGridLayout, row: int) -> None:
        self.number, self.glyph = Words(theme, token="text2", wraps=False), Glyph(theme)
        self.name, self.outcome = QLabel(), Words(theme, token="text2")
        self.run, self.skip = QPushButton(tr("Run")), QPushButton(tr("Pass over"))
        self.again, self.stop = QPushButton(tr("Run again")), QPushButton(tr("Stop Job"))
        self.run.setObjectName("primary")
        icons.put(theme, self.run, "run", "on_accent")
        icons.put(theme, self.stop, "stop", "failed")
        self.outcome.setMinimumHeight(2 * theme.line_height())
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for column, part in enumerate((self.number, self.glyph, self.name, self.outcome)):
            grid.addWidget(part, row, column)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.again, self.stop, self.skip, self.run):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        grid.addLayout(buttons, row, 4)

    def show(self, row: StepRow, sheet: Sheet, theme: Theme, *, why_not: str) -> None:
        look = look_of(row.status) if row.status else None
        self.number.setText(row.number)
        self.glyph.show_icon(look.icon if look else "", look.token if look else "text2")
        self.name.setText(row.job.value)
        self.name.setFont(theme.semi_bold() if row.is_next else theme.font())
        self.outcome.setText(row.outcome)
        self.outcome.setToolTip(row.outcome)
        self.outcome.setAccessibleName(f"{row.job.value}: {row.outcome}")
        for button, shown in ((self.run, row.is_next), (self.skip, row.is_next), (self.again, row.may_repeat),
                              (self.stop, row.may_stop)):  # fmt: skip
            button.setVisible(shown)
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
            button.setAccessibleName(f"{button.text()}: {row.job.value}")
        reason = why_not or sheet.obstacle
        self.run.setEnabled(not reason)
        self.run.setToolTip(reason)


class OneByOneRows(QWidget):
    """In the order of the guide."""

    acted = Signal(Act)
    stop_wanted = Signal(int)
    """A run's id."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: Sequence[StepRow] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(3, 1)
        self.lines = [_Line(theme, grid, row) for row in range(len(ORDER))]
        for place, line in enumerate(self.lines):
            line.run.clicked.connect(lambda: self.acted.emit(Act.NEXT))
            line.skip.clicked.connect(lambda: self.acted.emit(Act.SKIP))
            line.again.clicked.connect(lambda: self.acted.emit(Act.AGAIN))
            line.stop.clicked.connect(lambda _checked=False, at=place: self._stop(at))

    def _stop(self, place: int) -> None:
        if (run_id := self._rows[place].run_id) is not None:
            self.stop_wanted.emit(run_id)

    def show_sheet(self, sheet: Sheet, *, why_not: str) -> None:
        """The lines as they stand; `why_not` disables all of it, with the reason."""
        self._rows = sheet.rows
        for line, row in zip(self.lines, sheet.rows, strict=True):
            line.show(row, sheet, self._theme, why_not=why_not)
