"""ICON writes what has ended at once, what lasts when it is asked for all, and that again once it has changed."""

import pytest

from gim_manager.domain.icon import CallType, PartyCause, PartyRole, PartyState
from gim_manager.sample.counters import Counters
from gim_manager.sample.recorder import Recorder
from gim_manager.sample.records import Call, Leg


@pytest.fixture
def recorder() -> Recorder:
    """One that has written nothing yet."""
    return Recorder("0A1B2C3D", Counters())


def _begin(recorder: Recorder) -> tuple[Call, Leg]:
    call = recorder.call(recorder.interaction(None, 100), CallType.INBOUND, 100, "0151", "5001")
    return call, recorder.leg(call, PartyRole.ORIGINATION, PartyState.DIALING, 100, None)


def test_what_lasts_is_held_back_until_it_ends(recorder: Recorder) -> None:
    call, leg = _begin(recorder)
    assert recorder.take(all_=False).rows.keys() == {"g_party_history"}
    recorder.end_leg(leg, PartyCause.NORMAL, 110)
    recorder.end_call(call, 110)
    assert recorder.take(all_=False).rows.keys() == {"g_party_history", "g_party", "g_call", "g_ir"}


def test_what_was_written_unfinished_is_written_again_when_it_changes_and_only_then(recorder: Recorder) -> None:
    _, leg = _begin(recorder)
    assert recorder.take(all_=True).again == {}
    assert recorder.take(all_=True).rows == {}
    recorder.leg_state(leg, PartyState.CONNECTED, 105)
    taken = recorder.take(all_=True)
    assert taken.again == {"g_party": [leg.id]}
    assert taken.rows.keys() == {"g_party", "g_party_history"}


def test_numbers_grow_in_the_order_of_the_events(recorder: Recorder) -> None:
    call, leg = _begin(recorder)
    assert (call.interaction.seq, call.seq, leg.seq) == (1, 2, 3)
    recorder.leg_state(leg, PartyState.CONNECTED, 105)
    assert (leg.seq, leg.useq, recorder.counters.gcc) == (3, 5, 5)


def test_a_leg_knows_how_long_it_was_in_each_state(recorder: Recorder) -> None:
    _, leg = _begin(recorder)
    recorder.leg_state(leg, PartyState.CONNECTED, 105)
    recorder.leg_state(leg, PartyState.HOLD, 125)
    recorder.end_leg(leg, PartyCause.NORMAL, 130)
    assert [leg.seconds[state] for state in (PartyState.DIALING, PartyState.CONNECTED, PartyState.HOLD)] == [5, 20, 5]


def test_pending_counts_the_rows_that_wait(recorder: Recorder) -> None:
    _begin(recorder)
    assert recorder.pending == 1
    recorder.take(all_=False)
    assert recorder.pending == 0
