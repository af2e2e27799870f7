"""Import, export and history of all options, each in a dialog over the options_page."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.import_dialog import ImportDialog
from gim_manager.desktop.dialogs.option_history_dialog import OptionHistoryDialog
from gim_manager.desktop.pages.options_page import OptionsPage
from gim_manager.usecases.options import Imported
from tests.language.dialogs import dialog
from tests.language.fake_window import FakeMart


def test_an_import_is_shown_before_it_is_made(
    options_page: OptionsPage, mart: FakeMart, qtbot: QtBot, tmp_path: Path
) -> None:
    options_page.top.import_file.click()
    chooser = dialog(qtbot, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "prod.ini"))
    chooser.reject()
    tried = dialog(qtbot, ImportDialog)
    assert tried.take.text() == "Import 1 change"
    tried.take.click()
    qtbot.waitUntil(lambda: ("import", "prod.ini", False) in mart.asked, timeout=10_000)
    qtbot.waitUntil(lambda: options_page.bar.text.text() == "Imported 1 change", timeout=10_000)


def test_an_import_that_failed_in_the_end_lists_its_errors(options_page: OptionsPage, qtbot: QtBot) -> None:
    options_page.desk.imported.emit(Imported(errors=("Line 1: wrong.",)), Path("prod.ini"), False)
    failed = dialog(qtbot, ImportDialog)
    assert not failed.take.isEnabled()
    failed.reject()


def test_an_export_asks_where_to(options_page: OptionsPage, mart: FakeMart, qtbot: QtBot, tmp_path: Path) -> None:
    options_page.top.export_file.click()
    chooser = dialog(qtbot, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "out.ini"))
    chooser.reject()
    qtbot.waitUntil(lambda: ("export", tmp_path / "out.ini") in mart.asked, timeout=10_000)


def test_the_history_of_all_leads_to_an_option(options_page: OptionsPage, qtbot: QtBot) -> None:
    options_page.top.history.click()
    history = dialog(qtbot, OptionHistoryDialog)
    assert isinstance(history, OptionHistoryDialog)
    history.table.activated.emit(history.table.model().index(0, 0))
    qtbot.waitUntil(lambda: options_page.inspector.title.text() == "aggregate-schedule", timeout=10_000)
