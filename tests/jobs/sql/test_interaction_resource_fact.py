"""INTERACTION_RESOURCE_FACT: one row a stay of a handling resource on a call (T06)."""

import pytest
from sqlalchemy import Engine

from gim_manager.domain.icon import AgentState, PartyCause, PartyRole, PartyState, QueueCause
from gim_manager.schema import dimensions
from gim_manager.schema.facts import (
    interaction_fact,
    interaction_resource_fact,
    ixn_resource_state_fact,
    mediation_segment_fact,
)
from tests.language.calls import (
    AGENTS,
    OTHER_QUEUE,
    QUEUE,
    ROUTING_POINT,
    T0,
    VIRTUAL_QUEUE,
    Call,
    Idb,
    Leg,
    Row,
    facts,
    spelled,
    told,
    transformed,
)
from tests.language.centre import Login, configuration
from tests.language.mart import empty_mart
from tests.language.work import a_work

FIRST, SECOND, THIRD = AGENTS[:3]


@pytest.fixture
def mart(database_url: str) -> Engine:
    engine = empty_mart(database_url)
    configuration().write(engine, a_work(engine))
    return engine


def by_party(mart: Engine) -> dict[str, Row]:
    return {row["natural_id"]: row for row in facts(mart, interaction_resource_fact)}


def seconds(row: Row, prefix: str, *states: str) -> tuple[int, ...]:
    return tuple(row[f"{prefix}{state}_duration"] for state in states)


def answered(call: Call, at: int, *, agent: int = FIRST) -> Leg:
    return call.leg(agent, at).talk(at + 5)


