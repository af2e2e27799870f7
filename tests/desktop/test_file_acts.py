"""Record, back up, open a recording and restore from the File menu."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.dialogs.work_dialog import WorkDialog
from gim_manager.desktop.file_acts import restore_file
from gim_manager.desktop.window import MainWindow
from gim_manager.store.backup import copy
from gim_manager.store.migrate import create
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart


def _choose(window: MainWindow, file: Path) -> None:
    dialog = window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(file))
    dialog.close()


def test_a_recording_is_written_where_the_person_says(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    window.actions_by_key["record"].trigger()
    file = Path("night.gimrec")
    _choose(window, file)
    (dialog,) = window.findChildren(WorkDialog)
    assert "night.gimrec" in dialog.sentence.text()
    with qtbot.waitSignal(dialog.made):
        pass
    assert ("record", file) in mart.asked
    assert "Recorded: night.gimrec" in window.statusBar().currentMessage()


def test_the_filtered_job_list_is_exported_where_the_person_says(
    opened: Opened, mart: FakeMart, qtbot: QtBot, tmp_path: Path
) -> None:
    window, file = opened(mart), tmp_path / "runs.csv"
    window.actions_by_key["export"].trigger()
    _choose(window, file)
    (dialog,) = window.findChildren(WorkDialog)
    with qtbot.waitSignal(dialog.made):
        pass
    assert file.read_text(encoding="utf-8").startswith("id,job,status")
    assert "21 runs written to runs.csv" in window.statusBar().currentMessage()


def test_a_backup_is_made_where_the_person_says(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    window.actions_by_key["back_up"].trigger()
    _choose(window, Path("kept.dump"))
    (dialog,) = window.findChildren(WorkDialog)
    with qtbot.waitSignal(dialog.made):
        pass
    assert ("back up", Path("kept.dump")) in mart.asked


def test_a_recording_is_opened_like_a_file_that_was_dropped(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    window = opened(mart)
    window.actions_by_key["recording"].trigger()
    with qtbot.waitSignal(window.dropped) as told:
        _choose(window, Path("night.gimrec"))
    assert told.args == [Path("night.gimrec")]


def test_a_backup_becomes_an_info_mart_and_is_opened(
    opened: Opened, mart: FakeMart, bridge: Bridge, qtbot: QtBot, tmp_path: Path, sqlite_url: str
) -> None:
    kept, place = tmp_path / "kept.sqlite", tmp_path / "restored.sqlite"
    copy(create(sqlite_url), kept, progress=lambda _done, _words: None)
    window = opened(mart)
    window.files.restore(bridge)
    _choose(window, kept)
    with qtbot.waitSignal(window.dropped, timeout=30_000) as told:
        _choose(window, place)
    assert told.args == [place]
    assert place.is_file()


def test_restoring_blocks_and_says_where(tmp_path: Path, sqlite_url: str) -> None:
    kept, place = tmp_path / "kept.sqlite", tmp_path / "restored.sqlite"
    copy(create(sqlite_url), kept, progress=lambda _done, _words: None)
    assert restore_file(kept, place, lambda _done, _words: None) == place
