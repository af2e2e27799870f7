"""The night of a clock change beside a usual one: a headline, the facts of each, and rows for a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from gim_manager.domain.clock_change import ClockChange
from gim_manager.domain.rehearsal import Maintained, Night, Outcome, Rehearsal
from gim_manager.presenters import words
from gim_manager.presenters.language import later, tr

NEAR = timedelta(days=14)
"""So long before a change both nights are shown; until then one line."""
HEADLINE = later("Next clock change: {day}, {before} → {after}")
NO_CHANGE = later("The clocks of {zone} do not change: there is nothing to rehearse.")
USUAL = later("{day}, usual")
THAT = later("{day}, {hours}-hour day")
CYCLES = later("{cycles}, then {gap} without one")
SUSPENDED = later("run-scheduler is false: rehearsed as if it were true.")
PROBLEM = later("Nothing would be launched: {problem}")
IN_FORCE = later("rehearsed with the options in force")
BESIDE = later("maintenance {length}")
FITS = later("maintenance fits, {spare} to spare")
FITS_ALONE = later("maintenance fits, with no cycle after it")
CUT = later("maintenance is stopped by a cycle after {length}")
DROPPED = later("maintenance is dropped")
NONE = later("no maintenance")
CHANCE = later("{good} of the last {all} runs would end in time")
HEADINGS = ("", later("Usual night"), later("That night"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One night as a line of the picture, with the facts right of it."""

    label: str
    night: Night
    cycles: str
    maintenance: str
    is_well: bool
    """Maintenance fits, or none is launched."""
    length: str
    """How long maintenance takes, beside its bar."""

    @property
    def spoken(self) -> str:
        """All of it for who cannot see the picture."""
        return words.plain(f"{self.label}: {self.cycles}; {self.maintenance}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What Health shows of it."""

    headline: str
    remark: str = ""
    """How it was rehearsed, or what keeps all from being launched."""
    is_wrong: bool = False
    lanes: tuple[Lane, ...] = ()
    """Two where the change is near, else none."""
    zone: tzinfo | None = None
    changes_at: datetime | None = None


def view(found: Rehearsal, zone_name: str, now: datetime) -> View:
    """One line until two weeks before a change, then both nights."""
    change = found.change
    if change is None:
        return View(headline=tr(NO_CHANGE, zone=zone_name))
    near = change.at - now <= NEAR
    remark = _remark(found)
    return View(
        headline=headline(change), remark=remark or tr(IN_FORCE), is_wrong=bool(found.problem), zone=change.zone,
        lanes=lanes(found) if near and not found.problem else (), changes_at=change.at,
    )  # fmt: skip


def headline(change: ClockChange) -> str:
    """`Next clock change: Sun 28 Mar 2027, 02:00 → 03:00`."""
    day = words.full_day(change.shown_before.date())
    return tr(HEADLINE, day=day, before=f"{change.shown_before:%H:%M}", after=f"{change.shown_after:%H:%M}")


def lanes(found: Rehearsal) -> tuple[Lane, ...]:
    """The usual night, then that of the change."""
    if found.change is None or found.usual is None or found.that is None:
        return ()
    usual, that = labels(found.change)
    return _lane(usual, found.usual), _lane(that, found.that)


def labels(change: ClockChange) -> tuple[str, str]:
    """`Sat 27 Mar, usual` and `Sun 28 Mar, 23-hour day`."""
    before, day = (words.full_day(day).rpartition(" ")[0] for day in (change.day - timedelta(days=1), change.day))
    hours = words.hours(change.day_length)
    return tr(USUAL, day=before), tr(THAT, day=day, hours=hours)


def _lane(label: str, night: Night) -> Lane:
    maintained = night.maintenance
    return Lane(
        label=label, night=night, cycles=cycles(night), maintenance=maintenance(maintained),
        is_well=maintained.outcome in (Outcome.FITS, Outcome.NONE),
        length=tr(BESIDE, length=_length(maintained.bar.until - maintained.bar.since)) if maintained.bar else "",
    )  # fmt: skip


def cycles(night: Night) -> str:
    """`6 cycles, then 5 h 00 m without one`."""
    counted = tr("{n} cycles", "", len(night.cycles), one="{n} cycle")
    if night.gap is None:
        return counted
    return tr(CYCLES, cycles=counted, gap=_length(night.gap.until - night.gap.since))


def maintenance(maintained: Maintained) -> str:
    """Whether it fits, and by how much."""
    bar = maintained.bar
    if maintained.outcome is Outcome.FITS:
        return tr(FITS_ALONE) if maintained.spare is None else tr(FITS, spare=_length(maintained.spare))
    if maintained.outcome is Outcome.CUT and bar is not None:
        return tr(CUT, length=_length(bar.until - bar.since))
    return tr(DROPPED if maintained.outcome is Outcome.DROPPED else NONE)


def chance(maintained: Maintained) -> str:
    """What past runs say of that night; empty where they say nothing."""
    good, telling = maintained.in_time
    return tr(CHANCE, good=good, all=telling) if telling else ""


def rows(found: Rehearsal) -> Iterable[tuple[str, ...]]:
    """Both nights for the command line, a fact a row."""
    change, usual, that = found.change, found.usual, found.that
    if change is None or usual is None or that is None:
        return
    nights = (usual, that)
    yield tr("Day"), *labels(change)
    yield tr("Cycles from 20:00 to 08:00"), *(words.count(len(night.cycles)) for night in nights)
    yield tr("Longest time without one"), *(_gap(night, change.zone) for night in nights)
    yield tr("Maintenance"), *(_span(night, change.zone) for night in nights)
    yield tr("Does it fit?"), *(maintenance(night.maintenance) for night in nights)
    if any(chance(night.maintenance) for night in nights):
        yield tr("By its past runs"), *(chance(night.maintenance) for night in nights)


def remarks(found: Rehearsal, zone_name: str) -> tuple[str, ...]:
    """What is to be said before the table, or in place of it."""
    if found.change is None:
        return (tr(NO_CHANGE, zone=zone_name),)
    remark = _remark(found)
    return (f"{headline(found.change)} ({zone_name})", *([remark] if remark else []))


def _remark(found: Rehearsal) -> str:
    if found.problem:
        return tr(PROBLEM, problem=found.problem)
    return tr(SUSPENDED) if found.is_suspended else ""


def _gap(night: Night, zone: tzinfo) -> str:
    if night.gap is None:
        return words.DASH
    return f"{_length(night.gap.until - night.gap.since)} ({_between(night.gap.since, night.gap.until, zone)})"


def _span(night: Night, zone: tzinfo) -> str:
    bar = night.maintenance.bar
    return words.DASH if bar is None else _between(bar.since, bar.until, zone)


def _between(since: datetime, until: datetime, zone: tzinfo) -> str:
    told = (words.clock_time(at, zone, today=at.astimezone(zone).date(), seconds=False) for at in (since, until))
    return f" {words.DASH} ".join(told)


def _length(length: timedelta) -> str:
    return words.duration(length.total_seconds(), whole=True)
