"""The next clock change: one line, and from two weeks before it both nights with their facts."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.rehearsal_lanes import RehearsalLane
from gim_manager.desktop.widgets.remark import Remark
from gim_manager.presenters.rehearsal import Lane, View

_TOP = Qt.AlignmentFlag.AlignTop
_FACTS = 190
"""Least width of the facts; they wrap."""


class RehearsalView(QWidget):
    """Shows what the presenter says of both nights."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.headline, self.remark = Words(theme), Words(theme, token="text2")
        self.headline.setFont(theme.semi_bold(1, digits=True))
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = QHBoxLayout()
        top.addWidget(self.headline, 3)
        top.addWidget(self.remark, 2)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 7)
        self._grid.setColumnStretch(2, 3)
        self.labels = [Words(theme) for _ in range(2)]
        self.labels[1].setFont(theme.semi_bold())
        self.lanes = [RehearsalLane(theme) for _ in range(2)]
        self.cycles = [Words(theme) for _ in range(2)]
        self.facts = [QWidget() for _ in range(2)]
        self.maintenance = [Remark(theme) for _ in range(2)]
        for row in range(2):
            self._put(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(self._grid)

    def _put(self, row: int) -> None:
        facts = self.facts[row]
        facts.setMinimumWidth(_FACTS)
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.cycles[row])
        column.addWidget(self.maintenance[row])
        self.cycles[row].setFont(self._theme.font(digits=True))
        self.maintenance[row].words.setFont(self._theme.font(digits=True))
        self._grid.addWidget(self.labels[row], row, 0, _TOP)
        self._grid.addWidget(self.lanes[row], row, 1, _TOP)
        self._grid.addWidget(facts, row, 2, _TOP)
        for part in (self.labels[row], self.lanes[row], facts):
            part.hide()

    def show_view(self, view: View) -> None:
        """Another rehearsal."""
        self.headline.setText(view.headline)
        self.remark.setText(view.remark)
        self.remark.ink("stopping" if view.is_wrong else "text2")
        length = max((lane.night.until - lane.night.since for lane in view.lanes), default=timedelta(hours=12))
        for row in range(2):
            for part in (self.labels[row], self.lanes[row], self.facts[row]):
                part.setVisible(bool(view.lanes))
            if view.lanes:
                self._show_lane(row, view.lanes[row], view, length)

    def _show_lane(self, row: int, lane: Lane, view: View, length: timedelta) -> None:
        self.labels[row].setText(lane.label)
        if view.zone is not None and view.changes_at is not None:
            self.lanes[row].show_lane(lane, length=length, zone=view.zone, changes_at=view.changes_at)
        self.cycles[row].setText(lane.cycles)
        icon, token = ("check", "complete") if lane.is_well else ("warning", "stopping")
        self.maintenance[row].glyph.show_icon(icon, token)
        self.maintenance[row].words.ink("text2" if lane.is_well else "stopping")
        self.maintenance[row].show_text(lane.maintenance)
