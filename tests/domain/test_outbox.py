"""A channel that fails is tried again, less and less often, and never given up."""

from datetime import timedelta

from gim_manager.domain.outbox import pause_after


def test_the_pauses_grow_to_half_an_hour_and_stay_there() -> None:
    pauses = [pause_after(attempts) for attempts in range(1, 12)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(seconds=10), timedelta(minutes=30))
    assert sum(pauses[:5], timedelta()) < timedelta(minutes=10)
