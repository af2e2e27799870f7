"""The parameter text of a re-aggregation: its grammar, and the range and aggregate sets that it means (R18, R20)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from gim_manager.domain.aggregates import HIERARCHIES, Hierarchy, Level
from gim_manager.domain.errors import BadSchedule, BadValue
from gim_manager.domain.options import Options
from gim_manager.domain.timing import LocalClock, zone_named

CALENDAR_YEARS = range(1970, 2038)
"""The years of which DATE_TIME can have slots."""
COMMAND = "-insertPendingAgg"
ALL_SETS = "ALLSETS"
HIERARCHY_NAMES = (
    "H_AGENT", "H_ID", "H_I_STATE_RSN", "H_QUEUE_GRP", "H_QUEUE_ABN", "H_AGENT_GRP", "H_I_AGENT", "H_QUEUE",
    "H_AGENT_CAMPAIGN", "H_AGENT_QUEUE", "H_I_SESS_STATE", "H_QUEUE_ACC_AGENT", "H_CAMPAIGN",
)  # fmt: skip
"""The thirteen hierarchies of the guide."""


_WITHIN_A_DAY = {Level.SUBHOUR: timedelta(minutes=15), Level.HOUR: timedelta(hours=1)}


class Flavor(StrEnum):
    """Which media types are taken; without a flavor all are (A04)."""

    ONLINE = "Online"
    OFFLINE = "Offline"


class BadParameters(BadValue):
    """Job parameters that cannot be read: `column` counts the characters from 1 up to the wrong one, `right` tells what
    would be right there."""

    def __init__(self, text: str, column: int, right: str) -> None:
        super().__init__(
            f"The job parameters are wrong at character {column}: {right}. "
            f"Write {COMMAND} SET:START:END, such as {COMMAND} ALLSETS:2014-05-01:2014-05-31."
        )
        self.text = text
        self.column = column
        self.right = right

    @property
    def picture(self) -> str:
        """The text on one line, and a caret under the wrong character on the next."""
        shown = "".join(letter if letter.isprintable() else " " for letter in self.text)
        return f"{shown}\n{' ' * (self.column - 1)}^"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaggregation:
    """A request that was understood."""

    hierarchies: tuple[str, ...]
    levels: tuple[Level, ...]
    flavor: Flavor | None
    start: date
    end: date
    """Inclusive (R20)."""

    @property
    def is_of_all(self) -> bool:
        """Whether all hierarchies are meant, not each by its name."""
        return len(self.hierarchies) == len(HIERARCHY_NAMES)

    @property
    def missing(self) -> tuple[str, ...]:
        """The hierarchies that this version does not build."""
        built = {hierarchy.name for hierarchy in HIERARCHIES}
        return tuple(name for name in self.hierarchies if name not in built)

    @property
    def sets(self) -> tuple[tuple[Hierarchy, Level], ...]:
        """The aggregate sets that are rebuilt, each hierarchy from its finest level up and after its source."""
        built = {hierarchy.name: hierarchy for hierarchy in HIERARCHIES}
        asked = [built[name] for name in self.hierarchies if name in built]
        ordered = sorted(asked, key=lambda hierarchy: hierarchy.source is not None)
        return tuple((hierarchy, level) for hierarchy in ordered for level in self.levels)

    @property
    def span(self) -> str:
        """The resolved range in words, its end excluded (R20)."""
        return f"{self.start} 00:00 to {self.end + timedelta(days=1)} 00:00"

    def intervals(self, clock: LocalClock) -> int:
        """How many intervals of one hierarchy the range touches, over the levels asked for."""
        return sum(self._touched(level, clock) for level in self.levels)

    def _touched(self, level: Level, clock: LocalClock) -> int:
        first, until = self.range(clock)
        months = {Level.MONTH: 1, Level.QUARTER: 3, Level.YEAR: 12}
        if level in months:
            begun, ended = (((day.year * 12 + day.month - 1) // months[level]) for day in (self.start, self.end))
            return ended - begun + 1
        if level is Level.DAY:
            return (self.end - self.start).days + 1
        return (until - first) // _WITHIN_A_DAY[level]

    def range(self, clock: LocalClock) -> tuple[datetime, datetime]:
        """`[START 00:00, END + 1 day 00:00)` in the calendar's zone, as UTC instants."""
        return clock.instant(self.start, timedelta()), clock.instant(self.end + timedelta(days=1), timedelta())


