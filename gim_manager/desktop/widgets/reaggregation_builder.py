"""The re-aggregation builder: controls that write the Job Parameters, and follow what is typed there."""

from __future__ import annotations

from datetime import date, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.day_fields import DayFields
from gim_manager.desktop.widgets.hierarchy_ticks import HierarchyTicks
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.range_picker import RangePicker
from gim_manager.desktop.widgets.segments import Segments
from gim_manager.domain.aggregate_board import Board
from gim_manager.domain.aggregates import LEVELS, Level
from gim_manager.domain.reaggregation import Flavor
from gim_manager.presenters.reaggregation import days_of, with_days
from gim_manager.presenters.reaggregation_builder import Selection, resolved, selection

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
STRIP = 4
"""The row of the strip: it stays when the others are folded away."""


class ReaggregationBuilder(QFrame):
    """Folded, the strip of days alone."""

    written = Signal(str)
    """The Job Parameters, after a control was changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._theme = theme
        self._text, self.selection = "", Selection()
        self._zone: tzinfo | None = None
        self._make()
        self._lay_out()
        self._connect()
        self._show()

    def _make(self) -> None:
        levels: list[tuple[Level | None, str]] = [(level, level.value) for level in LEVELS]
        self.ticks = HierarchyTicks(self._theme)
        self.level = Segments(self.tr("Level"), [*levels, (None, self.tr("All"))])
        flavors: list[tuple[Flavor | None, str]] = [(flavor, flavor.value) for flavor in Flavor]
        self.flavor = Segments(self.tr("Flavor"), [(None, self.tr("Both")), *flavors])
        self.fields, self.days = DayFields(self._theme), RangePicker(self._theme)
        self.range, self.rest = Words(self._theme, wraps=False), Words(self._theme, token="text2")
        self.range.setFont(self._theme.semi_bold(digits=True))
        # However long the range is, the builder stays as wide as it is.
        self.range.setMinimumWidth(1)
        self.rest.setFont(self._theme.font(digits=True))

    def _lay_out(self) -> None:
        outcome = QWidget()
        line = QHBoxLayout(outcome)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.range)
        line.addWidget(self.rest, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        self._folded: list[QWidget] = []
        rows = (
            (self.tr("Hierarchies"), self.ticks), (self.tr("Level"), self.level), (self.tr("Flavor"), self.flavor),
            (self.tr("Days"), self.fields), ("", self.days), (self.tr("Resolved"), outcome),
        )  # fmt: skip
        for row, (name, part) in enumerate(rows):
            label = Words(self._theme, name, "text2", wraps=False)
            if part is self.ticks:
                label.setFixedHeight(self.ticks.all.sizeHint().height())
            else:
                # Below the boxes, not below the room of the ring around them.
                part.setContentsMargins(self.ticks.all.inset, 0, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if part is self.ticks else _MIDDLE)
            grid.addWidget(part, row, 1)
            self._folded += [label] if row == STRIP else [label, part]

    def _connect(self) -> None:
        self.ticks.all_wanted.connect(lambda wanted: self._write(self.selection.with_all(wanted)))
        self.ticks.wanted.connect(lambda name, wanted: self._write(self.selection.with_hierarchy(name, wanted)))
        self.level.chosen.connect(lambda level: self._write(self.selection.with_level(level)))
        self.flavor.chosen.connect(lambda flavor: self._write(self.selection.with_flavor(flavor)))
        self.fields.edited.connect(lambda first, last: self._write(self.selection.with_days(first, last)))
        self.days.chosen.connect(self._take_days)

    def unfold(self, wanted: bool) -> None:
        """The controls, or the strip alone."""
        for part in self._folded:
            part.setVisible(wanted)

    @property
    def is_unfolded(self) -> bool:
        """Whether the controls are there."""
        return not self.ticks.isHidden()

    def show_board(self, board: Board) -> None:
        """The days with facts are known, and the zone in which they are meant."""
        self._zone = board.zone
        self.days.show_board(board)
        self.fields.offer(board.at.astimezone(board.zone).date())
        self._show()

    def show_text(self, text: str) -> None:
        """The Job Parameters as they stand now."""
        self._text = text
        self.selection = selection(text, self.selection)
        self._show()

    def _take_days(self, first: date, last: date) -> None:
        """Folded, whoever draws days means all sets, or those that are written."""
        if self.is_unfolded:
            self._write(self.selection.with_days(str(first), str(last)))
        else:
            self.written.emit(with_days(self._text, first, last))

    def _write(self, changed: Selection) -> None:
        if changed != self.selection or changed.text != self._text:
            self.selection, self._text = changed, changed.text
            self.written.emit(changed.text)
        self._show()

    def _show(self) -> None:
        chosen = self.selection
        self.ticks.show_selection(chosen)
        self.level.allow(None, "" if chosen.is_of_all else self.tr("All levels at once go with all hierarchies only"))
        self.level.choose(chosen.level)
        one = "" if chosen.level else self.tr("All levels at once go with both flavors only")
        for flavor in Flavor:
            self.flavor.allow(flavor, one)
        self.flavor.choose(chosen.flavor)
        self.fields.show_days(chosen.first, chosen.last)
        self.days.show_range(days_of(self._text))
        found = resolved(self._text, chosen, self._zone)
        self.range.setText(found.range)
        self.range.setVisible(bool(found.range))
        self.rest.setText(found.amount or found.lack)
