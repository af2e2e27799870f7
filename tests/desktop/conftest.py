"""A window on a fake Info Mart, with the real bridge, theme and event loop."""

import asyncio
import gc
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from gim_manager.desktop.bridge import Bridge, event_loop
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.pages import expected_starts
from gim_manager.desktop.pages.options_page import OptionsPage
from gim_manager.desktop.pages.timeline_page import TimelinePage
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.window import MainWindow
from gim_manager.host.paths import profile
from gim_manager.host.settings import Settings
from tests.language.fake_window import FakeMart

Opened = Callable[..., MainWindow]
OpenedPage = Callable[[FakeMart], TimelinePage]
PATIENCE_MS = 60_000
"""A process that computes starts anew in each test."""
_tests = count(1)


@pytest.fixture(autouse=True)
def garbage_is_collected_in_this_thread() -> Iterator[None]:
    """A widget in a circle that a bridge's thread happens to collect takes the process down, minutes later."""
    gc.disable()
    yield
    if next(_tests) % 10 == 0:
        gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def only_loop(qapp: QApplication) -> QEventLoop:
    """A process has one: it goes down with the application."""
    return event_loop(qapp)


@pytest.fixture
def loop(only_loop: QEventLoop) -> Iterator[QEventLoop]:
    """The event loop that runs inside Qt's, as in the program; an error of a task fails the test."""
    asyncio.events._set_running_loop(only_loop)
    errors: list[BaseException] = []
    hook, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: errors.append(error)
    yield only_loop
    sys.excepthook = hook
    asyncio.events._set_running_loop(None)
    assert not errors, errors


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Light; the application's palette and style sheet go back afterwards."""
    qapp.setStyle("Fusion")
    yield Theme(qapp, Appearance.LIGHT)
    # A window that waits to be deleted would be dressed once more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """An empty profile."""
    return Memory(Settings(profile(tmp_path)))


@pytest.fixture
def bridge(loop: QEventLoop) -> Iterator[Bridge]:
    """Closed after the test."""
    made = Bridge(loop)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def nothing_is_played_for_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process in each test that shows a waiting run would cost more than the tests do; one of them asks for it."""
    monkeypatch.setattr(expected_starts, "REST_SECONDS", 3600.0)


@pytest.fixture
def opened(qtbot: QtBot, loop: QEventLoop, theme: Theme, memory: Memory) -> Iterator[Opened]:
    """`opened(mart)`: the shown window on it, idle."""
    sessions: list[Session] = []

    def open_on(mart: FakeMart, *, wait: bool = True) -> MainWindow:
        window = MainWindow(theme, memory)
        qtbot.addWidget(window)
        session = Session(mart, Bridge(loop))
        sessions.append(session)
        window.show_session(session)
        window.show()
        workplace = window.workplace
        assert workplace is not None
        if wait:
            qtbot.waitUntil(workplace.is_painted, timeout=10_000)
        return window

    yield open_on
    for session in sessions:
        session.close()


@pytest.fixture
def mart() -> FakeMart:
    """An Info Mart made of values."""
    return FakeMart()


@pytest.fixture
def options_page(opened: Opened, mart: FakeMart, qtbot: QtBot) -> OptionsPage:
    """The Options page over it, opened and at rest."""
    window = opened(mart)
    window.resize(1360, 860)
    window.activateWindow()
    workplace = window.open_workplace
    workplace.turn_to(workplace.options)
    qtbot.waitUntil(lambda: "schedule" in workplace.options._pages, timeout=10_000)
    qtbot.waitUntil(lambda: workplace.options._pages["schedule"].is_built, timeout=10_000)
    return workplace.options


@pytest.fixture
def timeline(opened: Opened, qtbot: QtBot) -> OpenedPage:
    """`timeline(mart)`: its Timeline page, with what is expected."""

    def open_on(mart: FakeMart) -> TimelinePage:
        window = opened(mart)
        window.resize(1360, 860)
        window.activateWindow()
        page = window.open_workplace.timeline
        window.open_workplace.turn_to(page)
        qtbot.waitUntil(lambda: any(len(lane.plan) for lane in page.desk.picture.lanes), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not page.desk.progress.is_playing, timeout=PATIENCE_MS)
        return page

    return open_on
