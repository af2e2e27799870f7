"""The timeline of a session: what is read and played for the time that is looked at, and again as it changes."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gim_manager.desktop.computing import Abandoned
from gim_manager.desktop.session import Session
from gim_manager.domain.ahead import why_to_come
from gim_manager.domain.errors import GimError
from gim_manager.domain.forecast import forecasts
from gim_manager.domain.options import Options
from gim_manager.presenters.mart import Mart
from gim_manager.presenters.time_span import Span, instant_of, seconds_of
from gim_manager.presenters.timeline import Mark, Picture, picture
from gim_manager.presenters.timeline_changes import merged
from gim_manager.presenters.timeline_notes import Progress

MOVE_MS = 60
"""A person who pans passes much: what they rest on is read."""
NOTICE_MS = 500
"""Changes are looked at so long after the first of them, together."""
PLAY_SECONDS = 5.0
"""At most so often the time to come is played again, however much changes."""
BACK_SECONDS = 60.0
"""How far before its last look the desk looks again: what was written then may have been committed since."""
MOST_AHEAD = 86400.0
"""So many seconds more than what is seen are played at most: a month takes seconds."""
SPARE = 0.1
"""Share of the span beside it that must be known, or more is read."""


class TimelineDesk(QObject):
    """Asks for a stretch of time wider than what is seen, so that panning rarely waits."""

    read = Signal()
    """Another picture."""
    changed = Signal()
    """The same picture, with changes."""
    answered = Signal(object, object)
    """Mark, reasons."""
    told = Signal()
    """What is under way, or how far it is known, has changed."""

    def __init__(self, session: Session, span: Span, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.span = session, span
        self.picture = Picture()
        self.draft: Options | None = None
        self.progress = Progress()
        self._is_seen = self._is_owed = False
        self._looked_at, self._played_at = 0.0, -PLAY_SECONDS
        self._played: tuple[object, Options | None, float] = (None, None, 0.0)
        """The lanes, draft and end of what was played last."""
        self._moving = QTimer(self, singleShot=True, interval=MOVE_MS)
        self._moving.timeout.connect(self._look)
        self._playing = QTimer(self, singleShot=True)
        self._playing.timeout.connect(self._play)
        self._noticing = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._noticing.timeout.connect(self._catch_up)
        session.refreshed.connect(self._notice)

    @property
    def is_known(self) -> bool:
        """Whether anything was read yet."""
        return bool(self.picture.lanes)

    @property
    def is_at_rest(self) -> bool:
        """Whether all that is looked at is read and played."""
        is_under_way = self.progress.is_reading or self.progress.is_playing
        is_due = self._moving.isActive() or self._playing.isActive()
        return not is_under_way and not is_due and self._knows(self.span) and self._is_played()

    def set_seen(self, seen: bool) -> None:
        """Whether anybody looks: nothing is read meanwhile."""
        self._is_seen = seen
        if seen:
            self._look()
            self._catch_up()
        else:
            for timer in (self._moving, self._noticing, self._playing):
                timer.stop()

    def show_span(self, span: Span) -> None:
        """Look at another stretch of time."""
        self.span = span
        if self._is_seen and not self._moving.isActive():
            self._moving.start()

    def show_draft(self, draft: Options | None) -> None:
        """Play a draft of other options beside today's, or none."""
        if draft != self.draft:
            self.draft = draft
            self._play_soon()

    def _knows(self, span: Span) -> bool:
        spare = span.length * SPARE
        return self.picture.since <= span.since - spare and span.until + spare <= self.picture.until

    def _look(self) -> None:
        if not self._knows(self.span):
            self._tell(is_reading=True)
            self.session.bridge.start("timeline", self._read(self.span))
        elif not self._is_played():
            self._play_soon()

    async def _read(self, span: Span) -> None:
        session, half = self.session, span.length / 2
        since, until = instant_of(span.since - half), instant_of(span.until + half)
        mart, now = session.mart, session.mart.now()
        try:
            found = await session.bridge.ask(_picture, mart, since, until)
        except GimError as error:
            self._tell(is_reading=False, trouble=str(error))
            return
        # A question that is dropped says nothing: another has taken its place, or nobody is left to hear it.
        self.picture, self._looked_at = found, seconds_of(now)
        self._tell(is_reading=False, trouble="")
        self.read.emit()
        self._play_soon()

    def _notice(self, *_told: object) -> None:
        """Something has changed: a busy database says so several times a second."""
        if self._is_seen and not self._noticing.isActive():
            self._noticing.start()

    def _catch_up(self) -> None:
        """What happened since the last look, and nothing that was read before."""
        if self._is_seen and self.is_known and not self.progress.is_reading:
            self.session.bridge.start("timeline changes", self._read_changes())

    async def _read_changes(self) -> None:
        session, known = self.session, self.picture
        now = session.mart.now()
        since = max(known.since, min(self._looked_at, seconds_of(now)) - BACK_SECONDS)
        if since >= known.until:
            return
        try:
            record = await session.bridge.ask(session.mart.timeline, instant_of(since), instant_of(known.until))
        except GimError:
            return
        if known is not self.picture:
            return
        self._looked_at = seconds_of(now)
        newer = merged(known, record)
        if newer is None:
            return
        is_other, self.picture = newer is not known, newer
        (self.read if is_other else self.changed).emit()
        self._play_soon()

    def _play_soon(self) -> None:
        """At once if it is of another time or draft, else not too often; never while it is under way, which would be in
        vain."""
        if self.progress.is_playing:
            self._is_owed = True
        elif self._is_seen:
            due = self._played_at + PLAY_SECONDS - time.monotonic()
            self._playing.start(max(0, round(due * 1000)) if self._is_played() else 0)

    def _wanted_to(self) -> float:
        """How far the time to come is worth playing."""
        return min(self.picture.until, self.span.until + min(self.span.length / 2, MOST_AHEAD))

    def _is_played(self) -> bool:
        """Whether what was played last is of this picture, this draft and this time."""
        known, draft, until = self._played
        return known is self.picture.lanes and draft == self.draft and until >= self.span.until

    def _play(self) -> None:
        if self.is_known:
            self.session.bridge.start("timeline ahead", self._read_ahead())

    async def _read_ahead(self) -> None:
        session, draft, now = self.session, self.draft, self.session.mart.now()
        since, until = max(now, instant_of(self.picture.since)), instant_of(self._wanted_to())
        self._played, self._played_at = (self.picture.lanes, draft, self._wanted_to()), time.monotonic()
        if since >= until:
            self.picture.expect(None, None)
            self._tell(played_to=None)
            self.changed.emit()
            return
        self._tell(is_playing=True, trouble="")
        try:
            asked = await session.bridge.ask(session.mart.ahead, since, until, draft)
            plan, other = await session.bridge.compute(forecasts, asked)
        except GimError as error:
            self._tell(is_playing=False, trouble=str(error))
        except Abandoned:
            told = self.tr("The time to come could not be played: its process ended.")
            self._tell(is_playing=False, trouble=told)
        else:
            self.picture.expect(plan, other)
            self._tell(is_playing=False, played_to=None if plan.until >= until else seconds_of(plan.until))
            self.changed.emit()
        if self._is_owed:
            self._is_owed = False
            self._play_soon()

    def _tell(self, **changes: Any) -> None:
        self.progress = replace(self.progress, **changes)
        self.told.emit()

    def ask_why(self, mark: Mark) -> None:
        """Why nothing runs at a moment; answers to earlier questions go unheard."""
        self.session.bridge.start("timeline why", self._read_why(mark))

    async def _read_why(self, mark: Mark) -> None:
        session, at, job = self.session, instant_of(mark.since), mark.key.job
        try:
            if at <= session.mart.now():
                reasons = await session.bridge.ask(session.mart.why_then, at, job)
            else:
                asked = await session.bridge.ask(session.mart.to_come, at)
                reasons = await session.bridge.compute(why_to_come, asked, job)
        except (GimError, Abandoned):
            return
        self.answered.emit(mark, reasons)


def _picture(mart: Mart, since: datetime, until: datetime) -> Picture:
    """In the asking thread: a hundred thousand bars take longer than a frame."""
    return picture(mart.timeline(since, until), postgresql=not mart.identity.is_local)
