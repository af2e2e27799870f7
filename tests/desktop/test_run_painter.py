"""What the list paints: states in their colours, a tint for the selection, a mark for what is new."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gim_manager.desktop.run_table import RunTable
from gim_manager.desktop.theme import Theme
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart, the_morning

LOOKS = {
    48217: "scheduled", 48215: "stopping", 48213: "running", 48212: "complete", 48208: "stopped", 48206: "failed",
    48203: "failed",
}  # fmt: skip


def _picture(table: RunTable) -> QImage:
    return table.viewport().grab().toImage()


def _row(table: RunTable, number: int) -> range:
    row = table.runs_model.rows.row_of(number)
    assert row is not None
    top = table.rowViewportPosition(row)
    return range(top, top + table.rowHeight(row))


def _has(image: QImage, rows: range, colour: QColor) -> bool:
    return any(image.pixelColor(x, y) == colour for y in rows for x in range(image.width()))


@pytest.mark.parametrize(("number", "token"), LOOKS.items())
def test_each_state_has_its_colour(opened: Opened, theme: Theme, number: int, token: str) -> None:
    window = opened(FakeMart())
    window.resize(1360, 1000)
    table = window.open_workplace.jobs.table
    table.select_run(48210)
    assert _has(_picture(table), _row(table, number), theme[token])


def test_a_selection_is_a_tint_with_a_bar(opened: Opened, theme: Theme) -> None:
    table = opened(FakeMart()).open_workplace.jobs.table
    table.select_run(48212)
    image, rows = _picture(table), _row(table, 48212)
    assert image.pixelColor(600, rows[4]) in (theme["select"], theme["select_idle"])
    assert image.pixelColor(1, rows[4]) in (theme["accent"], theme["outline"])


def test_a_new_row_has_a_mark_at_its_left_edge(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    mart = FakeMart()
    table = opened(mart).open_workplace.jobs.table
    new = replace(the_morning()[5], id=48218)
    mart.put(new)
    qtbot.waitUntil(lambda: table.runs_model.is_marked(48218), timeout=10_000)
    assert _picture(table).pixelColor(1, _row(table, 48218)[4]) == theme["accent"]


def test_what_moved_loses_its_colour_when_the_connection_is_lost(opened: Opened, theme: Theme) -> None:
    table = opened(FakeMart()).open_workplace.jobs.table
    table.select_run(48210)
    table.runs_model.set_stale(True)
    image = _picture(table)
    assert not _has(image, _row(table, 48213), theme["running"])
    assert _has(image, _row(table, 48206), theme["failed"])
