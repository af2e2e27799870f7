"""One window a profile: a further start of the program is led to the one that is open (docs/decisions/0033)."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from gim_manager.host.paths import Profile

PATIENCE_MS, SLICE_MS = 3_000, 20
"""A window that has not answered by then hangs, and a further start opens one of its own; it waits in slices, and rings
again and again at one that is just starting."""
LONGEST_PATH = 100
"""Bytes of a socket's path that every system takes."""


class Answer(StrEnum):
    """What comes of ringing."""

    TAKEN = "taken"
    """A window has come up, and shows what was asked for."""
    BUSY = "busy"
    """There is a window, which shows another Info Mart."""
    NOBODY = "nobody"


class Doorbell(QObject):
    """Rings at the window that is open, or is what the next start rings at."""

    def __init__(self, profile: Profile, *, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__()
        self._folder, self._patience_ms = profile.folder, patience_ms
        # It goes with its process, however that ends: the next start takes it over.
        self._lock = QLockFile(str(profile.folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._name: str | None = None
        """Where the next start rings; None where another window is found there."""
        self._server: QLocalServer | None = None
        self._takes: Callable[[str | None], bool] = lambda _url: False

    def is_answered(self, url: str | None) -> bool:
        """Whether an open window takes this start upon itself, which names this Info Mart or none; blocks until it has
        answered. If none does, a window may be opened, and is found from `listen` on."""
        first = self._called()
        if self._lock.tryLock(0):
            self._name = first
            return False
        answer = self._ring(first, url, again=True)
        if answer is Answer.NOBODY:
            self._name = first
        elif answer is Answer.BUSY and url is not None:
            # A second window is found by what it was started with.
            answer = self._ring(second := self._called(url), url)
            self._name = second if answer is Answer.NOBODY else None
        return answer is Answer.TAKEN

    def listen(self, takes: Callable[[str | None], bool]) -> None:
        """From now on `takes` is asked whether this window takes a further start upon itself.

        What a killed program left is taken away: nobody answers there.
        """
        from PySide6.QtNetwork import QLocalServer

        if self._name is None:
            return
        QLocalServer.removeServer(self._name)
        self._takes, self._server = takes, QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open_door)
        self._server.listen(self._name)

    def close(self) -> None:
        """The window goes: the next start opens one of its own."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _called(self, url: str = "") -> str:
        """A file in the profile, where nobody else can put one; Windows has names, and so have folders deep down."""
        short = hashlib.sha256(f"{self._folder}\n{url}".encode()).hexdigest()[:16]
        path = str(self._folder / f"window-{short}")
        is_path = sys.platform != "win32" and len(os.fsencode(path)) <= LONGEST_PATH
        return path if is_path else f"gim-manager-{short}"

    def _open_door(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._answer(caller))
            self._answer(caller)

    def _answer(self, caller: QLocalSocket) -> None:
        if caller.canReadLine():
            answer = Answer.TAKEN if self._takes(_url_in(bytes(caller.readLine().data()))) else Answer.BUSY
            caller.write(f"{answer.value}\n".encode())
            caller.disconnectFromServer()

    def _ring(self, name: str, url: str | None, *, again: bool = False) -> Answer:
        """Once, or `again` as long as nobody opens."""
        from PySide6.QtNetwork import QLocalSocket

        caller, until = QLocalSocket(), QDeadlineTimer(self._patience_ms)
        caller.connectToServer(name)
        while not caller.waitForConnected(SLICE_MS):
            if not again or until.hasExpired():
                return Answer.NOBODY
            QThread.msleep(SLICE_MS)
            caller.connectToServer(name)
        _let_come_up()
        caller.write(json.dumps({"url": url}).encode() + b"\n")
        while not caller.canReadLine() and not until.hasExpired():
            caller.waitForReadyRead(SLICE_MS)
        said = bytes(caller.readLine().data()).decode(errors="replace").strip()
        caller.abort()
        return Answer(said) if said in list(Answer) else Answer.NOBODY


def _url_in(line: bytes) -> str | None:
    try:
        said = json.loads(line)
    except ValueError:
        return None
    url = said.get("url") if isinstance(said, dict) else None
    return url if isinstance(url, str) else None


def _let_come_up() -> None:
    """Windows lets a window come to the front only at the word of the program that a person has just started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
