"""The calls that agents make, answered or not."""

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState
from tests.sample.lived import wild_day


def _legs(type_: CallType) -> list[list[dict[str, object]]]:
    parties = wild_day().by("g_party", "callid")
    return [parties[row["callid"]] for row in wild_day().rows["g_call"] if row["calltype"] == type_]


def test_an_outbound_call_has_an_agent_who_dials_and_a_customer_who_is_rung() -> None:
    histories = wild_day().by("g_party_history", "partyid")
    causes = set()
    for agent, customer in _legs(CallType.OUTBOUND):
        assert (agent["prole"], customer["prole"]) == (PartyRole.ORIGINATION, PartyRole.DESTINATION)
        assert customer["agentid"] is customer["endpointid"] is None
        assert histories[customer["partyid"]][0]["state"] == PartyState.ALERTING
        talked = {row["state"] for row in histories[agent["partyid"]]} >= {PartyState.CONNECTED}
        causes.add((talked, agent["cause"]))
    assert causes == {(True, PartyCause.NORMAL), (False, PartyCause.NORMAL), (False, PartyCause.DESTINATION_BUSY)}


def test_an_internal_call_is_between_two_agents() -> None:
    legs = _legs(CallType.INTERNAL)
    assert legs
    for caller, colleague in legs:
        assert caller["agentid"] != colleague["agentid"]
        assert None not in (caller["agentid"], colleague["agentid"])
    assert {colleague["cause"] for _, colleague in legs} == {PartyCause.NORMAL, PartyCause.REDIRECTED_NO_ANSWER}
