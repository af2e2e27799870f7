"""What is given up leaves nothing open, whenever it comes to its end."""

import pytest

from gim_manager.desktop.attempt import Attempt, Heed
from gim_manager.domain.errors import Abandoned


def test_it_comes_to_what_was_made() -> None:
    closed: list[str] = []
    attempt = Attempt(lambda _heed: "mart", closed.append)
    assert attempt.run() == "mart"
    assert closed == []


def test_what_it_comes_to_after_it_was_given_up_is_closed() -> None:
    closed: list[str] = []

    def make(_heed: Heed) -> str:
        attempt.give_up()()
        return "mart"

    attempt = Attempt(make, closed.append)
    with pytest.raises(Abandoned):
        attempt.run()
    assert closed == ["mart"]


def test_what_was_made_and_not_yet_taken_is_closed_by_whoever_gives_it_up() -> None:
    closed: list[str] = []
    attempt = Attempt(lambda _heed: "mart", closed.append)
    attempt.run()
    attempt.give_up()()
    assert closed == ["mart"]


def test_it_is_not_begun_once_it_was_given_up() -> None:
    attempt = Attempt(lambda heed: heed(), lambda _made: None)
    attempt.give_up()()
    with pytest.raises(Abandoned):
        attempt.run()
