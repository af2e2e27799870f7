"""Job_InitializeGIM: default rows and calendars, once and only once."""

from datetime import UTC, datetime

from sqlalchemy import select

from gim_manager.domain.job import Job
from gim_manager.jobs import initialize
from gim_manager.schema import dimensions
from gim_manager.schema.calendar import date_time
from gim_manager.schema.columns import FOREVER
from gim_manager.schema.control import ctl_etl_history
from gim_manager.schema.engines import reading
from tests.language.mart import bare_mart, rows_of
from tests.language.work import a_work

JANUARY = datetime(2026, 1, 20, tzinfo=UTC)
SHORT = {("date-time", "date-time-start-year"): "2026", ("date-time", "date-time-max-days-ahead"): "38"}


def test_M05_it_fills_what_is_empty_and_a_second_run_changes_nothing(database_url: str) -> None:
    mart = bare_mart(database_url)
    first = a_work(mart, job=Job.INITIALIZE, options=SHORT, now=JANUARY)
    outcome = initialize.run(first)
    filled = [rows_of(mart, table) for table in (date_time, dimensions.interaction_type, dimensions.resource_)]
    assert outcome.rows > 5_000
    assert len(filled[0]) == 58 * 96 + 1
    again = initialize.run(a_work(mart, job=Job.INITIALIZE, options=SHORT, now=JANUARY))
    assert (again.rows, again.note) == (0, "already initialized")
    assert filled == [rows_of(mart, table) for table in (date_time, dimensions.interaction_type, dimensions.resource_)]
    assert first.job_id in {row["job_id"] for row in rows_of(mart, ctl_etl_history)}


def test_M05_every_dimension_says_what_is_unknown_and_what_is_none(sqlite_url: str) -> None:
    mart = bare_mart(sqlite_url)
    initialize.sow_all(a_work(mart, job=Job.INITIALIZE))
    assert [row["interaction_type_key"] for row in rows_of(mart, dimensions.interaction_type)] == [-2, -1, 1, 2, 3]
    none, unknown = rows_of(mart, dimensions.resource_)
    assert (none["resource_name"], unknown["resource_name"]) == ("None", "Unknown")
    assert (none["resource_type_code"], unknown["end_ts"]) == ("NONE", FOREVER)
    codes = [row["state_name_code"] for row in rows_of(mart, dimensions.resource_state)]
    assert codes == [
        "NONE",
        "UNKNOWN",
        "READY",
        "NOTREADY",
        "BUSY",
        "ACW",
        "LOGGEDON",
    ]


def test_what_has_not_ended_joins_the_calendar(sqlite_url: str) -> None:
    mart = bare_mart(sqlite_url)
    initialize.run(a_work(mart, job=Job.INITIALIZE, options=SHORT, now=JANUARY))
    with reading(mart) as connection:
        day = connection.scalar(select(date_time.c.label_yyyy_mm_dd).where(date_time.c.date_time_key == FOREVER))
    assert day == "2038-01-19"
