"""A day replayed from its rows: every call, party and login tells a story that can have happened."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from gim_manager.domain.icon import CallType, HistoryChange, PartyRole, PartyState
from gim_manager.domain.timing import zone_named
from gim_manager.sample.simulation import bounds
from tests.sample.lived import Rows, new_day, rows_of, wild_day

S = PartyState
LEGAL = {
    S.NULL: {S.DIALING, S.ALERTING, S.QUEUED, S.CONNECTED},
    S.DIALING: {S.CONNECTED, S.NULL},
    S.ALERTING: {S.CONNECTED, S.NULL},
    S.QUEUED: {S.NULL},
    S.CONNECTED: {S.HOLD, S.NULL},
    S.HOLD: {S.CONNECTED, S.NULL},
}


def test_each_party_goes_from_its_creation_to_its_end_through_legal_states() -> None:
    lived = wild_day()
    histories = lived.by("g_party_history", "partyid")
    assert histories.keys() == {party["partyid"] for party in lived.rows["g_party"]}
    for party in lived.rows["g_party"]:
        _replay(party, histories[party["partyid"]])


def _replay(party: dict[str, Any], history: Rows) -> None:
    assert [row["pseq"] for row in history] == list(range(1, len(history) + 1))
    assert [row["changetype"] for row in history] == [
        HistoryChange.CREATED, *[HistoryChange.STATE_CHANGED] * (len(history) - 2), HistoryChange.TERMINATED,
    ]  # fmt: skip
    before, moment = S.NULL, party["created_ts"]
    assert history[0]["added_ts"] == moment
    for row in history:
        assert row["prevstate"] == before
        assert row["state"] in LEGAL[before]
        assert row["added_ts"] >= moment
        before, moment = row["state"], row["added_ts"]
    assert (before, moment) == (S.NULL, party["terminated_ts"])
    assert history[-1]["cause"] == party["cause"] != 0
    assert party["gsys_useq"] == history[-1]["gsys_seq"] > party["gsys_seq"]


def test_parties_stay_within_their_call_and_their_steps_are_counted_without_a_gap() -> None:
    lived = wild_day()
    steps: Counter[str] = Counter()
    numbers: dict[str, set[int]] = {}
    for table in ("g_party_history", "g_userdata_history"):
        for row in lived.rows[table]:
            steps[row["callid"]] += 1
            numbers.setdefault(row["callid"], set()).add(row["cseq"])
    parties = lived.by("g_party", "callid")
    for call in lived.rows["g_call"]:
        assert numbers[call["callid"]] == set(range(1, steps[call["callid"]] + 1))
        for party in parties[call["callid"]]:
            assert call["created_ts"] <= party["created_ts"] <= party["terminated_ts"] <= call["terminated_ts"]


def test_every_kind_of_story_is_told() -> None:
    lived = wild_day()
    assert {row["calltype"] for row in lived.rows["g_call"]} == set(CallType) - {CallType.UNKNOWN}
    assert {row["mergetype"] for row in lived.rows["g_call"]} == {None, 1, 2}
    assert {row["cause"] for row in lived.rows["g_party"]} == set(range(1, 8))
    assert {row["cause"] for row in lived.rows["g_virtual_queue"]} == {1, 2, 3}
    assert {row["prole"] for row in lived.rows["g_party"]} == set(PartyRole) - {PartyRole.UNKNOWN}
    assert {row["state"] for row in lived.rows["g_agent_state_history"]} == {0, 1, 2, 3, 4, 5}


def test_consultations_hang_below_the_customers_call() -> None:
    lived = wild_day()
    calls = {call["callid"]: call for call in lived.rows["g_call"]}
    interactions = {one["irid"]: one for one in lived.rows["g_ir"]}
    for call in calls.values():
        own = interactions[call["irid"]]
        if call["calltype"] != CallType.CONSULT:
            assert (own["rootirid"], own["rootcallid"], own["parentirid"]) == (own["irid"], call["callid"], None)
            continue
        parent = calls[call["parentcallid"]]
        assert own["rootirid"] == parent["irid"] == own["parentirid"]
        assert call["mergecallid"] in (None, parent["callid"])
        assert parent["created_ts"] < call["created_ts"]


def test_an_agent_is_on_one_call_at_a_time_but_for_a_consultation() -> None:
    lived = wild_day()
    calls = {call["callid"]: call for call in lived.rows["g_call"]}
    by_agent = lived.by("g_party", "agentid")
    for agent, legs in by_agent.items():
        if agent is None:
            continue
        mains = sorted(
            (leg["created_ts"], leg["terminated_ts"]) for leg in legs if not calls[leg["callid"]]["parentcallid"]
        )
        assert all(end <= start for (_, end), (start, _) in pairwise(mains))


def test_a_distributed_stay_is_followed_by_an_agents_leg_in_the_same_second() -> None:
    lived = wild_day()
    parties = lived.by("g_party", "callid")
    distributed = [row for row in lived.rows["g_virtual_queue"] if row["cause"] == 1]
    assert distributed
    for stay in distributed:
        legs = [one for one in parties[stay["callid"]] if one["agentid"] and one["created_ts"] >= stay["terminated_ts"]]
        assert min(leg["created_ts"] for leg in legs) == stay["terminated_ts"]


def test_the_same_seed_lives_the_same_day_and_another_seed_another() -> None:
    days = [new_day(calls=60, agents=12, seed=seed) for seed in (1, 1, 2)]
    for day in days:
        day.run(day.end)
    first, again, other = (rows_of(day) for day in days)
    assert first == again
    assert first != other


@pytest.mark.parametrize("stretch", [60, 3_333])
def test_a_day_is_the_same_however_often_one_looks(stretch: int) -> None:
    at_once, in_steps = new_day(calls=60, agents=12), new_day(calls=60, agents=12)
    at_once.run(at_once.end)
    for moment in range(in_steps.start, in_steps.end + stretch, stretch):
        in_steps.run(moment)
    assert rows_of(at_once) == rows_of(in_steps)


def test_a_day_ends_with_nobody_on_the_line_even_if_far_too_few_work() -> None:
    day = new_day(calls=2000, agents=6)
    day.run(day.end - 1)
    rows = rows_of(day)
    assert all(row["terminated_ts"] for row in rows["g_call"] + rows["g_login_session"] + rows["g_virtual_queue"])


def test_days_touch_each_other_over_a_change_to_winter_time() -> None:
    zone, sunday = zone_named("Europe/Berlin"), date(2026, 10, 25)
    start, end = bounds(sunday, zone)
    assert end - start == 25 * 3600
    assert bounds(sunday + timedelta(days=1), zone)[0] == end
