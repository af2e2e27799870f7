"""An Info Mart's files, or its PostgreSQL database, kept in a file and brought back from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gim_manager.domain.access import Role
from gim_manager.domain.errors import BadValue, Refused, StorageFailed
from gim_manager.domain.masking import masked
from gim_manager.host import postgresql_tools
from gim_manager.schema.engines import reading
from gim_manager.schema.urls import parse_url, without_password
from gim_manager.store import backup, older
from gim_manager.store.connect import Database, connect, holds_anything, open_database
from gim_manager.store.recording import Progress
from gim_manager.store.versions import manager_step
from gim_manager.usecases.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup that was made or brought back: its files and their size."""

    files: tuple[Path, ...]
    bytes: int


def back_up(context: Context, file: Path, *, over: bool = False, progress: Progress) -> Kept:
    """Keep the Info Mart in this file, while it is used; on SQLite in two files, an Info Mart like any other.

    `progress` is told how far it is, and may raise to give it up. Raises BadValue where the file is there already and
    may not be written over, NotPermitted, StorageFailed, NoTool.
    """
    context.access.ensure(Role.ADMINISTRATOR, "Making a backup")
    files = (file, backup.manager_file(file)) if context.database.is_local else (file,)
    for one in files:
        if one.exists() and not over:
            raise BadValue(f"{one} is there already. Name another file.")
    try:
        if context.database.is_local:
            return Kept(files=files, bytes=backup.copy(context.database, file.absolute(), progress=progress))
        return _dump(context.database, file.absolute(), progress)
    except OSError as error:
        raise StorageFailed(str(file), error.strerror or str(error)) from error


def restore(url: str, file: Path, *, over: bool, progress: Progress) -> Kept:
    """Bring a backup back to this URL; what is there is replaced only if told so, and never under a server. On
    PostgreSQL nothing is replaced: the database must be empty.

    Raises BadValue, Refused while a server lives on it, NotAnInfoMart for a file that is no backup, StorageFailed.
    """
    if not file.is_file():
        raise BadValue(f"There is no file {file}.")
    target = parse_url(url)
    if target.drivername != "sqlite":
        return _restore_dump(url, file, progress=progress)
    place = Path(str(target.database)).absolute()
    if place.exists() or backup.manager_file(place).exists():
        _ensure_replaceable(url, over=over)
    kept = open_database(f"sqlite:///{file.absolute().as_posix()}")
    try:
        return Kept(files=(place, backup.manager_file(place)), bytes=backup.replace(kept, place, progress=progress))
    except OSError as error:
        raise StorageFailed(str(place), error.strerror or str(error)) from error


def _ensure_replaceable(url: str, *, over: bool) -> None:
    database = connect(url, must_exist=False)
    if not holds_anything(database):
        return
    if not over:
        raise BadValue(f"{database.url} is not empty. It is replaced only with --over; all that it holds is lost.")
    with reading(database.manager) as connection:
        alive = () if manager_step(connection) is None else older.servers(connection)
    if alive:
        raise Refused("R35", f"The server {alive[0].id} lives on it. Stop it first; it was heard of within 15 s.")


def _dump(database: Database, file: Path, progress: Progress) -> Kept:
    target, password = without_password(database.secret_url)
    address = target.replace("postgresql+psycopg2", "postgresql", 1)
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    words = ("pg_dump", "--format=custom", "--no-password", f"--file={part}", f"--dbname={address}")
    shown = f"pg_dump --format=custom --file={file} --dbname={address}"

    def look() -> None:
        written = part.stat().st_size if part.exists() else 0
        progress(0.0, f"{written // 1_000_000} MB written")

    try:
        postgresql_tools.run(words, shown=shown, password=password, look=look, where=database.url)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    progress(1.0, "")
    return Kept(files=(file,), bytes=file.stat().st_size)


def _restore_dump(url: str, file: Path, *, progress: Progress) -> Kept:
    database = connect(url)
    if holds_anything(database):
        raise BadValue(
            f"{database.url} is not empty. A backup of PostgreSQL is restored into an empty database only: make one "
            "with createdb, and name it in --db."
        )
    target, password = without_password(url)
    address = target.replace("postgresql+psycopg2", "postgresql", 1)
    words = (
        "pg_restore", "--no-password", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
        f"--dbname={address}", str(file),
    )  # fmt: skip
    shown = f"pg_restore --no-owner --no-privileges --single-transaction --dbname={address} {file}"
    postgresql_tools.run(
        words, shown=shown, password=password, look=lambda: progress(0.0, "restoring"), where=masked(url)
    )
    progress(1.0, "")
    return Kept(files=(file,), bytes=file.stat().st_size)
