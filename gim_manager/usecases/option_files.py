"""Option files on this computer's disk: how one is read, and written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from gim_manager.domain.errors import BadValue, StorageFailed
from gim_manager.domain.option_file import text_of
from gim_manager.host.settings import write_whole
from gim_manager.usecases.context import Context
from gim_manager.usecases.options import export_ini


def read_text(file: Path) -> str:
    """The text of an option file; raises BadValue that names the file."""
    try:
        return text_of(file.read_bytes())
    except OSError as error:
        raise BadValue(f"{file} cannot be read: {error.strerror or error}") from error
    except BadValue as error:
        raise BadValue(f"{file} cannot be read: {error}") from None


def export_to(context: Context, file: Path) -> None:
    """Write all options as an INI file; raises StorageFailed that names the file."""
    text = export_ini(context)
    try:
        write_whole(file.absolute(), text)
    except OSError as error:
        raise StorageFailed(str(file), error.strerror or str(error)) from error
