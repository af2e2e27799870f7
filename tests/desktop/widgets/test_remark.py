"""Sentences with a glyph and tables of words come and go without a trace."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.remark import Remark, Table


def test_a_remark_without_a_sentence_is_hidden(theme: Theme, qtbot: QtBot) -> None:
    remark = Remark(theme, "failed", "failed")
    qtbot.addWidget(remark)
    remark.show_text("It is late.")
    assert remark.isVisible() and remark.words.text() == "It is late."
    remark.show_text("")
    assert remark.isHidden()


def test_other_rows_take_the_place_of_the_first(theme: Theme, qtbot: QtBot) -> None:
    table = Table(theme, ("text2", "text"), wrapped=1)
    qtbot.addWidget(table)
    table.show()
    for rows in ((("Default", "30"), ("Valid", "a number")), (("Default", "0 1"),)):
        table.show_rows(rows)
        QApplication.processEvents()
        shown = [label.text() for label in table.findChildren(QLabel) if label.isVisible()]
        assert shown == [cell for row in rows for cell in row]
