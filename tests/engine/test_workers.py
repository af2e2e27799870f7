"""Real processes at the end of real pipes: started, spoken to, killed, seen out."""

import sys

import pytest

from gim_manager.domain.job import Job
from gim_manager.engine import processes
from gim_manager.engine.inbox import Inbox
from gim_manager.engine.protocol import Assignment, Ended, Ending, StopNow, Told, Wake
from gim_manager.engine.workers import Gone, Pool, Said, worker_command
from tests.language.waiting import until

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

    def notes(self) -> list[tuple[str, str]]:
        messages = [(event.token, event.message) for event in self.events if isinstance(event, Said)]
        return [(token, told.note) for token, told in messages if isinstance(told, Told) and told.note]

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


def test_three_writers_each_get_their_share(story: Story) -> None:
    for token in "abc":
        story.start(token, "writes")
        story.wait_for(Said, token)
    for token in "abc":
        story.pool.send(token, Wake())
    for token in "abc":
        story.wait_for(Gone, token)
        assert story.ended(token).rows == 30
    order = [token for token, _ in story.notes()]
    assert len(order) == 90
    # From when all three ask until the first has had all it wanted, they write in turn; one that the system keeps from
    # asking for a moment loses a turn or two, never its share.
    first_to_end = min(max(place for place, token in enumerate(order) if token == name) for name in "abc")
    begun_by_all = max(order.index(name) for name in "abc")
    for name in "abc":
        fair = (first_to_end + 1 - begun_by_all) / 3
        assert abs(order[begun_by_all : first_to_end + 1].count(name) - fair) <= 1 + fair / 4


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
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == (sys.executable, "worker")
