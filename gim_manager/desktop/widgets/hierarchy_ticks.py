"""The hierarchies of a re-aggregation as boxes to tick, in a column a family, with ALLSETS above them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.tick import Tick
from gim_manager.domain.reaggregation import ALL_SETS
from gim_manager.presenters.reaggregation_builder import BUILT, Selection, families


class HierarchyTicks(QWidget):
    """Tells what a person ticks."""

    all_wanted = Signal(bool)
    wanted = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.all = Tick(theme, ALL_SETS)
        self.all.setTristate(True)
        self.all.setToolTip(self.tr("Every hierarchy at every level"))
        self.all.clicked.connect(lambda: self.all_wanted.emit(self.all.checkState() is Qt.CheckState.Checked))
        self.boxes: dict[str, Tick] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.all, 0, 0)
        for column, names in enumerate(families()):
            for row, name in enumerate(names):
                grid.addWidget(self._box(theme, name), row + 1, column)
        grid.setColumnStretch(len(families()), 1)

    def _box(self, theme: Theme, name: str) -> Tick:
        box = Tick(theme, name)
        if name not in BUILT:
            box.setToolTip(self.tr("This version does not build {name}").format(name=name))
        box.clicked.connect(lambda ticked: self.wanted.emit(name, ticked))
        self.boxes[name] = box
        return box

    def show_selection(self, chosen: Selection) -> None:
        """What is not built can only be taken back, where it was written."""
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked, None: Qt.CheckState.PartiallyChecked}
        self.all.setCheckState(states[chosen.is_all_sets])
        for name, box in self.boxes.items():
            box.setChecked(name in chosen.hierarchies)
            box.setEnabled(name in BUILT or box.isChecked())
