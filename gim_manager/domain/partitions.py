"""Which partitions there must be: how long one is, where the next begins, how far those that there are reach (M02)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gim_manager.domain.options import Options
from gim_manager.domain.retention import DAY

SECTION = "gim-etl"
AHEAD = "partitioning-ahead-range"
_ADVISED = 30 * DAY
"""What the vendor advises for PostgreSQL while facts are kept for less than three years; twice that from then on."""
_LONG = 3 * 365


class Group(StrEnum):
    """Tables whose partitions have one length, as the options name them."""

    GIM = "gim"
    """Facts and the history of jobs."""
    GIDB = "gidb"
    """Extracted rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a partition holds: from `low` to before `high`, in seconds UTC; None is without end."""

    low: int | None
    high: int | None

    def holds(self, moment: int) -> bool:
        """Whether a row of this moment belongs here."""
        return (self.low is None or self.low <= moment) and (self.high is None or moment < self.high)


EVERYTHING = Span(low=None, high=None)
"""The first partition of a table for as long as it is the only one."""


def interval_option(group: Group) -> str:
    """The name of the option that says how long a partition is."""
    return f"partitioning-interval-size-{group.value}"


def interval(options: Options, group: Group) -> int:
    """How long a partition is, in seconds. Where nobody has said it for facts, as the vendor advises for PostgreSQL: a
    fact table in some hundred partitions is planned slowly, and takes a lock for each."""
    name = interval_option(group)
    if group is Group.GIM and options.get_raw(SECTION, name) is None:
        return _ADVISED if options.number(SECTION, "days-to-keep-gim-facts") < _LONG else 2 * _ADVISED
    return options.number(SECTION, name)


def floor(moment: int, size: int) -> int:
    """Where the interval of this moment begins; all begin at multiples of their length."""
    return moment - moment % size


def around(spans: Sequence[Span], moment: int, size: int) -> Span:
    """The partition to make for a moment that has none: its interval, as far as others leave room."""
    begin = floor(moment, size)
    below = (span.high for span in spans if span.high is not None and span.high <= moment)
    above = (span.low for span in spans if span.low is not None and span.low > moment)
    return Span(low=max((begin, *below)), high=min((begin + size, *above)))


def missing(spans: Sequence[Span], since: int, until: int, size: int) -> Iterator[Span]:
    """What must be made so that no moment from `since` to `until` is without a partition."""
    at: int | None = since
    while at is not None and at < until:
        there = _holding(spans, at)
        if there is None:
            there = around(spans, at, size)
            yield there
        at = there.high


def reach(spans: Sequence[Span], now: int) -> int | None:
    """Up to which moment every row from `now` on has a partition; None where they have no end."""
    at: int | None = now
    while at is not None and (there := _holding(spans, at)):
        at = there.high
    return at


def _holding(spans: Sequence[Span], moment: int) -> Span | None:
    return next((span for span in spans if span.holds(moment)), None)
