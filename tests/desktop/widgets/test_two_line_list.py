"""A list of values in two lines, spoken as they are read."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.two_line_list import Lines, TwoLineList


def test_fewer_values_leave_no_rows_behind(theme: Theme, qtbot: QtBot) -> None:
    rows = TwoLineList(theme, "Things", lambda text: Lines(title=text, below="below", glyph=("check", "complete")))
    qtbot.addWidget(rows)
    rows.show_values(["a", "b"])
    rows.setCurrentRow(0)
    rows.show_values(["c"])
    assert (rows.count(), rows.currentRow(), rows.item(0).toolTip()) == (1, 0, "c: below")
    assert rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "c, below"
    rows.show()
    rows.grab()
