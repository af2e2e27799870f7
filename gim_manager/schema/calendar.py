"""The calendar tables: DATE_TIME, the custom calendars made like it, and TIME_RANGE (domain/data.md, section 3.1).

Facts hold DATE_TIME_KEYs in UTC; a calendar only labels these slots by the wall clock of its zone, so that
one fact joins every calendar.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Table

from gim_manager.schema.columns import CODE, INT, LABEL, NAME, SLOT, SMALL, WHEN, audit, col, key
from gim_manager.schema.metadata import INFO_MART

PERIODS: tuple[str, ...] = ("30int", "hour", "day", "week", "month", "quarter", "year")
"""The periods above a quarter hour; each has DATE_TIME_<period>_KEY, its first slot, and DATE_TIME_NEXT_<period>_KEY,
that of the period after it."""

LABELS: tuple[str, ...] = (
    "yyyy", "yyyy_qq", "yyyy_mm", "yyyy_we", "yyyy_we_d", "yyyy_mm_dd", "yyyy_mm_dd_hh", "yyyy_mm_dd_hh24",
    "yyyy_mm_dd_hh_30int", "yyyy_mm_dd_hh24_30int", "yyyy_mm_dd_hh_15int", "yyyy_mm_dd_hh24_15int",
    "qq", "mm", "we", "dd", "hh", "hh24", "30int", "15int", "tz",
)  # fmt: skip
"""LABEL_<...>: how reports print a slot; HH is the hour of 12, HH24 of 24, TZ the zone's offset in force."""


def _period_keys() -> list[Column[Any]]:
    own = [col(f"date_time_{period}_key", SLOT) for period in PERIODS]
    following = [col(f"date_time_next_{period}_key", SLOT) for period in PERIODS]
    return [col("date_time_next_key", SLOT), *own, *following]


def _calendar_numbers() -> list[Column[Any]]:
    return [
        col("cal_date", WHEN), col("cal_day_name", CODE), col("cal_month_name", CODE),
        col("cal_day_num_in_week", SMALL), col("cal_day_num_in_month", SMALL), col("cal_day_num_in_year", SMALL), col("cal_last_day_in_week", SMALL),
        col("cal_last_day_in_month", SMALL), col("cal_week_num_in_year", SMALL), col("cal_week_start_date", WHEN),
        col("cal_week_end_date", WHEN), col("cal_month_num_in_year", SMALL), col("cal_quarter_num_in_year", SMALL),
        col("cal_half_num_in_year", SMALL), col("cal_year_num", SMALL), col("cal_hour_num_in_day", SMALL),
        col("cal_hour_24_num_in_day", SMALL), col("cal_minute_num_in_hour", SMALL),
        col("cal_30minute_num_in_hour", SMALL),
        col("week_year", SMALL), col("ampm_indicator", CODE),
    ]  # fmt: skip


def _running_numbers() -> list[Column[Any]]:
    periods = ("year", "quarter", "month", "week", "day", "hour", "30min")
    return [col(f"running_{period}_num", INT) for period in periods]


def calendar_table(name: str) -> Table:
    """A calendar: one row a 15-minute slot of UTC, labelled by one zone. A custom calendar has its own (M03)."""
    return Table(
        name, INFO_MART, key("date_time_key", SLOT), *_period_keys(), *_calendar_numbers(), *_running_numbers(),
        *(col(f"label_{label}", LABEL) for label in LABELS), *audit(),
    )  # fmt: skip


date_time = calendar_table("date_time")
"""The default calendar, of the section [date-time]. One row far ahead, FOREVER's slot, stands for what has not ended.

CAL_DAY_NUM_IN_WEEK is 1 on Sunday; CAL_DATE and the week's dates are midnights of the wall clock; CAL_LAST_DAY_* are
0 or 1; CAL_30MINUTE_NUM_IN_HOUR is 0 or 30; RUNNING_* count periods from the calendar's first row on."""

time_range = Table(
    "time_range", INFO_MART,
    key("time_range_key", INT), col("range_name", NAME), col("range_lower_bound", INT), col("range_upper_bound", INT),
    *audit(),
)  # fmt: skip
"""Buckets of waiting time in seconds, lower bound included, upper not; RANGE_NAME is ours."""
