"""The scheduler's mailbox: all that is there, in order, or nothing after the time is up."""

import threading

from gim_manager.engine.inbox import Inbox


def test_it_gives_everything_in_the_order_of_putting() -> None:
    inbox: Inbox[int] = Inbox()
    for number in range(3):
        inbox.put(number)
    assert inbox.take(10) == [0, 1, 2]


def test_nothing_comes_of_an_empty_one_and_a_negative_wait_is_none() -> None:
    inbox: Inbox[int] = Inbox()
    assert inbox.take(-1) == []


def test_a_waiting_reader_is_woken_by_another_thread() -> None:
    inbox: Inbox[str] = Inbox()
    threading.Timer(0.05, inbox.put, ("wake",)).start()
    assert inbox.take(10) == ["wake"]
