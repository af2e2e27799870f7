"""A table to read."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.plain_table import PlainTable


def _table(theme: Theme, qtbot: QtBot, worded: list[int]) -> PlainTable:
    def cells(item: int) -> tuple[str, ...]:
        worded.append(item)
        return str(item), "even" if item % 2 == 0 else "odd"

    table = PlainTable(theme, ("Rows", "Day"), {"Rows"}, cells, wide=1, tip=lambda item: f"item {item}")
    qtbot.addWidget(table)
    table.resize(400, 200)
    return table


def test_each_row_is_worded_when_it_is_seen(theme: Theme, qtbot: QtBot) -> None:
    worded: list[int] = []
    table = _table(theme, qtbot, worded)
    table.show_items(range(100_000))
    assert len(set(worded)) < 3_000
    model, last = table.model(), table.model().index(99_999, 1)
    assert (model.rowCount(), model.data(last), table.items[-1]) == (100_000, "odd", 99_999)
    assert model.data(last, Qt.ItemDataRole.ToolTipRole) == "item 99999"


def test_numbers_stand_at_the_right_and_words_at_the_left(theme: Theme, qtbot: QtBot) -> None:
    table = _table(theme, qtbot, [])
    table.show_items(range(3))
    sides = [
        int(table.model().data(table.model().index(0, column), Qt.ItemDataRole.TextAlignmentRole)) for column in (0, 1)
    ]
    right, left = (int(side) for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft))
    assert [bool(side & right) for side in sides] == [True, False] and sides[1] & left
    horizontal = Qt.Orientation.Horizontal
    assert [table.model().headerData(column, horizontal) for column in (0, 1)] == ["Rows", "Day"]


def test_other_rows_take_the_place_of_those_before(theme: Theme, qtbot: QtBot) -> None:
    table = _table(theme, qtbot, [])
    table.show_items(range(3))
    table.show_items(())
    assert (table.model().rowCount(), list(table.items)) == (0, [])
