"""How the Info Mart of a session fares: when it is looked at anew, what happened while nobody looked, and the rehearsal
of the next clock change."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from gim_manager.desktop.computing import Abandoned
from gim_manager.desktop.session import Session
from gim_manager.domain.digest import Digest, digest
from gim_manager.domain.errors import GimError
from gim_manager.domain.options import Options
from gim_manager.domain.rehearsal import Rehearsal, rehearse
from gim_manager.domain.status import EtlStatus
from gim_manager.usecases.checkup import Checkup

FRESH = timedelta(minutes=1)
"""A checkup that is younger is not made anew because somebody looks."""
REHEARSED_FOR = timedelta(hours=6)
"""A rehearsal with the same options counts so long."""
LONG_AWAY = timedelta(hours=4)
"""Who has not looked for so long is told what happened meanwhile."""
TOLD_FOR = timedelta(hours=12)
"""So long the page tells of the same night, up to the present; afterwards of the last evening on."""
SETTLE_SECONDS = 10.0
"""After a wake or an opening a server takes up the schedule and makes up what it can, before that is told."""


class HealthDesk(QObject):
    """Asks and computes off the event loop; `changed` asks the page to look again."""

    changed = Signal()
    night_told = Signal()
    """What happened while nobody looked is known."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.checkup: Checkup | None = None
        self.digest: Digest | None = None
        self.rehearsal: Rehearsal | None = None
        self.trouble = ""
        """Why the last checkup came to nothing."""
        self.is_checking = False
        self.is_looked_at = False
        self.is_news = False
        """Nobody has put away yet what happened while nobody looked."""
        self.settle_seconds = SETTLE_SECONDS
        self._since: tuple[datetime | None, datetime] | None = None
        self._owed: datetime | None = None
        self._rehearsed: tuple[Options, datetime] | None = None
        self._looked_at: datetime | None = None
        self._wrong: tuple[object, ...] = ()
        session.status_read.connect(self._heed)

    def look(self) -> None:
        """Somebody looks at the page: what is old is made anew."""
        self.is_looked_at = True
        now = self.session.mart.now()
        if self.checkup is None or abs(now - self.checkup.at) >= FRESH:
            self.check()
        if self.digest is None or abs(now - self.digest.until) >= FRESH:
            known = self._since is not None and abs(now - self._since[1]) < TOLD_FOR
            self.session.bridge.start("night", self._told(self._since[0] if known and self._since else None))

    def look_away(self) -> None:
        """Nobody looks at the page any more."""
        self.is_looked_at = False

    def check(self) -> None:
        """Look at everything anew."""
        self.is_checking = True
        self.changed.emit()
        self.session.bridge.start("checkup", self._checked())

    def noticed(self, now: datetime, before: datetime | None = None) -> None:
        """Somebody sees the window now, and did `before` as far as is remembered: after a night that is told.

        The clock may have been set back meanwhile.
        """
        since = before or self._looked_at
        self._looked_at = now
        if since is not None and now - since >= LONG_AWAY:
            self._owe(since)

    @property
    def looked_at(self) -> datetime | None:
        """When somebody saw the window last."""
        return self._looked_at

    def put_away(self) -> None:
        """The news have been read."""
        self.is_news = False
        self.changed.emit()

    def _owe(self, since: datetime, *, again: bool = False) -> None:
        """Its name begins with a dot, for nobody need wait for it."""
        self.session.bridge.start(".news", self._news(since, again=again))

    def _heed(self, status: EtlStatus) -> None:
        """Something else is wrong than before: look closer, if anybody looks."""
        if self._owed is not None:
            since, self._owed = self._owed, None
            self._owe(since, again=True)
        wrong = (*status.errors, *status.warnings)
        before, self._wrong = self._wrong, wrong
        if wrong != before and self.checkup is not None:
            if self.is_looked_at:
                self.check()
            else:
                self.checkup = None
        self.changed.emit()

    async def _checked(self) -> None:
        session = self.session
        try:
            self.checkup = await session.bridge.ask(session.mart.checkup)
            self.trouble = ""
        except GimError as error:
            self.trouble = str(error)
            return
        finally:
            self.is_checking = False
            self.changed.emit()
        await self._rehearse()

    async def _rehearse(self) -> None:
        session = self.session
        try:
            question = await session.bridge.ask(session.mart.rehearsal)
            known, now = self._rehearsed, question.after
            if known and known[0] == question.options and now - known[1] < REHEARSED_FOR:
                return
            self.rehearsal = await session.bridge.compute(rehearse, question)
            self._rehearsed = question.options, now
        except (GimError, Abandoned):
            # The session tells of a lost connection; a process that ended is begun again with the next look.
            return
        self.changed.emit()

    async def _news(self, since: datetime, *, again: bool) -> None:
        await self.session.bridge.pause(self.settle_seconds)
        if await self._is_told(since):
            self.is_news, self._since = True, (since, self.session.mart.now())
            self.changed.emit()
            self.night_told.emit()
        elif not again:
            # A database that is away after the wake is asked once more when it has answered something else.
            self._owed = since

    async def _told(self, since: datetime | None) -> None:
        await self._is_told(since)

    async def _is_told(self, since: datetime | None) -> bool:
        session = self.session
        try:
            question = await session.bridge.ask(session.mart.what_happened, since)
            # Without a time that nobody led there is nothing to play.
            played = session.bridge.compute(digest, question) if question.missing else None
            self.digest = await played if played else digest(question)
        except (GimError, Abandoned):
            return False
        self.changed.emit()
        return True
