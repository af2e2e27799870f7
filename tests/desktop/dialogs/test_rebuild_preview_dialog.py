"""What a re-aggregation would change: what differs first, all of it if it is wanted."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.rebuild_preview_dialog import RebuildPreviewDialog
from gim_manager.desktop.theme import Theme
from tests.language.fake_rebuilding import DAYS, the_preview


def test_what_differs_is_shown_and_all_of_it_if_it_is_wanted(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = RebuildPreviewDialog(theme, the_preview(), "H_QUEUE · SUBHOUR", parent)
    dialog.open()
    assert dialog.sentence.text().startswith("Of 138,240 rows, 2,550 would change, ")
    assert len(dialog.table.items) == 10
    dialog.every.click()
    assert len(dialog.table.items) == 2 * len(DAYS)
    dialog.every.click()
    assert all(one.differs for one in dialog.table.items)
