"""pg_dump and pg_restore: found on this computer, run without a password among their words, ended when told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from gim_manager.domain.errors import GimError, StorageFailed

_PLACES = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/libpq/bin", "C:/Program Files/PostgreSQL/*/bin")
_LOOK_SECONDS = 0.2
_FLAGS = 0
if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW


class NoTool(GimError):
    """A tool of PostgreSQL is not on this computer."""

    def __init__(self, name: str, instead: str) -> None:
        super().__init__(
            f"{name} is not on this computer; it comes with PostgreSQL's client programs, of the server's version or a "
            f"later one. Install them, or run where they are: {instead}"
        )


def run(words: Sequence[str], *, shown: str, password: str | None, look: Callable[[], None], where: str) -> None:
    """Runs a tool to its end, its name first; `look` is called a few times a second, and what it raises ends the tool.

    `shown` is the command that a person can run instead. Raises NoTool, StorageFailed with the tool's last words.
    """
    program = _found(words[0])
    if program is None:
        raise NoTool(words[0], shown)
    environment = dict(os.environ) | ({"PGPASSWORD": password} if password else {})
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [program, *words[1:]], env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            creationflags=_FLAGS,
        )  # fmt: skip
        try:
            code = _awaited(process, look)
        except BaseException:
            process.kill()
            process.wait()
            raise
        if code:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines()
            raise StorageFailed(where, (lines or [f"{words[0]} ended with {code}"])[-1])


def _awaited(process: subprocess.Popen[bytes], look: Callable[[], None]) -> int:
    while True:
        try:
            return process.wait(_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            look()


def _found(name: str) -> str | None:
    """On the path, or where the newest version is usually installed."""
    if known := shutil.which(name):
        return known
    for place in _PLACES:
        root, _, rest = place.partition("*")
        folders = sorted(Path(root).glob(f"*{rest}"), key=_version) if rest else [Path(place)]
        for folder in reversed(folders):
            if known := shutil.which(name, path=str(folder)):
                return known
    return None


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.parent.name.split(".") if part.isdigit())
