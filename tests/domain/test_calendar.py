"""Calendars: every quarter hour once, days of 23 and 25 hours, and periods that follow one another without gap."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gim_manager.domain.calendar import SLOT, Calendar, Filling, Row, beyond, resumed, slot_of
from gim_manager.domain.calendar_year import Year
from gim_manager.domain.timing import LocalClock, to_epoch

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Pacific/Apia",
]


def calendar(zone: str = "Europe/Berlin", **year: object) -> Calendar:
    return Calendar(clock=LocalClock(zone=ZoneInfo(zone)), year=Year(**year))  # type: ignore[arg-type]


def rows(made: Calendar, since: date, days: int) -> list[Row]:
    filling = Filling(made)
    return [row for day in made.days(since, since + timedelta(days=days)) for row in filling.day(day)]


@pytest.mark.parametrize(
    ("day", "quarters"), [(date(2026, 3, 29), 92), (date(2026, 10, 25), 100), (date(2026, 11, 23), 96)]
)
def test_M03_a_day_has_the_hours_that_it_has(day: date, quarters: int) -> None:
    assert len(rows(calendar(), day, 1)) == quarters


@pytest.mark.parametrize("zone", ZONES)
@settings(deadline=None, max_examples=25)
@given(since=st.dates(date(2005, 1, 1), date(2030, 1, 1)), days=st.integers(1, 20))
def test_M03_each_slot_of_utc_stands_there_once_and_periods_tile(zone: str, since: date, days: int) -> None:
    made = rows(calendar(zone), since, days)
    keys = [int(str(row["date_time_key"])) for row in made]
    assert keys == list(range(keys[0], keys[0] + SLOT * len(keys), SLOT))
    for period in ("30int", "hour", "day", "week", "month", "quarter", "year"):
        for row, after in pairwise(made):
            own, following = row[f"date_time_{period}_key"], row[f"date_time_next_{period}_key"]
            assert after[f"date_time_{period}_key"] in (own, following)
            assert (after[f"date_time_{period}_key"] == following) == (after["date_time_key"] == following)


def test_M03_the_hour_that_comes_twice_is_two_hours() -> None:
    made = [row for row in rows(calendar(), date(2026, 10, 25), 1) if row["cal_hour_24_num_in_day"] == 2]
    assert len(made) == 8
    assert len({row["date_time_hour_key"] for row in made}) == 2
    assert [row["label_tz"] for row in made] == ["+02:00"] * 4 + ["+01:00"] * 4


def test_a_slot_is_labelled_by_the_wall_clock_of_the_zone() -> None:
    row = rows(calendar(), date(2026, 11, 23), 1)[70]
    assert row["date_time_key"] == to_epoch(datetime(2026, 11, 23, 16, 30, tzinfo=UTC))
    assert row["label_yyyy_mm_dd_hh24_15int"] == "2026-11-23 17:30"
    assert (row["label_hh"], row["cal_day_name"], row["cal_day_num_in_week"]) == ("05 PM", "Monday", 2)


def test_a_calendar_goes_on_counting_where_it_ended() -> None:
    whole = rows(calendar(), date(2026, 1, 1), 40)
    half = rows(calendar(), date(2026, 1, 1), 17)
    last = {name: value for name, value in half[-1].items() if isinstance(value, int)}
    filling = Filling(calendar(), resumed(last))
    rest = [row for day in calendar().days(date(2026, 1, 18), date(2026, 2, 10)) for row in filling.day(day)]
    assert half + rest == whole


def test_the_row_far_ahead_has_one_key_for_all() -> None:
    row = beyond(2147483647)
    assert {value for name, value in row.items() if name.endswith("_key")} == {2147483647}
    assert slot_of(1799) == 900
