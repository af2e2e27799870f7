"""Columns are wide enough for what usually stands in them, and may be hidden."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gim_manager.desktop.run_header import STRETCHED
from gim_manager.presenters.job_list import COLUMNS
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart


def test_no_usual_content_is_cut(opened: Opened) -> None:
    table = opened(FakeMart()).open_workplace.jobs.table
    metrics = QFontMetrics(table.font())
    for place, column in enumerate(COLUMNS[:STRETCHED]):
        assert table.columnWidth(place) >= metrics.horizontalAdvance(column.sample) + 16


def test_a_column_can_be_hidden_and_comes_back(opened: Opened, qtbot: QtBot) -> None:
    table = opened(FakeMart()).open_workplace.jobs.table
    table.header.customContextMenuRequested.emit(QPoint(5, 5))
    menu = table.header.findChild(QMenu)
    assert menu is not None
    rows = next(action for action in menu.actions() if action.text() == "Rows")
    rows.trigger()
    assert table.isColumnHidden(6)
    assert "rows" not in [place.key for place in table.header.places()]
    menu.close()
    table.header.reset_columns()
    assert not table.isColumnHidden(6)
