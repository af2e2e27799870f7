"""A screen of its own for programs with windows, and a tray on it."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

HOW_TO_INSTALL = "`python3 packaging/dev.py test` installs it on Debian and Ubuntu as root; elsewhere install {name}."


@contextmanager
def screen(size: str = "1600x1000x24") -> Iterator[dict[str, str]]:
    """The environment of whoever is to open windows there, while the block lasts."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with _started(command, pass_fds=(theirs,)) as server:
        os.close(theirs)
        with os.fdopen(ours) as told:
            number = told.readline().strip()
        assert number, f"Xvfb did not start: {server.poll()}"
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "XAUTHORITY": ""}


@contextmanager
def tray(environment: dict[str, str]) -> Iterator[None]:
    """A tray at the lower edge of this screen."""
    words = ["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "26"]
    with _started(words, env=os.environ | environment, stderr=subprocess.DEVNULL):
        time.sleep(1.0)
        yield


@contextmanager
def _started(command: list[str], **how: object) -> Iterator["subprocess.Popen[bytes]"]:
    try:
        process = subprocess.Popen(command, **how)  # type: ignore[call-overload]
    except FileNotFoundError as missing:
        raise AssertionError(HOW_TO_INSTALL.format(name=command[0])) from missing
    try:
        yield process
    finally:
        process.kill()
        process.wait()
