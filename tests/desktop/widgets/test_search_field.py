"""The field to search by."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.search_field import AROUND, LEAST, SearchField


def test_its_hint_is_read_whole_where_there_is_room(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    hint = "Search job, parameters, person, error, and whatever else there is"
    field = SearchField(theme, hint, "Search", "In everything")
    row = QHBoxLayout(holder)
    row.addWidget(field, 3)
    row.addStretch(1)
    holder.resize(1000, 60)
    holder.show()
    assert field.width() == field.fontMetrics().horizontalAdvance(hint) + AROUND
    holder.resize(200, 60)
    assert LEAST <= field.width() < 200
