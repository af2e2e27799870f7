"""The saved connections of this profile, asked and changed in threads: the keyring may wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gim_manager.desktop.bridge import Bridge
    from gim_manager.domain.address import Wanted
    from gim_manager.host.settings import Settings
    from gim_manager.usecases.connections import Reached, Saved

# The use cases are imported in a thread: the window is on the screen before the database's libraries are loaded.


def _listed(settings: Settings) -> tuple[Saved, ...]:
    from gim_manager.usecases import connections

    return connections.last_used_first(settings)


def _url_of(settings: Settings, name: str) -> str:
    from gim_manager.usecases import connections

    return connections.url_of(settings, name)


def _tried(settings: Settings, wanted: Wanted) -> Reached:
    from gim_manager.usecases import connections

    return connections.tried(settings, wanted)


def _whole_url(settings: Settings, wanted: Wanted) -> str:
    from gim_manager.usecases import connections

    return connections.whole_url(settings, wanted)


def _save(settings: Settings, name: str, wanted: Wanted) -> None:
    from gim_manager.usecases import connections

    connections.save(settings, name, wanted, untested=True)


def _note_use(settings: Settings, name: str) -> None:
    from gim_manager.usecases import connections

    connections.note_use(settings, name)


def _remove(settings: Settings, name: str) -> None:
    from gim_manager.usecases import connections

    connections.remove(settings, name)


class SavedConnections:
    """Each question raises what its use case raises."""

    def __init__(self, bridge: Bridge, settings: Settings) -> None:
        self._bridge, self._settings = bridge, settings

    async def listed(self) -> tuple[Saved, ...]:
        """All, the last used first."""
        return await self._bridge.ask(_listed, self._settings)

    async def url_of(self, name: str) -> str:
        """The whole URL of one."""
        return await self._bridge.ask_apart(_url_of, self._settings, name)

    async def tried(self, wanted: Wanted) -> Reached:
        """Whether it works, and what answers."""
        return await self._bridge.ask_apart(_tried, self._settings, wanted)

    async def whole_url(self, wanted: Wanted) -> str:
        """What was tried, to be opened."""
        return await self._bridge.ask(_whole_url, self._settings, wanted)

    async def save(self, name: str, wanted: Wanted) -> None:
        """Save what was tried, or what the person wants saved untried."""
        await self._bridge.ask(_save, self._settings, name, wanted)

    async def note_use(self, name: str) -> None:
        """It was opened."""
        await self._bridge.ask(_note_use, self._settings, name)

    async def remove(self, name: str) -> None:
        """Forget it and its password."""
        await self._bridge.ask(_remove, self._settings, name)
