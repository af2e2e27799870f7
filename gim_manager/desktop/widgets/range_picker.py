"""The days of a re-aggregation, drawn on the days that have facts; drives the Job Parameters and is driven by them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.day_strip import DayStrip
from gim_manager.domain.aggregate_board import Board
from gim_manager.presenters import aggregates


class RangePicker(QWidget):
    """The strip, and below it what can be rebuilt; empty until the days are known."""

    chosen = Signal(object, object)
    """date: the first and the last day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._days: tuple[date, date] | None = None
        self.strip, self.sentence = DayStrip(theme), QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setFont(theme.font(digits=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.strip)
        layout.addWidget(self.sentence)
        self.strip.chosen.connect(self._tell)

    def show_board(self, board: Board) -> None:
        """The days are known."""
        self.strip.show_days(aggregates.strip(board), stale=False)
        self.show_range(self._days)

    def show_range(self, days: tuple[date, date] | None) -> None:
        """The days that the Job Parameters name; None where they cannot be read."""
        self._days = days
        self.strip.choose(*(days or (None, None)))
        self._describe()

    def _tell(self, first: date | None, last: date | None) -> None:
        self._describe()
        if first is not None and last is not None:
            self.chosen.emit(first, last)

    def _describe(self) -> None:
        self.sentence.setText(aggregates.facts_sentence(self.strip.chosen_days()))
