"""The aggregates of the morning that the fake window shows: most in order, one hierarchy late, old days purged."""

import math
from collections.abc import Iterator
from datetime import datetime, timedelta

from gim_manager.domain.aggregate_board import Board, Cell, Day, DayState, Lasted, Mark, Trend, Waiting
from gim_manager.domain.aggregates import H_I_SESS_STATE, HIERARCHIES, LEVELS, Hierarchy, Level
from gim_manager.domain.job import Job
from tests.language.fake_clock import BERLIN

MINUTE = timedelta(minutes=1)
PURGED, BEFORE, OFF = 12, 4, 30
"""Of the 62 days: so many were purged after so few that were never loaded; one in between had no call."""


def the_aggregates(now: datetime) -> Board:
    """Two weeks of runs and two months of days."""
    since = now - timedelta(days=14)
    return Board(
        at=now, zone=BERLIN, since=since, days=tuple(_days(now)),
        cells=tuple(_cell(one, level, now) for one in HIERARCHIES for level in LEVELS),
        trends=tuple(
            Trend(job=job, runs=tuple(_runs(job, since, every, minutes)), p95=minutes * 1.35 * MINUTE)
            for job, every, minutes in (
                (Job.EXTRACT, 6, 6.2), (Job.TRANSFORM, 6, 9.4), (Job.MAINTAIN, 24, 19.5), (Job.EXPORT, 24, 6.6),
            )
        ),
        marks=(
            Mark(at=now - timedelta(days=9), by="m.keller", option="[gim-transformation] chunk-size", value="900"),
            Mark(at=now - timedelta(days=3), by="a.novak", option="[schedule] etl-frequency", value="30"),
        ),
    )  # fmt: skip


_NEWEST = {
    Level.SUBHOUR: "2026-10-25T10:15", Level.HOUR: "2026-10-25T10:00", Level.DAY: "2026-10-25T00:00",
    Level.MONTH: "2026-10-01T00:00", Level.QUARTER: "2026-10-01T00:00", Level.YEAR: "2026-01-01T00:00",
}  # fmt: skip


def _cell(one: Hierarchy, level: Level, now: datetime) -> Cell:
    rows = 1_204_332 // (LEVELS.index(level) * 9 + 1)
    newest = datetime.fromisoformat(_NEWEST[level]).replace(tzinfo=BERLIN)
    waiting, late = None, False
    if one is H_I_SESS_STATE and level is Level.HOUR:
        waiting, late = Waiting(number=14, since=now - 42 * MINUTE), True
    elif level is Level.MONTH:
        waiting = Waiting(number=1, since=now - 4 * MINUTE)
    return Cell(
        hierarchy=one, level=level, rows=rows, is_estimate=rows > 1_000_000, newest=newest, waiting=waiting,
        is_late=late, rebuilt_at=now - timedelta(days=12) if level is Level.DAY else None,
    )  # fmt: skip


def _days(now: datetime) -> Iterator[Day]:
    today = now.astimezone(BERLIN).date()
    for place in range(62):
        day = today - timedelta(days=61 - place)
        state = DayState.FACTS
        if place < BEFORE + PURGED:
            state = DayState.NOT_LOADED if place < BEFORE else DayState.PURGED
        elif place == OFF:
            state = DayState.EMPTY
        busy = 0.35 if day.weekday() >= 5 else 1.0
        facts = round(41_000 * busy * (0.85 + 0.15 * math.sin(place))) if state is DayState.FACTS else 0
        yield Day(
            day=day, state=state, facts=facts, is_aggregated=place >= BEFORE and place != OFF, is_pending=place >= 60
        )


def _runs(job: Job, since: datetime, every: int, minutes: float) -> Iterator[Lasted]:
    hours = 14 * 24
    for number, hour in enumerate(range(2, hours, every)):
        wave = 1 + 0.25 * math.sin(number * 1.7) + 0.1 * math.cos(number * 0.6)
        at = since + timedelta(hours=hour)
        yield Lasted(run_id=40_000 + number, at=at, length=minutes * wave * MINUTE)
