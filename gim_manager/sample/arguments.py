"""What a sample is asked for, and how far it has come: the only state from which it can be gone on with."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from gim_manager.domain.errors import BadValue
from gim_manager.domain.timing import LocalClock, ensure_aware, to_epoch, zone_named
from gim_manager.sample.counters import Counters
from gim_manager.sample.profile import awake_zone

EDITION = 1
"""Grows whenever the same seed would give other rows: a sample of another edition cannot be gone on with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleArguments:
    """The sample that is wanted; `calls_per_day` are the inbound calls of a working day.

    `until` is the last day, whole, or up to the wall time `until_time`; None is yesterday, or with `append` the day
    that makes `days` more. With `append` the kind of centre (agents, calls, seed, zone) is what it was.
    """

    days: int = 3
    until: date | None = None
    until_time: time | None = None
    agents: int = 40
    calls_per_day: int = 1500
    seed: int = 1
    append: bool = False
    zone: str = "UTC"
    """Where the centre stands: its load curve and its shifts follow this clock (IANA name, or GMT+3)."""

    def __post_init__(self) -> None:
        for name, value, low, high in (
            ("days", self.days, 1, 3660), ("agents", self.agents, 1, 5000),
            ("calls per day", self.calls_per_day, 0, 1_000_000),
        ):  # fmt: skip
            if not low <= value <= high:
                raise BadValue(f"A sample with {value} {name} is not possible: it takes {low} to {high:,}.")
        zone_named(self.zone)

    @property
    def clock(self) -> tzinfo:
        """The centre's zone."""
        return zone_named(self.zone)

    @property
    def site(self) -> str:
        """What all identifiers of this centre begin with, so that two samples can be sources of one Info Mart."""
        return f"{_digest(f'{self.seed}/{self.agents}/{self.calls_per_day}/{self.zone}'):08X}"

    def first_day(self, now: datetime) -> date:
        """The first of the days that are wanted."""
        return self.last_day(now) - timedelta(days=self.days - 1)

    def last_day(self, now: datetime) -> date:
        """The last of the days that are wanted; `now` matters only where `until` is not given."""
        return self.until or ensure_aware(now).astimezone(self.clock).date() - timedelta(days=1)

    def end(self, last: date) -> int:
        """The epoch second up to which a sample goes whose last day this is."""
        wall = timedelta(days=1)
        if self.until_time is not None:
            wall = timedelta(hours=self.until_time.hour, minutes=self.until_time.minute, seconds=self.until_time.second)
        return to_epoch(LocalClock(zone=self.clock).instant(last, wall))


def up_to(
    now: datetime, *, days: int = 3, agents: int = 40, calls_per_day: int = 1500, seed: int = 1
) -> SampleArguments:
    """A sample for demonstrations: it ends at this moment, which is a busy morning where its centre stands."""
    zone = awake_zone(now)
    local = ensure_aware(now).astimezone(zone_named(zone))
    return SampleArguments(
        days=days, until=local.date(), until_time=local.time().replace(microsecond=0), agents=agents,
        calls_per_day=calls_per_day, seed=seed, zone=zone,
    )  # fmt: skip


def _digest(text: str) -> int:
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 % 2**32
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How far a sample has come: the day under way, the counters with which it began, the last moment written."""

    arguments: SampleArguments
    first_day: date
    day: date
    counters: Counters
    last: int
    """Epoch seconds; what happened up to and including this second is written."""

    @classmethod
    def at_start(cls, arguments: SampleArguments, now: datetime) -> Position:
        """Before the first day."""
        first = arguments.first_day(now)
        start = replace(arguments, until_time=None).end(first - timedelta(days=1))
        # The first number of each provider belongs to its G_DSS_ row.
        return cls(arguments=arguments, first_day=first, day=first, counters=Counters(gcc=1, gls=1, gud=1), last=start)

    def goal(self, wanted: SampleArguments) -> int:
        """Up to when an `--append` goes; raises BadValue if the sample reaches so far already."""
        kind = replace(self.arguments, until_time=wanted.until_time)
        goal = kind.end(wanted.until or self.day + timedelta(days=wanted.days - 1))
        if goal <= self.last:
            reached = datetime.fromtimestamp(self.last, tz=UTC)
            raise BadValue(f"The sample reaches {reached:%Y-%m-%d %H:%M} UTC already; ask for a later day.")
        return goal

    def as_row(self) -> tuple[int, str, int, str, str]:
        """The row of sample_centre."""
        asked = asdict(self.arguments) | {"edition": EDITION, "first_day": self.first_day.isoformat()}
        text = json.dumps(asked, default=str, sort_keys=True)
        return (1, text, self.last, self.day.isoformat(), json.dumps(self.counters.as_values()))

    @classmethod
    def from_row(cls, asked: str, last: int, day: str, counters: str) -> Position:
        """The position that a row of sample_centre tells; raises BadValue for a sample of another edition."""
        values = json.loads(asked)
        if values["edition"] != EDITION:
            raise BadValue("This sample was written by another version of the program: make a new one to go on with.")
        kind = {name: values[name] for name in ("days", "agents", "calls_per_day", "seed", "zone")}
        return cls(
            arguments=SampleArguments(**kind), first_day=date.fromisoformat(values["first_day"]),
            day=date.fromisoformat(day), counters=Counters(**json.loads(counters)), last=last,
        )  # fmt: skip
