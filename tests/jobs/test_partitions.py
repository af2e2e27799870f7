"""Partitions are made ahead and under the rows that lack one; no row is lost, and nobody waits for long."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, text

from gim_manager.domain.job import Job
from gim_manager.domain.partitions import Span
from gim_manager.domain.retention import DAY
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import partitions
from gim_manager.jobs.partition_list import days_ahead, without_partition
from gim_manager.jobs.partition_list import partitions as listed
from gim_manager.jobs.partitions import STEP, keep_partitions
from gim_manager.schema import facts
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.warehouse import PARTITIONED
from tests.language.mart import add, bare_mart, rows_of
from tests.language.partitions import lies_in
from tests.language.work import NOW, Recorded, a_work, recorded

DAILY = {("gim-etl", "partitioning-interval-size-gim"): "86400", ("gim-etl", "partitioning-ahead-range"): "2"}
TODAY = to_epoch(NOW) // DAY * DAY


@pytest.fixture
def mart(postgresql_url: str) -> Engine:
    return bare_mart(postgresql_url)


def kept(mart: Engine, *, now: datetime = NOW, **options: str) -> Recorded:
    more = {("gim-etl", name.replace("_", "-")): value for name, value in options.items()}
    work = a_work(mart, job=Job.MAINTAIN, options=DAILY | more, now=now)
    with work.report.step(STEP) as step:
        keep_partitions(work, step)
    return recorded(work)


def spans(mart: Engine, table: str) -> list[Span]:
    with reading(mart) as connection:
        return [part.span for part in listed(connection)[table]]


def interaction(mart: Engine, number: int, begin: int) -> None:
    own = {"interaction_id": number, "media_server_root_ixn_guid": f"R{number}", "start_date_time_key": begin}
    add(mart, facts.interaction_fact, own)


def test_M02_on_sqlite_nothing_is_made(sqlite_url: str) -> None:
    assert kept(bare_mart(sqlite_url)).rows_of(STEP) == 0


def test_M02_partitions_reach_as_far_ahead_as_the_option_says_and_a_second_run_makes_none(mart: Engine) -> None:
    assert kept(mart).rows_of(STEP) == 3 * len(PARTITIONED)
    assert spans(mart, "interaction_fact") == [
        Span(low=None, high=TODAY),
        *(Span(low=TODAY + day * DAY, high=TODAY + (day + 1) * DAY) for day in range(3)),
    ]
    with reading(mart) as connection:
        assert days_ahead(connection, NOW) == 2
    assert kept(mart).rows_of(STEP) == 0
    assert kept(mart, now=NOW + timedelta(days=1)).rows_of(STEP) == len(PARTITIONED)


def test_M02_they_begin_with_the_first_data_where_that_is_said(mart: Engine) -> None:
    began = NOW - timedelta(days=3)
    kept(mart, etl_start_date=began.strftime("%Y-%m-%d %H:%M:%S"))
    assert spans(mart, "interaction_fact")[0].high == TODAY - 3 * DAY
    assert spans(mart, "gidb_g_call")[1].low == TODAY - 3 * DAY
    assert spans(mart, "ctl_audit_log")[0].high == TODAY, "no job had run before"


def test_M02_another_interval_goes_on_where_the_last_partition_ends(mart: Engine) -> None:
    kept(mart)
    end = TODAY + 3 * DAY
    kept(mart, partitioning_interval_size_gim=str(7 * DAY), partitioning_ahead_range="5")
    assert spans(mart, "interaction_fact")[-1].low == end
    assert spans(mart, "interaction_fact")[-1].high == end // (7 * DAY) * 7 * DAY + 7 * DAY


def test_M02_rows_that_were_there_before_stay_where_they_are_unless_they_are_of_later(mart: Engine) -> None:
    interaction(mart, 1, 5)
    interaction(mart, 2, to_epoch(NOW))
    interaction(mart, 3, TODAY + DAY)
    before = rows_of(mart, facts.interaction_fact)
    kept(mart)
    assert lies_in(mart, "interaction_fact", "interaction_id") == {1: "before", 2: "before", 3: "20261124"}
    assert rows_of(mart, facts.interaction_fact) == before


def test_M02_a_row_without_a_partition_is_kept_and_gets_one(mart: Engine) -> None:
    kept(mart)
    interaction(mart, 1, TODAY + 100 * DAY + 7)
    interaction(mart, 2, TODAY + 101 * DAY)
    before = rows_of(mart, facts.interaction_fact)
    assert set(lies_in(mart, "interaction_fact", "interaction_id").values()) == {"default"}
    assert kept(mart).rows_of(STEP) == 2
    assert lies_in(mart, "interaction_fact", "interaction_id") == {1: "20270303", 2: "20270304"}
    assert rows_of(mart, facts.interaction_fact) == before
    with reading(mart) as connection:
        assert without_partition(connection) == {}
        assert days_ahead(connection, NOW) == 2, "a partition far ahead leaves a gap"


def test_M02_a_table_that_is_read_is_left_for_the_next_run_and_named(
    mart: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partitions, "ATTEMPTS", 1)
    monkeypatch.setattr(partitions, "PATIENCE_SECONDS", 1)
    kept(mart)
    tomorrow = NOW + timedelta(days=1)
    with reading(mart) as report:
        report.execute(text("SELECT COUNT(*) FROM interaction_fact"))
        told = kept(mart, now=tomorrow)
    assert [re.findall(r"[a-z]+_fact", warning) for warning in told.warnings] == [["interaction_fact"]]
    assert told.rows_of(STEP) == len(PARTITIONED) - 1
    assert kept(mart, now=tomorrow).warnings == []
    assert spans(mart, "interaction_fact")[-1].high == TODAY + 4 * DAY


def test_M02_a_partition_belongs_to_the_owner_of_its_table(postgres_cluster: Any, mart: Engine) -> None:
    postgres_cluster.execute("CREATE ROLE gim_owner_of_facts")
    try:
        with writing(mart) as connection:
            for statement in (
                "GRANT USAGE, CREATE ON SCHEMA gim_partitions TO gim_owner_of_facts",
                "ALTER TABLE interaction_fact OWNER TO gim_owner_of_facts",
                "ALTER TABLE gim_partitions.interaction_fact_before OWNER TO gim_owner_of_facts",
                "ALTER TABLE gim_partitions.interaction_fact_default OWNER TO gim_owner_of_facts",
            ):
                connection.execute(text(statement))
        kept(mart)
        asked = "SELECT tablename FROM pg_tables WHERE tableowner = 'gim_owner_of_facts' ORDER BY tablename"
        with reading(mart) as connection:
            owned = connection.scalars(text(asked)).all()
        assert "interaction_fact_20261124" in owned and len(owned) == 6
    finally:
        with writing(mart) as connection:
            connection.execute(text("DROP OWNED BY gim_owner_of_facts"))
        postgres_cluster.execute("DROP ROLE gim_owner_of_facts")


def test_M02_the_name_of_a_partition_that_a_person_kept_is_not_taken(mart: Engine) -> None:
    with writing(mart) as connection:
        connection.execute(text("CREATE TABLE gim_partitions.interaction_fact_20261123 (kept INT)"))
    kept(mart)
    interaction(mart, 1, TODAY)
    assert lies_in(mart, "interaction_fact", "interaction_id") == {1: "20261123_2"}
