"""The right to write goes round in the order of asking, and never gets lost."""

from gim_manager.engine.turns import Turns


def _turns() -> tuple[Turns, list[tuple[str, int]]]:
    granted: list[tuple[str, int]] = []
    return Turns(lambda token, number: granted.append((token, number))), granted


def test_the_first_that_asks_writes_at_once_and_the_others_in_order() -> None:
    turns, granted = _turns()
    for token in "abc":
        turns.want(token, 1)
    assert granted == [("a", 1)]
    turns.give_back("a")
    turns.give_back("b")
    assert granted == [("a", 1), ("b", 1), ("c", 1)]


def test_who_asks_again_stands_behind_those_who_wait() -> None:
    turns, granted = _turns()
    turns.want("a", 1)
    turns.want("b", 1)
    turns.give_back("a")
    turns.want("a", 2)
    assert granted[-1] == ("b", 1)
    turns.give_back("b")
    assert granted[-1] == ("a", 2)


def test_who_dies_waiting_leaves_the_queue_and_who_dies_writing_leaves_the_turn() -> None:
    turns, granted = _turns()
    for token in "abc":
        turns.want(token, 1)
    turns.give_back("b")
    turns.give_back("a")
    turns.give_back("a")
    assert granted == [("a", 1), ("c", 1)]
    assert turns.holder == "c"
