"""The machine's clocks, read in one place."""

from datetime import UTC, timedelta

from gim_manager.engine.clock import SharedClock, SystemClock
from tests.language.clock import START, HandClock


def test_the_present_is_aware_and_the_steady_clock_never_goes_back() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    first = clock.steady()
    assert clock.steady() >= first


def test_R35_a_wall_clock_that_is_off_is_put_right_by_the_databases() -> None:
    hand = HandClock()
    clock = SharedClock(hand)
    for seconds, is_off in ((5, False), (6, True), (-6, True), (0, False)):
        hand.ahead = timedelta(seconds=seconds)
        clock.compare(START)
        assert clock.is_off is is_off
        assert clock.now() == START - hand.ahead * is_off
    assert clock.steady() == hand.steady()


def test_how_far_the_machine_is_ahead_is_seen_in_what_the_database_shows() -> None:
    clock = SystemClock()
    assert timedelta(hours=1) <= clock.ahead_of(clock.now() - timedelta(hours=1)) < timedelta(hours=2)
