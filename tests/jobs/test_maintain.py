"""Job_MaintainGIM: what is old goes whole and in small transactions, what is young or still needed stays."""

from typing import Any

import pytest
from sqlalchemy import Engine, text

from gim_manager.domain.job import Job
from gim_manager.domain.retention import DAY
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import maintain
from gim_manager.jobs.work import Stopped
from gim_manager.schema import control, facts
from gim_manager.schema.engines import writing
from gim_manager.schema.gidb import GIDB
from gim_manager.schema.warehouse import PARTITIONED
from tests.language.mart import add, empty_mart, rows_of
from tests.language.work import NOW, ToldStop, a_work, recorded

SHORT = {
    ("date-time", "date-time-start-year"): "2030",
    ("date-time", "date-time-max-days-ahead"): "2",
    ("date-time", "date-time-min-days-ahead"): "1",
    ("gim-etl", "purge-transaction-size"): "100",
}
OLD, YOUNG = to_epoch(NOW) - 500 * DAY, to_epoch(NOW) - DAY


@pytest.fixture
def mart(database_url: str) -> Engine:
    return empty_mart(database_url)


def maintained(mart: Engine, **more: Any) -> Any:
    work = a_work(mart, job=Job.MAINTAIN, options=SHORT, **more)
    maintain.run(work)
    return recorded(work)


def interaction(mart: Engine, number: int, end: int, *, leg_end: int | None = None, active: int = 0) -> None:
    times = {"start_ts": OLD - 60, "start_date_time_key": OLD - 60, "end_ts": end}
    add(mart, facts.interaction_fact, {"interaction_id": number, "media_server_root_ixn_guid": f"R{number}"} | times)
    own = {"interaction_id": number, "active_flag": active}
    leg = {"interaction_resource_id": number, "natural_id": f"P{number}"} | own
    add(mart, facts.interaction_resource_fact, leg | times | {"end_ts": leg_end or end})
    add(
        mart,
        facts.mediation_segment_fact,
        {"mediation_segment_id": number, "mediation_guid": f"M{number}"} | own | times,
    )
    state = {"ixn_resource_state_fact_key": number, "natural_id": f"P{number}", "ordinal": 1}
    add(mart, facts.ixn_resource_state_fact, state | own | times)


def left(mart: Engine, table: Any, column: str) -> list[Any]:
    return [row[column] for row in rows_of(mart, table)]


def test_M01_an_interaction_goes_whole_or_stays_whole(mart: Engine) -> None:
    interaction(mart, 1, OLD)
    interaction(mart, 2, YOUNG)
    interaction(mart, 3, OLD, leg_end=YOUNG)
    interaction(mart, 4, OLD, active=1)
    report = maintained(mart)
    for table, column in (
        (facts.interaction_fact, "interaction_id"),
        (facts.interaction_resource_fact, "interaction_id"),
        (facts.mediation_segment_fact, "interaction_id"),
        (facts.ixn_resource_state_fact, "interaction_id"),
    ):
        assert left(mart, table, column) == [2, 3, 4]
    assert report.rows_of("purge interactions") == 4
    counted = {row["table_name"]: row["row_count"] for row in rows_of(mart, control.ctl_purge_history)}
    assert counted == dict.fromkeys(
        ("interaction_fact", "interaction_resource_fact", "mediation_segment_fact", "ixn_resource_state_fact"), 1
    )


def test_M01_a_stopped_purge_is_resumed_and_each_transaction_is_small(mart: Engine) -> None:
    maintained(mart)
    for number in range(1, 13):
        interaction(mart, number, OLD)
    with pytest.raises(Stopped):
        maintained(mart, stop=ToldStop(at_check=2))
    remaining = len(left(mart, facts.interaction_fact, "interaction_id"))
    assert remaining == 7, "five interactions a transaction"
    maintained(mart)
    assert left(mart, facts.interaction_fact, "interaction_id") == []
    audited = [row["row_count"] for row in rows_of(mart, control.ctl_audit_log)]
    assert 20 in audited and max(audited[-3:]) <= 20


def test_M01_an_old_session_goes_with_its_states_and_reasons(mart: Engine) -> None:
    for number, end in ((1, OLD), (2, YOUNG)):
        own = {"natural_id": f"S{number}", "start_ts": OLD, "start_date_time_key": OLD, "end_ts": end}
        add(mart, facts.sm_res_session_fact, own | {"sm_res_session_fact_key": number})
        add(mart, facts.sm_res_state_fact, own | {"sm_res_state_fact_key": number})
        add(mart, facts.sm_res_state_reason_fact, own | {"sm_res_state_reason_fact_key": number})
    maintained(mart)
    for table in (facts.sm_res_session_fact, facts.sm_res_state_fact, facts.sm_res_state_reason_fact):
        assert left(mart, table, "natural_id") == ["S2"]


