"""The inspector beside the rows, and in a narrow window below them: one line that unfolds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.option_inspector import OptionInspector
from gim_manager.desktop.widgets.option_split import LEAST_ROWS, SLIM, OptionSplit
from gim_manager.desktop.widgets.section_list import SectionList
from gim_manager.presenters.option_inspector import inspector
from gim_manager.presenters.option_sheet import Sheet, judged
from tests.language.fake_options import the_options
from tests.language.fake_window import NOW

SHEET = Sheet(read=the_options())


@pytest.fixture
def split(theme: Theme, qtbot: QtBot) -> OptionSplit:
    made = OptionSplit(theme, SectionList(theme), QLineEdit("30"), OptionInspector(theme))
    qtbot.addWidget(made)
    made.show_option(inspector(SHEET, judged(SHEET), ("schedule", "etl-frequency"), NOW, ()))
    made.resize(SLIM, 300)
    made.show()
    made.activateWindow()
    return made


def editor(split: OptionSplit) -> QLineEdit:
    found = split.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_with_room_the_inspector_stands_beside_the_rows(split: OptionSplit) -> None:
    assert split.inspector.isVisible() and not split.fold.isVisible()
    assert split.inspector.geometry().left() >= editor(split).geometry().right()


def test_in_a_narrow_window_a_line_says_what_it_is_about_and_unfolds_it(split: OptionSplit, qtbot: QtBot) -> None:
    split.resize(SLIM - 1, 300)
    assert split.fold.isVisible() and not split.inspector.isVisible()
    assert split.fold.toggle.text() == "etl-frequency"
    qtbot.mouseClick(split.fold.toggle, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert split.inspector.isVisible() and split.inspector.width() == split.width()
    assert split.inspector.geometry().top() >= editor(split).geometry().bottom() >= LEAST_ROWS - 1
    assert not split.inspector.title.isVisible(), "the line names the option already"
    split.resize(SLIM, 300)
    assert split.inspector.isVisible() and split.inspector.title.isVisible() and not split.fold.isVisible()


def test_F6_unfolds_it_and_leads_back(split: OptionSplit, qtbot: QtBot) -> None:
    split.resize(500, 300)
    split.cross(editor(split))
    holder = QApplication.focusWidget()
    assert holder is not None and split.inspector.isAncestorOf(holder) and split.inspector.isVisible()
    split.cross(editor(split))
    assert editor(split).hasFocus() and not split.inspector.isVisible()


def test_below_the_rows_all_of_it_scrolls(split: OptionSplit) -> None:
    assert split.inspector.plan.parentWidget() is split.inspector
    split.resize(500, 300)
    assert split.inspector.plan.parentWidget() is not split.inspector
