"""Weeks, months and years: by the calendar, by ISO 8601, and floating fiscal ones."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.calendar_year import Year


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2026, 12, 31), date(2024, 12, 30), date(2021, 1, 3)])
def test_iso_weeks_come_out_of_their_options(day: date) -> None:
    place = Year(first_day_of_week=2, min_days_in_first_week=4, simple_weeks=False).place(day)
    year, week, _ = day.isocalendar()
    assert (place.week_year, place.week) == (year, week)


def test_simple_weeks_begin_on_new_years_day_and_never_cross_it() -> None:
    first, last = Year().place(date(2026, 1, 1)), Year().place(date(2026, 12, 31))
    assert (first.week, first.ends["week"]) == (1, date(2026, 1, 4))
    assert (last.week, last.ends["week"]) == (53, date(2027, 1, 1))


@given(day=st.dates(date(1990, 1, 1), date(2060, 1, 1)), pattern=st.sampled_from(["none", "445", "454", "544"]))
def test_a_fiscal_year_is_tiled_by_its_quarters_and_months(day: date, pattern: str) -> None:
    place = Year(fiscal_start=(10, 1), week_pattern=pattern, first_day_of_week=2).place(day)
    for period in ("month", "quarter", "year"):
        assert place.starts[period] <= day < place.ends[period]
    after = Year(fiscal_start=(10, 1), week_pattern=pattern, first_day_of_week=2).place(place.ends["month"])
    assert after.starts["month"] == place.ends["month"]
    assert after.month == place.month % 12 + 1
    if pattern != "none":
        assert (place.ends["year"] - place.starts["year"]).days in (364, 371)
        assert place.starts["month"].isoweekday() == 1
