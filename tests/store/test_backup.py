"""A SQLite Info Mart is copied while it is used, checked, and put in the place of another."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from gim_manager.domain.errors import Abandoned, StorageFailed
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import backup
from gim_manager.store.connect import Database, open_database
from tests.language.stored import stored


def _quiet(_done: float, _words: str) -> None:
    """Nobody looks on."""


def _runs(database: Database) -> int:
    with reading(database.manager) as connection:
        return int(connection.scalar(text("SELECT COUNT(*) FROM mgr_run")) or 0)


def test_a_copy_is_an_info_mart_like_any_other(sqlite_database: Database, tmp_path: Path) -> None:
    with writing(sqlite_database.manager) as connection:
        stored(connection, Status.COMPLETE)
    file = tmp_path / "kept.sqlite"
    written = backup.copy(sqlite_database, file, progress=_quiet)
    assert written == file.stat().st_size + backup.manager_file(file).stat().st_size
    assert _runs(open_database(f"sqlite:///{file.as_posix()}")) == 1
    assert not list(tmp_path.glob("*.part*"))


def test_it_is_made_while_somebody_writes(sqlite_database: Database, tmp_path: Path) -> None:
    with writing(sqlite_database.manager) as connection, writing(sqlite_database.info_mart):
        stored(connection, Status.COMPLETE)
        backup.copy(sqlite_database, tmp_path / "kept.sqlite", progress=_quiet)
    assert _runs(open_database(f"sqlite:///{(tmp_path / 'kept.sqlite').as_posix()}")) == 0


def test_what_is_given_up_leaves_nothing(sqlite_database: Database, tmp_path: Path) -> None:
    def give_up(_done: float, _words: str) -> None:
        raise Abandoned

    with pytest.raises(Abandoned):
        backup.copy(sqlite_database, tmp_path / "kept.sqlite", progress=give_up)
    assert [path.name for path in tmp_path.glob("kept*")] == []


def test_a_damaged_file_is_told(sqlite_database: Database, tmp_path: Path) -> None:
    assert sqlite_database.file is not None
    with sqlite_database.file.open("r+b") as file:
        file.seek(8192)
        file.write(b"x" * 65_536)
    with pytest.raises(StorageFailed):
        backup.copy(sqlite_database, tmp_path / "kept.sqlite", progress=_quiet)
    assert [path.name for path in tmp_path.glob("kept*")] == []


def test_a_copy_takes_the_place_of_another_and_is_ready_for_a_server(sqlite_database: Database, tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite"
    backup.copy(sqlite_database, kept, progress=_quiet)
    with writing(sqlite_database.manager) as connection:
        stored(connection, Status.COMPLETE)
    assert sqlite_database.file is not None
    place = sqlite_database.file
    place.with_name(f"{place.name}-wal").write_bytes(b"of the old file")
    backup.replace(open_database(f"sqlite:///{kept.as_posix()}"), place, progress=_quiet)
    restored = open_database(f"sqlite:///{place.as_posix()}")
    assert _runs(restored) == 0
    for file in (place, backup.manager_file(place)):
        with sqlite3.connect(file) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
