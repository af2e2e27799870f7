"""The worker's side of a re-aggregation that was handed to its aggregation: heard of, worked, told of (R18)."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from gim_manager.domain.errors import BadValue, GimError
from gim_manager.engine.protocol import Ended, Ending, Rebuild, Told, Withdraw
from gim_manager.engine.reporting import Reporter
from gim_manager.engine.stopping import Stopping
from gim_manager.jobs.work import Handed, Stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedRequest:
    """`jobs.work.Handed` on the worker's side."""

    run_id: int
    parameters: str
    forced: bool
    report: Reporter
    stop: Stopping


class Requests:
    """The request that this worker has, one at a time; any thread may call."""

    def __init__(self, say: Callable[[Told | Ended], None], now: Callable[[], datetime]) -> None:
        self._say = say
        self._now = now
        self._given: HandedRequest | None = None
        self._speaking = threading.Lock()

    def give(self, message: Rebuild) -> None:
        """The host hands a request over; the one before has ended."""
        self._given = HandedRequest(
            run_id=message.request, parameters=message.parameters, forced=message.forced,
            report=Reporter(self._now), stop=Stopping(),
        )  # fmt: skip

    def withdraw(self, message: Withdraw) -> None:
        """The host takes a request back."""
        given = self._given
        if given and given.run_id == message.request:
            given.stop.tell()

    def next(self) -> AbstractContextManager[Handed] | None:
        """`jobs.work.Work.handed`."""
        return self._worked(self._given) if self._given else None

    def tell(self) -> None:
        """Cancel again what was told to stop, and say what is new; called a few times a second."""
        given = self._given
        if given is not None:
            given.stop.cancel_again()
            self._tell(given)

    @contextmanager
    def _worked(self, given: HandedRequest) -> Iterator[Handed]:
        ended = Ended(ending=Ending.COMPLETE)
        try:
            yield given
        except Stopped:
            if not given.stop.requested():
                raise
            ended = Ended(ending=Ending.STOPPED)
        except BadValue as wrong:
            ended = Ended(ending=Ending.FAILED, error=str(wrong))
        except GimError:
            # A database that is away, or a full disk, ends the aggregation too: the next one goes on with this.
            raise
        except Exception as error:  # noqa: BLE001  the edge: a bug in one request must not end aggregation again and again
            for line in traceback.format_exception(error):
                given.report.line("ERROR", line.rstrip())
            ended = Ended(ending=Ending.FAILED, error=f"An error that is not known: {type(error).__name__}: {error}")
        self._given = None
        self._tell(given)
        self._say(replace(ended, rows=given.report.rows(), request=given.run_id))

    def _tell(self, given: HandedRequest) -> None:
        # Two threads tell: what was taken first must be said first.
        with self._speaking:
            if told := given.report.take():
                self._say(replace(told, request=given.run_id))
