"""The re-aggregation builder: what its controls hold, and the Job Parameters that it is, each read from the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo

from gim_manager.domain.aggregates import HIERARCHIES, Level
from gim_manager.domain.reaggregation import (
    ALL_SETS,
    COMMAND,
    HIERARCHY_NAMES,
    BadParameters,
    Flavor,
    Reaggregation,
    read_parameters,
)
from gim_manager.domain.timing import LocalClock
from gim_manager.presenters import words
from gim_manager.presenters.language import later, tr

BUILT: tuple[str, ...] = tuple(name for name in HIERARCHY_NAMES if name in {one.name for one in HIERARCHIES})
"""What can be ticked; "all" means these."""
_STEMS = ("H_AGENT", "H_QUEUE", "H_I_")
_SOME_DAY = "2000-01-01"
_DAYS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the controls hold; the days as they were typed."""

    hierarchies: tuple[str, ...] = ()
    """In the order in which they were ticked or written."""
    level: Level | None = Level.SUBHOUR
    """None for all levels, which goes with all hierarchies and both flavors only."""
    flavor: Flavor | None = None
    first: str = ""
    last: str = ""

    @property
    def is_of_all(self) -> bool:
        """Whether no hierarchy that is built is left out."""
        return set(BUILT) <= set(self.hierarchies)

    @property
    def is_all_sets(self) -> bool | None:
        """The three states of ALLSETS: True for every set there is, False for none, None for some."""
        if not self.hierarchies:
            return False
        return True if self.is_of_all and self.level is None else None

    @property
    def text(self) -> str:
        """The Job Parameters; as unfinished as the selection is, so that nothing is run that nobody chose."""
        if self == replace(Selection(), level=self.level, flavor=self.flavor):
            return ""
        return f"{COMMAND} {self._sets}:{self.first}:{self.last}"

    @property
    def _sets(self) -> str:
        if not self.hierarchies:
            return ""
        if self.level is None:
            return ALL_SETS
        named = "" if self.is_of_all else ",".join(self.hierarchies)
        return f"{named}-{self.level}{f'.{self.flavor}' if self.flavor else ''}"

    def with_all(self, wanted: bool) -> Selection:
        """Every set there is, or no hierarchy."""
        if wanted:
            return replace(self, hierarchies=BUILT, level=None, flavor=None)
        return replace(self, hierarchies=(), level=self.level or Level.SUBHOUR)

    def with_hierarchy(self, name: str, wanted: bool) -> Selection:
        """One more or one less; a list of names has one level, the finest where all were meant."""
        others = tuple(one for one in self.hierarchies if one != name)
        changed = replace(self, hierarchies=(*others, name) if wanted else others)
        return changed if changed.is_of_all else replace(changed, level=self.level or Level.SUBHOUR)

    def with_level(self, level: Level | None) -> Selection:
        """None is taken where all hierarchies are; it leaves no flavor."""
        if level is not None:
            return replace(self, level=level)
        return replace(self, level=None, flavor=None) if self.is_of_all else self

    def with_flavor(self, flavor: Flavor | None) -> Selection:
        """None is both; all levels at once have no flavor of their own."""
        return self if self.level is None else replace(self, flavor=flavor)

    def with_days(self, first: str, last: str) -> Selection:
        """Other days, in whatever state of being typed."""
        return replace(self, first=first.strip(), last=last.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What the parameters come to: the range and how much of what it is, or what they lack."""

    range: str = ""
    amount: str = ""
    lack: str = ""


def selection(text: str, before: Selection) -> Selection:
    """What the controls hold for this text; what cannot be read in it leaves the controls of that as they are."""
    if not text.strip():
        return Selection() if before.text else before
    sets, days = _halves(text)
    if days is not None:
        before = before.with_days(*days)
    asked = _sets_of(sets)
    if asked is None:
        return before
    named = BUILT if asked.is_of_all else asked.hierarchies
    level = asked.levels[0] if len(asked.levels) == 1 else None
    return replace(before, hierarchies=named, level=level, flavor=asked.flavor)


def _halves(text: str) -> tuple[str, tuple[str, str] | None]:
    """What stands before the days, and the days as far as they are written; None where more stands there."""
    sets, *days = text.strip().split(":")
    first, last = (*days, "", "")[:2]
    return sets, (first, last) if len(days) <= _DAYS else None


def _sets_of(sets: str) -> Reaggregation | None:
    try:
        return read_parameters(f"{sets}:{_SOME_DAY}:{_SOME_DAY}")
    except BadParameters:
        return None


def resolved(text: str, chosen: Selection, zone: tzinfo | None) -> Resolved:
    """Of the Job Parameters beside their controls; without a zone yet, a range without its names."""
    try:
        return _resolved(read_parameters(text), zone)
    except BadParameters:
        return Resolved(lack=tr(_lack(text, chosen)))


def _lack(text: str, chosen: Selection) -> str:
    if not text.strip():
        return later("Nothing is chosen: the job runs without Job Parameters.")
    sets, days = _halves(text)
    if not chosen.hierarchies and sets.strip() == COMMAND:
        return later("Choose a hierarchy, or ALLSETS for every set.")
    if days is None or _sets_of(sets) is None:
        return later("What cannot be read is not shown here. Whatever you change here writes the parameters anew.")
    if not (is_day(chosen.first) and is_day(chosen.last)):
        return later("Choose the first and the last day.")
    return later("The last day must not lie before the first.")


def _resolved(asked: Reaggregation, zone: tzinfo | None) -> Resolved:
    ends = (asked.start, asked.end + timedelta(days=1))
    if zone is None:
        return Resolved(range=_range(f"{words.full_day(day)} 00:00" for day in ends))
    clock = LocalClock(zone=zone)
    instants = (instant.astimezone(zone) for instant in asked.range(clock))
    told = _range(
        f"{words.full_day(day)} 00:00 {instant:%Z}".strip() for day, instant in zip(ends, instants, strict=True)
    )
    hierarchies = len(asked.sets) // len(asked.levels)
    one = "{hierarchies} × {n} interval"
    counted = tr("{n} hierarchies", "", hierarchies, one="{n} hierarchy")
    amount = tr("{hierarchies} × {n} intervals", "", asked.intervals(clock), one=one, hierarchies=counted)
    return Resolved(range=told, amount=amount)


def _range(ends: Iterable[str]) -> str:
    return f" {words.DASH} ".join(ends)


def is_day(text: str) -> bool:
    """Whether a day was typed as the Job Parameters write it."""
    try:
        read_parameters(f"{COMMAND} {ALL_SETS}:{text}:{text}")
    except BadParameters:
        return False
    return True


def families() -> tuple[tuple[str, ...], ...]:
    """The names of the hierarchies in columns: agents, queues, states and sessions, and the others.

    What this version does not build stands last.
    """
    names = sorted(HIERARCHY_NAMES, key=lambda name: (name not in BUILT, name))
    columns = [tuple(name for name in names if name.startswith(stem)) for stem in _STEMS]
    return (*columns, tuple(name for name in names if not name.startswith(_STEMS)))


def usual_days(today: date) -> tuple[tuple[str, date, date], ...]:
    """Ranges that are asked for often, each with its name."""
    yesterday = today - timedelta(days=1)
    return (
        (tr("Yesterday"), yesterday, yesterday),
        (tr("Last 7 days"), today - timedelta(days=7), yesterday),
        (tr("This month"), today.replace(day=1), today),
    )
