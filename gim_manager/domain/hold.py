"""The maintenance hold: a suspension of the schedule with an owner and an end, and the states it goes through (R23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

USUAL_LENGTH = timedelta(hours=4)
"""After this it expires, unless its owner said otherwise."""
LONGEST_LENGTH = timedelta(days=1)
"""Whoever needs longer sets run-scheduler to false, which does not end by itself."""


class HoldState(StrEnum):
    """How far a hold is."""

    HELD = "held"
    """Launches are suspended; nothing else is wanted."""
    WAITING = "waiting"
    """Launches are suspended; its maintenance waits for what runs."""
    MAINTAINING = "maintaining"
    """Its maintenance was asked for, and has not ended."""
    RESUMING = "resuming"
    """A person ended it while its maintenance ran: that is told to stop, and launches resume when it has ended."""
    ENDED = "ended"


HOLD_TRANSITIONS: dict[HoldState, frozenset[HoldState]] = {
    HoldState.HELD: frozenset({HoldState.ENDED}),
    HoldState.WAITING: frozenset({HoldState.MAINTAINING, HoldState.ENDED}),
    HoldState.MAINTAINING: frozenset({HoldState.RESUMING, HoldState.ENDED}),
    HoldState.RESUMING: frozenset({HoldState.ENDED}),
    HoldState.ENDED: frozenset(),
}
"""THE transition table of holds; every write names a state that it may leave."""

WITH_RUN = frozenset({HoldState.MAINTAINING, HoldState.RESUMING})
"""The states in which it has a run of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One hold, in force until its state is ended; instants are aware UTC."""

    id: int
    owner: str
    """The person who asked for it."""
    since: datetime
    expires: datetime
    """When it ends by itself, unless its maintenance runs."""
    state: HoldState
    host: str | None = None
    """The computer of its owner."""
    run_id: int | None = None
    """Its maintenance."""
    reason: str | None = None
    """What it waits for; once it has ended, why."""
    ended_at: datetime | None = None
    ended_by: str | None = None

    @property
    def length(self) -> str:
        """From its begin to its expiry, as a sentence says it: `240 minutes`."""
        minutes = (self.expires - self.since) // timedelta(minutes=1)
        return f"{minutes} minute{'' if minutes == 1 else 's'}"

    @property
    def wants_maintenance(self) -> bool:
        """Whether its maintenance has yet to be asked for."""
        return self.state is HoldState.WAITING
