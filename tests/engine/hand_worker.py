"""A worker process for tests: speaks the protocol and does what the parameters of its run say, without any database."""

import os
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime

from gim_manager.domain.job import Job
from gim_manager.domain.run import LogLine, Status, Step
from gim_manager.engine.protocol import (
    Assignment,
    Ended,
    Ending,
    GiveBack,
    Grant,
    Message,
    Rebuild,
    StopNow,
    Told,
    Wake,
    Want,
    Withdraw,
    decode,
    encode,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HELLO = (LogLine(number=0, time=NOON, level="INFO", message="hello"),)
HALF = Told(
    progress=0.5, note="half", rows=3, steps=(Step(name="all", status=Status.RUNNING, start_time=NOON, rows=3),),
    lines=HELLO,
)  # fmt: skip


class Hand:
    def __init__(self) -> None:
        self.heard: list[Message] = []
        self.bell = threading.Condition()

    def listen(self) -> None:
        for line in sys.stdin.buffer:
            with self.bell:
                self.heard.append(decode(line))
                self.bell.notify_all()
        os._exit(0)

    def wait_for(self, *kinds: type) -> Message:
        with self.bell:
            self.bell.wait_for(lambda: any(isinstance(message, kinds) for message in self.heard))
            found = next(message for message in self.heard if isinstance(message, kinds))
            self.heard.remove(found)
            return found


def say(message: Message) -> None:
    sys.stdout.buffer.write(encode(message))
    sys.stdout.buffer.flush()


def tells(hand: Hand) -> Ended:
    say(Told(lines=HELLO))
    say(replace(HALF, lines=()))
    return Ended(ending=Ending.COMPLETE, rows=7, note="done")


def stops(hand: Hand) -> Ended:
    say(Told(note="waiting"))
    hand.wait_for(StopNow)
    return Ended(ending=Ending.STOPPED, rows=2)


def finishes_anyway(hand: Hand) -> Ended:
    say(Told(note="waiting"))
    hand.wait_for(StopNow)
    return Ended(ending=Ending.COMPLETE, rows=9)


def ignores(hand: Hand) -> Ended:
    say(Told(note="deaf"))
    threading.Event().wait()
    raise AssertionError


def wakes(hand: Hand) -> Ended:
    say(Told(note="asleep"))
    hand.wait_for(Wake)
    return Ended(ending=Ending.COMPLETE, rows=0)


def tells_once_woken(hand: Hand) -> Ended:
    wakes(hand)
    return tells(hand)


def dies(hand: Hand) -> Ended:
    sys.stderr.write("out of memory, perhaps\n")
    sys.stderr.flush()
    os._exit(9)


def fails(hand: Hand) -> Ended:
    return Ended(ending=Ending.FAILED, rows=1, error="The source is on fire.")


def mumbles(hand: Hand) -> Ended:
    sys.stdout.write("a library prints\n")
    sys.stdout.flush()
    return dies(hand)


def writes(hand: Hand) -> Ended:
    """Woken, takes thirty turns, each asked for as soon as the one before is given back."""
    say(Told())
    hand.wait_for(Wake)
    for number in range(1, 31):
        say(Want(number=number))
        assert hand.wait_for(Grant) == Grant(number=number)
        say(Told(note=f"turn {number}"))
        say(GiveBack())
    return Ended(ending=Ending.COMPLETE, rows=30)


def holds(hand: Hand) -> Ended:
    """Takes the turn and dies with it."""
    say(Want(number=1))
    hand.wait_for(Grant)
    say(Told(note="mine"))
    hand.wait_for(Wake)
    os._exit(1)


def aggregates(hand: Hand) -> Ended:
    """Sleeps until woken, stopped, or handed a request, which says by its parameters what becomes of it."""
    say(Told(note="asleep"))
    while True:
        message = hand.wait_for(Wake, StopNow, Rebuild)
        if isinstance(message, StopNow):
            return Ended(ending=Ending.STOPPED, rows=2)
        if isinstance(message, Wake):
            say(Told(note="woken"))
        elif isinstance(message, Rebuild):
            ended: Ended | None = globals()[message.parameters](hand, message)
            if ended:
                return ended


def rebuilds(hand: Hand, handed: Rebuild) -> None:
    say(replace(HALF, request=handed.request))
    say(Ended(ending=Ending.COMPLETE, rows=7, note="rebuilt", request=handed.request))


def rebuilds_once_woken(hand: Hand, handed: Rebuild) -> None:
    hand.wait_for(Wake)
    rebuilds(hand, handed)


def fails_to_rebuild(hand: Hand, handed: Rebuild) -> None:
    say(Ended(ending=Ending.FAILED, rows=0, error="That day is haunted.", request=handed.request))


def lasts(hand: Hand, handed: Rebuild) -> Ended | None:
    say(replace(HALF, request=handed.request))
    if isinstance(hand.wait_for(Withdraw, StopNow), StopNow):
        return Ended(ending=Ending.STOPPED)
    say(Ended(ending=Ending.STOPPED, rows=3, request=handed.request))
    return None


def dies_rebuilding(hand: Hand, handed: Rebuild) -> None:
    say(replace(HALF, request=handed.request))
    hand.wait_for(Wake)
    os._exit(9)


def main() -> None:
    line = sys.stdin.buffer.readline()
    if not line:
        return
    assignment = decode(line)
    assert isinstance(assignment, Assignment)
    usual = sys.argv[1] if len(sys.argv) > 1 else "aggregates" if assignment.job is Job.AGGREGATE else "tells"
    hand = Hand()
    threading.Thread(target=hand.listen, daemon=True).start()
    say(globals()[assignment.parameters or usual](hand))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
