"""A further start of the program is led to the window that is open, and never blocked by one that is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo, QThread
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from gim_manager.desktop.doorbell import Doorbell
from gim_manager.host.paths import Profile

HERE, THERE = "sqlite:////data/here.sqlite", "postgresql://db/there"


class Start(QThread):
    """One start of the program, in a thread of Qt's, as if it were a process."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        super().__init__()
        self.bell = Doorbell(Profile(folder=folder), patience_ms=30_000)
        self._url = url
        self._answered: bool | None = None

    def ring(self, qtbot: QtBot) -> bool:
        """Whether another window took it upon itself."""
        with qtbot.waitSignal(self.finished, timeout=30_000):
            self.start()
        assert self.wait()
        assert self._answered is not None
        return self._answered

    def run(self) -> None:
        """Not in the thread in which windows answer."""
        self._answered = self.bell.is_answered(self._url)


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Doorbell]:
    """A window that shows HERE."""
    bell = Doorbell(Profile(folder=tmp_path))
    assert not bell.is_answered(None)
    bell.listen(lambda url: url in (None, HERE))
    yield bell
    bell.close()


def test_a_further_start_is_taken_by_the_window_that_is_open(first: Doorbell, tmp_path: Path, qtbot: QtBot) -> None:
    assert Start(tmp_path).ring(qtbot)
    assert Start(tmp_path, HERE).ring(qtbot)


def test_another_info_mart_gets_a_second_window_which_is_found_by_it(
    first: Doorbell, tmp_path: Path, qtbot: QtBot
) -> None:
    second = Start(tmp_path, THERE)
    assert not second.ring(qtbot)
    second.bell.listen(lambda url: url == THERE)
    assert Start(tmp_path, THERE).ring(qtbot)
    assert Start(tmp_path).ring(qtbot)
    second.bell.close()


def test_another_profile_has_windows_of_its_own(first: Doorbell, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "other").mkdir()
    assert not Start(tmp_path / "other").ring(qtbot)


def test_a_window_that_is_closed_answers_no_more(first: Doorbell, tmp_path: Path, qtbot: QtBot) -> None:
    first.close()
    assert not Start(tmp_path).ring(qtbot)


def test_a_killed_window_leaves_nothing_that_blocks_the_next(tmp_path: Path, qtbot: QtBot) -> None:
    left = Path(Doorbell(Profile(folder=tmp_path))._called())
    if left.is_absolute():  # a name, on Windows, goes with its process
        left.touch()
    # As QLockFile writes it, of a process that is no more.
    lock = f"4194305\npython\n{QSysInfo.machineHostName()}\n"
    (tmp_path / "window.lock").write_text(lock, encoding="ascii", newline="\n")
    start = Start(tmp_path)
    assert not start.ring(qtbot)
    start.bell.listen(lambda _url: True)
    assert Start(tmp_path).ring(qtbot)
    start.bell.close()


def test_a_window_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    hanging = Doorbell(Profile(folder=tmp_path))
    assert not hanging.is_answered(None)
    hanging.listen(lambda _url: True)
    # In this thread nobody answers while it rings.
    start = Doorbell(Profile(folder=tmp_path), patience_ms=1)
    assert not start.is_answered(None)
    hanging.close()


@pytest.mark.parametrize("said", [b"nonsense\n", b"[]\n", b'{"url": 7}\n'])
def test_what_no_start_would_say_names_no_info_mart(first: Doorbell, qtbot: QtBot, said: bytes) -> None:
    caller = QLocalSocket()
    caller.connectToServer(first._called())
    qtbot.waitUntil(lambda: caller.state() is QLocalSocket.LocalSocketState.ConnectedState, timeout=30_000)
    caller.write(said)
    qtbot.waitUntil(caller.canReadLine, timeout=30_000)
    assert bytes(caller.readLine().data()) == b"taken\n"


def test_the_doorbell_of_a_deep_folder_has_a_short_name(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120)
    assert Doorbell(Profile(folder=deep))._called().startswith("gim-manager-")
