"""SM_RES_ facts: unbroken logins, the winning state in each moment of them, the reasons within (T08, T13)."""

from operator import itemgetter

import pytest
from sqlalchemy import Engine

from gim_manager.domain.icon import AgentState
from gim_manager.schema import dimensions
from gim_manager.schema.facts import sm_res_session_fact, sm_res_state_fact, sm_res_state_reason_fact
from tests.language.calls import AGENTS, T0, Idb, Row, facts, told, transformed
from tests.language.centre import Login, configuration
from tests.language.mart import empty_mart, rows_of
from tests.language.work import a_work

AGENT = AGENTS[0]
READY, NOT_READY, BUSY, ACW = AgentState.READY, AgentState.NOT_READY, AgentState.BUSY, AgentState.AFTER_CALL_WORK


@pytest.fixture
def mart(database_url: str) -> Engine:
    engine = empty_mart(database_url)
    configuration().write(engine, a_work(engine))
    return engine


def spans(rows: list[Row]) -> list[tuple[int, int]]:
    return [(row["start_ts"] - T0, row["end_ts"] - T0) for row in rows]


def states(mart: Engine) -> list[tuple[str, int, int]]:
    return [
        (
            told(mart, dimensions.resource_state, row["resource_state_key"], "state_name_code"),
            row["start_ts"] - T0,
            row["end_ts"] - T0,
        )
        for row in facts(mart, sm_res_state_fact)
    ]


def test_T08_states_tile_the_session(mart: Engine) -> None:
    idb = Idb()
    Login(idb, AGENT, 0).state(NOT_READY, 10).state(READY, 60).state(BUSY, 100).state(ACW, 160).state(
        READY, 200
    ).logout(300)
    transformed(mart, idb)
    assert spans(facts(mart, sm_res_session_fact)) == [(0, 300)]
    assert states(mart) == [
        ("LOGGEDON", 0, 10),
        ("NOTREADY", 10, 60),
        ("READY", 60, 100),
        ("BUSY", 100, 160),
        ("ACW", 160, 200),
        ("READY", 200, 300),
    ]


def test_T08_logins_that_touch_are_one_session_known_by_the_first(mart: Engine) -> None:
    idb = Idb()
    first = Login(idb, AGENT, 0).state(READY, 0).logout(100)
    second = Login(idb, AGENT, 100).state(READY, 100).logout(200)
    third = Login(idb, AGENT, 201).state(READY, 201).logout(300)
    transformed(mart, idb)
    assert spans(facts(mart, sm_res_session_fact)) == [(0, 200), (201, 300)]
    assert [row["natural_id"] for row in facts(mart, sm_res_session_fact)] == [first.id, third.id]
    assert states(mart) == [("READY", 0, 200), ("READY", 201, 300)]
    assert second.id not in {row["natural_id"] for row in rows_of(mart, sm_res_session_fact)}


def test_T08_a_login_that_comes_late_joins_two_sessions_and_the_second_is_purged(mart: Engine) -> None:
    idb = Idb()
    Login(idb, AGENT, 0).state(READY, 0).logout(100)
    Login(idb, AGENT, 150).state(READY, 150).logout(200)
    transformed(mart, idb)
    late = Idb()
    Login(late, AGENT, 90).state(READY, 90).logout(150)
    transformed(mart, late)
    assert spans(facts(mart, sm_res_session_fact)) == [(0, 200)]
    assert states(mart) == [("READY", 0, 200)]
    by_start = sorted(rows_of(mart, sm_res_session_fact), key=itemgetter("start_ts"))
    assert [row["purge_flag"] for row in by_start] == [0, 1]


def test_T08_the_strongest_state_of_several_DNs_wins(mart: Engine) -> None:
    idb = Idb()
    login = (
        Login(idb, AGENT, 0)
        .state(READY, 0, dn=1)
        .state(READY, 0, dn=2)
        .state(BUSY, 10, dn=1)
        .state(NOT_READY, 20, dn=2)
    )
    login.state(READY, 30, dn=1).state(READY, 40, dn=2).state(ACW, 50, dn=1).logout(60)
    transformed(mart, idb)
    assert states(mart) == [
        ("READY", 0, 10),
        ("BUSY", 10, 20),
        ("NOTREADY", 20, 40),
        ("READY", 40, 50),
        ("ACW", 50, 60),
    ]


def test_T08_the_option_says_which_state_is_the_strongest(mart: Engine) -> None:
    idb = Idb()
    Login(idb, AGENT, 0).state(READY, 0, dn=1).state(BUSY, 0, dn=2).state(NOT_READY, 10, dn=1).logout(60)
    transformed(mart, idb, options={("gim-etl", "sm-resource-state-priority"): "READY,BUSY,NOT_READY,ACW"})
    assert states(mart) == [("READY", 0, 10), ("BUSY", 10, 60)]


def test_T08_reasons_lie_within_the_state_that_they_were_given_for(mart: Engine) -> None:
    idb = Idb()
    login = Login(idb, AGENT, 0).state(NOT_READY, 0).state(READY, 100).logout(200)
    login.reason(NOT_READY, "Break", 10, 60).reason(NOT_READY, "Lunch", 60, 120, hardware=False)
    login.reason(NOT_READY, "Slip", 30, 30)
    transformed(mart, idb)
    rows = facts(mart, sm_res_state_reason_fact)
    assert spans(rows) == [(10, 60), (60, 100)]
    reasons = {row["resource_state_reason_key"]: row for row in rows_of(mart, dimensions.resource_state_reason)}
    told_ = [reasons[row["resource_state_reason_key"]] for row in rows]
    assert [row["reason_type_code"] for row in told_] == ["HARDWARE", "SOFTWARE"]
    assert (told_[0]["hardware_reason"], told_[1]["software_reason_value"]) == ("Break", "Lunch")
    (state,) = [row for row in facts(mart, sm_res_state_fact) if row["start_ts"] == T0]
    assert {row["sm_res_state_fact_key"] for row in rows} == {state["sm_res_state_fact_key"]}


def test_T13_a_state_that_lasts_too_long_is_closed_and_the_rest_is_unknown(mart: Engine) -> None:
    idb = Idb()
    Login(idb, AGENT, 0).state(READY, 0).state(BUSY, 500).logout(600)
    transformed(mart, idb, options={("gim-etl", "max-state-duration"): "300"})
    assert states(mart) == [("READY", 0, 300), ("UNKNOWN", 300, 500), ("BUSY", 500, 600)]


def test_T13_a_login_without_end_is_closed_by_force(mart: Engine) -> None:
    idb = Idb()
    Login(idb, AGENT, 0).state(READY, 0)
    idb.add("g_dss_gls_provider", icon_dbid=1, ds_dbid=1, ds_type=1, created_ts=T0, levent_dsutc=T0 + 10_000)
    transformed(mart, idb, options={("gim-etl", "max-session-duration-in-hours"): "1"})
    (session,) = facts(mart, sm_res_session_fact)
    assert (session["end_ts"] - T0, session["active_flag"]) == (3600, 0)


def test_the_clips_say_how_much_of_the_outer_quarters_lies_outside(mart: Engine) -> None:
    idb = Idb()
    Login(idb, AGENT, 100).state(READY, 100).logout(1000)
    transformed(mart, idb)
    (session,) = facts(mart, sm_res_session_fact)
    assert (session["lead_clip_duration"], session["trail_clip_duration"], session["total_duration"]) == (100, 800, 900)
    assert (session["start_date_time_key"] - T0, session["end_date_time_key"] - T0) == (0, 900)
