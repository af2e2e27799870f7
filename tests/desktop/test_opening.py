"""An Info Mart comes into the window and leaves it; a real one, with its server inside."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from qasync import QEventLoop
from sqlalchemy import text

from gim_manager.desktop.dialogs.connections_dialog import ConnectionsDialog
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.opening import Opening, file_url, is_file_url
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.conditions import Condition
from gim_manager.domain.status import ServerState
from gim_manager.domain.timing import EPOCH
from gim_manager.schema.engines import writing
from gim_manager.store import versions
from gim_manager.store.migrate import create
from gim_manager.store.recording import record
from tests.language.old_versions import an_old_mart, picture
from tests.language.template import initialized


@pytest.fixture
def opening(qtbot: QtBot, loop: QEventLoop, theme: Theme, memory: Memory) -> Iterator[Opening]:
    """Of a shown window that hosts servers; everything is let go of afterwards, before the window is."""
    window = MainWindow(theme, memory)
    window.show()
    made = Opening(loop, theme, memory, window, hosts=True)
    yield made
    with qtbot.waitSignal(made.gone, timeout=30_000):
        made.leave()
    made._bridge.close()
    window.deleteLater()


def _window(opening: Opening) -> MainWindow:
    window = opening.parent()
    assert isinstance(window, MainWindow)
    return window


def test_a_file_is_opened_with_its_server_and_remembered(
    opening: Opening, sqlite_url: str, qtbot: QtBot, memory: Memory
) -> None:
    create(sqlite_url)
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        opening.open(sqlite_url)
    workplace = _window(opening).open_workplace
    qtbot.waitUntil(workplace.is_painted, timeout=30_000)
    assert opening.session is not None
    assert opening.session.mart.identity.hosts_server
    qtbot.waitUntil(
        lambda: opening.session.status.server.state is not ServerState.NONE, timeout=30_000  # type: ignore[union-attr]
    )  # fmt: skip
    assert memory.last_url == sqlite_url
    opening.disconnect_mart()
    qtbot.waitUntil(lambda: _window(opening).workplace is None, timeout=30_000)
    assert memory.last_url is None


def _offered(opening: Opening) -> list[str]:
    return [action.text() for action in _window(opening).toolbar.connection.menu().actions()]


def test_a_further_start_is_taken_by_the_window_that_shows_it_or_shows_nothing_yet(
    opening: Opening, sqlite_url: str, qtbot: QtBot
) -> None:
    create(sqlite_url)
    other = sqlite_url.replace(".sqlite", "-other.sqlite")
    window = _window(opening)
    window.hide()
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        assert opening.takes(sqlite_url)
        assert opening.takes(sqlite_url)
        assert not opening.takes(other)
    assert window.isVisible()
    window.hide()
    assert not opening.takes(other)
    assert not window.isVisible()
    assert opening.takes(None)
    assert window.isVisible()


def test_a_saved_connection_is_opened_from_the_toolbar_and_again_at_the_next_start(
    opening: Opening, sqlite_url: str, qtbot: QtBot, memory: Memory
) -> None:
    create(sqlite_url).let_go()
    for name in ("other", "work"):
        memory.settings.save_connection(name, sqlite_url)
    opening.read_saved()
    qtbot.waitUntil(lambda: _offered(opening)[:2] == ["other", "work"], timeout=30_000)
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        _window(opening).toolbar.saved_wanted.emit("work")
    assert memory.last_connection == "work"
    qtbot.waitUntil(lambda: _offered(opening)[:2] == ["work", "other"], timeout=30_000)
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        opening.open_last()


def test_a_saved_connection_that_fails_is_shown_with_why(
    opening: Opening, tmp_path: Path, qtbot: QtBot, memory: Memory
) -> None:
    memory.settings.save_connection("other", "sqlite:///other.sqlite")
    memory.settings.save_connection("work", file_url(tmp_path / "nothing.sqlite"))
    opening.open_saved("work")
    window = _window(opening)
    qtbot.waitUntil(lambda: bool(window.findChildren(ConnectionsDialog)), timeout=30_000)
    (dialog,) = window.findChildren(ConnectionsDialog)
    qtbot.waitUntil(lambda: "nothing.sqlite" in dialog.answer.text(), timeout=30_000)
    assert dialog.form.name.text() == "work"
    dialog.reject()


def test_no_mask_is_remembered_in_the_place_of_a_password(
    opening: Opening, postgresql_url: str, qtbot: QtBot, memory: Memory
) -> None:
    create(postgresql_url).let_go()
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        opening.open(postgresql_url.replace("postgres@", "postgres:s3cret@"))
    assert memory.last_url == postgresql_url


def test_a_server_that_does_not_answer_is_given_up_at_once(opening: Opening, qtbot: QtBot) -> None:
    page = _window(opening).first_page
    with socket.create_server(("127.0.0.1", 0)) as silent:
        opening.open(f"postgresql://ada@127.0.0.1:{silent.getsockname()[1]}/mart")
        qtbot.waitUntil(page.stop.isVisible, timeout=30_000)
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        qtbot.waitUntil(page.first_button.isVisible, timeout=30_000)
        assert not page.stop.isVisible()
        assert opening.takes(None)


def test_what_cannot_be_opened_is_said_and_the_first_page_stays(opening: Opening, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opening.failed, timeout=30_000) as told:
        opening.open(file_url(tmp_path / "nothing.sqlite"))
    assert "nothing.sqlite" in str(told.args[0])
    assert _window(opening).workplace is None


def test_a_server_runs_here_only_for_a_file() -> None:
    assert is_file_url("sqlite:///x.sqlite")
    assert not is_file_url("postgresql://db/x")


def test_R29_an_older_info_mart_is_asked_about_then_migrated_and_opened(
    opening: Opening, sqlite_url: str, qtbot: QtBot, memory: Memory
) -> None:
    memory.settings.save_connection("work", sqlite_url)
    old = an_old_mart(sqlite_url)
    before = picture(old)
    with qtbot.waitSignal(opening.older, timeout=30_000) as asked:
        opening.open_saved("work")
    assert asked.args[0] == sqlite_url
    assert "is older than this program" in str(asked.args[1])
    assert picture(old) == before
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        opening.migrate(sqlite_url)
    assert memory.last_connection == "work"

    def is_migrated() -> bool:
        return versions.state(old).condition is Condition.READY

    qtbot.waitUntil(is_migrated, timeout=60_000)


def test_R29_a_newer_one_is_refused_in_a_sentence(opening: Opening, sqlite_url: str, qtbot: QtBot) -> None:
    database = create(sqlite_url)
    with writing(database.info_mart) as connection:
        connection.execute(text("UPDATE ctl_schema_version SET version_num = '9999'"))
    with qtbot.waitSignal(opening.failed, timeout=30_000) as told:
        opening.open(sqlite_url)
    assert "is newer than this program" in str(told.args[0])


def test_at_the_end_of_the_session_the_server_has_ended_when_the_call_returns(
    opening: Opening, sqlite_url: str, qtbot: QtBot
) -> None:
    create(sqlite_url)
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        opening.open(sqlite_url)
    assert _schedulers()
    opening.end_within(30)
    assert opening.session is None
    assert not _schedulers()


def _schedulers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "scheduler"]


def test_a_recording_is_shown_without_a_server_and_not_remembered(
    opening: Opening, sqlite_url: str, tmp_path: Path, qtbot: QtBot, memory: Memory
) -> None:
    file = tmp_path / "night.gimrec"
    record(initialized(sqlite_url), file, since=EPOCH, now=EPOCH, progress=lambda _done, _words: None)
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        opening.open(file_url(file))
    workplace = _window(opening).open_workplace
    qtbot.waitUntil(workplace.is_painted, timeout=30_000)
    assert opening.session is not None
    assert not opening.session.mart.identity.hosts_server
    assert memory.last_url is None
    actions = _window(opening).actions_by_key
    qtbot.waitUntil(lambda: not actions["run"].isEnabled())
    assert actions["run"].toolTip().startswith("Ask for a run of a job: a recording is only read")
    assert not is_file_url(file_url(file))
