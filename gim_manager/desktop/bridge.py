"""The one crossing of threads: a window asks, a thread answers, and the event loop never waits."""

from __future__ import annotations

import asyncio
import logging
import queue
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from gim_manager.desktop.computing import Call, Computer

P = ParamSpec("P")
T = TypeVar("T")

ASKING_THREADS = 3
"""Questions at a time: one that hangs must not hold up the others."""

_LOG = logging.getLogger(__name__)
_Work = Callable[[], None]


class _Lane:
    """Threads that end with the process, whatever their database does: closing never waits for a stalled answer."""

    def __init__(self, name: str, threads: int) -> None:
        self._works: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"{name} {number}", daemon=True) for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, work: _Work) -> None:
        self._works.put(work)

    def close(self) -> None:
        for _ in self._threads:
            self._works.put(None)

    def _work(self) -> None:
        while (work := self._works.get()) is not None:
            work()


class Bridge:
    """Starts the window's tasks and carries their questions to threads; of the event loop's thread only."""

    def __init__(self, loop: QEventLoop) -> None:
        self._loop = loop
        self._asking = _Lane("asking", ASKING_THREADS)
        self._watching = _Lane("watching", 1)
        self._computing = _Lane("computing", 1)
        self._computer = Computer()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._closed = False

    @property
    def is_idle(self) -> bool:
        """Whether no task but the endless ones (their names begin with a dot) is under way."""
        return all(name.startswith(".") or task.done() for name, task in self._tasks.items())

    def is_under_way(self, name: str) -> bool:
        """Whether a task of this name has not ended."""
        return name in self._tasks and not self._tasks[name].done()

    def start(self, name: str, task: Coroutine[Any, Any, None]) -> None:
        """Start a task; one of the same name that is still under way is dropped first, with its answer."""
        if self._closed:
            task.close()
            return
        self.drop(name)
        started = self._loop.create_task(task)
        self._tasks[name] = started
        started.add_done_callback(lambda ended: self._ended(name, ended))

    def drop(self, name: str) -> None:
        """Forget a task; what its thread still answers goes unheard."""
        if task := self._tasks.pop(name, None):
            task.cancel()

    def drop_all(self) -> None:
        """Forget every task."""
        for name in list(self._tasks):
            self.drop(name)

    async def ask(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer of a blocking question, asked in a thread; raises what it raises."""
        return await self._carry(self._asking, lambda: question(*args, **kwargs))

    async def ask_apart(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `ask`, in a thread of its own: for what may hang for long and be given up, and must hold up no other."""
        lane = _Lane("asking apart", 1)
        try:
            return await self._carry(lane, lambda: question(*args, **kwargs))
        finally:
            lane.close()

    async def watch(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `ask`, always in one and the same thread: for what waits long or keeps a connection."""
        return await self._carry(self._watching, lambda: question(*args, **kwargs))

    async def compute(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer of a function that computes in Python, from a process; dropping the task ends that."""
        call = Call(question, *args, **kwargs)
        try:
            answer: T = await self._carry(self._computing, lambda: self._computer.answer(call))
        except asyncio.CancelledError:
            self._computer.drop(call)
            raise
        return answer

    def leave(self, act: Callable[[], object]) -> threading.Event:
        """Do in a thread what nobody waits for; set when it is done."""
        done = threading.Event()

        def work() -> None:
            try:
                act()
            except Exception:  # noqa: BLE001  nobody is left to hear of it
                _LOG.exception("what nobody waits for failed", extra={"action": "bug"})
            finally:
                done.set()

        self._asking.put(work)
        return done

    def settle(self, act: Callable[[], object], seconds: float) -> None:
        """The same, and wait here, at most so long: only where the event loop may get no further turn."""
        self.leave(act).wait(seconds)

    async def pause(self, seconds: float) -> None:
        """Let time pass for this task."""
        await asyncio.sleep(seconds)

    def close(self) -> None:
        """Drop every task and answer; threads that still wait for a database end with the process."""
        self._closed = True
        self.drop_all()
        self._asking.close()
        self._watching.close()
        self._computing.close()
        self._computer.close()

    def _carry(self, lane: _Lane, question: Callable[[], T]) -> asyncio.Future[T]:
        answer: asyncio.Future[T] = self._loop.create_future()

        def work() -> None:
            try:
                result = question()
            except Exception as error:  # noqa: BLE001  carried to the task that asked, and raised there
                self._hand_over(answer, None, error)
            else:
                self._hand_over(answer, result, None)

        lane.put(work)
        return answer

    def _hand_over(self, answer: asyncio.Future[T], result: T | None, error: Exception | None) -> None:
        if self._closed:
            return
        try:
            self._loop.call_soon_threadsafe(_settle, answer, result, error)
        except RuntimeError:
            # Qt took its objects down between the look at `_closed` and here: nobody listens any more.
            _LOG.debug("an answer came after the window had closed", extra={"action": "late-answer"})

    def _ended(self, name: str, task: asyncio.Task[None]) -> None:
        if self._tasks.get(name) is task:
            del self._tasks[name]
        if task.cancelled() or (error := task.exception()) is None:
            return
        sys.excepthook(type(error), error, error.__traceback__)


def _settle(answer: asyncio.Future[T], result: T, error: Exception | None) -> None:
    if answer.done():
        return
    if error is not None:
        answer.set_exception(error)
    else:
        answer.set_result(result)


def event_loop(app: QApplication) -> QEventLoop:
    """The loop that runs tasks inside Qt's own; exceptions of forgotten tasks reach sys.excepthook."""
    loop = QEventLoop(app, already_running=True)
    loop.set_exception_handler(_report)
    return loop


def _report(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception") or RuntimeError(str(context.get("message")))
    sys.excepthook(type(error), error, error.__traceback__)
