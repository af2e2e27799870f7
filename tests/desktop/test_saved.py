"""The saved connections are asked in a thread, and what goes wrong there is raised where it was asked."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from gim_manager.desktop import saved
from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.saved import SavedConnections
from gim_manager.domain.address import Wanted
from gim_manager.domain.errors import BadValue
from gim_manager.host.settings import Settings
from tests.language.keyrings import Memory as Ring
from tests.language.keyrings import keyring_is

URL = "postgresql://ann@127.0.0.1:1/mart"


def test_one_is_saved_found_again_and_removed(bridge: Bridge, memory: Memory, qtbot: QtBot) -> None:
    asked = SavedConnections(bridge, memory.settings)
    told: list[object] = []

    async def talk() -> None:
        await asked.save("work", Wanted(url=URL, password="s3cret"))
        await asked.note_use("work")
        told.extend(one.name for one in await asked.listed())
        told.append(await asked.url_of("work"))
        told.append(await asked.whole_url(Wanted(url=URL, replaces="work")))
        await asked.remove("work")
        try:
            await asked.url_of("work")
        except BadValue as error:
            told.append(type(error))

    with keyring_is(Ring()):
        bridge.start("talk", talk())
        qtbot.waitUntil(lambda: len(told) == 4, timeout=30_000)
    whole = URL.replace("sql:", "sql+psycopg2:").replace("ann@", "ann:s3cret@")
    assert told == ["work", whole, whole, BadValue]


def test_the_event_loop_never_waits_for_the_keyring(
    bridge: Bridge, memory: Memory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def url_of(_settings: Settings, _name: str) -> str:
        threads.append(threading.current_thread())
        return ""

    monkeypatch.setattr(saved, "_url_of", url_of)

    async def ask() -> None:
        await SavedConnections(bridge, memory.settings).url_of("work")

    bridge.start("ask", ask())
    qtbot.waitUntil(lambda: bool(threads), timeout=30_000)
    assert threads[0] is not threading.main_thread()
