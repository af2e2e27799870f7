"""The machine's clocks, read in one place."""

from datetime import UTC

from gim_manager.engine.clock import SystemClock


def test_the_present_is_aware_and_the_steady_clock_never_goes_back() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    first = clock.steady()
    assert clock.steady() >= first
