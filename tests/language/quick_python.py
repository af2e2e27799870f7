"""Processes of Python without the half second that importing the program takes: each is forked from one that has it all
in memory already, and is like any other from there on. Where nothing can be forked they are ordinary ones."""

import multiprocessing
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import time
import warnings
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import forkserver, reduction
from multiprocessing import process as processes
from multiprocessing.connection import wait
from threading import Lock
from typing import Any, cast

from gim_manager.engine import workers

LOADED = (
    "gim_manager.cli.main", "gim_manager.cli.run", "gim_manager.server.main", "gim_manager.usecases.upkeep",
    "gim_manager.engine.worker", "gim_manager.jobs.aggregate", "gim_manager.jobs.export", "gim_manager.jobs.extract",
    "gim_manager.jobs.initialize", "gim_manager.jobs.maintain", "gim_manager.jobs.transform",
    "tests.engine.hand_worker",
)  # fmt: skip
"""Imported once, with all that they import."""


class _Forked:
    """A process that was forked, as its parent knows it."""

    def __init__(self, life: "_Life", handles: Sequence["_Handle"]) -> None:
        self._process: Any = _context().Process(target=life, args=tuple(handles))
        self._process.start()
        # The module would ask after it from other threads, and wait for it at the end of this process.
        processes._children.discard(self._process)  # type: ignore[attr-defined]
        self._asking = Lock()
        self.pid: int = self._process.pid

    @property
    def returncode(self) -> int | None:
        """The exit code, or minus the signal that killed it; None while it lives."""
        # It is told once, to whoever asks first.
        with self._asking:
            code: int | None = self._process.exitcode
            return code

    def poll(self) -> int | None:
        """The same."""
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code once it has ended; raises TimeoutExpired."""
        if self.returncode is None:
            wait([self._process.sentinel], timeout)
        code = self.returncode
        if code is None:
            raise subprocess.TimeoutExpired("python", timeout or 0.0)
        return code

    def send_signal(self, number: int) -> None:
        """Unless it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """At once."""
        self.send_signal(signal.SIGKILL)


class QuickPython(_Forked):
    """`python -m MODULE …` or `python -c PROGRAM …`, used as a Popen is; what it says is read at its end."""

    def __init__(self, *words: str, environment: Mapping[str, str] | None = None, host: str | None = None) -> None:
        """`host` is what its computer is called, as far as it knows."""
        self._out, self._err = _Handle(_nameless()), _Handle(_nameless())
        life = _Life(words=words, environment=dict(environment or os.environ), folder=os.getcwd(), host=host)
        super().__init__(life, (self._out, self._err))

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """What it said on standard output and standard error, once it has ended; raises TimeoutExpired."""
        self.wait(timeout)
        return self._out.said(), self._err.said()


class QuickWorker(_Forked):
    """A worker of a server, in a session of its own, at the end of three pipes."""

    def __init__(self, *words: str) -> None:
        (hears, tells), (heard, says), (noted, notes) = (os.pipe() for _ in range(3))
        self.stdin, self.stdout, self.stderr = os.fdopen(tells, "wb"), os.fdopen(heard, "rb"), os.fdopen(noted, "rb")
        life = _Life(words=words, environment=dict(os.environ), folder=os.getcwd(), host=None, session=True)
        theirs = [_Handle(says), _Handle(notes), _Handle(hears)]
        super().__init__(life, theirs)
        for handle in theirs:
            handle.close()


begun_really = workers.begun
"""How the program begins a worker."""


def begun(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """The same, in a process like this one."""
    if not can_fork() or command[:2] != (sys.executable, "-m"):
        return begun_really(command)
    return cast("subprocess.Popen[bytes]", QuickWorker(*command[1:]))


Process = QuickPython | subprocess.Popen[str]


def begin(*words: str, environment: Mapping[str, str] | None = None, host: str | None = None) -> Process:
    """A process of `python WORDS` that goes on beside the test, on a computer that thinks it is called `host`."""
    if can_fork():
        return QuickPython(*words, environment=environment, host=host)
    assert host is None, "an ordinary process has the name of its computer"
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *words], env=environment, stdout=pipe, stderr=pipe, text=True)


def run(*words: str, environment: Mapping[str, str] | None = None, timeout: float) -> subprocess.CompletedProcess[str]:
    """A process of `python WORDS` from its start to its end; raises TimeoutExpired, and it is gone."""
    process = begin(*words, environment=environment)
    try:
        out, said = process.communicate(timeout=timeout)
    finally:
        process.kill()
    return subprocess.CompletedProcess(words, process.wait(), out, said)


def can_fork() -> bool:
    """Whether this system has processes that are made from others."""
    return "forkserver" in multiprocessing.get_all_start_methods()


@cache
def _context() -> Any:
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload([__name__, *LOADED])
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Life:
    """What the process does; in its main thread."""

    words: tuple[str, ...]
    environment: dict[str, str]
    folder: str
    host: str | None
    session: bool = False

    def __call__(self, out: "_Handle", said: "_Handle", hears: "_Handle | None" = None) -> None:
        for number, handle in enumerate((hears, out, said)):
            if handle is not None:
                os.dup2(handle.number, number)
                handle.close()
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout, sys.stderr = (os.fdopen(os.dup(number), "w", encoding="utf-8") for number in (1, 2))
        if self.session:
            os.setsid()
        # Whoever forked it forks its workers as well: the module would start another.
        workers.begun = begun
        forkserver._forkserver.ensure_running = lambda: None  # type: ignore[method-assign]
        os.chdir(self.folder)
        os.environ.clear()
        os.environ.update(self.environment)
        time.tzset()
        if action := self.environment.get("PYTHONWARNINGS"):
            warnings.simplefilter(action)  # type: ignore[arg-type]
        if self.host is not None:
            socket.gethostname = lambda: str(self.host)
        kind, what, *arguments = self.words
        sys.argv = [kind, *arguments]
        if kind == "-m":
            runpy.run_module(what, run_name="__main__", alter_sys=True)
        else:
            exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})


class _Handle:
    """A file that is open here and in the process."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.close = weakref.finalize(self, os.close, self.number)

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, (reduction.DupFd(self.number),)

    def said(self) -> str:
        """What was written to it, if it keeps that."""
        with open(os.dup(self.number), encoding="utf-8") as file:
            file.seek(0)
            return file.read()


def _nameless() -> int:
    """A file without a name."""
    number, name = tempfile.mkstemp()
    os.unlink(name)
    return number


def _arrived(duplicate: Any) -> _Handle:
    return _Handle(duplicate.detach())
