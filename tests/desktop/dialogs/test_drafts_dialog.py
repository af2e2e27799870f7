"""Changes of options that are not applied are not lost without a question."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.drafts_dialog import DraftsDialog
from gim_manager.desktop.theme import Theme


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_it_counts_and_names_the_changes_and_staying_is_the_default(theme: Theme, parent: QWidget) -> None:
    dialog = DraftsDialog(theme, (("schedule", "etl-frequency"), ("log", "level")), parent)
    assert dialog.title.text() == "Discard 2 changes?"
    assert dialog.text.text().endswith("not applied: etl\u2011frequency, level."), "no line ends within a name"
    assert dialog.keep.isDefault() and not dialog.discard.autoDefault()


def test_many_are_named_in_part(theme: Theme, parent: QWidget) -> None:
    dialog = DraftsDialog(theme, tuple(("log", str(number)) for number in range(6)), parent)
    assert dialog.text.text().endswith(": 0, 1, 2, 3, … (2 more).")
