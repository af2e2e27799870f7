"""The processes that work runs: how they are started, kept warm, spoken to, and how their end is noticed."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from gim_manager.engine import processes
from gim_manager.engine.protocol import (
    Assignment,
    Ended,
    GiveBack,
    Grant,
    NotAMessage,
    Rebuild,
    StopNow,
    Told,
    ToWorker,
    Wake,
    Want,
    Withdraw,
    decode,
    encode,
)  # fmt: skip
from gim_manager.engine.turns import Turns
from gim_manager.host import priority

if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _FLAGS = 0

LAST_WORDS = 20
"""Lines of a worker's standard error that are kept for the log of its run."""


def worker_command(*, behind: bool = False) -> tuple[str, ...]:
    """How this program starts a worker of itself, frozen or not; it may step `behind` all others."""
    program = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "gim_manager")
    return (*program, "worker", *([priority.BEHIND] if behind else []))


def begun(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process of this command at the end of three pipes; raises OSError where none can be started."""
    # A session of its own: Ctrl-C in a terminal is for the server, which stops its runs in order.
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        creationflags=_FLAGS, start_new_session=sys.platform != "win32",
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A worker told how far it is, or that its job is over."""

    token: str
    message: Told | Ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A worker's process is no more; `last_words` are the last lines of its standard error."""

    token: str
    exit_code: int
    last_words: tuple[str, ...]


class Worker:
    """One process; it has a token from the moment that it is given a run."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.token: str | None = None
        self.since = processes.started(process.pid)
        self.last_words: deque[str] = deque(maxlen=LAST_WORDS)
        self._sending = threading.Lock()

    @property
    def pid(self) -> int:
        """The operating system's number of it."""
        return self.process.pid

    def send(self, message: ToWorker) -> None:
        """Say something; a worker that is gone hears nothing, and its end is noticed by its reader."""
        assert self.process.stdin is not None
        with suppress(OSError, ValueError), self._sending:
            self.process.stdin.write(encode(message))
            self.process.stdin.flush()

    def hang_up(self) -> None:
        """Close its standard input: it ends itself within 5 s."""
        assert self.process.stdin is not None
        with suppress(OSError), self._sending:
            self.process.stdin.close()

    def kill(self) -> None:
        """End it at once."""
        with suppress(OSError):
            self.process.kill()


class Pool:
    """All workers of one server; `deliver` is called from reader threads."""

    def __init__(
        self, deliver: Callable[[Said | Gone], None], *, command: Sequence[str] | None = None, ahead: int | None = None
    ) -> None:
        """So many workers in all are begun `ahead` of their runs, one at a time; by None, always one."""
        self._deliver = deliver
        self._command = tuple(command or worker_command())
        self._ahead = ahead
        self._lock = threading.Lock()
        self._warm: Worker | None = None
        self._working: dict[str, Worker] = {}
        self._threads: list[threading.Thread] = []
        self._turns = Turns(lambda token, number: self.send(token, Grant(number=number)))

    def warm_up(self) -> None:
        """Have one worker ready, so that a start costs milliseconds; where no process can be started, the start of a
        run will tell."""
        if self._ahead == 0 or (self._warm is not None and self._warm.process.poll() is None):
            return
        if self._ahead is not None:
            self._ahead -= 1
        with suppress(OSError):
            self._warm = self._spawn()

    def start(self, assignment: Assignment) -> Worker:
        """Give a run to a worker; raises OSError where no process can be started."""
        worker, self._warm = self._warm, None
        if worker is None or worker.process.poll() is not None:
            worker = self._spawn()
        worker.token = assignment.token
        with self._lock:
            self._working[assignment.token] = worker
        worker.send(assignment)
        return worker

    def send(self, token: str, message: StopNow | Wake | Grant | Rebuild | Withdraw) -> None:
        """Say something to the worker of this token, if it still lives."""
        with self._lock:
            worker = self._working.get(token)
        if worker is not None:
            worker.send(message)

    def kill(self, token: str) -> None:
        """End the worker of this token at once."""
        with self._lock:
            worker = self._working.get(token)
        if worker is not None:
            worker.kill()

    def close(self, *, seconds: float = 5.0) -> None:
        """Hang up on all, end those that do not go by themselves, and wait for their readers."""
        with self._lock:
            left = [*self._working.values(), *([self._warm] if self._warm else [])]
            self._warm = None
        for worker in left:
            worker.hang_up()
        for worker in left:
            _see_out(worker, seconds)
        for thread in self._threads:
            thread.join(timeout=seconds)

    def _spawn(self) -> Worker:
        process = begun(self._command)
        worker = Worker(process)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        words = threading.Thread(target=self._keep_words, args=(worker,), name=f"words {process.pid}", daemon=True)
        reader = threading.Thread(target=self._listen, args=(worker, words), name=f"worker {process.pid}", daemon=True)
        for thread in (words, reader):
            thread.start()
            self._threads.append(thread)
        return worker

    def _listen(self, worker: Worker, words: threading.Thread) -> None:
        assert worker.process.stdout is not None and worker.process.stdin is not None
        for line in worker.process.stdout:
            self._heard(worker, line)
        exit_code = worker.process.wait()
        words.join(timeout=1.0)
        worker.process.stdout.close()
        worker.hang_up()
        if worker.token is None:
            return
        with self._lock:
            self._working.pop(worker.token, None)
        self._turns.give_back(worker.token)
        self._deliver(Gone(token=worker.token, exit_code=exit_code, last_words=tuple(worker.last_words)))

    def _heard(self, worker: Worker, line: bytes) -> None:
        token = worker.token or ""
        try:
            message = decode(line)
        except NotAMessage as noise:
            worker.last_words.append(str(noise))
            return
        # Turns are answered here, in the reader's thread: a scheduler that waits for its database delays no writer.
        if isinstance(message, Want):
            self._turns.want(token, message.number)
        elif isinstance(message, GiveBack):
            self._turns.give_back(token)
        elif isinstance(message, Told | Ended):
            self._deliver(Said(token=token, message=message))

    def _keep_words(self, worker: Worker) -> None:
        assert worker.process.stderr is not None
        for line in worker.process.stderr:
            worker.last_words.append(line.decode(errors="replace").rstrip())
        worker.process.stderr.close()


def _see_out(worker: Worker, seconds: float) -> None:
    try:
        worker.process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.process.wait()
