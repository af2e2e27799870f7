"""What a file would change stands there before it does."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.import_dialog import ImportDialog
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.option_import import view
from gim_manager.usecases.options import Imported


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def make(theme: Theme, parent: QWidget, found: Imported) -> ImportDialog:
    dialog = ImportDialog(theme, view(found, "prod.ini"), parent)
    dialog.show()
    return dialog


def said(dialog: ImportDialog) -> list[str]:
    return [label.text() for label in dialog.report.findChildren(QLabel) if label.text()]


def test_every_change_is_listed_and_taken_over_by_the_button_that_counts_them(
    theme: Theme, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = make(
        theme, parent, Imported(changed=("[log] level = debug (was info)", "[schedule] run-export = true (was false)"))
    )
    assert said(dialog) == ["[log] level = debug (was info)", "[schedule] run-export = true (was false)"]
    assert (dialog.take.text(), dialog.take.isDefault()) == ("Import 2 changes", True)
    with qtbot.waitSignal(dialog.accepted):
        dialog.take.click()


def test_errors_are_listed_all_at_once_and_nothing_can_be_taken_over(
    theme: Theme, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = make(theme, parent, Imported(errors=("Line 2: wrong.", "Line 9: wrong too.")))
    assert said(dialog) == ["Line 2: wrong.", "Line 9: wrong too."]
    assert not dialog.take.isEnabled() and dialog.cancel.isDefault()
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel.click()
