"""The program goes on while its window speaks another language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from gim_manager.desktop import language
from gim_manager.desktop.language import VARIABLE, Choice
from gim_manager.desktop.program import Program
from gim_manager.desktop.theme import Appearance
from gim_manager.store.migrate import create


@pytest.fixture
def program(
    qtbot: QtBot, loop: QEventLoop, tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """With an Info Mart and the server in it."""
    create(sqlite_url)
    monkeypatch.setenv(VARIABLE, "en")
    made = Program(tmp_path / "profile", hosts=True)
    made.__dict__["loop"] = loop
    made.window.show()
    with qtbot.waitSignal(made.opening.opened, timeout=30_000):
        made.opening.open(sqlite_url)
    yield made
    monkeypatch.setenv(VARIABLE, "en")
    language.install(made.app, Choice.ENGLISH)
    with qtbot.waitSignal(made.opening.gone, timeout=30_000):
        made.opening.leave()
    made.opening._bridge.close()
    made.window.deleteLater()
    made.app.setStyleSheet("")


def test_another_language_is_another_window_on_the_same_info_mart_and_server(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program.window
    mart = before.session.mart
    before.open_workplace.tabs.setCurrentIndex(3)
    monkeypatch.setenv(VARIABLE, "de")
    gone: list[bool] = []
    before.destroyed.connect(lambda: gone.append(True))
    program.speak(Choice.GERMAN)
    window = program.window
    window.show()
    qtbot.waitUntil(lambda: bool(gone), timeout=30_000)
    assert window.actions_by_key["refresh"].text() == "Aktualisieren"
    assert window.session.mart is mart
    assert window.open_workplace.tabs.currentIndex() == 3
    qtbot.waitUntil(window.open_workplace.is_painted, timeout=30_000)
    assert mart.identity.hosts_server
    program.theme.wear(Appearance.DARK)
    window.refresh()
    qtbot.waitUntil(window.open_workplace.is_painted, timeout=30_000)
    assert window.windowTitle().endswith("GIM Manager")
