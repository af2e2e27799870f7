"""What runs inside a worker's process: one run, from its line on standard input to its last word on standard output."""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import traceback
from contextlib import nullcontext, suppress
from typing import BinaryIO

from gim_manager import __version__
from gim_manager.domain.errors import GimError
from gim_manager.domain.job import Job
from gim_manager.engine.clock import SystemClock
from gim_manager.engine.protocol import (
    Assignment,
    Ended,
    Ending,
    Grant,
    Message,
    NotAMessage,
    Rebuild,
    StopNow,
    Told,
    Wake,
    Withdraw,
    decode,
    encode,
)
from gim_manager.engine.rebuilding import Requests
from gim_manager.engine.reporting import Reporter
from gim_manager.engine.runner import run_job
from gim_manager.engine.stopping import Stopping, WriteTurn
from gim_manager.jobs.work import Outcome, Stopped, Work
from gim_manager.schema.engines import reading
from gim_manager.store import options, sessions, sources, tokens
from gim_manager.store.connect import Database, open_database

TELL_SECONDS = 0.25
BEAT_SECONDS = 1.0
ORPHAN_SECONDS = 4.0
"""How long a worker without a host may take to reach a safe point (R36: 5 s in all)."""
ORPHANED = 3
"""Exit code of a worker that ended itself for want of a host."""


def main() -> int:
    """Wait for a run, work it, and end; 0 also when the host leaves without one."""
    lines, voice = _own_pipes()
    line = lines.readline()
    if not line:
        return 0
    assignment = decode(line)
    if not isinstance(assignment, Assignment):
        raise NotAMessage(f"an assignment was expected, not {type(assignment).__name__}")
    _Working(assignment, lines, voice).work()
    sys.stderr.flush()
    # A thread that a driver left behind must not keep a finished worker alive.
    os._exit(0)


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes, out of reach of everything that prints: standard output leads to standard error from here on."""
    lines = open(os.dup(0), "rb")  # noqa: SIM115  kept for the life of the process
    voice = open(os.dup(1), "wb")  # noqa: SIM115
    os.dup2(2, 1)
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stderr
    faulthandler.enable(file=2)
    return lines, voice


class _Working:
    """One run at work: the job in this thread, a listener and a teller beside it."""

    def __init__(self, assignment: Assignment, lines: BinaryIO, voice: BinaryIO) -> None:
        self._assignment = assignment
        self._lines = lines
        self._voice = voice
        self._speaking = threading.Lock()
        self._clock = SystemClock()
        self._reporter = Reporter(self._clock.now)
        self._stop = Stopping()
        self._turn = WriteTurn(self._say, self._stop)
        self._requests = Requests(self._say, self._clock.now)
        self._over = threading.Event()

    def work(self) -> None:
        """The run from beginning to end; whatever happens, the host hears how it ended."""
        for task in (self._listen, self._tell):
            threading.Thread(target=task, name=task.__name__.strip("_"), daemon=True).start()
        ended = self._ended()
        self._over.set()
        if last := self._reporter.take():
            self._say(last)
        self._say(ended)

    def _ended(self) -> Ended:
        try:
            outcome = self._do()
        except Stopped:
            return Ended(ending=Ending.STOPPED, rows=self._reporter.rows())
        except GimError as error:
            return Ended(ending=Ending.FAILED, rows=self._reporter.rows(), error=str(error))
        except Exception as error:  # noqa: BLE001  the edge: a bug becomes a line, and its trace the log of the run
            return self._bug(error)
        return Ended(ending=Ending.COMPLETE, rows=outcome.rows, note=outcome.note)

    def _bug(self, error: Exception) -> Ended:
        for line in traceback.format_exception(error):
            self._reporter.line("ERROR", line.rstrip())
        if self._stop.requested():
            # What a cancelled statement leaves behind on its way out is no failure of the job.
            return Ended(ending=Ending.STOPPED, rows=self._reporter.rows())
        told = f"{self._assignment.job.value} met an error that it does not know: {type(error).__name__}: {error}"
        return Ended(ending=Ending.FAILED, rows=self._reporter.rows(), error=told)

    def _do(self) -> Outcome:
        database = open_database(
            self._assignment.url,
            application=sessions.application_name(self._assignment.run_id, self._assignment.token),
            # A job waits its turn for as long as it takes; a stop ends the wait.
            patience=None,
            # It begins many short transactions, and leaves nothing in its session.
            keeps=self._assignment.job is Job.AGGREGATE,
            # What a job does to tables is their owner's work: partitions, statistics, migration.
            owns=True,
        )
        tokens.guard_commits(database, self._assignment.run_id, self._assignment.token)
        return run_job(self._work(database))

    def _work(self, database: Database) -> Work:
        with reading(database.manager) as connection:
            set_options = options.load(connection)
            read_sources = sources.sources(connection)
        self._reporter.keep_from(set_options.text("log", "level"))
        return Work(
            run_id=self._assignment.run_id, job=self._assignment.job, parameters=self._assignment.parameters,
            info_mart=database.info_mart, sources=read_sources, options=set_options,
            report=self._reporter, stop=self._stop, now=self._clock.now, version=__version__,
            handed=self._requests.next,
            turn=self._turn.take if database.kind == "sqlite" else nullcontext,
        )  # fmt: skip

    def _say(self, message: Message) -> None:
        # A host that is gone hears nothing; the listener notices its end.
        with suppress(OSError), self._speaking:
            self._voice.write(encode(message))
            self._voice.flush()

    def _listen(self) -> None:
        for line in self._lines:
            message = decode(line)
            if isinstance(message, Grant):
                self._turn.granted(message.number)
            elif isinstance(message, StopNow):
                self._stop.tell()
            elif isinstance(message, Wake):
                self._stop.wake()
            elif isinstance(message, Rebuild):
                self._requests.give(message)
                self._stop.wake()
            elif isinstance(message, Withdraw):
                self._requests.withdraw(message)
        self._stop.tell()
        if not self._over.wait(ORPHAN_SECONDS):
            os._exit(ORPHANED)

    def _tell(self) -> None:
        quiet = 0.0
        while not self._over.wait(TELL_SECONDS):
            self._stop.cancel_again()
            self._requests.tell()
            quiet += TELL_SECONDS
            if told := self._reporter.take():
                self._say(told)
            elif quiet < BEAT_SECONDS:
                continue
            else:
                self._say(Told())
            quiet = 0.0
