"""Calendars hold a key for each period and for the one after it."""

from gim_manager.schema.calendar import PERIODS, date_time, time_range

CONFIRMED = {
    "date_time_key", "cal_date", "cal_day_name", "cal_day_num_in_week", "cal_hour_24_num_in_day", "date_time_hour_key",
    "date_time_day_key", "date_time_next_day_key", "label_yyyy", "label_yyyy_mm", "label_yyyy_mm_dd",
    "label_yyyy_mm_dd_hh24", "label_yyyy_mm_dd_hh24_15int", "label_yyyy_mm_dd_hh24_30int",
}  # fmt: skip


def test_the_columns_that_customers_use_are_there() -> None:
    assert set(date_time.columns.keys()) >= CONFIRMED


def test_every_period_has_its_first_slot_and_the_next_one() -> None:
    for period in PERIODS:
        assert {f"date_time_{period}_key", f"date_time_next_{period}_key"} <= set(date_time.columns.keys())


def test_a_slot_is_the_key() -> None:
    assert date_time.primary_key.columns.keys() == ["date_time_key"]
    assert time_range.primary_key.columns.keys() == ["time_range_key"]
