"""A copy of a SQLite Info Mart, made while it is used, and put in the place of another.

The manager's file is copied first: where a job ends between the two, the copy holds its data and a run that has not
ended, which recovery takes for Complete by its row of CTL_ETL_HISTORY.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL

from gim_manager.domain.errors import StorageFailed
from gim_manager.schema.urls import sqlite_file
from gim_manager.store.connect import Database, manager_url
from gim_manager.store.recording import Progress

LOOK_STEPS = 20_000
"""Steps of SQLite's machine between two looks whether it goes on: some milliseconds."""
_SIDES = ("-wal", "-shm", "-journal")


def manager_file(file: Path) -> Path:
    """The manager's file beside an Info Mart's."""
    return sqlite_file(manager_url(URL.create("sqlite", database=str(file))))


def copy(database: Database, file: Path, *, progress: Progress) -> int:
    """Copies both halves to `file` and the manager's file beside it, each checked; the bytes written.

    Both appear whole or not at all. What `progress` raises ends the work. Raises StorageFailed.
    """
    target = _Pair(file)
    try:
        target.fill(*_halves(database), progress)
        target.put()
        return target.bytes
    finally:
        target.forget()


def replace(database: Database, file: Path, *, progress: Progress) -> int:
    """Puts a copy of both halves in the place of the Info Mart at `file`, which nobody may use; the bytes written."""
    target = _Pair(file)
    try:
        target.fill(*_halves(database), progress)
        target.make_ready()
        target.clear_place()
        target.put()
        return target.bytes
    finally:
        target.forget()


def _halves(database: Database) -> tuple[Path, Path]:
    return sqlite_file(database.manager.url), sqlite_file(database.info_mart.url)


class _Pair:
    """Two files that become an Info Mart, written under other names first."""

    def __init__(self, file: Path) -> None:
        self._files = manager_file(file), file
        self._parts = tuple(one.with_name(f"{one.name}.part") for one in self._files)
        self.bytes = 0
        self.forget()

    def fill(self, manager: Path, info_mart: Path, progress: Progress) -> None:
        total = sum(one.stat().st_size for one in (manager, info_mart)) or 1
        for source, part in zip((manager, info_mart), self._parts, strict=True):
            name = source.name

            def look(part: Path = part, name: str = name) -> None:
                written = self.bytes + (part.stat().st_size if part.exists() else 0)
                progress(min(0.95, written / total), name)

            _vacuum_into(source, part, look)
            _ensure_whole(part, look)
            self.bytes += part.stat().st_size
        progress(1.0, "")

    def make_ready(self) -> None:
        """As the files of an Info Mart that is used: readers and the writer do not wait for each other."""
        for part in self._parts:
            with closing(sqlite3.connect(part)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")

    def clear_place(self) -> None:
        """What SQLite keeps beside the old files belongs to them alone."""
        for file in self._files:
            for side in _SIDES:
                file.with_name(f"{file.name}{side}").unlink(missing_ok=True)

    def put(self) -> None:
        for part, file in zip(self._parts, self._files, strict=True):
            part.replace(file)

    def forget(self) -> None:
        for part in self._parts:
            for side in ("", *_SIDES):
                part.with_name(f"{part.name}{side}").unlink(missing_ok=True)


def _vacuum_into(source: Path, part: Path, look: Callable[[], None]) -> None:
    """One picture of the file, taken beside its readers and its writer, without the room that is free in it."""
    with closing(_opened(source)) as connection, _Watched(connection, look, source):
        connection.execute("VACUUM INTO ?", (str(part),))


def _ensure_whole(part: Path, look: Callable[[], None]) -> None:
    with closing(_opened(part)) as connection, _Watched(connection, look, part):
        said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if said != "ok":
        raise StorageFailed(str(part), f"the copy is damaged: {said}")


def _opened(file: Path) -> sqlite3.Connection:
    named = f"file:{quote(file.absolute().as_posix())}?mode=rw"
    return sqlite3.connect(named, uri=True, timeout=10, isolation_level=None)


class _Watched:
    """While inside, SQLite looks up from its work; what `look` raises interrupts it and is raised at the end."""

    def __init__(self, connection: sqlite3.Connection, look: Callable[[], None], file: Path) -> None:
        self._look, self._file = look, file
        self._raised: BaseException | None = None
        connection.set_progress_handler(self._step, LOOK_STEPS)

    def _step(self) -> int:
        try:
            self._look()
        except BaseException as raised:  # noqa: BLE001  carried past SQLite, and raised behind it
            self._raised = raised
        return 0 if self._raised is None else 1

    def __enter__(self) -> None:
        """Nothing is to be done."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if self._raised is not None:
            raised, self._raised = self._raised, None
            raise raised from None
        if isinstance(error, sqlite3.Error):
            raise StorageFailed(str(self._file), str(error)) from error
