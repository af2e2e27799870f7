"""A server whose clock jumps, or that sleeps: it plans anew within one turn, and nothing happens twice (R33)."""

import subprocess

import pytest

from gim_manager.domain.errors import Unreachable
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.engine.loop import WAKE_SECONDS
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, options, runs
from tests.language.clock import START
from tests.language.server import HandServer, left_running
from tests.language.waiting import until

HOUR = 3600
WEEK = 7 * 24 * HOUR


@pytest.fixture
def scheduling(server: HandServer) -> HandServer:
    """It is noon in an open ETL window, launches are on, and the first cycle is done."""
    changes = {("schedule", "run-scheduler"): "true", ("schedule", "run-maintain"): "false"}
    with writing(server.database.manager) as connection:
        options.change(connection, changes, by="ada", host="desk", now=server.clock.now())
    _done(server, cycles=1)
    return server


def _launched(server: HandServer, job: Job) -> list[Run]:
    with reading(server.database.manager) as connection:
        return [run for run in runs.by_ids(connection, range(1, 100)) if run.job is job and run.by_scheduler]


def _done(server: HandServer, *, cycles: int) -> None:
    """Turns, without any time passing, until so many cycles have been made and are done."""

    def are_done() -> bool:
        server.turn()
        made = _launched(server, Job.TRANSFORM)
        return len(made) == cycles and all(run.status is Status.COMPLETE for run in made)

    until(are_done, seconds=30, what=f"{cycles} cycles")


def _unasked(server: HandServer) -> float:
    """A turn for which nobody wakes the server."""
    return server.loop.turn(server.inbox.take(0.0))


def test_R33_a_clock_set_forward_is_noticed_in_one_turn_and_one_cycle_catches_up(scheduling: HandServer) -> None:
    scheduling.clock.jump(3 * HOUR)
    _unasked(scheduling)
    assert len(_launched(scheduling, Job.EXTRACT)) == 2
    _done(scheduling, cycles=2)
    scheduling.turn(seconds=60)
    assert len(_launched(scheduling, Job.EXTRACT)) == 2


def test_R33_a_clock_set_back_is_noticed_in_one_turn(scheduling: HandServer) -> None:
    scheduling.turn()
    asked = scheduling.asked(Job.EXTRACT)
    scheduling.clock.jump(-HOUR)
    assert _unasked(scheduling) <= 30
    assert scheduling.run(asked.id).status is Status.RUNNING


def test_R33_after_it_was_set_back_the_next_cycle_comes_an_interval_later_and_once(scheduling: HandServer) -> None:
    scheduling.clock.jump(-3 * HOUR)
    scheduling.turn()
    scheduling.turn(seconds=29 * 60)
    assert len(_launched(scheduling, Job.EXTRACT)) == 1
    scheduling.turn(seconds=61)
    _done(scheduling, cycles=2)
    for _ in range(5):
        scheduling.turn(seconds=60)
    assert len(_launched(scheduling, Job.EXTRACT)) == 2


def test_R33_a_stop_of_before_it_was_set_back_kills_in_ten_seconds_all_the_same(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="ignores")
    server.until(asked.id, Status.RUNNING, note="deaf")
    server.stop(asked.id)
    server.turn()
    server.clock.jump(-HOUR)
    server.turn()
    server.turn(seconds=9)
    assert server.run(asked.id).status is Status.STOPPING
    server.turn(seconds=1.1)
    assert server.ended(asked.id).status is Status.STOPPED


def test_R33_launches_of_a_clock_that_was_a_week_ahead_are_void_once_it_is_right(scheduling: HandServer) -> None:
    scheduling.clock.jump(WEEK)
    _done(scheduling, cycles=2)
    scheduling.clock.jump(-WEEK)
    _unasked(scheduling)
    keys = [run.launch_key or "" for run in _launched(scheduling, Job.EXTRACT)]
    assert [key.startswith(runs.VOID) for key in keys] == [False, True]
    with reading(scheduling.database.manager) as connection:
        assert [repair.rule for repair in audit.repairs(connection, START)] == ["R33"]


def test_R33_after_a_sleep_nobody_is_called_lost_before_he_could_be_heard_of(
    server: HandServer, orphan: subprocess.Popen[bytes]
) -> None:
    server.turn()
    run = left_running(server.database, orphan)
    server.turn(seconds=HOUR)
    server.turn(seconds=WAKE_SECONDS - 1)
    assert server.run(run.id).status is Status.RUNNING
    server.turn(seconds=2)
    assert server.run(run.id).status is Status.FAILED


def test_R33_a_database_that_does_not_answer_at_once_after_a_sleep_is_given_time(
    server: HandServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away() -> bool:
        raise Unreachable("The database", "It does not answer.")

    server.turn()
    with monkeypatch.context() as patched:
        patched.setattr(server.loop._heart, "beat", away)
        server.turn()
        server.turn(seconds=HOUR)
        assert server.loop.trouble and server.loop.trouble.since == server.clock.steady()
    server.turn(seconds=3)
    assert server.loop.trouble is None
