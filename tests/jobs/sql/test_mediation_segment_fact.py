"""MEDIATION_SEGMENT_FACT: one row a stay in a queue, at a routing point or in a virtual queue (T05)."""

import pytest
from sqlalchemy import Engine

from gim_manager.domain.icon import PartyCause, QueueCause
from gim_manager.schema import dimensions
from gim_manager.schema.facts import interaction_resource_fact, mediation_segment_fact
from tests.language.calls import (
    AGENTS,
    OTHER_VIRTUAL_QUEUE,
    QUEUE,
    ROUTING_POINT,
    T0,
    VIRTUAL_QUEUE,
    Idb,
    Row,
    facts,
    spelled,
    told,
    transformed,
)
from tests.language.centre import configuration
from tests.language.mart import empty_mart
from tests.language.work import a_work


@pytest.fixture
def mart(database_url: str) -> Engine:
    engine = empty_mart(database_url)
    configuration().write(engine, a_work(engine))
    return engine


def stays(mart: Engine) -> dict[str, Row]:
    """By the name of the queue; of several the last."""
    return {
        told(mart, dimensions.resource_, row["resource_key"], "resource_name"): row
        for row in facts(mart, mediation_segment_fact)
    }


def target(mart: Engine, row: Row) -> str | None:
    """The PARTYID of the leg that the stay led to."""
    if row["target_ixn_resource_id"] is None:
        return None
    return told(mart, interaction_resource_fact, row["target_ixn_resource_id"], "natural_id")


def test_T05_a_caller_who_leaves_the_queue_abandoned_it_and_soon_is_short(mart: Engine) -> None:
    idb = Idb()
    for at, wait in ((0, 9), (100, 10)):
        call = idb.inbound(at)
        call.queue(QUEUE, at, at + wait, PartyCause.ABANDONED)
        call.end(at + wait)
    transformed(mart, idb)
    rows = facts(mart, mediation_segment_fact)
    assert {spelled(mart, row) for row in rows} == {("ABANDONED", "ABANDONEDWHILEQUEUED", "RECEIVED")}
    assert [(row["mediation_duration"], row["short_abandoned_flag"]) for row in rows] == [(9, 1), (10, 0)]
    assert [row["target_ixn_resource_id"] for row in rows] == [None, None]


def test_T05_each_of_parallel_virtual_queues_has_its_own_result(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    point = call.routing_point(ROUTING_POINT, 0, 10)
    call.virtual_queue(VIRTUAL_QUEUE, 1, 10, QueueCause.DISTRIBUTED, point)
    call.virtual_queue(OTHER_VIRTUAL_QUEUE, 3, 10, QueueCause.CLEARED, point)
    leg = call.leg(AGENTS[0], 10).talk(12).end(30)
    call.end(30)
    transformed(mart, idb)
    found = stays(mart)
    assert spelled(mart, found[f"dn {VIRTUAL_QUEUE}"])[:2] == ("DIVERTED", "ANSWEREDBYAGENT")
    assert spelled(mart, found[f"dn {OTHER_VIRTUAL_QUEUE}"])[0] == "CLEARED"
    assert target(mart, found[f"dn {VIRTUAL_QUEUE}"]) == target(mart, found[f"dn {ROUTING_POINT}"]) == leg.id
    assert target(mart, found[f"dn {OTHER_VIRTUAL_QUEUE}"]) is None


def test_T05_a_stay_that_leads_to_another_queue_has_no_target_even_within_one_second(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    point = call.routing_point(ROUTING_POINT, 0, 10)
    call.virtual_queue(VIRTUAL_QUEUE, 0, 10, QueueCause.DISTRIBUTED, point)
    call.queue(QUEUE, 10, 10)
    leg = call.leg(AGENTS[0], 10).talk(12).end(30)
    call.end(30)
    transformed(mart, idb)
    found = stays(mart)
    assert target(mart, found[f"dn {ROUTING_POINT}"]) is target(mart, found[f"dn {VIRTUAL_QUEUE}"]) is None
    assert target(mart, found[f"dn {QUEUE}"]) == leg.id


def test_T05_a_leg_that_does_not_answer_is_the_target_and_the_call_enters_the_queue_again(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    call.queue(QUEUE, 0, 5)
    missed = call.leg(AGENTS[0], 5).end(15, PartyCause.REDIRECTED_NO_ANSWER)
    call.queue(QUEUE, 15, 20)
    left = call.leg(AGENTS[1], 20).end(26, PartyCause.ABANDONED)
    call.end(26)
    transformed(mart, idb)
    rows = facts(mart, mediation_segment_fact)
    assert [target(mart, row) for row in rows] == [missed.id, left.id]
    assert [row["entry_ordinal"] for row in rows] == [1, 2]
    assert [spelled(mart, row)[1] for row in rows] == ["UNSPECIFIED", "ABANDONEDWHILERINGING"]
    assert [row["start_ts"] - T0 for row in rows] == [0, 15]


def test_the_threshold_of_acceptance_counts_waiting_and_ringing(mart: Engine) -> None:
    idb = Idb()
    for at, wait in ((0, 15), (100, 16)):
        call = idb.inbound(at)
        call.queue(QUEUE, at, at + wait)
        call.leg(AGENTS[0], at + wait).talk(at + wait + 5).end(at + 60)
        call.end(at + 60)
    transformed(mart, idb)
    assert [row["met_threshold_flag"] for row in facts(mart, mediation_segment_fact)] == [1, 0]
    assert [row["met_service_objective_flag"] for row in facts(mart, interaction_resource_fact)] == [1, 0]


def test_a_queue_has_its_groups_at_the_moment_of_entry(mart: Engine) -> None:
    idb = Idb()
    call = idb.inbound(0)
    call.queue(QUEUE, 0, 5, PartyCause.ABANDONED)
    call.end(5)
    transformed(mart, idb)
    (row,) = facts(mart, mediation_segment_fact)
    group_set = told(mart, dimensions.resource_group_combination, row["resource_group_combination_key"], "group_set")
    assert told(mart, dimensions.group_, int(group_set), "group_name") == "Sales queues"
