"""Will maintenance fit? The chance, what it needs, and the start time that would do, as sentences."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from gim_manager.domain.fit import Fit, Room
from gim_manager.domain.health import FEWEST
from gim_manager.presenters import words

IN_WINDOW = "maintain-start-time lies inside the ETL window, where maintenance never starts."
ALWAYS_OPEN = "The ETL window never closes: there is no time for scheduled maintenance."
NEVER_YET = "Job_MaintainGIM has not run yet: nothing tells how long it takes."
TOO_FEW = "Only {runs} of Job_MaintainGIM: {needed} are needed to tell whether it fits."
CHANCE = "{good} of the last {all} runs would have ended in that time ({share})."
LONGEST = "95 of 100 runs take at most {length}."
CUT_OFF = "{runs} of the last {all} were stopped by a cycle that fell due."
UNKNOWN = "How long the longest take is not known: too many were stopped by a cycle that fell due."
ROOM = "Maintenance at {due} has {length} before the cycle of {ends}{late}."
NO_ROOM = "Maintenance at {due} cannot start before the cycle of {ends}: what runs before it ends too late."
LATE = ", for it can start at {starts}"
FITS = "It fits."
START_AT = "Start it at {due} or earlier: {length} would be left for it."
NEVER = "No start time would do: the most that can be had is {length}, from {due} on."
SWITCHED_OFF = "The schedule does not launch it: run-scheduler or run-maintain is false."


def lines(fit: Fit, zone: tzinfo) -> tuple[str, ...]:
    """The answer first, then what it follows from."""
    return tuple(words.plain(line) for line in (verdict(fit, zone), *evidence(fit, zone)))


def verdict(fit: Fit, zone: tzinfo) -> str:
    """One sentence: whether it fits, or what would do."""
    if fit.widest is None:
        return ALWAYS_OPEN
    if not fit.trials:
        return NEVER_YET
    if not fit.is_known:
        return TOO_FEW.format(runs=words.counted(len(fit.trials), "run"), needed=FEWEST)
    if fit.fits:
        return FITS
    if fit.better is not None:
        return START_AT.format(due=_wall(fit.better.due, zone), length=_length(fit.better.length))
    return NEVER.format(due=_wall(fit.widest.due, zone), length=_length(fit.widest.length))


def evidence(fit: Fit, zone: tzinfo) -> tuple[str, ...]:
    """How much time there is, and how long the past runs took."""
    told = [_room(fit.room, zone) if fit.room else IN_WINDOW] if fit.widest else []
    return (*told, *_past(fit), *([] if fit.scheduled else [SWITCHED_OFF]))


def chance(fit: Fit) -> float | None:
    """The share of the runs that tell; None where none does."""
    good, telling = fit.ended_in_time
    return good / telling if telling else None


def _past(fit: Fit) -> list[str]:
    if not fit.is_known:
        return []
    good, telling = fit.ended_in_time
    share = chance(fit)
    told = [] if share is None else [CHANCE.format(good=good, all=telling, share=words.percent(share))]
    told.append(UNKNOWN if fit.longest is None else LONGEST.format(length=_length(fit.longest)))
    cut = sum(trial.cut for trial in fit.trials)
    return [*told, CUT_OFF.format(runs=cut, all=len(fit.trials))] if cut else told


def _room(room: Room, zone: tzinfo) -> str:
    due, ends = (_wall(at, zone) for at in (room.due, room.ends))
    if not room.length:
        return NO_ROOM.format(due=due, ends=ends)
    late = LATE.format(starts=_wall(room.starts, zone)) if room.starts > room.due else ""
    return ROOM.format(due=due, length=_length(room.length), ends=ends, late=late)


def _wall(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return words.clock_time(at, zone, today=local.date(), seconds=bool(local.second))


def _length(length: timedelta) -> str:
    return words.duration(length.total_seconds(), whole=True)
