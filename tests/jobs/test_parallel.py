"""Side by side: all at once up to a limit, in order, and an error is raised when the others have ended."""

from threading import Barrier, Event, current_thread

import pytest

from gim_manager.jobs.parallel import side_by_side


def test_as_many_as_the_limit_are_under_way_at_once() -> None:
    together = Barrier(3, timeout=30)

    def do(number: int) -> int:
        together.wait()
        return number * 10

    assert side_by_side(do, [1, 2, 3], 3) == [10, 20, 30]


def test_one_alone_needs_no_thread() -> None:
    assert side_by_side(lambda _: current_thread().name, ["x"], 8) == [current_thread().name]


def test_an_error_waits_for_those_under_way_and_leaves_those_that_wait() -> None:
    begun, failed = Event(), Event()
    ended: list[str] = []

    def do(name: str) -> None:
        if name == "bad":
            assert begun.wait(30)
            failed.set()
            raise ZeroDivisionError
        begun.set()
        assert failed.wait(30)
        ended.append(name)

    with pytest.raises(ZeroDivisionError):
        side_by_side(do, ["bad", "slow"], 2)
    assert ended == ["slow"]
