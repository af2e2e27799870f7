"""Old partitions go whole, unless a row of them must stay; then its neighbours go one by one."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, text

from gim_manager.domain.job import Job
from gim_manager.domain.retention import DAY
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import initialize, maintain, maintain_drop, partitions
from gim_manager.jobs.maintain_drop import FAMILIES, UNLIMITED, drop_all, look
from gim_manager.jobs.partition_list import partitions as listed
from gim_manager.schema import control, facts
from gim_manager.schema.engines import make_engine, reading
from gim_manager.schema.gidb import GIDB
from gim_manager.schema.urls import parse_url
from gim_manager.schema.warehouse import FACTS, PARTITIONED
from tests.language.mart import add, bare_mart, rows_of
from tests.language.postgres import Cluster
from tests.language.work import NOW, Recorded, a_work, recorded

TODAY = to_epoch(NOW) // DAY * DAY
CUTOFF = to_epoch(NOW) - 2 * DAY
OPTIONS = {
    ("gim-etl", "partitioning-interval-size-gim"): "86400",
    ("gim-etl", "partitioning-ahead-range"): "1",
    ("gim-etl", "etl-start-date"): (NOW - timedelta(days=6)).strftime("%Y-%m-%d %H:%M:%S"),
    ("gim-etl", "days-to-keep-gim-facts"): "2",
    ("gim-etl", "days-to-keep-gidb-facts"): "2",
    ("date-time", "date-time-start-year"): "2030",
    ("date-time", "date-time-max-days-ahead"): "2",
    ("date-time", "date-time-min-days-ahead"): "1",
}
"""Partitions of a day from six days ago, and facts of two days: four old partitions, and a fifth that is half old."""


@pytest.fixture(scope="module")
def template(postgres_cluster: Cluster) -> Iterator[str]:
    """The name of a database with partitions, made once."""
    with postgres_cluster.database("old_partitions") as url:
        mart = bare_mart(url)
        with (work := a_work(mart, job=Job.INITIALIZE, options=OPTIONS)).report.step("partitions") as step:
            initialize.sow_all(work)
            partitions.keep_partitions(work, step)
        add(mart, control.ctl_mark, {"name": "transform", "value": 10, "update_audit_key": 1})
        yield "old_partitions"


@pytest.fixture
def mart(postgres_cluster: Cluster, template: str) -> Iterator[Engine]:
    with postgres_cluster.database("of_old_partitions", template=template) as url:
        yield make_engine(parse_url(url))


def maintained(mart: Engine) -> Recorded:
    work = a_work(mart, job=Job.MAINTAIN, options=OPTIONS)
    maintain.run(work)
    return recorded(work)


def interaction(mart: Engine, number: int, *, day: int, end: int | None = None) -> None:
    """An interaction with a leg of one hour, at noon so many days ago; the leg ends at `end` if that is said."""
    begin = TODAY - day * DAY + 43_200 - 7_200
    own = {"interaction_id": number, "start_ts": begin, "start_date_time_key": begin, "end_ts": begin + 3_600}
    add(mart, facts.interaction_fact, own | {"media_server_root_ixn_guid": f"R{number}"})
    leg = {"interaction_resource_id": number, "natural_id": f"P{number}", "end_ts": end or begin + 3_600}
    add(mart, facts.interaction_resource_fact, own | leg)


def left(mart: Engine, table: Any, column: str) -> list[Any]:
    return [row[column] for row in rows_of(mart, table)]


def days(mart: Engine, table: str) -> list[int]:
    """How many days ago the partitions of a table begin, less the one without a beginning."""
    with reading(mart) as connection:
        lows = [part.span.low for part in listed(connection)[table]]
    return [(TODAY - low) // DAY for low in lows if low is not None]


def test_M01_every_table_in_partitions_is_dropped_by_some_family() -> None:
    named = [table for family in FAMILIES.values() for table in family.stays]
    assert sorted(named) == sorted(PARTITIONED)


def test_M01_old_partitions_go_whole_and_the_half_old_one_by_rows(mart: Engine) -> None:
    for number, day in enumerate((6, 5, 5, 2, 1), start=1):
        interaction(mart, number, day=day)
    report = maintained(mart)
    assert left(mart, facts.interaction_fact, "interaction_id") == [5]
    assert left(mart, facts.interaction_resource_fact, "interaction_id") == [5]
    for table in FACTS:
        assert days(mart, table.name) == [2, 1, 0, -1]
    counted = {row["table_name"]: row["row_count"] for row in rows_of(mart, control.ctl_purge_history)}
    assert counted == {"interaction_fact": 4, "interaction_resource_fact": 4}
    assert report.rows_of("purge interactions") == 8
    assert not report.warnings
    assert maintained(mart).rows_of("purge interactions") == 0


def test_M01_a_partition_stays_for_what_a_younger_fact_refers_to(mart: Engine) -> None:
    interaction(mart, 1, day=5)
    interaction(mart, 2, day=5, end=CUTOFF + 1)
    interaction(mart, 3, day=4)
    for _ in range(2):
        maintained(mart)
        assert left(mart, facts.interaction_fact, "interaction_id") == [2]
        assert left(mart, facts.interaction_resource_fact, "interaction_id") == [2]
        assert days(mart, "interaction_fact") == days(mart, "mediation_segment_fact") == [5, 2, 1, 0, -1]
        assert days(mart, "sm_res_session_fact") == [2, 1, 0, -1]


def test_M01_what_spans_an_old_partition_and_one_that_stays_goes_from_both(mart: Engine) -> None:
    interaction(mart, 1, day=5, end=CUTOFF - 1)
    state = {"ixn_resource_state_fact_key": 1, "natural_id": "P1", "interaction_id": 1, "end_ts": CUTOFF - 1}
    add(mart, facts.ixn_resource_state_fact, state | {"start_date_time_key": TODAY - 2 * DAY})
    interaction(mart, 2, day=4, end=CUTOFF)
    maintained(mart)
    assert left(mart, facts.interaction_fact, "interaction_id") == [2]


def call(mart: Engine, number: int, *, day: int, key: int = 5, ended: int | None = None, known: bool = True) -> None:
    begin = TODAY - day * DAY + 3_600
    own = {"data_source_key": 1, "create_audit_key": key, "update_audit_key": key, "created_ts": begin, "id": number}
    own |= {"terminated_ts": ended or begin + 60}
    if known:
        add(mart, GIDB["g_ir"], own | {"irid": f"I{number}", "rootirid": f"I{number}"})
        add(mart, GIDB["g_call"], own | {"irid": f"I{number}", "callid": f"C{number}"})
    add(mart, GIDB["g_party"], own | {"partyid": f"P{number}", "callid": f"C{number}"})


def test_M01_extracted_rows_go_with_their_partitions_once_they_were_transformed(mart: Engine) -> None:
    call(mart, 1, day=6)
    call(mart, 2, day=5, key=10)  # not yet read by the transformation
    call(mart, 3, day=4, ended=CUTOFF)  # young
    call(mart, 4, day=3, known=False)  # its call may still come
    call(mart, 5, day=3)
    call(mart, 6, day=2)
    maintained(mart)
    assert left(mart, GIDB["g_ir"], "id") == left(mart, GIDB["g_call"], "id") == [2, 3]
    assert left(mart, GIDB["g_party"], "id") == [2, 3, 4]
    assert days(mart, "gidb_g_ir") == days(mart, "gidb_g_userdata_history") == [5, 4, 3, 2, 1, 0, -1]


def test_M01_logins_go_with_their_states(mart: Engine) -> None:
    for number, day, ended in ((1, 6, CUTOFF - DAY), (2, 5, CUTOFF), (3, 1, None)):
        begin = TODAY - day * DAY
        own = {"data_source_key": 1, "update_audit_key": 5, "id": number, "loginsessionid": f"L{number}"}
        session = {"agentid": number, "created_ts": begin, "terminated_ts": ended}
        add(mart, GIDB["g_login_session"], own | session)
        add(mart, GIDB["g_agent_state_history"], own | {"added_ts": begin})
    maintained(mart)
    assert left(mart, GIDB["g_login_session"], "id") == left(mart, GIDB["g_agent_state_history"], "id") == [2, 3]
    assert days(mart, "gidb_g_agent_state_history")[0] == 5


def looked_at(mart: Engine, name: str, cutoff: int = CUTOFF) -> tuple[Any, Any]:
    work = a_work(mart, job=Job.MAINTAIN, options=OPTIONS)
    values = {"mark": 10, "unread": 10, "active_seconds": 30 * DAY}
    return work, look(work, FAMILIES[name], cutoff, values)


def test_M01_a_partition_into_which_somebody_wrote_meanwhile_is_left_for_the_next_run(mart: Engine) -> None:
    call(mart, 1, day=6)
    work, found = looked_at(mart, "calls")
    assert len(found.going) == 5, "the one without a beginning, too"
    call(mart, 2, day=6, key=UNLIMITED)
    assert drop_all(work, FAMILIES["calls"], found, CUTOFF) == 0
    assert left(mart, GIDB["g_ir"], "id") == [1, 2]
    assert days(mart, "gidb_g_ir")[0] == 6 and days(mart, "gidb_g_call")[1] == 2


def test_M01_a_partition_in_use_is_named_and_left_for_the_next_run(
    mart: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partitions, "ATTEMPTS", 1)
    monkeypatch.setattr(partitions, "PATIENCE_SECONDS", 1)
    interaction(mart, 1, day=6)
    with reading(mart) as report:
        report.execute(text(f"SELECT * FROM interaction_fact WHERE start_date_time_key >= {TODAY}"))
        work, found = looked_at(mart, "interactions")
        assert drop_all(work, FAMILIES["interactions"], found, CUTOFF) == 0
        (warning,) = recorded(work).warnings
        assert "gim_partitions.interaction_fact_20261117" in warning
        assert left(mart, facts.interaction_fact, "interaction_id") == [1]
    assert drop_all(work, FAMILIES["interactions"], found, CUTOFF) == 2
    assert left(mart, facts.interaction_fact, "interaction_id") == []


def test_M01_a_drop_that_is_interrupted_leaves_the_partition_as_it_was(
    mart: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    interaction(mart, 1, day=6)
    work, found = looked_at(mart, "interactions")
    with monkeypatch.context() as broken, pytest.raises(ZeroDivisionError):
        broken.setattr(maintain_drop, "tell", _break)
        drop_all(work, FAMILIES["interactions"], found, CUTOFF)
    assert left(mart, facts.interaction_fact, "interaction_id") == [1]
    assert days(mart, "interaction_fact")[0] == 6


def _break(*_: object) -> None:
    raise ZeroDivisionError


def test_M01_history_goes_with_its_partitions_but_never_what_a_reader_has_still_to_come_to(mart: Engine) -> None:
    for key, day in ((1, 200), (9, 100), (11, 50)):
        own = {"create_audit_key": key, "audit_key": key, "created_ts": TODAY - day * DAY, "job_id": str(key)}
        for table in (control.ctl_audit_log, control.ctl_extract_history, control.ctl_etl_history):
            add(mart, table, {name: value for name, value in own.items() if name in table.c})
    for name in ("ctl_audit_log", "ctl_extract_history", "ctl_etl_history"):
        work, found = looked_at(mart, name, TODAY)
        drop_all(work, FAMILIES[name], found, TODAY)
    assert left(mart, control.ctl_extract_history, "job_id") == left(mart, control.ctl_etl_history, "job_id") == []
    assert {1, 9, 11} <= set(left(mart, control.ctl_audit_log, "audit_key")), "11 was not read yet"
