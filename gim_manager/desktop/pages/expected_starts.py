"""When the runs that wait in the list are expected to start: read in a thread, played in a process."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from gim_manager.desktop.computing import Abandoned
from gim_manager.desktop.session import Session
from gim_manager.domain.ahead import starts
from gim_manager.domain.errors import GimError
from gim_manager.domain.run import Run, Status
from gim_manager.domain.status import ServerState

REST_SECONDS = 2.0
"""What waits for less is not worth a process."""
PLAY_SECONDS, KEPT_SECONDS = 10.0, 60.0
"""At most so often it is played again, however much changes; and so long it stands where nothing does."""


class ExpectedStarts(QObject):
    """Nothing is played while nothing waits; progress alone changes nothing."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.starts: Mapping[int, datetime] = {}
        self._wanted: frozenset[object] = frozenset()
        self._played: frozenset[object] = frozenset()
        self._played_at = -KEPT_SECONDS
        self._is_playing = False
        self._resting = QTimer(self, singleShot=True)
        self._resting.timeout.connect(self._play)

    def look(self, runs: Iterable[Run]) -> None:
        """At all runs in the list that have not ended, after each change."""
        going_on = tuple(runs)
        if not self._is_served() or not any(run.status is Status.SCHEDULED for run in going_on):
            self._wanted = self._played = frozenset()
            self._resting.stop()
            self._take({})
            return
        self._wanted = frozenset((run.id, run.status, run.reason) for run in going_on)
        self._rest()

    def _is_served(self) -> bool:
        """Where no server leads, nothing starts."""
        status = self._session.status
        return status is None or status.server.state is not ServerState.NONE

    def _rest(self) -> None:
        age = time.monotonic() - self._played_at
        is_due = self._wanted != self._played or age >= KEPT_SECONDS
        # To drop what is under way would end its process.
        if is_due and not self._is_playing and not self._resting.isActive():
            self._resting.start(round(1000 * max(REST_SECONDS, PLAY_SECONDS - age)))

    def _play(self) -> None:
        if not self._session.is_unseen:
            self._is_playing, self._played, self._played_at = True, self._wanted, time.monotonic()
            self._session.bridge.start("expected starts", self._read())

    async def _read(self) -> None:
        bridge = self._session.bridge
        try:
            scenario = await bridge.ask(self._session.mart.next_day)
            found = await bridge.compute(starts, scenario)
        except (GimError, Abandoned):
            # The session tells of a connection that is lost.
            found = {}
        finally:
            self._is_playing = False
        if self._wanted:
            self._take(found)
            self._rest()

    def _take(self, found: Mapping[int, datetime]) -> None:
        if found != self.starts:
            self.starts = found
            self.changed.emit()
