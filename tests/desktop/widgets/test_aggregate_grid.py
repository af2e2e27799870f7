"""The grid of the aggregates: painted, walked by keys, told to screen readers."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.aggregate_grid import AggregateGrid
from gim_manager.domain.aggregates import HIERARCHIES
from gim_manager.presenters import aggregates
from gim_manager.presenters.aggregates import CellView
from tests.language.fake_aggregates import the_aggregates
from tests.language.fake_window import NOW

LATE = 2, 1
"""The row and the column of the set that is late that morning."""


def _shown(theme: Theme, qtbot: QtBot, *, stale: bool = False) -> AggregateGrid:
    grid = AggregateGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(1000, grid.sizeHint().height())
    grid.show()
    grid.show_cells(aggregates.grid(the_aggregates(NOW), NOW), stale=stale)
    return grid


def _has(grid: AggregateGrid, theme: Theme, token: str) -> bool:
    image = grid.viewport().grab().toImage()
    return any(image.pixelColor(x, y) == theme[token] for x in range(image.width()) for y in range(image.height()))


def test_a_late_set_is_amber_unless_the_picture_is_old(theme: Theme, qtbot: QtBot) -> None:
    assert _has(_shown(theme, qtbot), theme, "stopping")
    assert not _has(_shown(theme, qtbot, stale=True), theme, "stopping")


def test_it_is_as_tall_as_its_rows(theme: Theme, qtbot: QtBot) -> None:
    grid = _shown(theme, qtbot)
    assert grid.height() >= grid.verticalHeader().defaultSectionSize() * len(HIERARCHIES)
    assert grid.verticalScrollBar().maximum() == 0


def test_the_cell_with_the_focus_is_told_and_each_has_its_sentence(theme: Theme, qtbot: QtBot) -> None:
    grid = _shown(theme, qtbot)
    told: list[CellView] = []
    grid.looked_at.connect(told.append)
    grid.setCurrentCell(*LATE)
    assert told[-1].sentence.startswith("H_I_SESS_STATE HOUR")
    assert grid.view() == told[-1]
    spoken = grid.model().index(*LATE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "14 intervals pending since 10:05, late" in spoken


def test_a_newer_picture_keeps_the_chosen_cell(theme: Theme, qtbot: QtBot) -> None:
    grid = _shown(theme, qtbot)
    grid.setCurrentCell(*LATE)
    grid.show_cells(aggregates.grid(the_aggregates(NOW), NOW), stale=False)
    assert (grid.currentRow(), grid.currentColumn()) == LATE


def test_a_double_click_asks_for_a_rebuild(theme: Theme, qtbot: QtBot) -> None:
    grid = _shown(theme, qtbot)
    with qtbot.waitSignal(grid.rebuild_wanted):
        grid.itemActivated.emit(grid.item(0, 0))
