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
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from multiprocessing import reduction
from typing import Any

LOADED = ("gim_manager.cli.main", "gim_manager.cli.run", "gim_manager.server.main", "gim_manager.usecases.upkeep")
"""Imported once, with all that they import."""


class QuickPython:
    """`python -m MODULE …` or `python -c PROGRAM …`, used as a Popen is; what it says is read at its end."""

    def __init__(self, *words: str, environment: Mapping[str, str] | None = None, host: str | None = None) -> None:
        """`host` is what its computer is called, as far as it knows."""
        self._out, self._err = _Handle(), _Handle()
        life = _Life(words=words, environment=dict(environment or os.environ), folder=os.getcwd(), host=host)
        self._process: Any = _context().Process(target=life, args=(self._out, self._err))
        self._process.start()
        self.pid: int = self._process.pid

    @property
    def returncode(self) -> int | None:
        """The exit code, or minus the signal that killed it; None while it lives."""
        code: int | None = self._process.exitcode
        return code

    def poll(self) -> int | None:
        """The same."""
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code once it has ended; raises TimeoutExpired."""
        self._process.join(timeout)
        if self.returncode is None:
            raise subprocess.TimeoutExpired("python", timeout or 0.0)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Unless it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """At once."""
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """What it said on standard output and standard error, once it has ended; raises TimeoutExpired."""
        self.wait(timeout)
        return self._out.said(), self._err.said()


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

    def __call__(self, out: "_Handle", said: "_Handle") -> None:
        for handle, number in ((out, 1), (said, 2)):
            os.dup2(handle.number, number)
        sys.stdout, sys.stderr = (os.fdopen(os.dup(number), "w", encoding="utf-8") for number in (1, 2))
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
    """A file without a name, open here and in the process, that keeps what it says."""

    def __init__(self, number: int | None = None) -> None:
        self.number = number or _nameless()
        weakref.finalize(self, os.close, self.number)

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, (reduction.DupFd(self.number),)

    def said(self) -> str:
        with open(os.dup(self.number), encoding="utf-8") as file:
            file.seek(0)
            return file.read()


def _nameless() -> int:
    number, name = tempfile.mkstemp()
    os.unlink(name)
    return number


def _arrived(duplicate: Any) -> _Handle:
    return _Handle(duplicate.detach())
