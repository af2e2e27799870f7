"""What the program remembers for this user between two starts: a small JSON file, replaced whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from gim_manager.domain.errors import BadValue, StorageFailed
from gim_manager.host.paths import Profile

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_USED = "connections_used"


class Settings:
    """Named values of one profile; another program may write them too, so each change reads the file anew."""

    def __init__(self, profile: Profile) -> None:
        self._file = profile.settings_file

    def get(self, name: str, default: Json = None) -> Json:
        """The value of this name; a file that was damaged counts as empty."""
        return self._read().get(name, default)

    def set(self, name: str, value: Json) -> None:
        """Keeps a value, None forgets it; raises StorageFailed, and leaves all as it was, if it cannot."""
        self._set({name: value})

    def _set(self, changed: Mapping[str, Json]) -> None:
        values = {**self._read(), **changed}
        self._write({key: kept for key, kept in values.items() if kept is not None})

    def connections(self) -> dict[str, str]:
        """The saved connections: URLs without passwords, by name."""
        saved = self.get("connections")
        return {name: str(url) for name, url in saved.items()} if isinstance(saved, dict) else {}

    def connection(self, name: str) -> str:
        """The URL of a saved connection; raises BadValue for an unknown name."""
        saved = self.connections()
        if name not in saved:
            raise BadValue(f"There is no saved connection {name!r}. List them with: gim-manager connections list")
        return saved[name]

    def save_connection(self, name: str, url: str, *, replaces: str | None = None) -> None:
        """Keeps a URL, which holds no password, under this name; the one that it `replaces` goes at the same moment."""
        kept = {key: saved for key, saved in self.connections().items() if key != replaces}
        self._set(
            {"connections": {**kept, name: url}, _USED: [name if key == replaces else key for key in self.used()]}
        )

    def forget_connection(self, name: str) -> None:
        """Raises BadValue for an unknown name."""
        self.connection(name)
        self.set("connections", {key: url for key, url in self.connections().items() if key != name})

    def used(self) -> tuple[str, ...]:
        """The names of saved connections that were ever opened, the last one first."""
        names, saved = self.get(_USED), self.connections()
        return tuple(str(name) for name in names if name in saved) if isinstance(names, list) else ()

    def note_use(self, name: str) -> None:
        """From now on this connection was opened last."""
        self.set(_USED, [name, *(other for other in self.used() if other != name)])

    def _read(self) -> dict[str, Json]:
        try:
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}

    def _write(self, values: Mapping[str, Json]) -> None:
        try:
            write_whole(self._file, json.dumps(values, indent=1, sort_keys=True, ensure_ascii=False))
        except OSError as error:
            raise StorageFailed(str(self._file), f"the settings cannot be kept ({error.strerror})") from error


def write_whole(file: Path, text: str) -> None:
    """Replaces a file so that a reader sees the old text or the new, whatever happens in between; raises OSError."""
    with whole_file(file) as new:
        new.write(text)


@contextmanager
def whole_file(file: Path) -> Iterator[TextIO]:
    """The same for what is written bit by bit: nothing is left of it where the writing does not come to its end."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as new:
            yield new
            new.flush()
            os.fsync(new.fileno())
        os.replace(name, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
