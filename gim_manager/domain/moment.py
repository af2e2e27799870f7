"""A moment, past or to come, with all that is known of it; and the parts of an answer about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gim_manager.domain.decision import Decision
from gim_manager.domain.desk import Desk
from gim_manager.domain.duty import Absence
from gim_manager.domain.hold import Hold
from gim_manager.domain.job import Job
from gim_manager.domain.schedule import Schedule
from gim_manager.domain.world import World

MINUTE = timedelta(minutes=1)
"""A person who names a time means its minute."""


def minute_of(at: datetime) -> datetime:
    """When the minute of this instant begins."""
    return at.replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One part of an answer: a sentence, and the instant that it is about."""

    time: datetime
    text: str
    rule: str | None = None
    expected: bool = False
    """It lies ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run from its start to its end, as it was or is expected."""

    job: Job
    since: datetime
    until: datetime | None = None
    """None where it has not ended, and no end is expected."""
    run_id: int | None = None
    """None of a run that is expected."""

    def meets(self, at: datetime) -> bool:
        """Whether it runs in the minute of this instant."""
        begins = minute_of(at)
        return self.since < begins + MINUTE and (self.until is None or self.until > begins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Since when an option was set as it was at a moment, and by whom."""

    since: datetime | None = None
    """None where it was never changed before."""
    by: str | None = None
    until: datetime | None = None
    """When it was changed next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """All that is known of a moment, and of the jobs around it."""

    at: datetime
    now: datetime
    world: World
    """As it was or will be then."""
    stretches: tuple[Stretch, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """Those of that minute, of the runs that wait then, and the last launch of each job that was dropped."""
    settings: Mapping[str, Setting] = field(default_factory=dict)
    """[schedule] options by name."""
    hold: Hold | None = None
    """The maintenance hold in force then."""
    absence: Absence | None = None
    """Where no server leads: then, or now if it is to come."""

    @property
    def is_past(self) -> bool:
        """Whether it is not to come."""
        return self.at <= self.now

    @property
    def be(self) -> str:
        """The verb of a state at that moment."""
        return "was" if self.is_past else "will be"

    @property
    def lasting(self) -> str:
        """The same of a state that lasts until somebody changes it."""
        return "was" if self.is_past else "is"

    @property
    def schedule(self) -> Schedule | None:
        """The schedule in force then; None where its options cannot be read."""
        return Desk(self.world, self.at).schedule

    def wall(self, instant: datetime, *, seconds: bool = False) -> str:
        """An instant on the clock of the schedule, with its date unless it is that day's."""
        schedule = self.schedule
        if schedule is None:
            return f"{instant:%H:%M:%S GMT on %Y-%m-%d}"
        return schedule.wall(instant, self.at, seconds=seconds)

    def between(self, since: datetime | None, until: datetime | None, *, seconds: bool = False) -> str:
        """` from 22:00 to 06:00`, as far as both are known."""
        begun, ended = (moment and self.wall(moment, seconds=seconds) for moment in (since, until))
        return (f" from {begun}" if begun else "") + (f" to {ended}" if ended else "")
