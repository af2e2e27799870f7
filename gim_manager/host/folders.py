"""Whether files can be written into a folder, also into one that is still to be made; nothing is made to find out."""

from __future__ import annotations

import os
from pathlib import Path


def unwritable(folder: Path) -> str | None:
    """Why no file can be written there, as the end of a sentence; None if one can, as far as the system tells."""
    try:
        there = next(path for path in (folder, *folder.parents) if path.exists())
    except (OSError, StopIteration) as error:
        return f"it cannot be reached ({getattr(error, 'strerror', None) or 'there is no such drive'})"
    if not there.is_dir():
        return "it is a file, not a folder" if there == folder else f"{there} is a file, not a folder"
    if not os.access(there, os.W_OK | os.X_OK):
        return "nothing can be written there" if there == folder else f"it cannot be made in {there}"
    return None
