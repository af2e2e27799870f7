"""What came of a recording and of a backup, in a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gim_manager.presenters import words
from gim_manager.presenters.language import decimal, tr

if TYPE_CHECKING:
    from gim_manager.usecases.backup import Kept
    from gim_manager.usecases.recording import Made

_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def size(number: int) -> str:
    """`78.0 MB`; a file of less than a thousand bytes `312 bytes`."""
    for unit, name in _UNITS:
        if number >= unit:
            return f"{decimal(number / unit)}{words.NARROW}{name}"
    return tr("{n} bytes", "", number, one="{n} byte")


def recorded(made: Made) -> str:
    """`Recorded: night.gimrec, 1.6 MB.`"""
    return tr("Recorded: {file}, {size}.", file=made.file.name, size=size(made.bytes))


def kept(backup: Kept) -> str:
    """`Kept: infomart-backup.sqlite and infomart-backup.manager.sqlite, 78.0 MB.`"""
    names = words.listed([file.name for file in backup.files])
    return tr("Kept: {files}, {size}.", files=names, size=size(backup.bytes))


def exported(runs: int, file: Path) -> str:
    """`1,204 runs written to prod-infomart.csv`"""
    return tr("{n} runs written to {file}", "", runs, one="{n} run written to {file}", file=file.name)
