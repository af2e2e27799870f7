"""How a job hears that it shall stop: between statements, inside one, asleep, or waiting for its turn to write."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from gim_manager.engine.protocol import GiveBack, Want
from gim_manager.jobs.work import Stopped


class Stopping:
    """`jobs.work.Stop` on the worker's side; `tell`, `wake` and `cancel_again` are for other threads."""

    def __init__(self) -> None:
        self._bell = threading.Condition()
        self._told = False
        self._woken = False
        self._cancelable: list[Any] = []
        self._registering = threading.Lock()

    def tell(self) -> None:
        """Stop."""
        with self._bell:
            self._told = True
            self._bell.notify_all()
        self.cancel_again()

    def wake(self) -> None:
        """Do not sleep on: there may be new facts."""
        with self._bell:
            self._woken = True
            self._bell.notify_all()

    def cancel_again(self) -> None:
        """Cancel what runs, if told to stop: a cancel that falls between two statements is lost, so it is repeated."""
        if not self._told:
            return
        # Held while cancelling: a statement that follows the registered ones must never be hit by a late cancel.
        with self._registering:
            for driver in self._cancelable:
                with suppress(Exception):  # a connection that breaks meanwhile needs no cancel
                    _cancel(driver)

    def requested(self) -> bool:
        """Whether it has been told."""
        return self._told

    def check(self) -> None:
        """Raises Stopped if it has been told."""
        if self._told:
            raise Stopped

    @contextmanager
    def cancels(self, connection: Any) -> Iterator[None]:
        """While inside, a stop cancels the statement that runs on this connection; it then surfaces as Stopped."""
        driver = connection.connection.driver_connection
        with self._registering:
            self._cancelable.append(driver)
        try:
            self.check()
            yield
        except Stopped:
            raise
        except Exception as error:
            if self._told:
                raise Stopped from error
            raise
        finally:
            with self._registering:
                self._cancelable.remove(driver)

    def wait(self, seconds: float) -> bool:
        """Sleeps until told to stop or woken, or `seconds` have passed; True if told to stop."""
        with self._bell:
            self._bell.wait_for(lambda: self._told or self._woken, timeout=seconds)
            self._woken = False
            return self._told


def _cancel(driver: Any) -> None:
    """Differs from PostgreSQL because SQLite runs inside this process: it is interrupted, not asked over the wire."""
    if hasattr(driver, "interrupt"):
        driver.interrupt()
    else:
        driver.cancel()


class WriteTurn:
    """The right to write as a job sees it: wanted from the host, one want at a time whatever the job's threads."""

    def __init__(self, send: Callable[[Want | GiveBack], None], stop: Stopping) -> None:
        self._send = send
        self._stop = stop
        self._one_at_a_time = threading.Lock()
        self._bell = threading.Condition()
        self._wanted = 0
        self._granted = 0

    def granted(self, number: int) -> None:
        """The host grants the want of this number; an older one was given up meanwhile."""
        with self._bell:
            self._granted = number
            self._bell.notify_all()

    @contextmanager
    def take(self) -> Iterator[None]:
        """Inside, this worker alone may write; raises Stopped if told to stop while it waits."""
        with self._one_at_a_time:
            self._stop.check()
            self._wanted += 1
            self._send(Want(number=self._wanted))
            try:
                self._wait()
                yield
            finally:
                self._send(GiveBack())

    def _wait(self) -> None:
        with self._bell:
            while self._granted != self._wanted:
                self._stop.check()
                self._bell.wait(0.1)
