"""Job Parameters: one to three lines, left by Return and Tab."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.parameter_edit import ParameterEdit
from tests.language.fake_window import REQUEST


def test_it_grows_with_its_text_and_no_further_than_three_lines(theme: Theme, qtbot: QtBot) -> None:
    edit = ParameterEdit(theme)
    qtbot.addWidget(edit)
    edit.resize(400, 40)
    edit.show()
    one = edit.height()
    edit.setPlainText(REQUEST)
    two = edit.height()
    edit.setPlainText(REQUEST * 8)
    three = edit.height()
    assert one < two <= three
    assert three <= one + 2 * edit.fontMetrics().lineSpacing() + 2


def test_return_leaves_it_and_makes_no_line(theme: Theme, qtbot: QtBot) -> None:
    edit = ParameterEdit(theme)
    qtbot.addWidget(edit)
    edit.setPlainText("-insertPendingAgg  ALLSETS")
    with qtbot.waitSignal(edit.left):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "-insertPendingAgg  ALLSETS"
    assert edit.tabChangesFocus()


def test_the_place_of_a_fault_is_marked(theme: Theme, qtbot: QtBot) -> None:
    edit = ParameterEdit(theme)
    qtbot.addWidget(edit)
    edit.setPlainText("-insertPendingAgg NOTHING")
    edit.mark_fault(19)
    (mark,) = edit.extraSelections()
    assert mark.cursor.selectedText() == "NOTHING"
    edit.setPlainText("  -insertPendingAgg\n  NOTHING")
    edit.mark_fault(edit.text().index("NOTHING") + 1)
    (mark,) = edit.extraSelections()
    assert mark.cursor.selectedText() == "NOTHING"
    edit.mark_fault(None)
    assert not edit.extraSelections()