def test_T06_durations_come_from_the_history_and_a_state_of_no_seconds_counts(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    leg = call.leg(FIRST, 10).talk(14).hold(20).talk(20).hold(30).talk(45).end(60)
    call.end(60)
    transformed(mart, idb)
    fact = by_party(mart)[leg.id]
    assert seconds(fact, "", "dial", "ring", "talk", "hold") == (0, 4, 31, 15)
    assert [fact[f"{state}_count"] for state in ("dial", "ring", "talk", "hold")] == [0, 1, 1, 1]
    assert seconds(fact, "customer_", "ring", "talk", "hold") == (4, 31, 15)
    assert (fact["handle_count"], fact["customer_handle_count"]) == (1, 1)
    assert (fact["start_ts"] - T0, fact["end_ts"] - T0) == (10, 60)
    assert spelled(mart, fact) == ("COMPLETED", "UNSPECIFIED", "RECEIVED")


def test_the_dimensions_of_a_leg(mart: Engine) -> None:
    idb = Idb()
    login = Login(idb, FIRST, 0).state(AgentState.READY, 0)
    call = idb.inbound(10)
    leg = answered(call, 20).end(60)
    call.says("ServiceType", "sales", 12).says("ServiceType", "billing", 30).says("Other", "x", 30).end(60)
    login.logout(100)
    transformed(mart, idb)
    fact = by_party(mart)[leg.id]
    assert told(mart, dimensions.resource_, fact["resource_key"], "resource_name") == f"agent{FIRST}"
    assert told(mart, dimensions.resource_, fact["media_resource_key"], "resource_name") == str(FIRST + 100)
    assert told(mart, dimensions.place, fact["place_key"], "place_name") == f"place {FIRST}"
    assert (
        told(mart, dimensions.interaction_descriptor, fact["interaction_descriptor_key"], "service_type") == "billing"
    )
    assert (
        told(mart, dimensions.interaction_descriptor, fact["interaction_descriptor_key"], "customer_segment") == "none"
    )
    assert told(mart, dimensions.interaction_type, fact["interaction_type_key"], "interaction_type_code") == "INBOUND"
    assert told(mart, dimensions.resource_group_combination, fact["resource_group_combination_key"], "group_set") == "1"
    assert fact["media_type_key"] == 1


def test_T06_mediation_is_what_lay_before_the_leg_since_the_leg_before(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    point = call.routing_point(ROUTING_POINT, 0, 8)
    call.virtual_queue(VIRTUAL_QUEUE, 2, 8, QueueCause.DISTRIBUTED, point)
    call.queue(QUEUE, 8, 20)
    missed = call.leg(FIRST, 20).end(32, PartyCause.REDIRECTED_NO_ANSWER)
    call.queue(OTHER_QUEUE, 32, 50)
    took = answered(call, 50, agent=SECOND).end(90)
    call.end(90)
    transformed(mart, idb)
    first, second = by_party(mart)[missed.id], by_party(mart)[took.id]
    assert spelled(mart, first) == ("REDIRECTED", "UNSPECIFIED", "RECEIVED")
    assert (first["mediation_count"], first["mediation_duration"]) == (2, 20)
    assert (first["routing_point_duration"], first["queue_duration"], first["previous_mediation_duration"]) == (
        8,
        12,
        0,
    )
    assert (second["mediation_duration"], second["queue_duration"], second["previous_mediation_duration"]) == (
        18,
        18,
        20,
    )
    assert (second["routing_point_duration"], second["mediation_count"]) == (0, 1)
    names = [
        told(mart, dimensions.resource_, second[column], "resource_name")
        for column in (
            "last_rp_resource_key",
            "last_queue_resource_key",
            "last_vqueue_resource_key",
            "mediation_resource_key",
        )
    ]
    assert names == [f"dn {ROUTING_POINT}", f"dn {OTHER_QUEUE}", f"dn {VIRTUAL_QUEUE}", f"dn {OTHER_QUEUE}"]
    assert (second["prev_irf_id"], second["interaction_resource_ordinal"]) == (first["interaction_resource_id"], 2)
    assert [row["last_interaction_resource"] for row in (first, second)] == [0, 1]


def test_T06_who_hangs_up_while_it_rings_abandoned(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    call.queue(QUEUE, 0, 5)
    leg = call.leg(FIRST, 5).end(9, PartyCause.ABANDONED)
    call.end(9)
    transformed(mart, idb)
    fact = by_party(mart)[leg.id]
    assert spelled(mart, fact) == ("CUSTOMERABANDONED", "ABANDONEDWHILERINGING", "RECEIVED")
    assert (fact["short_abandoned_flag"], fact["customer_handle_count"], fact["ring_duration"]) == (1, 0, 4)


def consulted(mart: Engine, *, conference: bool) -> dict[str, Row]:
    """FIRST consults SECOND and merges the calls: the facts by name of the leg."""
    idb = Idb()
    call = idb.inbound(0)
    main = answered(call, 0).hold(30)
    consult = call.consult(30)
    asking = consult.leg(FIRST, 30, state=PartyState.DIALING, role=PartyRole.ORIGINATION).talk(40)
    asked = consult.leg(SECOND, 30).talk(40)
    cause = PartyCause.CONFERENCED if conference else PartyCause.TRANSFERRED
    asking.end(60, cause)
    asked.end(60, cause)
    consult.merge(call, 60, conference=conference)
    role = PartyRole.CONFERENCE_MEMBER if conference else PartyRole.NEW_PARTY_BY_TRANSFER
    joined = call.leg(SECOND, 60, state=PartyState.CONNECTED, role=role, moved_from=asked).hold(80).talk(85).end(100)
    if conference:
        main.talk(60).end(90)
    else:
        main.end(60, PartyCause.TRANSFERRED)
    call.end(100)
    transformed(mart, idb)
    rows = by_party(mart)
    return {"main": rows[main.id], "asking": rows[asking.id], "asked": rows[asked.id], "joined": rows[joined.id]}


def test_T06_a_two_step_transfer(mart: Engine) -> None:
    legs = consulted(mart, conference=False)
    assert {name: spelled(mart, row)[::2] for name, row in legs.items()} == {
        "main": ("TRANSFERRED", "RECEIVED"),
        "asking": ("COMPLETED", "INITIATEDCONSULT"),
        "asked": ("COMPLETED", "RECEIVEDCONSULT"),
        "joined": ("COMPLETED", "RECEIVEDTRANSFER"),
    }
    assert seconds(legs["asking"], "cons_init_", "dial", "talk", "hold") == (10, 20, 0)
    assert seconds(legs["asked"], "cons_rcv_", "ring", "talk", "hold") == (10, 20, 0)
    assert seconds(legs["joined"], "post_cons_xfer_", "ring", "talk", "hold") == (0, 35, 5)
    assert seconds(legs["main"], "", "talk", "hold") == (25, 30)
    assert legs["asking"]["agent_to_agent_cons_duration"] == 20
    assert [legs[name]["customer_handle_count"] for name in ("main", "asking", "asked", "joined")] == [1, 0, 0, 1]
    assert legs["joined"]["partyguid"] == legs["asked"]["partyguid"]


def test_T06_a_conference(mart: Engine) -> None:
    legs = consulted(mart, conference=True)
    assert spelled(mart, legs["joined"]) == ("COMPLETED", "UNSPECIFIED", "INCONFERENCE")
    assert seconds(legs["joined"], "conf_join_", "talk", "hold") == (35, 5)
    assert (legs["main"]["conference_initiated_count"], legs["main"]["conf_init_talk_duration"]) == (1, 30)
    assert legs["joined"]["conference_initiated_count"] == 0
    assert seconds(legs["joined"], "post_cons_xfer_", "talk", "hold") == (0, 0)


def test_T06_a_one_step_transfer(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    gone = answered(call, 0).end(20, PartyCause.TRANSFERRED)
    taken = call.leg(SECOND, 20, role=PartyRole.NEW_PARTY_BY_TRANSFER).talk(25).end(50)
    call.end(50)
    transformed(mart, idb)
    rows = by_party(mart)
    assert spelled(mart, rows[gone.id])[0] == "TRANSFERRED"
    assert spelled(mart, rows[taken.id])[2] == "RECEIVEDTRANSFER"
    assert rows[taken.id]["post_cons_xfer_talk_count"] == 0


def test_T06_an_agent_who_dials_out(mart: Engine) -> None:
    idb = Idb()
    call = idb.outbound(0)
    leg = call.leg(FIRST, 0, state=PartyState.DIALING, role=PartyRole.ORIGINATION)
    call.external(12, role=PartyRole.DESTINATION)
    leg.talk(12).end(40)
    call.end(40)
    transformed(mart, idb)
    fact = by_party(mart)[leg.id]
    assert seconds(fact, "", "dial", "talk") == seconds(fact, "customer_", "dial", "talk") == (12, 28)
    assert spelled(mart, fact)[2] == "INITIATED"
    assert told(mart, dimensions.interaction_type, fact["interaction_type_key"], "interaction_type_code") == "OUTBOUND"


def test_a_call_between_agents_has_no_customer(mart: Engine) -> None:
    idb = Idb()
    call = idb.internal(0)
    call.leg(FIRST, 0, state=PartyState.DIALING, role=PartyRole.ORIGINATION).talk(5).end(20)
    call.leg(SECOND, 0).talk(5).end(20)
    call.end(20)
    transformed(mart, idb)
    rows = facts(mart, interaction_resource_fact)
    assert [row["customer_talk_duration"] for row in rows] == [0, 0]
    assert [row["talk_duration"] for row in rows] == [15, 15]


def test_T07_states_tile_the_leg_and_after_call_work_follows(mart: Engine) -> None:
    idb = Idb()
    login = Login(idb, FIRST, 0).state(AgentState.READY, 0)
    call = idb.inbound(10)
    leg = answered(call, 10).hold(30).end(50)
    call.end(50)
    login.state(AgentState.BUSY, 10).state(AgentState.AFTER_CALL_WORK, 50, call=call).state(AgentState.READY, 80)
    transformed(mart, idb)
    rows = facts(mart, ixn_resource_state_fact)
    names = [
        told(mart, dimensions.interaction_resource_state, row["interaction_resource_state_key"], "state_name_code")
        for row in rows
    ]
    assert names == ["RING", "TALK", "HOLD", "WRAP"]
    assert [(row["start_ts"] - T0, row["end_ts"] - T0, row["ordinal"]) for row in rows] == [
        (10, 15, 1),
        (15, 30, 2),
        (30, 50, 3),
        (50, 80, 4),
    ]
    assert {row["interaction_resource_id"] for row in rows} == {by_party(mart)[leg.id]["interaction_resource_id"]}
    assert by_party(mart)[leg.id]["after_call_work_duration"] == 30


def test_T04_one_interaction_for_a_call_and_its_consultation(mart: Engine) -> None:
    consulted(mart, conference=False)
    (fact,) = facts(mart, interaction_fact)
    assert (fact["start_ts"] - T0, fact["end_ts"] - T0) == (0, 100)
    assert (fact["source_address"], fact["target_address"], fact["active_flag"]) == ("4930123", "800100", 0)
    assert told(mart, dimensions.interaction_type, fact["interaction_type_key"], "interaction_type_code") == "INBOUND"


def test_the_leg_and_the_stay_that_led_to_it_know_each_other(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    point = call.routing_point(ROUTING_POINT, 0, 8)
    call.virtual_queue(VIRTUAL_QUEUE, 2, 8, QueueCause.DISTRIBUTED, point)
    answered(call, 8).end(30)
    call.end(30)
    transformed(mart, idb)
    (leg,) = facts(mart, interaction_resource_fact)
    stays = facts(mart, mediation_segment_fact)
    assert [row["target_ixn_resource_id"] for row in stays] == [leg["interaction_resource_id"]] * 2
    assert told(mart, mediation_segment_fact, leg["mediation_segment_id"], "start_ts") == str(T0 + 2)
