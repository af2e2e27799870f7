"""Which state of a hold may follow which."""

from datetime import timedelta

from gim_manager.domain.hold import HOLD_TRANSITIONS, WITH_RUN, Hold, HoldState
from tests.language.build import at


def test_every_state_has_its_followers_and_only_the_end_has_none() -> None:
    assert set(HOLD_TRANSITIONS) == set(HoldState)
    assert [state for state, following in HOLD_TRANSITIONS.items() if not following] == [HoldState.ENDED]


def test_every_hold_can_end_at_any_time() -> None:
    assert all(HoldState.ENDED in following for following in HOLD_TRANSITIONS.values() if following)


def test_maintenance_begins_once_for_no_way_leads_back_to_waiting() -> None:
    assert not [state for state, following in HOLD_TRANSITIONS.items() if HoldState.WAITING in following]
    assert [state for state, following in HOLD_TRANSITIONS.items() if HoldState.MAINTAINING in following] == [
        HoldState.WAITING
    ]
    assert HoldState.WAITING not in WITH_RUN


def test_its_length_reads_as_a_person_says_it() -> None:
    hour = Hold(id=1, owner="ann", since=at("06:00"), expires=at("07:00"), state=HoldState.HELD)
    assert hour.length == "60 minutes"
    short = Hold(id=1, owner="ann", since=at("06:00"), expires=at("06:00") + timedelta(minutes=1), state=HoldState.HELD)
    assert short.length == "1 minute"
