"""The hand-driven clock keeps both of its hands together, unless the wall clock is set."""

from tests.language.clock import START, HandClock


def test_turning_moves_both_hands_and_a_jump_one() -> None:
    clock = HandClock()
    clock.turn(2)
    clock.jump(-3600)
    assert (clock.now() - START).total_seconds() == -3598
    assert clock.steady() == 2
