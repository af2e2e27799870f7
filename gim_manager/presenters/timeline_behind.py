"""How far the data were behind the time, as a curve: it rises with the time, and falls when data are complete."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from gim_manager.domain.timeline import Reached
from gim_manager.presenters import words
from gim_manager.presenters.language import tr
from gim_manager.presenters.time_span import DAY, HOUR, seconds_of

_MINUTE = 60.0
STEPS = (
    _MINUTE, 5 * _MINUTE, 10 * _MINUTE, HOUR / 2, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY,
    14 * DAY, 30 * DAY,
)  # fmt: skip


class Leg(NamedTuple):
    """A straight part of the curve: from one moment to another, and how many seconds the data were behind at both."""

    since: float
    until: float
    first: float
    last: float


class Axis(NamedTuple):
    """What the height stands for, in seconds; a line each `step`, from zero on."""

    step: float
    top: float


class Curve:
    """Of a picture; nothing is known before its first point."""

    def __init__(self, reached: Sequence[Reached]) -> None:
        self._at = [seconds_of(one.at) for one in reached]
        self._to = [seconds_of(one.to) for one in reached]
        self._most = max((leg.last for leg in self.legs(-inf, self._at[-1])), default=0.0) if self._at else 0.0

    def __bool__(self) -> bool:
        return bool(self._at)

    @property
    def last_known(self) -> float:
        """From when on it only goes on rising; of none there is no such moment."""
        return self._at[-1]

    @property
    def last_fall(self) -> Leg:
        """Where it has fallen to then."""
        low = max(0.0, self._at[-1] - self._to[-1])
        return Leg(self._at[-1], self._at[-1], low, low)

    def legs(self, since: float, until: float) -> Iterator[Leg]:
        """The parts that meet this time, whole; the last one goes to its end."""
        for place in range(max(0, bisect_right(self._at, since) - 1), len(self._at)):
            begin = self._at[place]
            end = self._at[place + 1] if place + 1 < len(self._at) else max(until, begin)
            if begin >= until:
                return
            yield Leg(begin, end, max(0.0, begin - self._to[place]), max(0.0, end - self._to[place]))

    def at(self, moment: float) -> float | None:
        """How many seconds the data were behind."""
        place = bisect_right(self._at, moment) - 1
        return max(0.0, moment - self._to[place]) if place >= 0 else None

    def axis(self, now: float) -> Axis:
        """Two lines above zero at least, and room for the highest point up to now."""
        most = max(self._most, self.at(now) or 0.0)
        step = next((step for step in reversed(STEPS) if 2 * step <= most), STEPS[0])
        # By halves: what grows each second shall not be another axis each second.
        return Axis(step, step / 2 * max(4, -(-most // (step / 2))))


def shortly(seconds: float) -> str:
    """`3 h`, of a line of the axis; `0` of none."""
    return words.duration(seconds).split(words.NO_BREAK)[0] if seconds else "0"


def told(seconds: float) -> str:
    """`23 m now`; hours with their minutes."""
    duration = words.duration(seconds, whole=True)
    return tr("{duration} now", duration=duration if seconds >= HOUR else duration.split(words.NO_BREAK)[0])


def tip(seconds: float, time: str) -> str:
    """`Data 23 m 05 s behind at 10:47:12`."""
    return tr("Data {duration} behind at {time}", duration=words.duration(seconds, whole=True), time=time)
