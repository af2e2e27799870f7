"""A day of the sample centre that was lived to its end, with all that ICON wrote of it as rows by name."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date
from functools import cache
from typing import Any

from gim_manager.sample.centre import build_centre
from gim_manager.sample.counters import Counters
from gim_manager.sample.profile import Habits, Profile
from gim_manager.sample.recorder import Recorder
from gim_manager.sample.records import COLUMNS
from gim_manager.sample.simulation import Day

FRIDAY = date(2026, 11, 20)
WILD = Habits(
    hold=0.15, hung_up_on_hold=0.3, one_step=0.15, two_step=0.15, conference=0.15, consultation=0.15,
    hung_up_on_consultation=0.2, no_answer=0.15, dial_out=0.3, inside=0.4,
)  # fmt: skip
"""Habits that make a day see everything that can happen."""

Rows = list[dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class LivedDay:
    """The day, and its rows by table."""

    day: Day
    rows: dict[str, Rows]

    def by(self, table: str, column: str) -> dict[Any, Rows]:
        """The rows of a table by the value of a column, in the order in which they were written."""
        found: dict[Any, Rows] = defaultdict(list)
        for row in sorted(self.rows[table], key=lambda row: row["gsys_seq"]):
            found[row[column]].append(row)
        return found


def new_day(*, habits: Habits = WILD, calls: int = 500, agents: int = 25, seed: int = 1, day: date = FRIDAY) -> Day:
    """A day before its first call."""
    centre = build_centre(Profile(habits=habits), agents=agents, seed=seed)
    recorder = Recorder("0A1B2C3D", Counters())
    return Day(centre, day, zone=UTC, seed=seed, calls_per_day=calls, recorder=recorder)


def rows_of(day: Day) -> dict[str, Rows]:
    """All that is to be written of a day so far."""
    taken = day.recorder.take(all_=True).rows
    return {
        table: [dict(zip(columns, row, strict=True)) for row in taken.get(table, [])]
        for table, columns in COLUMNS.items()
    }


@cache
def wild_day() -> LivedDay:
    """A whole day on which everything happens; lived once for all tests."""
    day = new_day()
    day.run(day.end)
    return LivedDay(day=day, rows=rows_of(day))
