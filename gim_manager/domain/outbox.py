"""What is waiting to be sent, how a channel has fared, and the board on which a person sees both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gim_manager.domain.alarm import Alarm, Kind
from gim_manager.domain.channel import Channel

_PAUSES = tuple(timedelta(seconds=seconds) for seconds in (10, 30, 60, 120, 300, 600, 1800))


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message on its way through one channel."""

    id: int
    channel: Channel
    kind: Kind
    alarm: Alarm
    created_at: datetime
    attempts: int
    next_try_at: datetime
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelState:
    """How a channel has fared: what waits, and how the last attempt went."""

    channel: Channel
    waiting: int = 0
    waiting_since: datetime | None = None
    delivered_at: datetime | None = None
    """When it last accepted a message."""
    error: str | None = None
    """Why the oldest message that waits was not accepted, or what was not as it should be with the last one."""
    next_try_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelView:
    """One channel: whether it is switched on and can be used, and how it has fared."""

    is_on: bool
    problem: str | None
    """What its options lack, as a sentence; None if it can be used."""
    state: ChannelState

    @property
    def channel(self) -> Channel:
        """Which one."""
        return self.state.channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Alarms that are raised, then those cleared last; and all channels."""

    alarms: tuple[Alarm, ...] = ()
    channels: tuple[ChannelView, ...] = ()

    @property
    def raised(self) -> tuple[Alarm, ...]:
        """What is raised now, newest first."""
        return tuple(alarm for alarm in self.alarms if alarm.is_raised)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How it went with a test message, as a sentence."""

    channel: Channel
    ok: bool
    sentence: str


def pause_after(attempts: int) -> timedelta:
    """How long to wait after so many failures; from the seventh on half an hour, and never given up."""
    return _PAUSES[min(attempts, len(_PAUSES)) - 1]
