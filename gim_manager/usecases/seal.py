"""Whether a reporting day is final, and if not, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from gim_manager.domain.aggregates import Level
from gim_manager.domain.options import Options
from gim_manager.domain.reaggregation import BadParameters, Reaggregation, calendar_clock
from gim_manager.domain.run import Run
from gim_manager.domain.seal import Asked, DaySeal, judged
from gim_manager.domain.timing import LocalClock
from gim_manager.domain.undo import Undoing, read_request
from gim_manager.schema.engines import reading
from gim_manager.store import sources
from gim_manager.store.connect import Database
from gim_manager.store.runs import open_runs
from gim_manager.store.versions import ensure_current
from gim_manager.usecases.context import Context

WITHIN_A_DAY = frozenset({Level.SUBHOUR, Level.HOUR, Level.DAY})
SHOWN = 14
"""Days that are listed unless one is named."""


def read(context: Context, day: date | None = None) -> tuple[DaySeal, ...]:
    """The last two weeks and today, newest first, or the one day that is named; raises OlderSchema."""
    ensure_current(context.database)
    now, options = context.now(), context.options()
    today = calendar_clock(options).local_date(now)
    days = [day] if day else [today - timedelta(days=number) for number in range(SHOWN, -1, -1)]
    with reading(context.database.manager) as connection:
        runs = open_runs(connection)
    found = of_days(context.database, options, runs, days, now)
    return tuple(one for one in reversed(found) if day or not one.is_unknown)


def latest(database: Database, options: Options, runs: Iterable[Run], now: datetime) -> DaySeal | None:
    """The day that ended last; None while nothing was loaded of it or before."""
    yesterday = calendar_clock(options).local_date(now) - timedelta(days=1)
    (found,) = of_days(database, options, runs, [yesterday], now)
    return None if found.is_unknown else found


def of_days(
    database: Database, options: Options, runs: Iterable[Run], days: Sequence[date], now: datetime
) -> tuple[DaySeal, ...]:
    """Each of these days, which are in order; `runs` are those that have not ended."""
    # Loaded where it is asked: it brings the tables of every source with it, and most commands ask for none.
    from gim_manager.jobs.day_seals import evidence

    with reading(database.manager) as connection:
        known_sources = sources.known(connection)
    clock = calendar_clock(options)
    with reading(database.info_mart) as connection:
        found = evidence(connection, clock, known_sources, days)
        requests = tuple(_asked(connection, runs, clock))
    known = replace(found, requests=requests)
    return tuple(judged(day, known, now) for day in days)


def _asked(connection: Any, runs: Iterable[Run], clock: LocalClock) -> Iterator[Asked]:
    for run in runs:
        if run.is_reaggregation and run.parameters:
            try:
                read = read_request(run.parameters)
            except BadParameters:
                continue
            if isinstance(read, Reaggregation):
                yield Asked(run_id=run.id, first=read.start, last=read.end)
            else:
                yield from _put_back(connection, run, read, clock)


def _put_back(connection: Any, run: Run, asked: Undoing, clock: LocalClock) -> Iterator[Asked]:
    """The days of which an undoing puts rows back, those between them included."""
    from gim_manager.jobs.kept_sets import read

    days = [one for one in read(connection, asked.run_id, clock).sets if one.level in WITHIN_A_DAY]
    if days:
        first, last = min(one.first for one in days), max(one.last for one in days)
        yield Asked(run_id=run.id, first=first, last=last)
