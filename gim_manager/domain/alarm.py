"""When an alarm is raised, told again and cleared: what is raised and what is wrong lead to what is new and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from gim_manager.domain.health import SECTION, Rule, Symptom, limit
from gim_manager.domain.options import Options


class Severity(StrEnum):
    """How bad an alarm is."""

    WARNING = "warning"
    CRITICAL = "critical"


_WARNINGS = frozenset({
    Rule.LONG_RUN, Rule.SOURCE_DELAYED, Rule.MAINTENANCE_MISSED, Rule.SCHEDULE_SUSPENDED, Rule.PARTITION_MISSING,
})  # fmt: skip
_EVENTS = frozenset({Rule.JOB_FAILED, Rule.RUN_LOST, Rule.AGGREGATION_FAILING, Rule.SCHEDULE_SUSPENDED})
"""What ends by an event. The others are measured, and may hover about their threshold."""


class Kind(StrEnum):
    """What a message is about."""

    RAISED = "raised"
    REMINDER = "reminder"
    CLEARED = "cleared"
    TEST = "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that is or was wrong, from its raising to its clearing; instants are aware UTC."""

    rule: Rule
    subject: str
    message: str
    raised_at: datetime
    id: int = 0
    """0 until it is stored."""
    absent_since: datetime | None = None
    """Since when nothing is wrong any more, while it is waited whether that lasts."""
    reminded_at: datetime | None = None
    cleared_at: datetime | None = None

    @property
    def key(self) -> tuple[Rule, str]:
        """What it is about; at most one alarm of a key is raised."""
        return self.rule, self.subject

    @property
    def symptom(self) -> Symptom:
        """What it was raised for, as it was found last."""
        return Symptom(rule=self.rule, subject=self.subject, message=self.message)

    @property
    def severity(self) -> Severity:
        """By its rule."""
        return Severity.WARNING if self.rule in _WARNINGS else Severity.CRITICAL

    @property
    def is_raised(self) -> bool:
        """Whether it is not cleared yet."""
        return self.cleared_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the options say about alarms."""

    rules: frozenset[Rule]
    settle: timedelta
    """How long a measured symptom must be gone before its alarm is cleared: one that flaps is told once."""
    remind: timedelta | None
    """After how long a raised alarm is told again; None never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One message to send, to every channel."""

    kind: Kind
    alarm: Alarm


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What became of the alarms: those that are new or changed, and what is to be told of them."""

    changed: tuple[Alarm, ...] = ()
    told: tuple[Told, ...] = ()


def policy(options: Options) -> Policy:
    """The policy of these options."""
    hours = limit(options, "remind-after-hours")
    return Policy(
        rules=frozenset(rule for rule in Rule if options.flag(SECTION, rule.value)),
        settle=timedelta(minutes=limit(options, "settle-minutes")),
        remind=timedelta(hours=hours) if hours else None,
    )


def review(raised: Sequence[Alarm], found: Sequence[Symptom], now: datetime, by: Policy) -> Review:
    """One look at what is wrong; nothing changes and nothing is told where all is as before."""
    present = {(symptom.rule, symptom.subject): symptom for symptom in found if symptom.rule in by.rules}
    before = {alarm.key: alarm for alarm in raised}
    outcomes = [_lasting(alarm, present.get(key), now, by) for key, alarm in before.items()]
    outcomes += [_raised(symptom, now) for key, symptom in present.items() if key not in before]
    kinds = [(kind, alarm) for kind, alarm in outcomes if alarm != before.get(alarm.key)]
    return Review(
        changed=tuple(alarm for _, alarm in kinds),
        told=tuple(Told(kind=kind, alarm=alarm) for kind, alarm in kinds if kind is not None),
    )


_Outcome = tuple[Kind | None, Alarm]


def _raised(symptom: Symptom, now: datetime) -> _Outcome:
    return Kind.RAISED, Alarm(rule=symptom.rule, subject=symptom.subject, message=symptom.message, raised_at=now)


def _lasting(alarm: Alarm, symptom: Symptom | None, now: datetime, by: Policy) -> _Outcome:
    if symptom is None:
        return _absent(alarm, now, by)
    same = replace(alarm, message=symptom.message, absent_since=None)
    # A stored instant later than now counts as now (R33).
    told_at = min(alarm.reminded_at or alarm.raised_at, now)
    if by.remind is not None and now - told_at >= by.remind:
        return Kind.REMINDER, replace(same, reminded_at=now)
    return None, same


def _absent(alarm: Alarm, now: datetime, by: Policy) -> _Outcome:
    since = min(alarm.absent_since or now, now)
    waits = alarm.rule not in _EVENTS and alarm.rule in by.rules
    if waits and now - since < by.settle:
        return None, replace(alarm, absent_since=since)
    return Kind.CLEARED, replace(alarm, absent_since=since, cleared_at=now)
