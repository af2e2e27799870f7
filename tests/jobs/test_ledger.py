"""The facts of the sample centre equal the ledger of its simulation, extracted at once or while the day goes on."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.source import Source
from gim_manager.jobs import extract, transform
from gim_manager.sample.arguments import SampleArguments
from gim_manager.sample.writer import live_step, write_sample
from gim_manager.schema.engines import make_engine, reading
from gim_manager.schema.urls import parse_url
from tests.language.mart import empty_mart
from tests.language.work import a_work, recorded

FRIDAY = date(2026, 11, 20)
Cells = dict[tuple[int, ...], tuple[int, ...]]

QUEUES_KEPT = """
    SELECT slot, endpointid, entered, abandoned, abandoned_short, abandoned_time, cleared, distributed, accepted,
        abandoned_invite, redirected
    FROM sample_ledger_queue"""
QUEUES_FOUND = """
    WITH stay AS (
        SELECT f.start_date_time_key, r.resource_cfg_dbid, d.technical_result_code AS result, f.short_abandoned_flag,
            f.mediation_duration, target.talk_count, t.technical_result_code AS target_result
        FROM mediation_segment_fact f
        JOIN resource_ r ON r.resource_key = f.resource_key
        JOIN technical_descriptor d ON d.technical_descriptor_key = f.technical_descriptor_key
        LEFT JOIN interaction_resource_fact target ON target.interaction_resource_id = f.target_ixn_resource_id
        LEFT JOIN technical_descriptor t ON t.technical_descriptor_key = target.technical_descriptor_key
        WHERE f.purge_flag = 0
    )
    SELECT start_date_time_key, resource_cfg_dbid, COUNT(*),
        SUM(CASE result WHEN 'ABANDONED' THEN 1 ELSE 0 END),
        SUM(short_abandoned_flag),
        SUM(CASE result WHEN 'ABANDONED' THEN mediation_duration ELSE 0 END),
        SUM(CASE result WHEN 'CLEARED' THEN 1 ELSE 0 END),
        SUM(CASE result WHEN 'DIVERTED' THEN 1 ELSE 0 END),
        SUM(CASE talk_count WHEN 1 THEN 1 ELSE 0 END),
        SUM(CASE WHEN talk_count = 0 AND target_result = 'CUSTOMERABANDONED' THEN 1 ELSE 0 END),
        SUM(CASE WHEN talk_count = 0 AND target_result = 'REDIRECTED' THEN 1 ELSE 0 END)
    FROM stay GROUP BY start_date_time_key, resource_cfg_dbid"""
AGENTS_KEPT = """
    SELECT slot, agentid, SUM(legs), SUM(dial_time), SUM(ring_time), SUM(talk_time), SUM(hold_time), SUM(wrap_time)
    FROM sample_ledger_agent GROUP BY slot, agentid"""
AGENTS_FOUND = """
    SELECT f.start_date_time_key, r.resource_cfg_dbid, COUNT(*), SUM(dial_duration), SUM(ring_duration),
        SUM(talk_duration), SUM(hold_duration), SUM(after_call_work_duration)
    FROM interaction_resource_fact f JOIN resource_ r ON r.resource_key = f.resource_key
    WHERE f.purge_flag = 0 GROUP BY f.start_date_time_key, r.resource_cfg_dbid"""
SESSIONS_KEPT = """
    SELECT agentid, 0, SUM(ready_time), SUM(not_ready_time), SUM(busy_time), SUM(wrap_time)
    FROM sample_ledger_session GROUP BY agentid"""
SESSIONS_FOUND = """
    SELECT r.resource_cfg_dbid, 0,
        SUM(CASE s.state_name_code WHEN 'READY' THEN f.total_duration ELSE 0 END),
        SUM(CASE s.state_name_code WHEN 'NOTREADY' THEN f.total_duration ELSE 0 END),
        SUM(CASE s.state_name_code WHEN 'BUSY' THEN f.total_duration ELSE 0 END),
        SUM(CASE s.state_name_code WHEN 'ACW' THEN f.total_duration ELSE 0 END)
    FROM sm_res_state_fact f
    JOIN resource_ r ON r.resource_key = f.resource_key
    JOIN resource_state s ON s.resource_state_key = f.resource_state_key
    WHERE f.purge_flag = 0 GROUP BY r.resource_cfg_dbid"""


@pytest.fixture
def mart(database_url: str) -> Engine:
    return empty_mart(database_url)


@pytest.fixture
def idb(tmp_path: Path) -> str:
    return f"sqlite:///{(tmp_path / 'idb.sqlite').as_posix()}"


def cycle(mart: Engine, idb: str) -> None:
    """One ETL cycle."""
    source = Source(key=1, name="sample", url=idb, roles=frozenset({Role.ICON_CFG, Role.ICON_CORE}))
    extract.run(a_work(mart, job=Job.EXTRACT, sources=(source,)))
    work = a_work(mart, job=Job.TRANSFORM)
    transform.run(work)
    assert recorded(work).warnings == []


def cells(engine: Engine, query: str) -> Cells:
    with reading(engine) as connection:
        rows = [tuple(int(value or 0) for value in row) for row in connection.execute(text(query))]
    return {row[:2]: row[2:] for row in rows if any(row[2:])}


def assert_equal_to_the_ledger(mart: Engine, idb: str) -> None:
    ledger = make_engine(parse_url(idb))
    for kept, found in ((QUEUES_KEPT, QUEUES_FOUND), (AGENTS_KEPT, AGENTS_FOUND), (SESSIONS_KEPT, SESSIONS_FOUND)):
        expected = cells(ledger, kept)
        assert len(expected) > 5
        assert cells(mart, found) == expected


def test_a_day_extracted_at_once(mart: Engine, idb: str) -> None:
    write_sample(idb, SampleArguments(days=1, until=FRIDAY, agents=15, calls_per_day=400))
    cycle(mart, idb)
    assert_equal_to_the_ledger(mart, idb)


@pytest.mark.slow
def test_a_day_extracted_while_it_goes_on(mart: Engine, idb: str) -> None:
    begin = SampleArguments(days=1, until=FRIDAY, until_time=time(6), agents=15, calls_per_day=400)
    write_sample(idb, begin)
    cycle(mart, idb)
    for number in range(1, 9):
        last = datetime(2026, 11, 21, tzinfo=UTC) - timedelta(seconds=10)
        live_step(idb, min(datetime(2026, 11, 20, 6, tzinfo=UTC) + timedelta(minutes=137 * number), last))
        cycle(mart, idb)
    assert_equal_to_the_ledger(mart, idb)
