"""Messages to a program of this computer: started without a shell, told on its standard input, ended in time."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from gim_manager.domain.channel import ChannelFailed, Command
from gim_manager.domain.errors import BadValue
from gim_manager.domain.notice import Notice

_SECRET = ("GIM_MANAGER_", "PGPASS", "PGUSER")
"""Variables that begin so are for the server alone."""
_OPEN = stat.S_IWGRP | stat.S_IWOTH
_LAST_WORDS = 300


def send(command: Command, notice: Notice, *, seconds: float) -> None:
    """Runs the program with the document on its standard input; raises ChannelFailed unless it ends with 0 in time,
    BadValue for a program that may not be run."""
    _ensure_trusted(command.words[0])
    run(command.words, json.dumps(notice.document, ensure_ascii=False), seconds=seconds)


def run(words: Sequence[str], text: str, *, seconds: float) -> None:
    """Runs a program with this text on its standard input; raises ChannelFailed unless it ends with 0 in time.

    Its streams are files, not pipes: neither a program that reads nothing nor a child that it leaves behind can hold
    this one up.
    """
    try:
        with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as said:
            told.write(text.encode() + b"\n")
            told.seek(0)
            _run(words, told, said, seconds)
    except OSError as error:
        raise ChannelFailed(f"{words[0]} cannot be started: {error.strerror or error}.") from error


def _run(words: Sequence[str], told: IO[bytes], said: IO[bytes], seconds: float) -> None:
    process = subprocess.Popen(
        list(words), stdin=told, stdout=subprocess.DEVNULL, stderr=said, env=_environment(), start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip
    name = Path(words[0]).name
    try:
        code = process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise ChannelFailed(f"{name} did not end within {seconds:g} seconds and was ended.") from None
    finally:
        _end(process)
    if code:
        raise ChannelFailed(f"{name} ended with {code}{_last_words(said)}.")


def _ensure_trusted(program: str) -> None:
    """What others may write, others could make the server run."""
    path = Path(program)
    if not path.is_absolute():
        raise BadValue(f"[alarms] command-line takes the whole path of a program, not {program}.")
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise ChannelFailed(f"{program} cannot be started: {error.strerror or error}.") from error
    if sys.platform != "win32" and mode & _OPEN:
        raise BadValue(f"{program} may be changed by others than its owner: chmod go-w {program}")


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.upper().startswith(_SECRET)}


def _end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started; nothing happens if it is gone."""
    if process.poll() is None:
        with suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _last_words(said: IO[bytes]) -> str:
    said.seek(0)
    lines = said.read().decode("utf-8", "replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return f": {last[:_LAST_WORDS]}" if last else ""
