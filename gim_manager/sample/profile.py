"""What kind of contact centre the sample is: its services, people's habits and callers' patience, in numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from gim_manager.domain.timing import ensure_aware

MINUTE = 60
HOUR = 3600
SPREAD = 0.55
"""Sigma of the log-normal durations: most calls are short, a few are very long."""
LONGEST = 45 * MINUTE
"""No piece of a conversation lasts longer, so that every day comes to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A line that customers call; durations are means in seconds, `share` its part of all calls."""

    name: str
    skill: str
    share: float
    subtypes: tuple[str, ...]
    talk: int
    wrap: int
    patience: int
    routed: bool
    """True: a routing point with virtual queues; False: an ACD queue."""
    spill_after: int | None = None
    """After this many seconds a second virtual queue asks for GENERAL as well; None: it has one virtual queue."""
    transfers_to: str = ""
    """The service to which its agents transfer, and whom they consult."""


GENERAL = "General"

SERVICES: tuple[Service, ...] = (
    Service(name="Sales", skill="Sales", share=0.22, subtypes=("New contract", "Upgrade", "Offer"), talk=240, wrap=50,
            patience=240, routed=False, transfers_to="Billing"),
    Service(name="Billing", skill="Billing", share=0.26, subtypes=("Invoice", "Payment", "Reminder"), talk=190, wrap=35,
            patience=330, routed=True, spill_after=40, transfers_to="Support"),
    Service(name="Support", skill="Support", share=0.27, subtypes=("Fault", "Setup", "Moving house"), talk=290, wrap=45,
            patience=420, routed=True, spill_after=60, transfers_to="Sales"),
    Service(name="Orders", skill="Orders", share=0.13, subtypes=("Status", "Return", "Change"), talk=150, wrap=25,
            patience=260, routed=False, transfers_to="Support"),
    Service(name="Claims", skill="Claims", share=0.07, subtypes=("Complaint", "Damage", "Goodwill"), talk=330, wrap=70,
            patience=380, routed=True, transfers_to="Billing"),
    Service(name="VIP", skill="VIP", share=0.05, subtypes=("Advice", "Contract", "Fault"), talk=260, wrap=55,
            patience=200, routed=True, spill_after=15, transfers_to="Support"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Working hours in seconds since local midnight, and its part of the staff."""

    name: str
    start: int
    end: int
    share: float


CLOSED_FROM = 23 * HOUR + 45 * MINUTE
"""The lines take no more calls: the switch is restarted at midnight, and a day owes nothing to the day before."""
LAST_CALL_ENDS = 23 * HOUR + 58 * MINUTE

NIGHT = Shift(name="Night", start=20, end=6 * HOUR + 30 * MINUTE, share=0.07)
SHIFTS: tuple[Shift, ...] = (
    NIGHT,
    Shift(name="Early", start=6 * HOUR, end=14 * HOUR + 15 * MINUTE, share=0.17),
    Shift(name="Core", start=7 * HOUR + 45 * MINUTE, end=16 * HOUR + 15 * MINUTE, share=0.30),
    Shift(name="Middle", start=9 * HOUR + 30 * MINUTE, end=18 * HOUR, share=0.20),
    Shift(name="Late", start=12 * HOUR, end=20 * HOUR + 15 * MINUTE, share=0.14),
    Shift(name="Evening", start=15 * HOUR + 45 * MINUTE, end=23 * HOUR + 55 * MINUTE, share=0.12),
)

HOURLY = (4, 3, 2, 2, 3, 5, 12, 34, 62, 84, 96, 95, 80, 74, 79, 81, 74, 61, 46, 36, 28, 20, 13, 6)
"""Calls in each local hour, as weights."""
WEEKLY = (1.14, 1.06, 1.0, 0.98, 0.95, 0.42, 0.28)
"""Calls of Monday to Sunday, as parts of a working day."""
PRESENT = (0.84, 0.82, 0.80, 0.80, 0.78, 0.45, 0.36)
"""The part of the staff that works on Monday to Sunday; the others have the day off."""

