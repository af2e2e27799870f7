"""The rows of a section come a few at a time, and Tab walks them in their order."""

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets import option_rows
from gim_manager.desktop.widgets.option_field import field
from gim_manager.desktop.widgets.option_rows import OptionRows
from gim_manager.domain.options import Options, option
from gim_manager.presenters.options import layout


def make(theme: Theme, qtbot: QtBot, section: str = "schedule") -> OptionRows:
    groups = layout(Options())[section]
    rows = OptionRows(theme, section, groups, lambda key: field(theme, option(*key), (), is_local=True))
    qtbot.addWidget(rows)
    return rows


def test_the_event_loop_has_its_turn_between_rows(theme: Theme, qtbot: QtBot, monkeypatch) -> None:
    monkeypatch.setattr(option_rows, "SLICE_MS", 0)
    rows = make(theme, qtbot, "alarms")
    rows.begin()
    seen = []
    while not rows.is_built:
        QApplication.processEvents()
        seen.append(len(rows.rows))
    assert len(set(seen)) > 3
    assert tuple(rows.rows) == rows.keys


def test_a_row_shows_its_option_from_the_first(theme: Theme, qtbot: QtBot) -> None:
    rows = make(theme, qtbot)
    shown = []
    rows.shown = lambda _row, key: shown.append(key)
    with qtbot.waitSignal(rows.built, timeout=10_000):
        rows.begin()
    assert tuple(shown) == rows.keys


def test_subjects_of_which_nothing_is_left_are_hidden(theme: Theme, qtbot: QtBot) -> None:
    rows = make(theme, qtbot)
    with qtbot.waitSignal(rows.built, timeout=10_000):
        rows.begin()
    key = ("schedule", "etl-frequency")
    rows.show_only(frozenset({key}))
    assert [other for other, row in rows.rows.items() if not row.isHidden()] == [key]
    assert [group.subject for title, group in rows._titles if not title.isHidden()] == ["ETL cycle"]


def test_tab_goes_from_editor_to_editor(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, rows, behind = QPushButton("before"), make(theme, qtbot), QPushButton("behind")
    column = QVBoxLayout(window)
    for part in (before, rows, behind):
        column.addWidget(part)
    with qtbot.waitSignal(rows.built, timeout=10_000):
        rows.begin()
    last = rows.chain(before)
    window.show()
    before.setFocus()
    walked = []
    for _ in rows.keys:
        window.focusNextPrevChild(True)
        walked.append(window.focusWidget())
    assert walked == [rows.rows[key].field for key in rows.keys]
    assert walked[-1] is last
