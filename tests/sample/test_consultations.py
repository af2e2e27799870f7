"""Two-step transfers, conferences and advice leave the legs that ICON would have left."""

from typing import Any

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState
from tests.sample.lived import wild_day


def _consultations(mergetype: int | None) -> list[dict[str, Any]]:
    calls = wild_day().rows["g_call"]
    found = [row for row in calls if row["calltype"] == CallType.CONSULT and row["mergetype"] == mergetype]
    assert found
    return found


def _moved(call: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The legs of who asked and of who was asked, and the leg to which the latter moved."""
    parties = wild_day().by("g_party", "callid")
    asks, asked = sorted(parties[call["callid"]], key=lambda row: row["prole"])
    (moved,) = [row for row in parties[call["mergecallid"]] if row["parentpartyid"] == asked["partyid"]]
    return asks, asked, moved


def test_after_a_transfer_in_two_steps_the_colleague_has_the_customer() -> None:
    parties, history = wild_day().by("g_party", "callid"), wild_day().by("g_party_history", "partyid")
    for call in _consultations(1):
        asks, asked, moved = _moved(call)
        assert asks["cause"] == asked["cause"] == PartyCause.TRANSFERRED
        assert (moved["prole"], moved["partyguid"]) == (PartyRole.NEW_PARTY_BY_TRANSFER, asked["partyguid"])
        assert moved["created_ts"] == call["terminated_ts"]
        assert history[moved["partyid"]][0]["state"] == PartyState.CONNECTED
        left = [row for row in parties[call["mergecallid"]] if row["agentid"] == asks["agentid"]]
        assert (PartyCause.TRANSFERRED, call["terminated_ts"]) in {(row["cause"], row["terminated_ts"]) for row in left}


def test_in_a_conference_the_agent_stays() -> None:
    parties = wild_day().by("g_party", "callid")
    for call in _consultations(2):
        asks, asked, moved = _moved(call)
        assert asks["cause"] == asked["cause"] == PartyCause.CONFERENCED
        assert moved["prole"] == PartyRole.CONFERENCE_MEMBER
        staying = [row for row in parties[call["mergecallid"]] if row["agentid"] == asks["agentid"]]
        assert max(row["terminated_ts"] for row in staying) > call["terminated_ts"]


def test_the_customer_is_on_hold_while_the_agents_talk() -> None:
    parties, history = wild_day().by("g_party", "callid"), wild_day().by("g_party_history", "partyid")
    for call in (*_consultations(1), *_consultations(2), *_consultations(None)):
        (asks,) = [row for row in parties[call["callid"]] if row["prole"] == PartyRole.ORIGINATION]
        mains = [row for row in parties[call["parentcallid"]] if row["agentid"] == asks["agentid"]]
        held = {row["added_ts"] for leg in mains for row in history[leg["partyid"]] if row["state"] == PartyState.HOLD}
        assert call["created_ts"] in held


def test_a_customer_may_hang_up_meanwhile_and_the_agents_notice_later() -> None:
    calls = {row["callid"]: row for row in wild_day().rows["g_call"]}
    late = [row for row in _consultations(None) if row["terminated_ts"] > calls[row["parentcallid"]]["terminated_ts"]]
    assert late