SEGMENTS = (("Standard", 0.68), ("Silver", 0.22), ("Gold", 0.10))
RESULTS = (("Solved", 0.62), ("Sold", 0.12), ("Callback agreed", 0.10), ("Escalated", 0.07), ("No result", 0.09))


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A pause that every shift has: when, in parts of the shift, how long in seconds, and how its reason is entered."""

    reason: str
    at: float
    seconds: int
    chance: float = 1.0
    hardware: bool = True
    """True: keyed in on the telephone (ReasonCode); False: chosen on the desktop."""


BREAKS: tuple[Break, ...] = (
    Break(reason="Break", at=0.25, seconds=15 * MINUTE),
    Break(reason="Lunch", at=0.52, seconds=32 * MINUTE),
    Break(reason="Break", at=0.78, seconds=12 * MINUTE),
    Break(reason="Meeting", at=0.12, seconds=25 * MINUTE, chance=0.15, hardware=False),
    Break(reason="Training", at=0.66, seconds=45 * MINUTE, chance=0.10, hardware=False),
    Break(reason="Coaching", at=0.40, seconds=20 * MINUTE, chance=0.12, hardware=False),
)
MISSED = Break(reason="Missed call", at=0.0, seconds=75, hardware=False)
"""The desktop sets an agent not ready who let a call ring out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What happens in conversations: chances between 0 and 1, durations in seconds."""

    hold: float = 0.14
    hold_seconds: int = 45
    hung_up_on_hold: float = 0.04
    one_step: float = 0.045
    straight_to_agent: float = 0.5
    two_step: float = 0.035
    conference: float = 0.012
    consultation: float = 0.025
    hung_up_on_consultation: float = 0.05
    consult_seconds: int = 50
    no_answer: float = 0.025
    rings_out_after: int = 18
    answered_between: tuple[int, int] = (1, 8)
    greeting_between: tuple[int, int] = (2, 7)
    dial_out: float = 0.05
    inside: float = 0.15
    """Part of the calls that agents dial which go to a colleague."""
    reached: float = 0.72
    line_busy: float = 0.3
    """Part of the customers not reached whose line was engaged."""
    hops: int = 2
    """So often at most is a call transferred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The whole of a centre's character; one for every sample, replaced in tests that need a wilder centre."""

    services: tuple[Service, ...] = SERVICES
    shifts: tuple[Shift, ...] = SHIFTS
    breaks: tuple[Break, ...] = BREAKS
    habits: Habits = field(default_factory=Habits)

    def service(self, name: str) -> Service:
        """The service of this name."""
        return next(one for one in self.services if one.name == name)


def lasting(random: Random, mean: float) -> int:
    """A duration in whole seconds around this mean: at least 1, at most LONGEST."""
    drawn = random.lognormvariate(math.log(mean) - SPREAD * SPREAD / 2, SPREAD)
    return max(1, min(LONGEST, int(drawn)))


def patience(random: Random, mean: float) -> int:
    """Seconds until a caller gives up: one in twenty almost at once, the others after an exponential time."""
    if random.random() < 0.05:
        return 2 + int(random.random() * 14)
    return max(3, min(20 * MINUTE, int(random.expovariate(1.0 / mean))))


def poisson(random: Random, mean: float) -> int:
    """How many calls come where `mean` are expected."""
    if mean > 60:
        return max(0, round(random.gauss(mean, math.sqrt(mean))))
    count, left = 0, random.random() - math.exp(-mean)
    term = math.exp(-mean)
    while left > 0 and count < 400:
        count += 1
        term *= mean / count
        left -= term
    return count


def chosen(random: Random, weighted: tuple[tuple[str, float], ...]) -> str:
    """One of the names, by its weight; the weights add up to 1."""
    left = random.random()
    for name, weight in weighted:
        left -= weight
        if left < 0:
            return name
    return weighted[-1][0]


def awake_zone(now: datetime, *, hour: int = 10) -> str:
    """The fixed zone where it is `hour` o'clock now: a demonstration's centre stands where it is a busy morning."""
    utc = ensure_aware(now)
    ahead = (hour - utc.hour + 12) % 24 - 12
    return f"GMT{'+' if ahead >= 0 else '-'}{abs(ahead)}"
