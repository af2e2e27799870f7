"""The hierarchies as boxes: what a person ticks is told, what was chosen elsewhere is shown."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.hierarchy_ticks import HierarchyTicks
from gim_manager.presenters.reaggregation_builder import Selection


def _shown(theme: Theme, qtbot: QtBot, chosen: Selection) -> HierarchyTicks:
    ticks = HierarchyTicks(theme)
    qtbot.addWidget(ticks)
    ticks.show()
    ticks.show_selection(chosen)
    return ticks


def test_all_sets_is_in_the_middle_where_some_are_ticked(theme: Theme, qtbot: QtBot) -> None:
    ticks = _shown(theme, qtbot, Selection(hierarchies=("H_ID",)))
    assert ticks.all.checkState() is Qt.CheckState.PartiallyChecked
    assert [name for name, box in ticks.boxes.items() if box.isChecked()] == ["H_ID"]
    ticks.show_selection(Selection().with_all(True))
    assert ticks.all.checkState() is Qt.CheckState.Checked
    ticks.show_selection(Selection())
    assert ticks.all.checkState() is Qt.CheckState.Unchecked


def test_a_click_on_all_sets_asks_for_all_of_them_or_none(theme: Theme, qtbot: QtBot) -> None:
    ticks = _shown(theme, qtbot, Selection(hierarchies=("H_ID",)))
    told: list[bool] = []
    ticks.all_wanted.connect(told.append)
    qtbot.keyClick(ticks.all, Qt.Key.Key_Space)
    qtbot.keyClick(ticks.all, Qt.Key.Key_Space)
    assert told == [True, False]


def test_a_box_tells_its_hierarchy(theme: Theme, qtbot: QtBot) -> None:
    ticks = _shown(theme, qtbot, Selection(hierarchies=("H_ID",)))
    told: list[tuple[str, bool]] = []
    ticks.wanted.connect(lambda name, wanted: told.append((name, wanted)))
    ticks.boxes["H_QUEUE"].click()
    ticks.boxes["H_ID"].click()
    assert told == [("H_QUEUE", True), ("H_ID", False)]


def test_what_is_not_built_can_only_be_taken_back(theme: Theme, qtbot: QtBot) -> None:
    ticks = _shown(theme, qtbot, Selection())
    box = ticks.boxes["H_CAMPAIGN"]
    assert not box.isEnabled() and "H_CAMPAIGN" in box.toolTip()
    ticks.show_selection(Selection(hierarchies=("H_CAMPAIGN",)))
    assert box.isEnabled() and box.isChecked()
