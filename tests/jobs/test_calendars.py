"""Calendars in the Info Mart: filled ahead, filled anew when they are labelled otherwise, one table each."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, MetaData

from gim_manager.domain.job import Job
from gim_manager.jobs import maintain
from gim_manager.jobs.partitions import keep_partitions
from gim_manager.jobs.work import Stopped
from gim_manager.schema.calendar import date_time
from tests.language.mart import empty_mart, rows_of
from tests.language.work import ToldStop, a_work, recorded

SHORT = {
    ("date-time", "date-time-start-year"): "2030",
    ("date-time", "date-time-max-days-ahead"): "2",
    ("date-time", "date-time-min-days-ahead"): "1",
}


@pytest.fixture
def mart(database_url: str) -> Engine:
    return empty_mart(database_url)


JANUARY = datetime(2026, 1, 10, tzinfo=UTC)


def calendar_kept(mart: Engine, section: str = "date-time", **options: str) -> Any:
    """A run in January 2026 with a calendar that begins with that year."""
    options = {"date_time_start_year": "2026"} | options
    own = {(section, name.replace("_", "-")): value for name, value in options.items()}
    work = a_work(mart, job=Job.MAINTAIN, options=SHORT | own, now=JANUARY)
    maintain.run(work)
    return recorded(work)


def test_M03_a_calendar_is_extended_when_too_few_days_are_left(mart: Engine) -> None:
    calendar_kept(mart)
    before = len(rows_of(mart, date_time, "date_time_key"))
    calendar_kept(mart)
    assert len(rows_of(mart, date_time, "date_time_key")) == before
    calendar_kept(mart, date_time_max_days_ahead="5", date_time_min_days_ahead="4")
    assert len(rows_of(mart, date_time, "date_time_key")) == before + 3 * 96


def test_R37_a_filling_that_was_stopped_is_gone_on_with_however_far_it_had_come(mart: Engine) -> None:
    own = {("date-time", "date-time-start-year"): "2026", ("date-time", "date-time-max-days-ahead"): "400"}
    with (before := a_work(mart, now=JANUARY)).report.step("partitions") as step:
        keep_partitions(before, step)
    work = a_work(mart, job=Job.MAINTAIN, options=SHORT | own, now=JANUARY, stop=ToldStop(at_check=2))
    with pytest.raises(Stopped):
        maintain.run(work)
    assert len(rows_of(mart, date_time, "date_time_key")) == 180 * 96 + 1
    calendar_kept(mart, date_time_max_days_ahead="400")
    assert len(rows_of(mart, date_time, "date_time_key")) == (9 + 401) * 96 + 1


def test_M03_a_calendar_whose_options_changed_is_filled_anew(mart: Engine) -> None:
    calendar_kept(mart)
    report = calendar_kept(mart, date_time_tz="Europe/Berlin")
    assert {row["label_tz"] for row in rows_of(mart, date_time)} == {"+01:00", "+00:00"}
    assert any("filled anew" in line for line in report.infos)


def test_M03_a_custom_calendar_has_a_table_of_its_own(mart: Engine) -> None:
    calendar_kept(mart, "date-time-tokyo", date_time_tz="Asia/Tokyo", date_time_max_days_ahead="2")
    table = date_time.to_metadata(MetaData(), name="date_time_tokyo")
    assert "+09:00" in {row["label_tz"] for row in rows_of(mart, table)}
