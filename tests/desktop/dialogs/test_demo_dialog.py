"""A demo is made in a folder that is named before."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.dialogs import demo_dialog
from gim_manager.desktop.dialogs.demo_dialog import DemoDialog
from gim_manager.desktop.theme import Theme


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Kept until the test is over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def small(theme: Theme, bridge: Bridge, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DemoDialog:
    """Open, for a demo of one day and few calls."""
    for name, value in (("DAYS", 1), ("AGENTS", 5), ("CALLS", 40)):
        monkeypatch.setattr(demo_dialog, name, value)
    dialog = DemoDialog(theme, bridge, parent, tmp_path / "demo")
    dialog.open()
    return dialog


def test_a_folder_that_cannot_be_used_is_said_and_another_can_be_tried(
    theme: Theme, bridge: Bridge, qtbot: QtBot, parent: QWidget, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    dialog = DemoDialog(theme, bridge, parent, in_the_way / "demo")
    dialog.open()
    dialog.create_button.click()
    qtbot.waitUntil(lambda: bool(dialog.lines.toPlainText()), timeout=30_000)
    qtbot.waitUntil(dialog.create_button.isEnabled, timeout=30_000)


def test_a_demo_is_made_line_by_line_and_opened(
    small: DemoDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How long it takes to make one is told in tests/whole/test_window.py."""

    def make(_folder: Path, progress: Any) -> tuple[str, str]:
        for line in ("Job_ExtractICON …", "Job_ExtractICON Complete, 40 rows"):
            progress.said.emit(line)
        return "sqlite:///mart.sqlite", "sqlite:///idb.sqlite"

    monkeypatch.setattr(demo_dialog, "make_demo", make)
    with qtbot.waitSignal(small.made_idb) as sample, qtbot.waitSignal(small.made) as told:
        small.create_button.click()
    assert (sample.args, told.args) == (["sqlite:///idb.sqlite"], ["sqlite:///mart.sqlite"])
    assert small.lines.toPlainText().splitlines()[-2:] == ["Job_ExtractICON …", "Job_ExtractICON Complete, 40 rows"]


@pytest.mark.slow
def test_stopped_while_it_is_made_nothing_stays_of_it(small: DemoDialog, qtbot: QtBot, tmp_path: Path) -> None:
    small.create_button.click()
    qtbot.waitUntil(lambda: "Job_ExtractICON" in small.lines.toPlainText(), timeout=240_000)
    assert small.bar.value() > 0 and small.cancel.text() == "Stop"
    qtbot.keyClick(small, Qt.Key.Key_Escape)
    assert small.isVisible()
    qtbot.waitUntil(small.create_button.isEnabled, timeout=240_000)
    assert "Stopped." in small.lines.toPlainText()
    assert not (tmp_path / "demo").exists()
    small.cancel.click()
