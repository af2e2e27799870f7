"""What the window remembers for this user: its place, columns, filters, appearance and the last Info Mart."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from gim_manager.desktop.language import Choice
from gim_manager.desktop.theme import Appearance

if TYPE_CHECKING:
    from gim_manager.host.settings import Settings
    from gim_manager.presenters.job_list import Filters

LOOKED_AT = "window.looked_at"
MOST_LOOKED_AT = 20
"""Of so many Info Marts it is remembered when somebody looked at them."""
COLUMNS_VERSION = 1
"""Another number forgets the columns of an older program."""


class Memory:
    """Named values in the profile; whatever is damaged or missing counts as unset."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """Where it remembers; the saved connections are there, too."""
        return self._settings

    def state(self, name: str) -> QByteArray | None:
        """A saved geometry, header or splitter."""
        text = self._settings.get(f"window.{name}")
        return QByteArray.fromBase64(text.encode()) if isinstance(text, str) and text else None

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Save a geometry, header or splitter."""
        self._settings.set(f"window.{name}", bytes(state.toBase64().data()).decode())

    def flag(self, name: str, default: bool) -> bool:
        """A yes or no."""
        value = self._settings.get(f"window.{name}")
        return value if isinstance(value, bool) else default

    def keep_flag(self, name: str, value: bool) -> None:
        """Save a yes or no."""
        self._settings.set(f"window.{name}", value)

    @property
    def appearance(self) -> Appearance:
        """System, light or dark."""
        value = self._settings.get("window.appearance")
        return Appearance(value) if isinstance(value, str) and value in list(Appearance) else Appearance.SYSTEM

    def keep_appearance(self, appearance: Appearance) -> None:
        """Save it."""
        self._settings.set("window.appearance", appearance.value)

    @property
    def language(self) -> Choice:
        """The system's, English or German."""
        value = self._settings.get("window.language")
        return Choice(value) if isinstance(value, str) and value in list(Choice) else Choice.SYSTEM

    def keep_language(self, language: Choice) -> None:
        """Save it."""
        self._settings.set("window.language", language.value)

    @property
    def last_url(self) -> str | None:
        """The Info Mart that was open last; without a password."""
        value = self._settings.get("window.last_url")
        return value if isinstance(value, str) else None

    @property
    def last_connection(self) -> str | None:
        """The saved connection by which it was opened; None where it was none."""
        value = self._settings.get("window.last_connection")
        return value if isinstance(value, str) and value in self._settings.connections() else None

    def keep_last_connection(self, name: str | None) -> None:
        """Save its name; None forgets it."""
        self._settings.set("window.last_connection", name)

    def keep_last_url(self, url: str | None) -> None:
        """Save it; None forgets it."""
        self._settings.set("window.last_url", url)

    def looked_at(self, url: str) -> datetime | None:
        """When somebody looked at this Info Mart last; None if nobody ever did."""
        from gim_manager.domain.timing import ensure_aware

        seen = self._settings.get(LOOKED_AT)
        text = seen.get(url) if isinstance(seen, dict) else None
        try:
            return ensure_aware(datetime.fromisoformat(text)) if isinstance(text, str) else None
        except ValueError:
            return None

    def keep_looked_at(self, url: str, at: datetime) -> None:
        """Save it; of the Info Marts looked at longest ago it is forgotten."""
        seen = self._settings.get(LOOKED_AT)
        known = {name: text for name, text in seen.items() if name != url} if isinstance(seen, dict) else {}
        newest = list(known.items())[1 - MOST_LOOKED_AT :]
        self._settings.set(LOOKED_AT, dict([*newest, (url, at.isoformat())]))

    def filters(self) -> Filters:
        """The filter row as it was; the search is not kept."""
        from gim_manager.domain.listing import RunColumn
        from gim_manager.presenters.job_list import JOBS, PERIODS, STATUSES, Filters

        saved = self._settings.get("window.filters")
        if not isinstance(saved, dict):
            return Filters()
        order = saved.get("order")
        return Filters(
            status=_place(saved.get("status"), len(STATUSES)), job=_place(saved.get("job"), len(JOBS)),
            period=_place(saved.get("period"), len(PERIODS)),
            order=RunColumn(order) if isinstance(order, str) and order in list(RunColumn) else RunColumn.ID,
            descending=saved.get("descending") is not False,
        )  # fmt: skip

    def keep_filters(self, filters: Filters) -> None:
        """Save the filter row without its search."""
        self._settings.set("window.filters", {**asdict(filters), "text": "", "order": filters.order.value})


def _place(value: object, size: int) -> int:
    """A place in a list of choices; the first where the saved one is none."""
    return value if isinstance(value, int) and 0 <= value < size else 0
