"""What there is of the aggregates, day by day and set by set, and how the lengths of the jobs develop."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from gim_manager.domain.aggregate_board import Board, Cell, Waiting, is_late
from gim_manager.domain.aggregates import Level
from gim_manager.domain.conditions import Condition
from gim_manager.domain.options import Options
from gim_manager.domain.reaggregation import calendar_clock
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.engines import reading
from gim_manager.store import aggregate_sets, trends
from gim_manager.store.fact_days import FactDays
from gim_manager.store.versions import ensure_not_newer
from gim_manager.usecases.context import Context

DAYS = 62
"""Two months are shown."""
LOOKED_BACK = timedelta(days=14)
"""How far the trends go back."""
_UNDELAYED = frozenset({Level.SUBHOUR, Level.HOUR})


class Aggregates:
    """Reads the board of one Info Mart again and again, and remembers what it has counted; of any thread."""

    def __init__(self, context: Context) -> None:
        """Asks nothing yet."""
        self._context = context
        self._days = FactDays()
        self._counts = aggregate_sets.Counts()
        self._lock = threading.Lock()

    def read(self) -> Board:
        """The board as of now; of an older schema nothing (R29). Raises GimError."""
        with self._lock:
            return self._read(self._context.now())

    def _read(self, now: datetime) -> Board:
        context = self._context
        if ensure_not_newer(context.database).condition is Condition.MIGRATION:
            return Board(at=now, zone=context.zone, cells=())
        options = context.options()
        clock = calendar_clock(options)
        today = clock.local_date(now)
        since = now - LOOKED_BACK
        with reading(context.database.manager) as connection:
            rebuilt = aggregate_sets.rebuilt(connection)
            lines, marks = trends.read(connection, since), trends.marks(connection, since)
        with reading(context.database.info_mart) as connection:
            newest, waiting = aggregate_sets.newest(connection), aggregate_sets.waiting(connection)
            rows = self._counts.read(connection, context.clock.steady())
            days = self._days.read(connection, today - timedelta(days=DAYS - 1), today, clock)
        cells = tuple(
            Cell(
                hierarchy=one[0], level=one[1], rows=rows[one][0], is_estimate=rows[one][1],
                newest=newest.get(one), waiting=waiting.get(one), rebuilt_at=rebuilt.get(one),
                is_late=_is_late(waiting.get(one), one[1], options, now),
            )
            for one in TABLES
        )  # fmt: skip
        return Board(at=now, zone=clock.zone, cells=cells, days=days, trends=lines, marks=marks, since=since)


def _is_late(waiting: Waiting | None, level: Level, options: Options, now: datetime) -> bool:
    seconds = 0 if level in _UNDELAYED else options.number("agg", f"agg-level-{level.lower()}-delay")
    return is_late(waiting, timedelta(seconds=seconds), now)
