"""Hold, transfers in one step, and what is said of a call at its end."""

from gim_manager.domain.icon import PartyCause, PartyRole, PartyState
from tests.sample.lived import wild_day


def test_a_transfer_in_one_step_hands_the_call_on_in_the_same_second() -> None:
    lived = wild_day()
    parties = lived.by("g_party", "callid")
    merged = {row["mergecallid"] for row in lived.rows["g_call"]}
    gone = [row for row in lived.rows["g_party"] if row["cause"] == PartyCause.TRANSFERRED]
    one_step = [row for row in gone if row["callid"] not in merged and not _consult(row["callid"])]
    assert one_step
    ways = set()
    for leg in one_step:
        following = [one for one in parties[leg["callid"]] if one["created_ts"] == leg["terminated_ts"]]
        ways |= {one["prole"] for one in following if one["partyid"] > leg["partyid"]}
    assert {PartyRole.NEW_PARTY_BY_TRANSFER, PartyRole.QUEUE, PartyRole.ROUTING_POINT} <= ways


def _consult(callid: str) -> bool:
    return any(row["callid"] == callid and row["parentcallid"] for row in wild_day().rows["g_call"])


def test_some_hang_up_on_hold() -> None:
    histories = wild_day().by("g_party_history", "partyid").values()
    assert any(
        rows[-1]["prevstate"] == PartyState.HOLD and rows[-1]["cause"] == PartyCause.NORMAL for rows in histories
    )


def test_the_result_of_a_call_is_attached_by_the_agent_who_ends_it() -> None:
    lived = wild_day()
    ends = {row["callid"]: row["terminated_ts"] for row in lived.rows["g_call"]}
    results = [row for row in lived.rows["g_userdata_history"] if row["keyname"] == "BusinessResult"]
    assert results
    for row in results:
        assert row["agentid"]
        assert row["added_ts"] == ends[row["callid"]]


def test_what_a_call_is_about_may_change() -> None:
    rows = wild_day().rows["g_userdata_history"]
    names = ("CustomerSegment", "ServiceType", "ServiceSubType", "BusinessResult")
    assert {row["keyname"] for row in rows} == set(names)
    assert {row["changetype"] for row in rows if row["keyname"] == "ServiceSubType"} == {1, 2}
