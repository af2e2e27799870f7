"""How an export becomes a folder: written out of sight, and under its name only when it is whole and on the disk
(E01, E04)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from hashlib import sha1
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Engine

from gim_manager.domain.options import Options
from gim_manager.domain.timing import ensure_aware, from_epoch
from gim_manager.schema.urls import sqlite_file

_UNFINISHED = ".unfinished_"
_NAME = "export_*_*"
_COMPRESSION = 3
"""Most of the shrinking for a third of the time."""


def output_directory(options: Options, info_mart: Engine) -> Path:
    """[gim-export] output-directory; a relative one stands beside the Info Mart's file, or where the server runs."""
    given = Path(options.text("gim-export", "output-directory")).expanduser()
    if given.is_absolute() or info_mart.dialect.name != "sqlite":
        return given.absolute()
    return sqlite_file(info_mart.url).absolute().parent / given


def folder_name(audit_key: int, moment: datetime) -> str:
    """export_<audit key>_<YYYY_MM_DD_HH_MI_SS>, in GMT."""
    return f"export_{audit_key}_{ensure_aware(moment):%Y_%m_%d_%H_%M_%S}"


def exports(directory: Path) -> list[Path]:
    """The folders of an output directory, whole all of them."""
    return sorted(path for path in directory.glob(_NAME) if path.is_dir())


def clear_unfinished(directory: Path) -> None:
    """Removes what a killed run left."""
    for path in directory.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(path, ignore_errors=True)


def delete_older(directory: Path, *, days: int, now: datetime) -> list[str]:
    """Deletes the folders that were finished more than `days` ago; their names."""
    oldest = ensure_aware(now) - timedelta(days=days)
    old = [path for path in exports(directory) if from_epoch(int(path.stat().st_mtime)) < oldest]
    for path in old:
        shutil.rmtree(path)
    return [path.name for path in old]


@contextmanager
def new_folder(directory: Path, name: str) -> Iterator[Bundle]:
    """A folder that takes its name as the block ends well, and leaves nothing if it does not.

    A run that was killed after the name was given, before its mark moved, exports the same again: what stands there
    already is whole and stays.
    """
    directory.mkdir(parents=True, exist_ok=True)
    hidden = directory / f"{_UNFINISHED}{name}"
    shutil.rmtree(hidden, ignore_errors=True)
    hidden.mkdir()
    try:
        path = hidden / f"{name}.zip"
        with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as zipped:
            yield Bundle(zipped)
        _write(hidden / f"{name}.zip.sha1", f"{_digest(path)}  {path.name}\n".encode())
        for settled in (path, hidden):
            _settle(settled)
        if not (directory / name).exists():
            hidden.rename(directory / name)
            _settle(directory)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


class Bundle:
    """The zip file of an export under construction."""

    def __init__(self, zipped: ZipFile) -> None:
        self._zipped = zipped

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """A file of these pieces, however many: no more than one of them is in memory."""
        with self._zipped.open(name, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)


def _digest(path: Path) -> str:
    digest = sha1(usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _settle(path)


def _settle(path: Path) -> None:
    """Waits until the disk has it. Windows cannot do so for a folder, and needs not: its rename is enough."""
    with suppress(PermissionError):
        descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
