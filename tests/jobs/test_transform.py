"""Job_TransformGIM as a whole: what is found, computed once and told."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, select

from gim_manager.domain.errors import JobFailed
from gim_manager.domain.icon import AgentState, PartyCause, QueueCause
from gim_manager.domain.job import Job
from gim_manager.jobs import audit, transform
from gim_manager.jobs.work import Stopped
from gim_manager.schema.control import (
    agr_notification,
    ctl_discard,
    ctl_etl_history,
    ctl_transform_history,
    ctl_transform_todo,
)
from gim_manager.schema.engines import writing
from gim_manager.schema.facts import (
    FACTS,
    interaction_fact,
    interaction_resource_fact,
    ixn_resource_state_fact,
    mediation_segment_fact,
    sm_res_session_fact,
    sm_res_state_fact,
)
from tests.language.calls import AGENTS, QUEUE, ROUTING_POINT, T0, VIRTUAL_QUEUE, Call, Idb, facts, told, transformed
from tests.language.centre import Login, configuration
from tests.language.mart import empty_mart, rows_of
from tests.language.work import ToldStop, a_work, recorded

NOTHING = "nothing extracted since the last transformation"
BY_KEY = ("create_audit_key", "update_audit_key")


@pytest.fixture
def mart(database_url: str) -> Engine:
    engine = empty_mart(database_url)
    configuration().write(engine, a_work(engine))
    return engine


def a_call(idb: Idb, at: int, *, agent: int = AGENTS[0], length: int = 60) -> Call:
    """Queued, answered, talked, ended."""
    call = idb.inbound(at)
    point = call.routing_point(ROUTING_POINT, at, at + 10)
    call.virtual_queue(VIRTUAL_QUEUE, at, at + 10, QueueCause.DISTRIBUTED, point)
    call.leg(agent, at + 10).talk(at + 15).end(at + 10 + length)
    return call.end(at + 10 + length)


def picture(engine: Engine) -> dict[str, list[dict[str, object]]]:
    """All facts, without what depends on how often and in which order they were computed."""
    keys = {
        "interaction_id",
        "interaction_resource_id",
        "mediation_segment_id",
        "ixn_resource_state_fact_key",
        "prev_irf_id",
        "target_ixn_resource_id",
        "sm_res_session_fact_key",
        "sm_res_state_fact_key",
        "sm_res_state_reason_fact_key",
        "technical_descriptor_key",
        "resource_group_combination_key",
        "interaction_descriptor_key",
        *BY_KEY,
    }
    return {
        table.name: sorted(
            ({name: value for name, value in row.items() if name not in keys} for row in facts(engine, table)), key=str
        )
        for table in FACTS
    }


def test_T01_a_second_run_without_news_does_nothing_and_says_so(mart: Engine) -> None:
    idb = Idb()
    a_call(idb, 100)
    transformed(mart, idb)
    work = a_work(mart, job=Job.TRANSFORM)
    outcome = transform.run(work)
    assert (outcome.rows, outcome.note) == (0, NOTHING)
    assert recorded(work).steps == []
    assert work.job_id in [row["job_id"] for row in rows_of(mart, ctl_etl_history)]


def test_T01_what_is_extracted_again_unchanged_changes_no_fact(mart: Engine) -> None:
    idb = Idb()
    a_call(idb, 100)
    transformed(mart, idb)
    before = {table.name: rows_of(mart, table) for table in FACTS}
    again = transformed(mart, idb)
    assert {table.name: rows_of(mart, table) for table in FACTS} == before
    assert [step.total for step in recorded(again).steps] == [0] * len(recorded(again).steps)


def test_T03_an_interaction_waits_until_all_of_its_calls_have_ended(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    call.leg(AGENTS[0], 5).talk(10).end(60)
    consult = call.consult(20)
    consult.leg(AGENTS[1], 20).talk(25).end(40)
    call.end(60)
    transformed(mart, idb)
    assert facts(mart, interaction_fact) == []
    consult.end(70)
    transformed(mart, idb)
    assert [row["end_ts"] for row in facts(mart, interaction_fact)] == [T0 + 70]


def test_T01_a_touched_interaction_is_computed_again_whole_and_keeps_its_keys(mart: Engine) -> None:
    idb = Idb()
    call = a_call(idb, 100)
    transformed(mart, idb)
    before = {row["natural_id"]: row for row in rows_of(mart, interaction_resource_fact)}
    call.row["terminated_ts"] = call.ir["terminated_ts"] = None
    call.leg(AGENTS[1], 170).talk(171).end(200)
    call.end(200)
    transformed(mart, idb)
    after = {row["natural_id"]: row for row in rows_of(mart, interaction_resource_fact)}
    assert len(after) == 2
    for natural_id, row in before.items():
        assert after[natural_id]["interaction_resource_id"] == row["interaction_resource_id"]
        assert (row["last_interaction_resource"], after[natural_id]["last_interaction_resource"]) == (1, 0)
    assert [row["end_ts"] for row in rows_of(mart, interaction_fact)] == [T0 + 200]


def test_T01_what_no_longer_results_is_purged_and_an_interaction_merged_into_another_leaves_nothing(
    mart: Engine,
) -> None:
    idb = Idb()
    first, second = a_call(idb, 100), a_call(idb, 110, agent=AGENTS[1])
    transformed(mart, idb)
    second.ir["rootirid"] = first.irid
    transformed(mart, idb)
    rows = {row["media_server_root_ixn_guid"]: row["purge_flag"] for row in rows_of(mart, interaction_fact)}
    assert rows == {first.irid: 0, second.irid: 1}
    kept = facts(mart, interaction_fact)[0]["interaction_id"]
    for table in (interaction_resource_fact, mediation_segment_fact, ixn_resource_state_fact):
        assert {row["interaction_id"] for row in facts(mart, table)} == {kept}


def test_T06_after_call_work_that_ends_later_reaches_the_fact(mart: Engine) -> None:
    idb = Idb()
    login = Login(idb, AGENTS[0], 0).state(AgentState.READY, 1)
    call = a_call(idb, 100)
    login.state(AgentState.BUSY, 110).state(AgentState.AFTER_CALL_WORK, 170, call=call)
    transformed(mart, idb)
    assert facts(mart, interaction_resource_fact)[0]["after_call_work_count"] == 0
    late = Idb()
    late.rows["g_agent_state_history"] = []
    login.idb = late
    login.state(AgentState.READY, 200)
    transformed(mart, late)
    fact = facts(mart, interaction_resource_fact)[0]
    assert (fact["after_call_work_count"], fact["after_call_work_duration"], fact["customer_acw_duration"]) == (
        1,
        30,
        30,
    )
    assert [row["total_duration"] for row in facts(mart, ixn_resource_state_fact)] == [5, 55, 30]


@contextmanager
def killed_at(monkeypatch: pytest.MonkeyPatch, number: int) -> Iterator[None]:
    """The process dies in the n-th transaction, when all but the commit is done."""
    left = [number]
    finish = audit.finish

    def dying(connection: Connection, audit_key: int, **values: int) -> None:
        finish(connection, audit_key, **values)
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(audit, "finish", dying)
        yield


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_T01_a_killed_run_is_taken_up_and_each_fact_is_there_once(
    mart: Engine, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    idb = Idb()
    for hour in range(3):
        a_call(idb, hour * 3600 + 100)
    Login(idb, AGENTS[0], 0).state(AgentState.READY, 1).logout(7200)
    idb.write(mart, a_work(mart))
    options = {("gim-transformation", "chunk-size"): "3600"}
    with killed_at(monkeypatch, number), pytest.raises(KeyboardInterrupt):
        transform.run(a_work(mart, job=Job.TRANSFORM, options=options))
    finished = len(rows_of(mart, interaction_fact))
    assert finished == max(0, number - 3)
    again = transformed(mart, options=options)
    assert recorded(again).rows_of("interaction_fact") == 3 - finished
    assert len(rows_of(mart, interaction_fact)) == len(rows_of(mart, interaction_resource_fact)) == 3
    assert rows_of(mart, ctl_transform_todo) == []


def test_T01_chunks_hold_the_seconds_of_the_option_oldest_first(mart: Engine) -> None:
    idb = Idb()
    for hour in (2, 0, 1):
        a_call(idb, hour * 3600 + 100)
    work = transformed(mart, idb, options={("gim-transformation", "chunk-size"): "3600"})
    step = next(step for step in recorded(work).steps if step.name == "interaction_fact")
    assert step.notes == ["chunk 1 of 3", "chunk 2 of 3", "chunk 3 of 3"]
    ordered = sorted(rows_of(mart, interaction_fact), key=lambda row: row["update_audit_key"])
    assert [row["start_ts"] - T0 for row in ordered] == [100, 3700, 7300]


def test_a_stop_between_two_chunks_keeps_what_was_committed(mart: Engine) -> None:
    idb = Idb()
    for hour in range(3):
        a_call(idb, hour * 3600 + 100)
    idb.write(mart, a_work(mart))
    stopped = a_work(
        mart, job=Job.TRANSFORM, stop=ToldStop(at_check=3), options={("gim-transformation", "chunk-size"): "3600"}
    )
    with pytest.raises(Stopped):
        transform.run(stopped)
    assert len(rows_of(mart, interaction_fact)) == 1
    assert {step.status for step in recorded(stopped).steps} == {"Complete", "Stopped"}
    transformed(mart)
    assert len(rows_of(mart, interaction_fact)) == 3


def test_the_facts_do_not_depend_on_how_the_rows_came(mart: Engine) -> None:
    idb = Idb()
    login = Login(idb, AGENTS[0], 0).state(AgentState.READY, 1)
    call = a_call(idb, 100)
    login.state(AgentState.BUSY, 110).state(AgentState.AFTER_CALL_WORK, 170, call=call).state(
        AgentState.READY, 180
    ).logout(900)
    for table in reversed(list(idb.rows)):
        idb.write(mart, a_work(mart), [table])
        transformed(mart)
    piecemeal = picture(mart)
    transformed(mart, idb)
    assert picture(mart) == piecemeal
    assert {name: len(rows) for name, rows in piecemeal.items()} == {
        "interaction_fact": 1,
        "interaction_resource_fact": 1,
        "mediation_segment_fact": 2,
        "ixn_resource_state_fact": 3,
        "sm_res_session_fact": 1,
        "sm_res_state_fact": 5,
        "sm_res_state_reason_fact": 0,
    }


def test_T08_a_session_that_is_still_open_grows_with_its_source_and_closes_at_logout(mart: Engine) -> None:
    idb = Idb()
    login = Login(idb, AGENTS[0], 0).state(AgentState.READY, 10)
    seen = idb.add("g_dss_gls_provider", icon_dbid=1, ds_dbid=1, ds_type=1, created_ts=T0, levent_dsutc=T0 + 1000)
    transformed(mart, idb)
    assert [(row["end_ts"] - T0, row["active_flag"]) for row in facts(mart, sm_res_session_fact)] == [(1000, 1)]
    news = Idb(rows={"g_dss_gls_provider": [seen | {"levent_dsutc": T0 + 2000}]})
    transformed(mart, news)
    assert [(row["end_ts"] - T0, row["active_flag"]) for row in facts(mart, sm_res_session_fact)] == [(2000, 1)]
    assert [(row["total_duration"], row["active_flag"]) for row in facts(mart, sm_res_state_fact)] == [
        (10, 0),
        (1990, 1),
    ]
    login.logout(2500)
    transformed(mart, idb)
    assert [(row["end_ts"] - T0, row["active_flag"]) for row in facts(mart, sm_res_session_fact)] == [(2500, 0)]


def test_T11_a_party_that_ends_before_it_starts_is_left_out_recorded_and_counted(mart: Engine) -> None:
    idb = Idb()
    call = a_call(idb, 100)
    bad = call.leg(AGENTS[1], 120).end(110)
    work = transformed(mart, idb)
    assert [row["natural_id"] for row in facts(mart, interaction_resource_fact)] != [bad.id]
    assert len(facts(mart, interaction_resource_fact)) == 1
    (discarded,) = rows_of(mart, ctl_discard)
    assert (discarded["table_name"], discarded["natural_id"], discarded["reason"]) == (
        "g_party",
        bad.id,
        "ends before it starts",
    )
    assert recorded(work).warnings == [
        "1 row of g_party contradicted itself and was left out: it ends before it starts."
    ]


def test_T11_what_belongs_to_nothing_is_recorded(mart: Engine) -> None:
    idb = Idb()
    call = a_call(idb, 100)
    lost = Idb()
    party = call.leg(AGENTS[1], 120).end(130)
    lost.add("g_party", **(party.row | {"partyid": "lost party", "callid": "no call", "id": 1}))
    lost.add("g_party_history", partyid="no party", callid=call.id, pseq=1, cseq=1, changetype=1, state=3, added_ts=T0)
    lost.add("g_agent_state_history", loginsessionid="no login", agentid=1, type=5, state=3, seq=1, added_ts=T0)
    lost.add("g_call", **(call.row | {"callid": "alone", "irid": "no interaction", "id": 2}))
    lost.rows["g_party"][0]["id"], lost.rows["g_call"][0]["id"] = 900_001, 900_002
    transformed(mart, idb, lost)
    assert sorted((row["table_name"], row["natural_id"], row["reason"]) for row in rows_of(mart, ctl_discard)) == [
        ("g_agent_state_history", "no login", "belongs to no session"),
        ("g_call", "alone", "belongs to no interaction"),
        ("g_party", "lost party", "belongs to no call"),
        ("g_party_history", "no party", "belongs to no party"),
    ]
    assert len(facts(mart, interaction_fact)) == 1


def test_T11_the_error_policy_may_let_the_job_fail_and_nothing_is_written(mart: Engine) -> None:
    idb = Idb()
    a_call(idb, 100).leg(AGENTS[1], 120).end(110)
    idb.write(mart, a_work(mart))
    options = {("error-policy", "error-policy-irf-exception"): "exception"}
    with pytest.raises(JobFailed, match="1 row of g_party contradicted itself"):
        transform.run(a_work(mart, job=Job.TRANSFORM, options=options))
    assert rows_of(mart, interaction_fact) == rows_of(mart, ctl_discard) == []
    transformed(mart, options={("error-policy", "error-policy-irf-exception"): "resume"})
    assert (len(facts(mart, interaction_fact)), rows_of(mart, ctl_discard)) == (1, [])


def test_T12_touched_hours_are_queued_in_runs_the_old_and_the_new(mart: Engine) -> None:
    idb = Idb()
    for hour in (1, 2, 5):
        a_call(idb, hour * 3600 + 100)
    transformed(mart, idb, options={("gim-transformation", "chunk-size"): "0"})
    queued = [
        ((row["start_date_time_key"] - T0) / 3600, (row["end_date_time_key"] - T0) / 3600)
        for row in rows_of(mart, agr_notification)
        if row["fact_name"] == "interaction_resource_fact"
    ]
    assert sorted(queued) == [(1.0, 2.75), (5.0, 5.75)]


def test_T12_a_fact_that_shrinks_queues_the_hours_that_it_leaves(mart: Engine) -> None:
    idb = Idb()
    login = Login(idb, AGENTS[0], 100).logout(3 * 3600)
    transformed(mart, idb)
    with writing(mart) as connection:
        connection.execute(agr_notification.delete())
    login.row["terminated_ts"] = T0 + 1800
    transformed(mart, idb)
    with mart.connect() as connection:
        chosen = select(agr_notification.c.start_date_time_key, agr_notification.c.end_date_time_key)
        rows = connection.execute(chosen.where(agr_notification.c.fact_name == "sm_res_session_fact")).all()
    assert [((first - T0) / 3600, (last - T0) / 3600) for first, last in rows] == [(0.0, 3.75)]


def test_T12_a_queue_and_the_interaction_are_touched_when_only_the_leg_changes(mart: Engine) -> None:
    idb = Idb()
    login = Login(idb, AGENTS[0], 0).state(AgentState.READY, 1)
    call = idb.inbound(3500)
    call.queue(QUEUE, 3500, 3700)
    call.leg(AGENTS[0], 3700).talk(3705).end(3800)
    call.end(3800)
    login.state(AgentState.BUSY, 3700).state(AgentState.AFTER_CALL_WORK, 3800, call=call)
    transformed(mart, idb)
    with writing(mart) as connection:
        connection.execute(agr_notification.delete())
    late = Idb(rows={"g_agent_state_history": []})
    login.idb = late
    login.state(AgentState.READY, 3900)
    transformed(mart, late)
    queued = {row["fact_name"]: row["start_date_time_key"] - T0 for row in rows_of(mart, agr_notification)}
    assert queued["mediation_segment_fact"] == 0
    assert queued["interaction_resource_fact"] == 3600
    assert (queued["interaction_fact"], queued["ixn_resource_state_fact"]) == (0, 3600)


def test_the_run_leaves_its_history(mart: Engine) -> None:
    idb = Idb()
    a_call(idb, 100)
    work = transformed(mart, idb)
    counted = {row["hwm_name"]: row["row_count"] for row in rows_of(mart, ctl_transform_history)}
    assert counted["interaction_fact"] == 1
    assert counted["resource_"] == recorded(work).rows_of("Dimensions") - counted["tenant"] - sum(
        counted[name] for name in ("place", "group_", "skill", "resource_group_fact_", "resource_skill_fact_")
    )
    (history,) = [row for row in rows_of(mart, ctl_etl_history) if row["job_id"] == work.job_id]
    assert history["row_count"] == sum(counted.values())


def test_an_unanswered_leg_and_an_abandoned_queue_are_facts_too(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    call.queue(QUEUE, 0, 30, PartyCause.ABANDONED)
    call.end(30)
    transformed(mart, idb)
    (stay,) = facts(mart, mediation_segment_fact)
    assert (stay["mediation_duration"], stay["target_ixn_resource_id"]) == (30, None)
    assert facts(mart, interaction_resource_fact) == []
    assert told(mart, interaction_fact, stay["interaction_id"], "source_address") == "4930123"
