"""Boxes, choices and orders are changed by the keys, and never by the way."""

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.option_choices import ChoiceField, FlagField, OrderField
from tests.desktop.widgets.test_option_field import make


def test_a_flag_says_its_word(theme: Theme, qtbot: QtBot) -> None:
    made, told = make(theme, qtbot, "schedule", "run-export")
    made.show_text("true")
    assert isinstance(made, FlagField) and made.text() == "true"
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert (made.text(), told) == ("false", ["false"])


def test_the_wheel_changes_no_choice(theme: Theme, qtbot: QtBot) -> None:
    made, told = make(theme, qtbot, "log", "level")
    assert isinstance(made, ChoiceField)
    made.show_text("info")
    made.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(made, turn)
    assert (made.currentText(), told) == ("info", [])
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert told == ["warn"]


def test_an_order_is_changed_by_the_keys(theme: Theme, qtbot: QtBot) -> None:
    made, told = make(theme, qtbot, "gim-etl", "sm-resource-state-priority")
    assert isinstance(made, OrderField)
    made.show_text("ACW,NOT_READY,BUSY,READY")
    made.setCurrentRow(0)
    qtbot.keyClick(made, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told == ["NOT_READY,ACW,BUSY,READY"]
    qtbot.keyClick(made, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told[-1] == "ACW,NOT_READY,BUSY,READY"
    made.model().moveRow(QModelIndex(), 0, QModelIndex(), 4)  # as a drag with the mouse ends
    assert told[-1] == "NOT_READY,BUSY,READY,ACW"
    made.show_editable(False)
    qtbot.keyClick(made, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert len(told) == 3
