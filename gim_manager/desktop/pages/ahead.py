"""What is expected of the run that is looked at, up to its end: read in a thread, played in a process."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from gim_manager.desktop.session import Session
from gim_manager.domain.ahead import expectations
from gim_manager.domain.errors import GimError
from gim_manager.domain.moment import Reason
from gim_manager.domain.run import ENDED, Run, Status

KEPT_SECONDS = 60.0
"""So long an expectation stands, unless the run has changed: playing a day costs a second of a processor."""


class Ahead(QObject):
    """Of one run at a time; `changed` when something is expected."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._of: tuple[int, Status] | None = None
        self._at: datetime | None = None
        self._reasons: tuple[Reason, ...] = ()

    def forget(self) -> None:
        """Another run is looked at."""
        self._of = self._at = None
        self._reasons = ()
        self._session.bridge.drop("ahead")

    def expected(self, now: datetime) -> tuple[Reason, ...]:
        """The lines behind the run's life; none of what should have come by now."""
        return tuple(reason for reason in self._reasons if reason.time > now)

    def look(self, run: Run) -> None:
        """Play ahead, unless that was done lately and the run is as it was then."""
        now = self._session.mart.now()
        is_young = self._at is not None and (now - self._at).total_seconds() < KEPT_SECONDS
        if (run.id, run.status) == self._of and is_young:
            return
        self._of, self._at = (run.id, run.status), now
        if run.status in ENDED:
            self._reasons = ()
            return
        self._session.bridge.start("ahead", self._play(run.id))

    async def _play(self, run_id: int) -> None:
        bridge = self._session.bridge
        try:
            scenario = await bridge.ask(self._session.mart.next_day)
        except GimError:
            self._at = None
            return
        self._reasons = await bridge.compute(expectations, scenario, run_id)
        self.changed.emit()
