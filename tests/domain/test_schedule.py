"""The [schedule] options as values: switches, keys of launches, and times on the wall."""

from datetime import timedelta

import pytest

from gim_manager.domain.cron2 import cron2
from gim_manager.domain.errors import BadSchedule
from gim_manager.domain.options import Options
from gim_manager.domain.schedule import BACK_TO_BACK, Ticks, read_schedule
from tests.language.build import at, options
from tests.language.zones import clock_of


def test_the_defaults_switch_on_maintenance_alone() -> None:
    schedule = read_schedule(Options.defaults())
    assert not schedule.launching
    assert schedule.maintain
    assert (schedule.aggregate, schedule.statistics, schedule.export) == (None, None, None)


def test_R06_frequency_zero_is_back_to_back() -> None:
    assert read_schedule(options(etl_frequency=0)).frequency == BACK_TO_BACK == timedelta(seconds=10)


def test_a_value_that_cannot_be_understood_is_refused_even_where_its_switch_is_off() -> None:
    with pytest.raises(BadSchedule):
        read_schedule(Options(values={("schedule", "export-schedule"): "0 1 *"}))


def test_the_key_of_a_fixed_tick_is_its_local_date_and_time() -> None:
    ticks = Ticks(clock=clock_of("Europe/Berlin"), cron=cron2("30 0"))
    assert ticks.key("Job_MaintainGIM", at("2026-11-22T23:30")) == "Job_MaintainGIM:2026-11-23:00:30"


def test_the_key_of_an_interval_tick_is_its_utc_minute_so_that_a_repeated_hour_has_two() -> None:
    ticks = Ticks(clock=clock_of("Europe/Berlin"), cron=cron2("0 *"))
    keys = {ticks.key("Job_UpdateStats", at(f"2026-10-25T{hour}:00")) for hour in ("00", "01")}
    assert keys == {"Job_UpdateStats:2026-10-25T00:00Z", "Job_UpdateStats:2026-10-25T01:00Z"}


def test_a_time_is_told_on_the_schedules_clock_with_its_date_unless_that_is_today() -> None:
    schedule = read_schedule(options(timezone="Europe/Berlin"))
    assert schedule.wall(at("05:30"), at("12:00")) == "06:30"
    assert schedule.wall(at("23:30"), at("12:00")) == "00:30 on 2026-11-24"
