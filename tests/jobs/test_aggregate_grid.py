"""When the intervals change, by option or by calendar, all aggregates change with them and none is lost (A02, A06)."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, delete, insert, select

from gim_manager.domain.aggregates import H_AGENT, HIERARCHIES, Level
from gim_manager.domain.job import Job
from gim_manager.domain.options import option
from gim_manager.jobs import aggregate, aggregate_grid, calendars
from gim_manager.jobs.calendars import keep_ahead
from gim_manager.schema.calendar import date_time
from gim_manager.schema.control import agr_notification, ctl_audit_log, ctl_mark, ctl_purge_history
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.facts import interaction_resource_fact
from tests.language.aggregation import aggregation, drain, ensure_right, mart_with_dimensions, seen
from tests.language.fact_kinds import Fact, Leg, State, Stay
from tests.language.facts import at, write, write_calendar
from tests.language.work import RecordedStep, a_work

TEN = at("2026-06-08 10:00")
BORDERS = [at("2026-01-01 12:00"), at("2026-04-01 12:00"), at("2026-06-03 12:00"), at("2026-06-08 12:00")]
"""Where the year, its second quarter and June begin, and the days that have facts."""


@pytest.fixture
def mart(database_url: str) -> Engine:
    engine = mart_with_dimensions(database_url)
    write_calendar(engine, around=BORDERS)
    return engine


def _a_morning() -> list[Fact]:
    legs = [Leg(start=TEN + 600 * number, talk=60 * number) for number in range(8)]
    stays = [Stay(start=leg.start - 20, target=leg) for leg in legs]
    states = [State(start=TEN + 2000 * number, seconds=2000) for number in range(8)]
    return [*legs, *stays, *states]


def test_A06_another_sub_hour_interval_leaves_no_row_of_the_old_one(mart: Engine) -> None:
    morning = _a_morning()
    write(mart, *morning)
    drain(aggregation(mart))
    for interval in ("30min", "15min"):
        drain(aggregation(mart, sub_hour_interval=interval))
        ensure_right(mart, morning, half_hours=interval == "30min")


def test_M03_a_calendar_of_another_zone_leaves_no_row_of_the_old_one(mart: Engine) -> None:
    morning = _a_morning()
    write(mart, *morning)
    drain(aggregation(mart))
    for zone in ("Asia/Kathmandu", "Australia/Lord_Howe"):
        write_calendar(mart, zone, around=BORDERS)
        drain(aggregation(mart))
        ensure_right(mart, morning, zone)


def test_the_same_intervals_are_not_built_again(mart: Engine) -> None:
    write(mart, *_a_morning())
    drain(aggregation(mart))
    assert drain(aggregation(mart)) == 0
    with reading(mart) as connection:
        assert aggregate_grid.changed(connection, aggregation(mart)) == ()
        assert len(connection.execute(select(ctl_audit_log)).all()) == 1


def test_the_mark_of_the_calendar_is_the_one_that_its_filling_leaves(mart: Engine) -> None:
    with writing(mart) as connection:
        connection.execute(delete(ctl_mark))
        connection.execute(delete(date_time))
    work = a_work(
        mart,
        job=Job.MAINTAIN,
        options={("date-time", "date-time-start-year"): "2026", ("date-time", "date-time-max-days-ahead"): "1"},
        now=datetime(2026, 1, 2, tzinfo=UTC),
    )
    (kept,) = calendars.calendars(work)
    keep_ahead(work, kept, RecordedStep("calendar"))
    assert kept.mark == aggregate_grid.CALENDAR_MARK
    with reading(mart) as connection:
        assert len(aggregate_grid.changed(connection, aggregation(mart))) == len(HIERARCHIES)
    aggregate.take_in(aggregation(mart))
    with reading(mart) as connection:
        assert not aggregate_grid.changed(connection, aggregation(mart))


def test_M01_what_facts_no_longer_cover_is_left_as_it_is(mart: Engine) -> None:
    early, late = Leg(start=TEN), Leg(start=TEN + 86_400)
    write(mart, early, late)
    drain(aggregation(mart))
    before = seen(mart, H_AGENT, Level.DAY)
    with writing(mart) as connection:
        fact = interaction_resource_fact.c
        connection.execute(delete(interaction_resource_fact).where(fact.start_ts < TEN + 43_200))
        connection.execute(
            insert(ctl_purge_history).values(
                job_id="1", table_name="interaction_resource_fact", cutoff_ts=TEN + 43_200, row_count=1, created_ts=0
            )
        )
    drain(aggregation(mart, sub_hour_interval="30min"))
    assert seen(mart, H_AGENT, Level.DAY) == before
    assert sum(row["offered"] for row in seen(mart, H_AGENT, Level.YEAR).values()) == 2


def test_T13_no_state_is_longer_than_the_option_ever_allows() -> None:
    assert option("gim-etl", "max-state-duration").high == aggregate_grid.LONGEST_STATE


def test_T13_the_longest_state_counts_in_its_last_interval(mart: Engine) -> None:
    week = State(start=at("2026-06-02 00:10"), seconds=aggregate_grid.LONGEST_STATE)
    write(mart, week, announced=False)
    with writing(mart) as connection:
        connection.execute(
            insert(agr_notification).values(
                notification_key=1, fact_name="sm_res_state_fact", start_date_time_key=at("2026-06-02 00:00"),
                end_date_time_key=at("2026-06-09 00:00"), create_audit_key=1, created_ts=0,
            )
        )  # fmt: skip
    drain(aggregation(mart))
    ensure_right(mart, [week])
