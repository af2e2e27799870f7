"""Queues give calls to agents in order, take them back when they ring out, and lose those who will not wait."""

from gim_manager.domain.icon import PartyCause, PartyRole, PartyState, QueueCause
from tests.sample.lived import wild_day


def test_a_routed_call_waits_in_virtual_queues_within_its_stay_at_the_routing_point() -> None:
    lived = wild_day()
    points = {party["partyid"]: party for party in lived.rows["g_party"] if party["prole"] == PartyRole.ROUTING_POINT}
    assert lived.rows["g_virtual_queue"]
    for stay in lived.rows["g_virtual_queue"]:
        point = points[stay["partyid"]]
        assert stay["callid"] == point["callid"]
        assert point["created_ts"] <= stay["created_ts"] <= stay["terminated_ts"] == point["terminated_ts"]
        left = point["cause"] == PartyCause.ABANDONED
        assert (stay["cause"] == QueueCause.ABANDONED) == left


def test_of_two_virtual_queues_one_distributes_and_the_other_is_cleared() -> None:
    stays = wild_day().by("g_virtual_queue", "partyid")
    both = [tuple(sorted(row["cause"] for row in rows)) for rows in stays.values() if len(rows) == 2]
    assert set(both) == {(QueueCause.DISTRIBUTED, QueueCause.CLEARED), (QueueCause.ABANDONED, QueueCause.ABANDONED)}


def test_every_routed_call_has_its_route_result() -> None:
    lived = wild_day()
    distributed = {row["vqid"] for row in lived.rows["g_virtual_queue"] if row["cause"] == QueueCause.DISTRIBUTED}
    assert {row["vqid"] for row in lived.rows["g_route_result"]} == distributed


def test_a_call_that_rang_out_goes_back_into_a_queue_in_the_same_second() -> None:
    lived = wild_day()
    parties = lived.by("g_party", "callid")
    calls = {row["callid"]: row for row in lived.rows["g_call"]}
    rang_out = [row for row in lived.rows["g_party"] if row["cause"] == PartyCause.REDIRECTED_NO_ANSWER]
    back = [row for row in rang_out if calls[row["callid"]]["calltype"] == 2]
    assert back
    for leg in back:
        queues = [one for one in parties[leg["callid"]] if one["prole"] in (PartyRole.QUEUE, PartyRole.ROUTING_POINT)]
        assert leg["terminated_ts"] in {queue["created_ts"] for queue in queues}


def test_who_is_abandoned_while_ringing_never_talked() -> None:
    lived = wild_day()
    history = lived.by("g_party_history", "partyid")
    left = [row for row in lived.rows["g_party"] if row["cause"] == PartyCause.ABANDONED and row["agentid"]]
    assert left
    for leg in left:
        assert [row["state"] for row in history[leg["partyid"]]] == [PartyState.ALERTING, PartyState.NULL]


def test_abandonment_follows_the_wait() -> None:
    queues = [row for row in wild_day().rows["g_party"] if row["prole"] == PartyRole.QUEUE]
    waits = {True: [0], False: [0]}
    for row in queues:
        waits[row["cause"] == PartyCause.ABANDONED].append(row["terminated_ts"] - row["created_ts"])
    assert sum(waits[True]) / len(waits[True]) > sum(waits[False]) / len(waits[False])