def calendar_clock(options: Options) -> LocalClock:
    """The clock of the calendar, in which the days of a request are meant; GMT where the zone is none."""
    try:
        return LocalClock(zone=zone_named(options.text("date-time", "date-time-tz")))
    except BadSchedule:
        return LocalClock(zone=UTC)


def read_parameters(text: str) -> Reaggregation:
    """Reads `-insertPendingAgg SET:START:END`; raises BadParameters that points at the wrong character."""
    reader = _Reader(text)
    reader.skip_blanks()
    reader.expect(COMMAND, f"{COMMAND} is expected")
    reader.blanks()
    hierarchies, levels, flavor = _aggregate_set(reader)
    reader.expect(":", "a colon and the first day are expected")
    start = reader.day()
    reader.expect(":", "a colon and the last day are expected")
    at = reader.place
    end = reader.day()
    reader.end()
    if end < start:
        raise BadParameters(text, at + 1, f"the last day {end} lies before the first day {start}")
    return Reaggregation(hierarchies=hierarchies, levels=levels, flavor=flavor, start=start, end=end)


def _aggregate_set(reader: _Reader) -> tuple[tuple[str, ...], tuple[Level, ...], Flavor | None]:
    if reader.take(ALL_SETS):
        return HIERARCHY_NAMES, tuple(Level), None
    hierarchies = _hierarchies(reader)
    reader.expect("-", "a hyphen and a level are expected")
    level = Level(reader.word(tuple(Level), "the level"))
    return hierarchies, (level,), _flavor(reader)


def _hierarchies(reader: _Reader) -> tuple[str, ...]:
    """A list separated by commas; an empty one means all."""
    if reader.sees("-"):
        return HIERARCHY_NAMES
    names = [reader.word(HIERARCHY_NAMES, f"{ALL_SETS} or a hierarchy")]
    while reader.take(","):
        reader.skip_blanks()
        names.append(reader.word(HIERARCHY_NAMES, "the hierarchy"))
    return tuple(dict.fromkeys(names))


def _flavor(reader: _Reader) -> Flavor | None:
    """`.Online` or `.Offline`; it may follow a blank (R20)."""
    reader.skip_blanks()
    return Flavor(reader.word(tuple(Flavor), "the flavor")) if reader.take(".") else None


_WORD = re.compile(r"[A-Za-z_]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Reader:
    """Reads a text from left to right and knows where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def sees(self, token: str) -> bool:
        return self.text[self.place : self.place + len(token)].casefold() == token.casefold()

    def take(self, token: str) -> bool:
        if not self.sees(token):
            return False
        self.place += len(token)
        return True

    def expect(self, token: str, right: str) -> None:
        if not self.take(token):
            raise self.wrong(right)

    def skip_blanks(self) -> None:
        while self.take(" ") or self.take("\t"):
            pass

    def blanks(self) -> None:
        before = self.place
        self.skip_blanks()
        if self.place == before:
            raise self.wrong("a blank is expected")

    def word(self, known: tuple[str, ...], what: str) -> str:
        found = _WORD.match(self.text, self.place)
        for word in known:
            if found and found[0].casefold() == word.casefold():
                self.place = found.end()
                return word
        raise self.wrong(f"{what} is one of {', '.join(known)}")

    def day(self) -> date:
        found = _DAY.match(self.text, self.place)
        if not found:
            raise self.wrong("a day is written YYYY-MM-DD")
        try:
            day = date.fromisoformat(found[0])
        except ValueError:
            raise self.wrong(f"there is no day {found[0]}") from None
        if day.year not in CALENDAR_YEARS:
            raise self.wrong(f"no calendar has a day before {CALENDAR_YEARS[0]} or after {CALENDAR_YEARS[-1]}")
        self.place = found.end()
        return day

    def end(self) -> None:
        self.skip_blanks()
        if self.place < len(self.text):
            raise self.wrong("nothing more is expected")

    def wrong(self, right: str) -> BadParameters:
        return BadParameters(self.text, self.place + 1, right)
