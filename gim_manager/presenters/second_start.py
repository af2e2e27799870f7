"""Which open window a further start of the program means: any, or that of the Info Mart that it names."""

from __future__ import annotations

import os
from pathlib import Path

from gim_manager.domain.address import taken_apart
from gim_manager.domain.errors import BadUrl

_FILE = "sqlite:///"


def from_anywhere(url: str) -> str:
    """The URL as a program reads it that was started in another folder."""
    return f"{_FILE}{_file(url).as_posix()}" if url.startswith(_FILE) else url


def is_same(one: str, other: str) -> bool:
    """Whether both URLs name one Info Mart, as far as can be told without asking a database; passwords do not count."""
    if one.startswith(_FILE) and other.startswith(_FILE):
        return os.path.normcase(_file(one)) == os.path.normcase(_file(other))
    try:
        return taken_apart(one)[0] == taken_apart(other)[0]
    except BadUrl:
        return False


def _file(url: str) -> Path:
    return Path(os.path.normpath(Path(url.removeprefix(_FILE)).absolute()))
