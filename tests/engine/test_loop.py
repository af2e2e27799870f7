"""A server's turns: what is asked for starts, what is stopped ends, what dies is told from what was done."""

import os
import signal
from collections.abc import Callable

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Status
from gim_manager.engine.inbox import Woken
from gim_manager.schema.engines import reading
from gim_manager.store import output, runs
from tests.language.server import HandServer, has_completed
from tests.language.statements import statements


def _pid_of(server: HandServer, run_id: int) -> int:
    with reading(server.database.manager) as connection:
        (pid,) = [worker.pid for worker in runs.workers(connection) if worker.run_id == run_id]
    assert pid is not None
    return pid


def test_a_request_starts_runs_and_is_complete_with_all_that_was_told(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="tells")
    run = server.ended(asked.id)
    assert (run.status, run.cause, run.rows, run.note) == (Status.COMPLETE, Cause.DONE, 7, "done")
    assert run.server == server.me.id
    assert server.log(run.id) == ["hello"]
    with reading(server.database.manager) as connection:
        assert [(step.name, step.rows) for step in output.steps(connection, run.id)] == [("all", 3)]


def test_an_error_of_the_job_stands_on_the_run(server: HandServer) -> None:
    run = server.ended(server.asked(Job.EXTRACT, parameters="fails").id)
    assert (run.status, run.cause, run.error) == (Status.FAILED, Cause.ERROR, "The source is on fire.")


def test_R26_a_stop_reaches_the_worker_and_is_a_persons(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="stops")
    server.until(asked.id, Status.RUNNING, note="waiting")
    assert server.stop(asked.id).status is Status.STOPPING
    run = server.ended(asked.id)
    assert (run.status, run.cause, run.stopped_by, run.reason) == (Status.STOPPED, Cause.PERSON, "ada", "lunch")
    assert run.rows == 2


def test_R26_what_was_done_when_the_stop_came_is_complete(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="finishes_anyway")
    server.until(asked.id, Status.RUNNING, note="waiting")
    server.stop(asked.id)
    assert server.ended(asked.id).status is Status.COMPLETE


def test_R26_a_worker_that_does_not_stop_is_killed_after_ten_seconds(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="ignores")
    server.until(asked.id, Status.RUNNING, note="deaf")
    server.stop(asked.id)
    server.turn(seconds=9.9)
    assert server.run(asked.id).status is Status.STOPPING
    os.kill(_pid_of(server, asked.id), 0)
    server.turn(seconds=0.2)
    run = server.ended(asked.id)
    assert (run.status, run.cause) == (Status.STOPPED, Cause.PERSON)
    assert run.note is not None and "by force" in run.note


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no signals")
def test_R36_a_worker_killed_from_outside_is_lost_and_says_so(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="ignores")
    server.until(asked.id, Status.RUNNING, note="deaf")
    os.kill(_pid_of(server, asked.id), signal.SIGKILL)
    run = server.ended(asked.id)
    assert (run.status, run.cause) == (Status.FAILED, Cause.LOST)
    assert run.error is not None and "SIGKILL" in run.error
    assert f"Its worker on {server.me.id} was last heard of at 2026-11-23 12:00:" in run.error


def test_R36_a_dying_workers_last_words_are_kept(server: HandServer) -> None:
    run = server.ended(server.asked(Job.EXTRACT, parameters="dies").id)
    assert (run.status, run.cause) == (Status.FAILED, Cause.LOST)
    assert run.error is not None and "exit code 9" in run.error and "out of memory, perhaps" in run.error


def test_a_worker_that_died_after_its_last_commit_is_complete(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="dies")
    has_completed(server.database, asked.id)
    assert server.ended(asked.id).status is Status.COMPLETE


def test_a_worker_that_cannot_be_started_is_an_error_of_the_run(new_server: Callable[[], HandServer]) -> None:
    server = new_server()
    server.pool._command = ("/nowhere/at/all",)
    run = server.ended(server.asked(Job.EXTRACT).id)
    assert (run.status, run.cause) == (Status.FAILED, Cause.ERROR)
    assert run.error is not None and run.error.startswith("No worker process could be started")


def test_R35_one_of_two_servers_leads_and_the_other_takes_over(new_server: Callable[[], HandServer]) -> None:
    first, second = new_server(), new_server()
    first.turn()
    second.turn()
    assert (first.loop.leads, second.loop.leads) == (True, False)
    asked = first.asked(Job.EXTRACT, parameters="tells")
    second.turn()
    assert first.run(asked.id).status is Status.SCHEDULED
    first.loop.stop_all("bye")
    first.loop.leave()
    second.turn(seconds=2.1)
    assert second.loop.leads
    assert second.ended(asked.id).server == second.me.id


def test_R35_a_hand_over_leaves_running_jobs_alone_and_their_server_still_obeys(
    new_server: Callable[[], HandServer],
) -> None:
    first, second = new_server(), new_server()
    asked = first.asked(Job.EXTRACT, parameters="stops")
    first.until(asked.id, Status.RUNNING, note="waiting")
    first.loop._heart.hand_over()
    second.turn()
    assert second.loop.leads
    second.turn(seconds=1)
    assert second.run(asked.id).status is Status.RUNNING
    second.stop(asked.id)
    run = first.ended(asked.id)
    assert (run.status, run.server) == (Status.STOPPED, first.me.id)


def test_a_server_that_ends_stops_its_runs_by_rule(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="stops")
    server.until(asked.id, Status.RUNNING, note="waiting")
    server.loop.stop_all("The server that worked it was ended.")
    run = server.ended(asked.id)
    assert (run.status, run.cause, run.reason) == (Status.STOPPED, Cause.RULE, "The server that worked it was ended.")
    assert server.loop.is_idle


def test_R33_no_wait_is_longer_than_the_next_beat(server: HandServer) -> None:
    server.turn()
    assert 0 <= server.turn() <= 2.0


def test_R21_the_second_instance_waits_for_the_first(server: HandServer) -> None:
    first = server.asked(Job.EXTRACT, parameters="stops")
    server.until(first.id, Status.RUNNING, note="waiting")
    second = server.asked(Job.EXTRACT, parameters="tells")
    server.turn(seconds=0.1)
    waiting = server.run(second.id)
    assert waiting.status is Status.SCHEDULED and waiting.reason
    server.stop(first.id)
    assert server.ended(first.id).status is Status.STOPPED
    assert server.ended(second.id).status is Status.COMPLETE


def test_nobody_who_asks_waits_until_everything_is_read_anew(server: HandServer) -> None:
    server.turn()
    server.turn(seconds=0.1)
    server.turn(seconds=1.9)
    with statements(server.database) as in_a_moment:
        server.turn(seconds=0.1)
    with statements(server.database) as later:
        server.clock.turn(7.0)
        server.loop.turn([Woken()])
    with statements(server.database) as at_leisure:
        server.clock.turn(30.0)
        server.loop.turn([])
    assert any("mgr_info_mart" in statement for statement in at_leisure)
    assert not any("mgr_info_mart" in statement for statement in [*in_a_moment, *later])
