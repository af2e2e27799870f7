"""Job_UpdateStats: the tables that changed are analyzed, on PostgreSQL, and nobody waits for it."""

from contextlib import closing

import psycopg2
import pytest
from sqlalchemy import Engine, text

from gim_manager.domain.errors import JobFailed
from gim_manager.domain.job import Job
from gim_manager.jobs import update_stats
from gim_manager.jobs.work import Stopped
from gim_manager.schema.control import ctl_etl_history
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.schema.urls import parse_url
from tests.language.mart import bare_mart, rows_of
from tests.language.waiting import until
from tests.language.work import ToldStop, a_work, recorded


def _work(mart: Engine, **more):
    return a_work(mart, job=Job.UPDATE_STATS, **more)


def _fill(mart: Engine, table: str, rows: int = 500, *, keep: int = 500) -> None:
    """Rows in a small table of two numbers; PostgreSQL counts them a moment after their session has ended."""
    with writing(mart) as connection:
        connection.execute(text(f"CREATE TABLE {table} (n INTEGER)"))
        connection.execute(text(f"INSERT INTO {table} SELECT generate_series(1, {rows})"))
    with writing(mart) as connection:
        connection.execute(text(f"DELETE FROM {table} WHERE n > {keep}"))
    until(lambda: _stats(mart, table)["n_mod_since_analyze"] >= 2 * rows - keep, what="the counters of PostgreSQL")


def _stats(mart: Engine, table: str) -> dict:
    with reading(mart) as connection:
        found = connection.execute(text("SELECT * FROM pg_stat_user_tables WHERE relname = :name"), {"name": table})
        return dict(found.mappings().one())


def _settled(mart: Engine) -> None:
    """What making the tables left to analyze is analyzed."""
    update_stats.run(_work(mart))
    until(lambda: update_stats.run(_work(mart)).note == "nothing to analyze", what="an analyzed Info Mart")


@pytest.fixture
def mart(postgresql_url: str) -> Engine:
    made = bare_mart(postgresql_url)
    _settled(made)
    return made


def test_M04_what_changed_is_analyzed_once_and_the_rest_left_alone(mart: Engine) -> None:
    _fill(mart, "changed")
    work = _work(mart)
    outcome = update_stats.run(work)
    assert (outcome.rows, outcome.note) == (0, "1 table analyzed")
    assert [(step.name, step.status) for step in recorded(work).steps] == [("changed", "Complete")]
    assert _stats(mart, "changed")["analyze_count"] == 1
    assert _stats(mart, "changed")["vacuum_count"] == 0
    assert work.job_id in {row["job_id"] for row in rows_of(mart, ctl_etl_history)}


def test_M04_dead_rows_are_cleared_where_there_are_many(mart: Engine) -> None:
    _fill(mart, "emptied", keep=100)
    update_stats.run(_work(mart))
    until(lambda: _stats(mart, "emptied")["vacuum_count"] == 1, what="the vacuum to be counted")


def test_M04_it_waits_for_nobody_and_says_what_it_left(mart: Engine, postgresql_url: str) -> None:
    _fill(mart, "taken")
    url = postgresql_url.replace("+psycopg2", "")
    with closing(psycopg2.connect(url)) as other:
        other.cursor().execute("LOCK TABLE taken IN ACCESS EXCLUSIVE MODE")
        work = _work(mart)
        assert update_stats.run(work).note == "nothing to analyze"
        other.rollback()
    assert recorded(work).warnings == ["Locked by another session, so left for the next time: taken."]
    assert update_stats.run(_work(mart)).note == "1 table analyzed"


def test_M04_the_manager_s_own_tables_are_analyzed_too(mart: Engine) -> None:
    with writing(mart) as connection:
        connection.execute(text("CREATE SCHEMA gim_manager"))
    _fill(mart, "mgr_thing")
    with writing(mart) as connection:
        connection.execute(text("ALTER TABLE mgr_thing SET SCHEMA gim_manager"))
    assert update_stats.run(_work(mart)).note == "1 table analyzed"


def test_M04_a_table_in_partitions_is_analyzed_as_a_whole_once_a_day(mart: Engine) -> None:
    with writing(mart) as connection:
        for statement in (
            "CREATE TABLE parted (n INTEGER) PARTITION BY RANGE (n)",
            "CREATE TABLE gim_partitions.parted_low PARTITION OF parted FOR VALUES FROM (0) TO (1000)",
            "INSERT INTO parted SELECT generate_series(1, 500)",
        ):
            connection.execute(text(statement))
    until(lambda: _stats(mart, "parted_low")["n_mod_since_analyze"] >= 500, what="the counters of PostgreSQL")
    work = _work(mart)
    assert update_stats.run(work).note == "2 tables analyzed"
    with reading(mart) as connection:
        whole = text("SELECT n_distinct FROM pg_stats WHERE tablename = 'parted' AND inherited")
        assert connection.scalar(whole) == -1
    with writing(mart) as connection:
        connection.execute(text("INSERT INTO parted SELECT generate_series(501, 900)"))
    until(lambda: _stats(mart, "parted_low")["n_mod_since_analyze"] >= 400, what="the counters of PostgreSQL")
    again = _work(mart)
    update_stats.run(again)
    assert [step.name for step in recorded(again).steps] == ["parted_low"]


def test_R26_told_to_stop_it_stops_between_two_tables(mart: Engine) -> None:
    _fill(mart, "first")
    _fill(mart, "second")
    with pytest.raises(Stopped):
        update_stats.run(_work(mart, stop=ToldStop(at_check=2)))
    assert [_stats(mart, name)["analyze_count"] for name in ("first", "second")] == [1, 0]


def test_R12_it_is_for_postgresql_only(sqlite_url: str) -> None:
    with pytest.raises(JobFailed, match="PostgreSQL only"):
        update_stats.run(_work(make_engine(parse_url(sqlite_url), must_exist=False)))
