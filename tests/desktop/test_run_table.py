"""The table keeps its selection and its place, whatever comes and goes."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.run_table import RunTable
from gim_manager.domain.run import Status
from tests.desktop.conftest import Opened
from tests.language.fake_window import NOW, FakeMart, many, the_morning


def _table(opened: Opened, mart: FakeMart) -> RunTable:
    return opened(mart).open_workplace.jobs.table


def _choose(table: RunTable, *ids: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    table.clearSelection()
    for number in ids:
        row = table.runs_model.rows.row_of(number)
        assert row is not None
        table.selectionModel().setCurrentIndex(table.runs_model.index(row, 0), flags.Select | flags.Rows)


def test_the_same_runs_stay_selected_when_new_ones_come(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    table = _table(opened, mart)
    _choose(table, 48213, 48206)
    mart.put(replace(the_morning()[5], id=48218), replace(the_morning()[4], progress=0.9))
    qtbot.waitUntil(lambda: table.runs_model.rows.row_of(48218) == 0, timeout=10_000)
    assert [run.id for run in table.selected_runs()] == [48213, 48206]
    current = table.current_run()
    assert current is not None
    assert current.id == 48206


def test_the_rows_in_view_stay_where_they_are(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart(many(150))
    table = _table(opened, mart)
    table.verticalScrollBar().setValue(60)
    top = table.runs_model.run_at(60)
    mart.put(replace(mart.list[0], id=99_001), replace(mart.list[0], id=99_002))
    qtbot.waitUntil(lambda: table.runs_model.rows.row_of(99_002) == 0, timeout=10_000)
    assert table.runs_model.run_at(table.verticalScrollBar().value()) == top


def test_a_canceled_run_disappears(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    table = _table(opened, mart)
    mart.put(replace(the_morning()[1], status=Status.CANCELED, end_time=NOW))
    qtbot.waitUntil(lambda: table.runs_model.rows.row_of(48216) is None, timeout=10_000)


def test_pages_are_fetched_as_they_come_into_view(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart(many(1000))
    table = _table(opened, mart)
    assert len([asked for asked in mart.asked if asked[0] == "page"]) == 1
    assert len(table.runs_model.rows) == 200
    table.verticalScrollBar().setValue(250)
    qtbot.waitUntil(lambda: len(table.runs_model.rows) == 400, timeout=10_000)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: len(table.runs_model.rows) >= 600, timeout=10_000)


def test_a_run_that_is_not_fetched_cannot_be_selected(opened: Opened) -> None:
    table = _table(opened, FakeMart())
    assert not table.select_run(5)
    assert table.select_run(48206)


def test_tab_leaves_the_list_and_arrows_walk_it(opened: Opened, qtbot: QtBot) -> None:
    table = _table(opened, FakeMart())
    assert not table.tabKeyNavigation()
    table.select_run(48213)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert [run.id for run in table.selected_runs()] == [48212]
