"""The laws of the facts, on random stories of calls and logins (T05 to T08, A05)."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from gim_manager.domain.icon import AgentState, PartyCause, PartyRole, PartyState, QueueCause
from gim_manager.domain.options import Options
from gim_manager.jobs.transform_facts import INTERACTIONS, SESSIONS, parameters
from gim_manager.schema import dimensions
from gim_manager.schema.facts import (
    FACTS,
    interaction_fact,
    interaction_resource_fact,
    ixn_resource_state_fact,
    mediation_segment_fact,
    sm_res_session_fact,
    sm_res_state_fact,
    sm_res_state_reason_fact,
)
from tests.language.calls import AGENTS, QUEUE, ROUTING_POINT, VIRTUAL_QUEUE, Call, Idb, Leg, Row, facts, transformed
from tests.language.centre import Login, configuration
from tests.language.mart import empty_mart, rows_of
from tests.language.work import a_work

FEW = st.integers(min_value=0, max_value=900)
AGENT = st.sampled_from(AGENTS)


@dataclass(frozen=True)
class Visit:
    """One time through a queue: how long, who is offered the call, and how that goes."""

    wait: int
    agent: int
    ring: int
    ends: str
    states: tuple[int, ...]
    beside: str


VISITS = st.builds(
    Visit,
    wait=FEW,
    agent=AGENT,
    ring=FEW,
    ends=st.sampled_from(["answered", "redirected", "abandoned", "left queue"]),
    states=st.lists(FEW, max_size=4).map(tuple),
    beside=st.sampled_from(["nothing", "transfer", "conference", "consult"]),
)


def tell(idb: Idb, visits: list[Visit], at: int) -> int:
    """A call that goes through the visits until one of them takes it; how many handling legs it had."""
    call = idb.inbound(at)
    legs = 0
    for visit in visits:
        after = at + visit.wait
        if visit.ends == "left queue":
            call.queue(QUEUE, at, after, PartyCause.ABANDONED)
            call.end(after)
            return legs
        point = call.routing_point(ROUTING_POINT, at, after)
        call.virtual_queue(VIRTUAL_QUEUE, at, after, QueueCause.DISTRIBUTED, point)
        leg = call.leg(visit.agent, after)
        legs += 1
        at = after + visit.ring
        if visit.ends == "redirected":
            leg.end(at, PartyCause.REDIRECTED_NO_ANSWER)
        elif visit.ends == "abandoned":
            leg.end(at, PartyCause.ABANDONED)
            call.end(at)
            return legs
        else:
            return legs + talk(call, leg.talk(at), visit, at)
    call.end(at)
    return legs


def talk(call: Call, leg: Leg, visit: Visit, at: int) -> int:
    """The conversation, and what happens beside it; how many more legs there were."""
    for number, length in enumerate(visit.states):
        at += length
        leg.to(PartyState.CONNECTED if number % 2 else PartyState.HOLD, at)
    if visit.beside == "nothing":
        leg.end(at)
        call.end(at)
        return 0
    consult = call.consult(at)
    asking = consult.leg(visit.agent, at, state=PartyState.DIALING, role=PartyRole.ORIGINATION).talk(at + visit.ring)
    asked = consult.leg(AGENTS[3], at).talk(at + visit.ring)
    end = at + visit.ring + visit.wait
    cause = {"transfer": PartyCause.TRANSFERRED, "conference": PartyCause.CONFERENCED}.get(
        visit.beside, PartyCause.NORMAL
    )
    asking.end(end, cause)
    asked.end(end, cause)
    if visit.beside == "consult":
        consult.end(end)
        leg.end(end)
        call.end(end)
        return 2
    consult.merge(call, end, conference=visit.beside == "conference")
    role = PartyRole.CONFERENCE_MEMBER if visit.beside == "conference" else PartyRole.NEW_PARTY_BY_TRANSFER
    call.leg(AGENTS[3], end, state=PartyState.CONNECTED, role=role, moved_from=asked).end(end + visit.wait)
    leg.end(end if visit.beside == "transfer" else end + visit.wait)
    call.end(end + visit.wait)
    return 3


@pytest.fixture
def mart(database_url: str) -> Engine:
    engine = empty_mart(database_url)
    configuration().write(engine, a_work(engine))
    return engine


def grouped(rows: list[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def assert_tiled(rows: list[Row], start: int, end: int) -> None:
    """No gap, no overlap."""
    assert (rows[0]["start_ts"], rows[-1]["end_ts"]) == (start, end)
    assert all(one["end_ts"] == other["start_ts"] for one, other in pairwise(rows))
    assert all(row["total_duration"] == row["end_ts"] - row["start_ts"] >= 0 for row in rows)


def assert_laws_of_legs(mart: Engine) -> None:
    names = {
        row["interaction_resource_state_key"]: row["state_name_code"]
        for row in rows_of(mart, dimensions.interaction_resource_state)
    }
    states = grouped(facts(mart, ixn_resource_state_fact), "natural_id")
    for leg in facts(mart, interaction_resource_fact):
        measured = {state: leg[f"{state}_duration"] for state in ("dial", "ring", "talk", "hold")}
        assert sum(measured.values()) == leg["end_ts"] - leg["start_ts"]
        own = sorted(states[leg["natural_id"]], key=lambda row: row["ordinal"])
        assert_tiled(own, leg["start_ts"], leg["end_ts"])
        for state, duration in measured.items():
            rows = [row for row in own if names[row["interaction_resource_state_key"]] == state.upper()]
            assert (sum(row["total_duration"] for row in rows), int(bool(rows))) == (duration, leg[f"{state}_count"])


def assert_laws_of_interactions(mart: Engine) -> None:
    for legs in grouped(facts(mart, interaction_resource_fact), "interaction_id").values():
        assert [
            row["interaction_resource_ordinal"]
            for row in sorted(legs, key=lambda row: row["interaction_resource_ordinal"])
        ] == [*range(1, len(legs) + 1)]
        assert sum(row["last_interaction_resource"] for row in legs) == 1
    legs_by_id = {row["interaction_resource_id"]: row for row in facts(mart, interaction_resource_fact)}
    for stay in facts(mart, mediation_segment_fact):
        target = legs_by_id.get(stay["target_ixn_resource_id"])
        assert target is None or target["start_ts"] >= stay["end_ts"]
        assert target is None or target["interaction_id"] == stay["interaction_id"]


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(stories=st.lists(st.lists(VISITS, min_size=1, max_size=3), min_size=1, max_size=8))
def test_T06_T07_every_leg_is_a_fact_and_its_states_tile_it(mart: Engine, stories: list[list[Visit]]) -> None:
    before = len(facts(mart, interaction_resource_fact))
    idb = Idb()
    legs = sum(tell(idb, visits, number * 1000) for number, visits in enumerate(stories))
    transformed(mart, idb)
    assert len(facts(mart, interaction_resource_fact)) == before + legs
    assert_laws_of_legs(mart)
    assert_laws_of_interactions(mart)


CHANGES = st.lists(
    st.tuples(
        FEW,
        st.sampled_from([AgentState.READY, AgentState.NOT_READY, AgentState.BUSY, AgentState.AFTER_CALL_WORK]),
        st.sampled_from([1, 2]),
    ),
    max_size=8,
)


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    logins=st.lists(st.tuples(AGENT, FEW, CHANGES, st.lists(st.tuples(FEW, FEW), max_size=3)), min_size=1, max_size=6)
)
def test_T08_states_tile_their_session_and_reasons_lie_within(
    mart: Engine, logins: list[tuple[int, int, list[tuple[int, AgentState, int]], list[tuple[int, int]]]]
) -> None:
    idb = Idb()
    for agent, at, changes, reasons in logins:
        login = Login(idb, agent, at)
        for after, state, dn in changes:
            at += after
            login.state(state, at, dn=dn)
        for start, length in reasons:
            login.reason(AgentState.NOT_READY, "Break", start, start + length)
        login.logout(at)
    transformed(mart, idb)
    states = grouped(facts(mart, sm_res_state_fact), "natural_id")
    for session in facts(mart, sm_res_session_fact):
        if session["total_duration"]:
            assert_tiled(states[session["natural_id"]], session["start_ts"], session["end_ts"])
    by_key = {row["sm_res_state_fact_key"]: row for row in facts(mart, sm_res_state_fact)}
    for reason in facts(mart, sm_res_state_reason_fact):
        around = by_key[reason["sm_res_state_fact_key"]]
        assert around["start_ts"] <= reason["start_ts"] < reason["end_ts"] <= around["end_ts"]
    for legs in grouped(facts(mart, sm_res_session_fact), "resource_key").values():
        assert all(one["end_ts"] < other["start_ts"] for one, other in pairwise(legs))


def test_every_fact_is_computed_by_one_family() -> None:
    assert sorted((*INTERACTIONS.facts, *SESSIONS.facts)) == sorted(table.name for table in FACTS)


def test_the_priority_of_states_follows_the_option() -> None:
    values = parameters(Options(values={("gim-etl", "sm-resource-state-priority"): "READY,BUSY,ACW,NOT_READY"}))
    assert [values[name] for name in ("ready", "busy", "acw", "not_ready")] == [1, 2, 3, 4]
    assert values["longest_session"] == 24 * 3600


def test_T04_each_root_is_one_interaction(mart: Engine) -> None:
    idb = Idb()
    tell(idb, [Visit(wait=5, agent=AGENTS[0], ring=3, ends="answered", states=(), beside="conference")], 0)
    transformed(mart, idb)
    assert len(facts(mart, interaction_fact)) == 1
