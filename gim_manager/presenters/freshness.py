"""How old the picture is and whether it can still be trusted, in the words of the status bar and the banner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from gim_manager.presenters import words
from gim_manager.presenters.language import retold, tr

RETRY_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""The pauses between attempts to reach a lost database; the last one goes on."""


class Link(StrEnum):
    """What the window knows of its database."""

    NONE = "none"
    OPENING = "opening"
    LIVE = "live"
    PAUSED = "paused"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """The age of the picture."""

    link: Link = Link.NONE
    name: str = ""
    read_at: datetime | None = None
    changed_at: datetime | None = None
    attempt: int = 0
    """Attempts to come back so far."""
    next_try: datetime | None = None
    error: str = ""
    is_refused: bool = False
    """The database answers, and a rule keeps this program from it: its schema is another's (R29)."""
    is_recording: bool = False
    """The picture is of a moment, and never grows older."""

    def read(self, now: datetime, *, changed: bool, live: bool) -> Freshness:
        """A question was answered."""
        return replace(
            self, link=Link.LIVE if live else Link.PAUSED, read_at=now,
            changed_at=now if changed or self.changed_at is None else self.changed_at,
            attempt=0, next_try=None, error="", is_refused=False,
        )  # fmt: skip

    def failed(self, now: datetime, error: str, *, is_refused: bool = False) -> Freshness:
        """An attempt did not reach the database, or not the tables of this program."""
        pause = RETRY_SECONDS[min(self.attempt, len(RETRY_SECONDS) - 1)]
        return replace(
            self, link=Link.LOST, attempt=self.attempt + 1, next_try=now + timedelta(seconds=pause), error=error,
            is_refused=is_refused,
        )  # fmt: skip

    @property
    def is_lost(self) -> bool:
        """Whether what is shown can no longer be known."""
        return self.link is Link.LOST

    def pause(self) -> float:
        """Seconds until the next attempt."""
        return RETRY_SECONDS[min(max(self.attempt - 1, 0), len(RETRY_SECONDS) - 1)]

    def sentence(self, now: datetime, zone: tzinfo) -> str:
        """The age, for the status bar."""
        if self.is_recording and not self.is_lost:
            local = now.astimezone(zone)
            return tr("Recording of {at}", at=f"{words.full_day(local.date())} {local:%H:%M}")
        if self.link is Link.NONE:
            return tr("Not connected")
        if self.link is Link.OPENING or self.read_at is None:
            return tr("reading …") if self.link is not Link.LOST else tr("Connection lost")
        age = (now - self.read_at).total_seconds()
        if self.link is Link.LOST:
            at = words.clock_time(self.read_at, zone, today=now.astimezone(zone).date())
            return tr(
                "Connection lost · picture of {at}, {duration} old", at=at, duration=words.duration(age, whole=True)
            )
        since = words.age((now - (self.changed_at or self.read_at)).total_seconds())
        if self.link is Link.LIVE:
            return tr("Live · changed {since}", since=since)
        return tr("Live off · read {age}", age=words.age(age))

    def retrying(self, now: datetime) -> str:
        """`next try in 4 s (attempt 6)`; empty unless lost."""
        if not self.is_lost or self.next_try is None:
            return ""
        left = (self.next_try - now).total_seconds()
        when = tr("in {duration}", duration=words.duration(left, whole=True)) if left >= 1 else tr("now")
        return tr("next try {when} (attempt {attempt})", when=when, attempt=self.attempt + 1)

    def banner(self, now: datetime, zone: tzinfo) -> tuple[str, str] | None:
        """The fact and its consequence while the connection is lost."""
        if not self.is_lost:
            return None
        if self.is_refused:
            return tr("This program cannot go on with {name}.", name=self.name), retold(self.error)
        if self.read_at is None:
            return tr("{name} cannot be reached.", name=self.name), tr(
                "What runs on the server goes on without this window."
            )
        at = words.clock_time(self.read_at, zone, today=now.astimezone(zone).date())
        consequence = tr("This is the picture of {at}. What runs on the server goes on without this window.", at=at)
        return tr("Connection to {name} lost.", name=self.name), consequence
