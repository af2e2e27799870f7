"""Will maintenance fit? The chance, what it needs, and the start time that would do, as sentences."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from gim_manager.domain.fit import Fit, Room
from gim_manager.domain.health import FEWEST
from gim_manager.presenters import words
from gim_manager.presenters.language import later, tr

IN_WINDOW = later("maintain-start-time lies inside the ETL window, where maintenance never starts.")
ALWAYS_OPEN = later("The ETL window never closes: there is no time for scheduled maintenance.")
NEVER_YET = later("Job_MaintainGIM has not run yet: nothing tells how long it takes.")
TOO_FEW = later("Only {runs} of Job_MaintainGIM: {needed} are needed to tell whether it fits.")
CHANCE = later("{good} of the last {all} runs would have ended in that time ({share}).")
LONGEST = later("95 of 100 runs take at most {length}.")
CUT_OFF = later("{runs} of the last {all} were stopped by a cycle that fell due.")
UNKNOWN = later("How long the longest take is not known: too many were stopped by a cycle that fell due.")
ROOM = later("Maintenance at {due} has {length} before the cycle of {ends}{late}.")
NO_ROOM = later("Maintenance at {due} cannot start before the cycle of {ends}: what runs before it ends too late.")
LATE = later(", for it can start at {starts}")
FITS = later("It fits.")
START_AT = later("Start it at {due} or earlier: {length} would be left for it.")
NEVER = later("No start time would do: the most that can be had is {length}, from {due} on.")
SWITCHED_OFF = later("The schedule does not launch it: run-scheduler or run-maintain is false.")


def lines(fit: Fit, zone: tzinfo) -> tuple[str, ...]:
    """The answer first, then what it follows from."""
    return tuple(words.plain(line) for line in (verdict(fit, zone), *evidence(fit, zone)))


def verdict(fit: Fit, zone: tzinfo) -> str:
    """One sentence: whether it fits, or what would do."""
    if fit.widest is None:
        return tr(ALWAYS_OPEN)
    if not fit.trials:
        return tr(NEVER_YET)
    if not fit.is_known:
        return tr(TOO_FEW, runs=tr("{n} runs", "", len(fit.trials), one="{n} run"), needed=FEWEST)
    if fit.fits:
        return tr(FITS)
    if fit.better is not None:
        return tr(START_AT, due=_wall(fit.better.due, zone), length=_length(fit.better.length))
    return tr(NEVER, due=_wall(fit.widest.due, zone), length=_length(fit.widest.length))


def evidence(fit: Fit, zone: tzinfo) -> tuple[str, ...]:
    """How much time there is, and how long the past runs took."""
    told = [_room(fit.room, zone) if fit.room else tr(IN_WINDOW)] if fit.widest else []
    return (*told, *_past(fit), *([] if fit.scheduled else [tr(SWITCHED_OFF)]))


def chance(fit: Fit) -> float | None:
    """The share of the runs that tell; None where none does."""
    good, telling = fit.ended_in_time
    return good / telling if telling else None


def _past(fit: Fit) -> list[str]:
    if not fit.is_known:
        return []
    good, telling = fit.ended_in_time
    share = chance(fit)
    told = [] if share is None else [tr(CHANCE, good=good, all=telling, share=words.percent(share))]
    told.append(tr(UNKNOWN) if fit.longest is None else tr(LONGEST, length=_length(fit.longest)))
    cut = sum(trial.cut for trial in fit.trials)
    return [*told, tr(CUT_OFF, runs=cut, all=len(fit.trials))] if cut else told


def _room(room: Room, zone: tzinfo) -> str:
    due, ends = (_wall(at, zone) for at in (room.due, room.ends))
    if not room.length:
        return tr(NO_ROOM, due=due, ends=ends)
    late = tr(LATE, starts=_wall(room.starts, zone)) if room.starts > room.due else ""
    return tr(ROOM, due=due, length=_length(room.length), ends=ends, late=late)


def _wall(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return words.clock_time(at, zone, today=local.date(), seconds=bool(local.second))


def _length(length: timedelta) -> str:
    return words.duration(length.total_seconds(), whole=True)
