"""Drop-downs in the flat look keep Qt's own behaviour."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.choice import Choice, DropButton


def test_a_choice_is_wide_enough_for_its_longest_word(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, "Job", "Only runs of this job", ["Any job", "Job_AggregateGIM"])
    qtbot.addWidget(choice)
    choice.show()
    assert choice.width() > QFontMetrics(choice.font()).horizontalAdvance("Job_AggregateGIM") + 20
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "Job_AggregateGIM"
    assert (choice.accessibleName(), choice.toolTip()) == ("Job", "Only runs of this job")


def test_the_focus_is_seen(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, "Job", "", ["Any job"])
    qtbot.addWidget(choice)
    choice.show()
    before = choice.grab().toImage()
    choice.setFocus()
    qtbot.waitUntil(choice.hasFocus, timeout=10_000)
    assert choice.grab().toImage() != before


def test_a_long_name_does_not_burst_the_toolbar(theme: Theme, qtbot: QtBot) -> None:
    button = DropButton(theme, "database")
    qtbot.addWidget(button)
    button.setText("a" * 400)
    assert button.width() <= 320
    button.grab()
