"""Who changed what, newest first, and the way to the option."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.option_history_dialog import OptionHistoryDialog
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.option_inspector import Change, all_changes
from gim_manager.presenters.option_sheet import Sheet
from tests.language.fake_options import the_options
from tests.language.fake_window import NOW


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def make(theme: Theme, parent: QWidget, changes: tuple[Change, ...]) -> OptionHistoryDialog:
    dialog = OptionHistoryDialog(theme, changes, parent)
    dialog.show()
    return dialog


def test_a_row_a_change_leads_to_its_option(theme: Theme, parent: QWidget, qtbot: QtBot) -> None:
    sheet = Sheet(read=the_options())
    dialog = make(theme, parent, all_changes(sheet, sheet.read.recent, NOW))
    cells = [dialog.table.model().index(0, column).data() for column in range(1, 4)]
    assert cells == ["schedule", "aggregate-schedule", "30 2 → 0 4"]
    assert dialog.table.model().rowCount() == 2
    with qtbot.waitSignal(dialog.option_wanted) as wanted:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert wanted.args == ["schedule", "aggregate-schedule"]
    assert not dialog.isVisible()


def test_nothing_changed_yet_is_said(theme: Theme, parent: QWidget, qtbot: QtBot) -> None:
    dialog = make(theme, parent, ())
    assert "Never changed" in [label.text() for label in dialog.findChildren(QLabel)]
