"""A process that computes for the window, so that Python at work never stalls a repaint; ended when nobody waits."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import Any, ParamSpec

from gim_manager.host import priority

P = ParamSpec("P")


class Abandoned(Exception):
    """The process was ended while it computed."""


class Call:
    """One question: a function of a module with its arguments, all of them and the answer plain values."""

    def __init__(self, question: Callable[P, Any], *args: P.args, **kwargs: P.kwargs) -> None:
        self.parts = (question, args, kwargs)
        self.is_dropped = False


class Computer:
    """Started by the first question and kept; one question at a time, asked from one thread."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._current: Call | None = None

    def answer(self, call: Call) -> Any:
        """Blocks; raises Abandoned where the call was dropped, and RuntimeError with the story of what went wrong."""
        try:
            with self._guard:
                if call.is_dropped:
                    raise Abandoned
                self._current, pipe = call, self._running()
                pipe.send(call.parts)
            answer, trouble = pipe.recv()
        except (EOFError, OSError) as error:
            self.close()
            raise Abandoned from error
        finally:
            self._current = None
        if trouble:
            raise RuntimeError(trouble)
        return answer

    def drop(self, call: Call) -> None:
        """Nobody waits for it any more: it is not begun, or ends with its process."""
        with self._guard:
            call.is_dropped = True
            if self._current is call:
                self._end()

    def close(self) -> None:
        """End the process, whatever it does; another question would start another."""
        with self._guard:
            self._end()

    def _end(self) -> None:
        process, self._process, self._pipe = self._process, None, None
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def _running(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            spawning = get_context("spawn")
            self._pipe, there = spawning.Pipe()
            self._process = spawning.Process(target=_answer, args=(there,), name="computing", daemon=True)
            self._process.start()
            there.close()
        return self._pipe


def _answer(pipe: Connection) -> None:
    """Inside the process: question after question, until the window is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    priority.step_back()
    try:
        while True:
            pipe.send(_tried(*pipe.recv()))
    except (EOFError, OSError):
        # Whoever asked is gone, however it ended; an answer that is ready finds nobody.
        return


def _tried(question: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, str]:
    try:
        return question(*args, **kwargs), ""
    except Exception:  # noqa: BLE001  carried to the window, and raised there
        return None, traceback.format_exc()