def extracted_call(mart: Engine, number: int, *, ended: int | None, key: int = 5, root: str | None = None) -> None:
    own = {"data_source_key": 1, "create_audit_key": key, "update_audit_key": key, "created_ts": OLD, "id": number}
    add(mart, GIDB["g_ir"], own | {"irid": f"I{number}", "rootirid": root or f"I{number}", "terminated_ts": ended})
    add(mart, GIDB["g_call"], own | {"irid": f"I{number}", "callid": f"C{number}", "terminated_ts": ended})
    add(mart, GIDB["g_party"], own | {"partyid": f"P{number}", "callid": f"C{number}", "terminated_ts": ended})


def read_up_to(mart: Engine, key: int) -> None:
    add(mart, control.ctl_mark, {"name": "transform", "value": key, "update_audit_key": 1})


def test_M01_extracted_rows_go_when_the_interaction_is_old_and_was_transformed(mart: Engine) -> None:
    read_up_to(mart, 10)
    extracted_call(mart, 1, ended=OLD)
    extracted_call(mart, 2, ended=YOUNG)
    extracted_call(mart, 3, ended=None)  # never ended: it is taken to have, 30 days after it began
    extracted_call(mart, 4, ended=OLD, key=10)  # not yet read by the transformation
    extracted_call(mart, 5, ended=OLD, root="I2")  # of an interaction that is young
    extracted_call(mart, 6, ended=OLD)  # read, but not yet computed
    add(mart, control.ctl_transform_todo, {"kind": "interaction", "natural_id": "I6"})
    maintained(mart)
    for table in ("g_ir", "g_call", "g_party"):
        assert left(mart, GIDB[table], "id") == [2, 4, 5, 6]


def test_M01_rows_without_a_call_go_when_they_are_old(mart: Engine) -> None:
    read_up_to(mart, 10)
    own = {"data_source_key": 1, "update_audit_key": 5}
    add(mart, GIDB["g_userdata_history"], own | {"id": 1, "callid": "gone", "added_ts": OLD})
    add(mart, GIDB["g_userdata_history"], own | {"id": 2, "callid": "gone", "added_ts": YOUNG})
    maintained(mart)
    assert left(mart, GIDB["g_userdata_history"], "id") == [2]


def test_M01_a_row_in_the_same_place_of_another_partition_stays(postgresql_url: str) -> None:
    mart = empty_mart(postgresql_url)
    read_up_to(mart, 10)
    first = PARTITIONED["gidb_g_userdata_history"].first
    with writing(mart) as connection:
        for statement in (
            f"ALTER TABLE gidb_g_userdata_history DETACH PARTITION {first}",
            f"ALTER TABLE gidb_g_userdata_history ATTACH PARTITION {first} FOR VALUES FROM (MINVALUE) TO ({OLD + 5})",
        ):
            connection.execute(text(statement))
    extracted_call(mart, 1, ended=YOUNG)
    own = {"data_source_key": 1, "update_audit_key": 5}
    add(mart, GIDB["g_userdata_history"], own | {"id": 1, "callid": "gone", "added_ts": OLD})
    add(mart, GIDB["g_userdata_history"], own | {"id": 2, "callid": "C1", "added_ts": OLD + 5})
    maintained(mart)
    assert left(mart, GIDB["g_userdata_history"], "id") == [2]


def test_M01_a_login_stays_while_a_younger_one_of_the_agent_overlaps_it(mart: Engine) -> None:
    read_up_to(mart, 10)
    ended = OLD + 9 * 3600
    for number, agent, created, terminated in (
        (1, 7, OLD, ended), (2, 7, ended - 60, YOUNG), (3, 8, OLD, ended), (4, 8, YOUNG, None),
    ):  # fmt: skip
        own = {
            "id": number,
            "loginsessionid": f"L{number}",
            "agentid": agent,
            "data_source_key": 1,
            "update_audit_key": 5,
        }
        add(mart, GIDB["g_login_session"], own | {"created_ts": created, "terminated_ts": terminated})
        add(mart, GIDB["g_agent_state_history"], own | {"added_ts": created})
    maintained(mart)
    assert left(mart, GIDB["g_login_session"], "id") == [1, 2, 4]
    assert left(mart, GIDB["g_agent_state_history"], "id") == [1, 2, 4]


def test_M01_deleted_configuration_and_old_history_go_but_never_the_last_audit_key(mart: Engine) -> None:
    read_up_to(mart, 10**12)
    own = {"data_source_key": 1, "update_audit_key": 5, "created_ts": 0}
    add(mart, GIDB["gc_agent"], own | {"id": 1, "status": 2, "deleted_ts": OLD})
    add(mart, GIDB["gc_agent"], own | {"id": 2, "status": 1, "deleted_ts": None})
    for key in (1, 2):
        add(mart, control.ctl_discard, {"discard_key": key, "created_ts": 0 if key == 1 else YOUNG})
    maintained(mart)
    assert left(mart, GIDB["gc_agent"], "id") == [2]
    assert left(mart, control.ctl_discard, "discard_key") == [2]
    assert left(mart, control.ctl_audit_log, "audit_key")
