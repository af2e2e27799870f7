"""Real processes at the end of real pipes: started, spoken to, killed, seen out."""

import os
import sys
from collections.abc import Callable

import pytest

from gim_manager.domain.job import Job
from gim_manager.engine import processes
from gim_manager.engine.inbox import Inbox
from gim_manager.engine.protocol import Assignment, Ended, Ending, StopNow, Wake
from gim_manager.engine.turns import Turns
from gim_manager.engine.workers import Gone, Pool, Said, worker_command
from tests.language.waiting import until

pytestmark = pytest.mark.usefixtures("real_workers")
HAND = (sys.executable, "-m", "tests.engine.hand_worker")


class Story:
    """A pool and what it delivered."""

    def __init__(self) -> None:
        self.inbox: Inbox[Said | Gone] = Inbox()
        self.pool = Pool(self.inbox.put, command=HAND)
        self.events: list[Said | Gone] = []

    def start(self, token: str, what: str) -> int:
        return self.pool.start(Assignment(run_id=1, token=token, url="", job=Job.EXTRACT, parameters=what)).pid

    def hear(self, *, seconds: float = 0.05) -> None:
        self.events += self.inbox.take(seconds)

    def wait_for(self, kind: type, token: str) -> None:
        def heard() -> bool:
            self.hear()
            return any(isinstance(e, kind) and e.token == token for e in self.events)

        until(heard, what=f"{kind.__name__} of {token}")

    def ended(self, token: str) -> Ended:
        (ended,) = [
            e.message for e in self.events if isinstance(e, Said) and e.token == token and isinstance(e.message, Ended)
        ]
        return ended

    def gone(self, token: str) -> Gone:
        (gone,) = [event for event in self.events if isinstance(event, Gone) and event.token == token]
        return gone


@pytest.fixture
def story():
    story = Story()
    yield story
    story.pool.close(seconds=2)


def test_a_worker_tells_ends_and_is_gone(story: Story) -> None:
    story.start("a", "tells")
    story.wait_for(Gone, "a")
    assert story.ended("a") == Ended(ending=Ending.COMPLETE, rows=7, note="done")
    assert story.gone("a").exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no zombies")
def test_nothing_is_left_of_a_worker_that_is_gone(story: Story) -> None:
    pid = story.start("a", "dies")
    story.wait_for(Gone, "a")
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def test_a_warm_worker_takes_the_next_run(story: Story) -> None:
    story.pool.warm_up()
    warm = story.pool._warm
    assert warm is not None
    assert story.start("a", "tells") == warm.pid
    story.wait_for(Gone, "a")


def test_a_warm_worker_that_died_meanwhile_is_replaced(story: Story) -> None:
    story.pool.warm_up()
    warm = story.pool._warm
    assert warm is not None
    warm.kill()
    warm.process.wait()
    story.start("a", "tells")
    story.wait_for(Gone, "a")
    assert story.ended("a").ending is Ending.COMPLETE


def test_for_one_run_one_worker_is_begun_ahead() -> None:
    pool = Pool(lambda _said: None, command=HAND, ahead=1)
    for _ in range(2):
        pool.warm_up()
        assert pool._warm is not None
    pool.start(Assignment(run_id=1, token="a", url="", job=Job.EXTRACT, parameters="tells"))
    pool.warm_up()
    assert pool._warm is None
    pool.close(seconds=2)


def test_R26_a_worker_hears_a_stop(story: Story) -> None:
    story.start("a", "stops")
    story.pool.send("a", StopNow())
    story.wait_for(Gone, "a")
    assert story.ended("a").ending is Ending.STOPPED


def test_a_worker_is_woken(story: Story) -> None:
    story.start("a", "wakes")
    story.pool.send("a", Wake())
    story.wait_for(Gone, "a")


def test_R26_a_deaf_worker_is_killed(story: Story) -> None:
    pid = story.start("a", "ignores")
    story.wait_for(Said, "a")
    story.pool.kill("a")
    story.wait_for(Gone, "a")
    assert processes.started(pid) is None
    assert story.gone("a").exit_code != 0


def test_what_a_dying_worker_said_last_is_kept(story: Story) -> None:
    story.start("a", "mumbles")
    story.wait_for(Gone, "a")
    assert sorted(story.gone("a").last_words) == ["a library prints", "out of memory, perhaps"]
    assert story.gone("a").exit_code == 9


class RecordedTurns(Turns):
    """Notes who is granted a turn, and how many turns had been granted when each began to wait for one."""

    def __init__(self, grant: Callable[[str, int], None]) -> None:
        self.granted: list[tuple[str, int]] = []
        self.asked: dict[tuple[str, int], int] = {}

        def note(token: str, number: int) -> None:
            self.granted.append((token, number))
            grant(token, number)

        super().__init__(note)

    def want(self, token: str, number: int) -> None:
        super().want(token, number)
        # Noted once it stands in the queue: noted before, a pause here would count turns against the queue.
        self.asked[token, number] = len(self.granted)

    def overtakers(self, token: str, number: int) -> list[str]:
        """Who was granted a turn while this one waited."""
        end = self.granted.index((token, number))
        return [other for other, _ in self.granted[self.asked[token, number] : end]]


def test_nobody_writes_twice_while_another_waits(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = RecordedTurns(story.pool._turns._grant)
    monkeypatch.setattr(story.pool, "_turns", turns)
    story.start("first", "holds")
    story.wait_for(Said, "first")
    for token in "abc":
        story.start(token, "writes")
        story.pool.send(token, Wake())
    until(lambda: len(turns.asked) == 4, what="three that wait behind the first")
    story.pool.send("first", Wake())
    for token in "abc":
        story.wait_for(Gone, token)
        assert story.ended(token).rows == 30
    overtaken = {place: turns.overtakers(*place) for place in turns.asked}
    assert sorted(len(overtaken[token, 1]) for token in "abc") == [0, 1, 2]
    assert all(len(others) == len(set(others)) for others in overtaken.values())


def test_a_writer_that_dies_with_its_turn_gives_it_up(story: Story) -> None:
    story.start("a", "holds")
    story.wait_for(Said, "a")
    story.start("b", "writes")
    story.pool.send("b", Wake())
    story.pool.send("a", Wake())
    story.wait_for(Gone, "b")
    assert story.ended("b").ending is Ending.COMPLETE


def test_nobody_is_left_when_the_pool_closes(story: Story) -> None:
    story.pool.warm_up()
    pid = story.start("a", "ignores")
    story.pool.warm_up()
    warm = story.pool._warm
    assert warm is not None
    story.pool.close(seconds=0.5)
    assert processes.started(pid) is None and processes.started(warm.pid) is None


def test_a_frozen_program_starts_itself_and_a_checkout_its_module(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command() == (sys.executable, "-m", "gim_manager", "worker")
    assert worker_command(behind=True)[-2:] == ("worker", "--behind")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == (sys.executable, "worker")
