"""Agents log in, take their breaks, and leave nothing open; their states follow each other without a gap."""

from gim_manager.domain.icon import AgentState
from tests.sample.lived import Rows, wild_day

A = AgentState
LEGAL = {
    A.LOGGED_OFF: {A.LOGIN},
    A.LOGIN: {A.NOT_READY},
    A.NOT_READY: {A.READY, A.NOT_READY, A.LOGGED_OFF},
    A.READY: {A.BUSY, A.NOT_READY, A.LOGGED_OFF},
    A.BUSY: {A.AFTER_CALL_WORK, A.READY, A.NOT_READY, A.LOGGED_OFF},
    A.AFTER_CALL_WORK: {A.READY, A.NOT_READY, A.LOGGED_OFF},
}


def _sessions() -> dict[str, Rows]:
    return wild_day().by("g_agent_state_history", "loginsessionid")


def test_states_follow_each_other_from_login_to_logout() -> None:
    logins = {row["loginsessionid"]: row for row in wild_day().rows["g_login_session"]}
    assert _sessions().keys() == logins.keys()
    for session, states in _sessions().items():
        before, since = A.LOGGED_OFF, logins[session]["created_ts"]
        assert [row["seq"] for row in states] == list(range(1, len(states) + 1))
        for row in states:
            assert (row["prevstate"], row["prevsenter_ts"]) == (before, since)
            assert row["state"] in LEGAL[before]
            assert row["added_ts"] >= since
            before, since = row["state"], row["added_ts"]
        assert (before, since) == (A.LOGGED_OFF, logins[session]["terminated_ts"])


def test_a_login_lies_on_every_telephone_of_the_place() -> None:
    phones = wild_day().by("gx_session_endpoint", "loginsessionid")
    assert {len(rows) for rows in phones.values()} == {1, 2}
    for login in wild_day().rows["g_login_session"]:
        for row in phones[login["loginsessionid"]]:
            assert (row["created_ts"], row["terminated_ts"]) == (login["created_ts"], login["terminated_ts"])


def test_an_agent_is_busy_exactly_while_on_a_call() -> None:
    lived = wild_day()
    legs = lived.by("g_party", "agentid")
    for states in _sessions().values():
        mine = sorted((leg["created_ts"], leg["terminated_ts"]) for leg in legs[states[0]["agentid"]])
        spells = [row for row in states if row["prevstate"] == A.BUSY]
        covered = [(leg_start, leg_end) for leg_start, leg_end in mine]
        for row in spells:
            inside = [leg for leg in covered if row["prevsenter_ts"] <= leg[0] and leg[1] <= row["added_ts"]]
            assert min(leg[0] for leg in inside) == row["prevsenter_ts"]
            assert max(leg[1] for leg in inside) == row["added_ts"]


def test_after_call_work_names_a_call_that_the_agent_has_just_left() -> None:
    lived = wild_day()
    legs = lived.by("g_party", "callid")
    wraps = [row for row in lived.rows["g_agent_state_history"] if row["state"] == A.AFTER_CALL_WORK]
    assert wraps
    for row in wraps:
        mine = [leg for leg in legs[row["causecallid"]] if leg["agentid"] == row["agentid"]]
        # Ten seconds: who is left in a consultation by the customer goes on talking for a moment.
        assert any(row["added_ts"] - 10 < leg["terminated_ts"] <= row["added_ts"] for leg in mine)
    others = [row for row in lived.rows["g_agent_state_history"] if row["state"] != A.AFTER_CALL_WORK]
    assert all(row["causecallid"] is None for row in others)


def test_a_reason_spans_a_spell_of_not_ready() -> None:
    lived, spells = wild_day(), set()
    for row in lived.rows["g_agent_state_history"]:
        if row["prevstate"] == A.NOT_READY:
            spells.add((row["loginsessionid"], row["prevsenter_ts"], row["added_ts"]))
    reasons = lived.rows["g_agent_state_rc"]
    assert {(row["hwflag"], row["keyname"]) for row in reasons} == {(1, "ReasonCode"), (0, "Reasons/Desktop")}
    assert {"Break", "Lunch", "Missed call"} <= {row["value"] for row in reasons}
    assert {(row["sessionid"], row["created_ts"], row["terminated_ts"]) for row in reasons} <= spells
