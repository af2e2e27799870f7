"""How an agent came to be on a call."""

import pytest

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState
from gim_manager.sample.centre import build_centre
from gim_manager.sample.counters import Counters
from gim_manager.sample.ledger import Ledger
from gim_manager.sample.profile import Profile
from gim_manager.sample.recorder import Recorder
from gim_manager.sample.switch import Switch, part_of

PERSON = build_centre(Profile(), agents=1, seed=1).people[0]


@pytest.mark.parametrize(
    ("type_", "role", "state", "part"),
    [
        (CallType.INBOUND, PartyRole.DESTINATION, PartyState.ALERTING, "received"),
        (CallType.INBOUND, PartyRole.NEW_PARTY_BY_TRANSFER, PartyState.ALERTING, "received"),
        (CallType.OUTBOUND, PartyRole.ORIGINATION, PartyState.DIALING, "made"),
        (CallType.CONSULT, PartyRole.ORIGINATION, PartyState.DIALING, "consult_made"),
        (CallType.CONSULT, PartyRole.DESTINATION, PartyState.ALERTING, "consult_received"),
    ],
)
def test_role_and_call_say_how_a_leg_begins(type_: CallType, role: PartyRole, state: PartyState, part: str) -> None:
    recorder = Recorder("0A1B2C3D", Counters())
    call = recorder.call(recorder.interaction(None, 0), type_, 0, "1", "2")
    leg = Switch(recorder, Ledger(0)).agent(call, PERSON, role, 0)
    assert (leg.state, part_of(leg)) == (state, part)


@pytest.mark.parametrize(
    ("role", "part"), [(PartyRole.NEW_PARTY_BY_TRANSFER, "taken_over"), (PartyRole.CONFERENCE_MEMBER, "joined")]
)
def test_who_moves_over_from_a_consultation_is_connected_at_once(role: PartyRole, part: str) -> None:
    recorder = Recorder("0A1B2C3D", Counters())
    switch = Switch(recorder, Ledger(0))
    main = recorder.call(recorder.interaction(None, 0), CallType.INBOUND, 0, "1", "2")
    consult = recorder.call(recorder.interaction(main.interaction, 5), CallType.CONSULT, 5, "2", "3", parent=main)
    asked = switch.agent(consult, PERSON, PartyRole.DESTINATION, 5)
    moved = switch.agent(main, PERSON, role, 9, moved_from=asked)
    assert (moved.state, moved.guid, moved.parent, part_of(moved)) == (PartyState.CONNECTED, asked.partyid, asked, part)


def test_a_leg_is_noted_whole_in_the_quarter_hour_in_which_it_began() -> None:
    recorder, ledger = Recorder("0A1B2C3D", Counters()), Ledger(0)
    switch = Switch(recorder, ledger)
    call = recorder.call(recorder.interaction(None, 890), CallType.INBOUND, 890, "1", "2")
    leg = switch.agent(call, PERSON, PartyRole.DESTINATION, 890)
    switch.change(leg, PartyState.CONNECTED, 895)
    switch.end(leg, PartyCause.NORMAL, 1000)
    switch.wrapped(leg, 30)
    assert ledger.agent.take()[0] == [0]
    facts = {name: ledger.agent.total(name) for name in ("offered", "accepted_ring_time", "talk_time", "wrap_time")}
    assert facts == {"offered": 1, "accepted_ring_time": 5, "talk_time": 105, "wrap_time": 30}
    assert ledger.day.total("talk_seconds") == 105
