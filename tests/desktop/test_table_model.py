"""Rows come in pages, change in place and never reset under one question."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gim_manager.desktop.table_model import FIRST_BLANKS, STATUS_COLUMN, RunTableModel, runs_of
from gim_manager.domain.listing import Cursor, RunPage
from gim_manager.domain.run import Run, Status
from gim_manager.presenters.table import PAGE
from tests.language.fake_window import BERLIN, NOW, many, the_morning

RUNS = {run.id: run for run in the_morning()}


def _page(runs: tuple[Run, ...], *, more: bool = False) -> RunPage:
    return RunPage(runs=runs, next=Cursor(value=runs[-1].id, run_id=runs[-1].id) if more else None)


@pytest.fixture
def model(qapp: object) -> RunTableModel:
    """Watched by Qt's own tester while it changes."""
    made = RunTableModel(BERLIN, NOW)
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def test_before_the_first_answer_there_are_empty_rows_with_a_dash(model: RunTableModel) -> None:
    assert model.rowCount() == FIRST_BLANKS
    assert model.data(model.index(0, 0)) == "–"
    assert model.data(model.index(0, 1)) is None


def test_a_page_is_followed_by_empty_rows_until_the_end(model: RunTableModel) -> None:
    runs = many(PAGE * 2)
    model.show(_page(runs[:PAGE], more=True), NOW)
    assert (model.rowCount(), model.wants_more) == (2 * PAGE, True)
    model.extend(_page(runs[PAGE:]), NOW)
    assert (model.rowCount(), model.wants_more) == (2 * PAGE, False)
    assert model.run_at(2 * PAGE - 1) == runs[-1]
    assert model.run_at(2 * PAGE) is None


def test_cells_speak_and_align(model: RunTableModel) -> None:
    model.show(_page((RUNS[48213],)), NOW)
    status = model.index(0, STATUS_COLUMN)
    assert model.data(status, Qt.ItemDataRole.AccessibleTextRole) == "Running, 62 percent"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)  # type: ignore[operator]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Job ID"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_a_refresh_moves_rows_and_never_resets(model: RunTableModel, qtbot: QtBot) -> None:
    model.show(_page(tuple(RUNS.values())), NOW)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    ended = replace(RUNS[48213], status=Status.COMPLETE, end_time=NOW, progress=None)
    new = replace(RUNS[48212], id=48218)
    newest = [new, *(ended if run.id == 48213 else run for run in RUNS.values() if run.id != 48216)]
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.refresh(_page(tuple(newest)), (ended, new), frozenset({48216}), NOW)
    assert model.rows.ids() == tuple(run.id for run in newest)
    assert (resets, inserted) == ([], [(0, 0)])
    assert model.is_marked(48218)
    assert model.is_status_marked(48213)
    assert not model.is_status_marked(48218)


def test_a_mark_goes_by_itself(model: RunTableModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gim_manager.desktop.table_model.MARK_MS", 1)
    monkeypatch.setattr("gim_manager.desktop.table_model.STATUS_MARK_MS", 1)
    model.show(_page((RUNS[48213],)), NOW)
    ended = replace(RUNS[48213], status=Status.COMPLETE, end_time=NOW)
    model.refresh(_page((ended,)), (ended,), frozenset(), NOW)
    qtbot.waitUntil(lambda: not model.is_marked(48213) and not model.is_status_marked(48213), timeout=10_000)


def test_only_what_counts_is_painted_each_second(model: RunTableModel) -> None:
    model.show(_page(tuple(RUNS.values())), NOW)
    painted: set[int] = set()
    model.dataChanged.connect(lambda first, _last, _roles: painted.add(first.row()))
    assert model.counts()
    model.tick(NOW)
    assert {run.id for run in runs_of(model, sorted(painted))} == {48215, 48214, 48213, 48191}
    model.set_stale(True)
    assert not model.counts()


def test_an_expected_start_goes_when_it_has_passed(model: RunTableModel) -> None:
    model.show(_page((RUNS[48216], RUNS[48212])), NOW)
    assert not model.counts()
    painted: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: painted.append(first.row()))
    start, due = model.index(0, 3), NOW + timedelta(seconds=2)
    model.expect({48216: due}, NOW)
    assert (str(model.data(start))[0], painted, model.counts()) == ("≈", [0], True)
    model.tick(due - timedelta(seconds=1))
    assert painted == [0]
    model.tick(due)
    assert (model.data(start), painted) == ("", [0, 0])


def test_an_inner_index_has_no_rows(model: RunTableModel) -> None:
    inner = model.index(0, 0)
    assert (model.rowCount(inner), model.columnCount(inner), model.rowCount(QModelIndex())) == (0, 0, FIRST_BLANKS)
