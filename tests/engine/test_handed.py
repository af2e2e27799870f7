"""R18: a re-aggregation is handed to the aggregation that runs, worked as a run of its own, and survives its end."""

import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.engine.protocol import Wake
from gim_manager.engine.recovery import recover
from gim_manager.schema.engines import reading, writing
from gim_manager.store import options, output, runs
from gim_manager.store.connect import Database
from tests.language.clock import HandClock
from tests.language.server import HandServer
from tests.language.waiting import until


def _aggregating(server: HandServer) -> Run:
    run = server.asked(Job.AGGREGATE)
    return server.until(run.id, Status.RUNNING, note="asleep")


def _request(server: HandServer, does: str = "rebuilds") -> Run:
    return server.asked(Job.AGGREGATE, parameters=does)


def _wake(server: HandServer) -> None:
    (token,) = server.loop._crew.tokens
    server.pool.send(token, Wake())


def _turned(server: HandServer, times: int = 4) -> None:
    for _ in range(times):
        server.turn(seconds=0.3)


def test_R18_it_is_a_run_of_its_own_beside_the_aggregation(server: HandServer) -> None:
    aggregation = _aggregating(server)
    run = server.ended(_request(server).id)
    assert (run.status, run.cause, run.rows, run.note) == (Status.COMPLETE, Cause.DONE, 7, "rebuilt")
    assert (run.part_of, run.server) == (aggregation.id, server.me.id)
    assert server.log(run.id) == ["hello"]
    with reading(server.database.manager) as connection:
        assert [(step.name, step.rows) for step in output.steps(connection, run.id)] == [("all", 3)]
    assert server.run(aggregation.id).status is Status.RUNNING


def test_R18_it_is_scheduled_until_its_first_interval(server: HandServer) -> None:
    aggregation = _aggregating(server)
    request = _request(server, "rebuilds_once_woken")
    _turned(server)
    waiting = server.run(request.id)
    assert (waiting.status, waiting.part_of) == (Status.SCHEDULED, aggregation.id)
    assert waiting.reason == f"Begins with the next interval of Job_AggregateGIM {aggregation.id}."
    _wake(server)
    assert server.ended(request.id).status is Status.COMPLETE


def test_R18_requests_are_worked_one_after_the_other_in_the_order_asked(server: HandServer) -> None:
    _aggregating(server)
    first, second, third = (_request(server, does) for does in ("lasts", "rebuilds", "rebuilds"))
    server.until(first.id, Status.RUNNING, note="half")
    _turned(server)
    assert [server.run(run.id).status for run in (second, third)] == [Status.SCHEDULED] * 2
    assert server.run(third.id).reason == f"Waits for re-aggregation {second.id} to end."
    server.stop(first.id)
    ends = [server.ended(run.id).end_time for run in (first, second, third)]
    assert ends == sorted(ends, key=lambda end: end or server.clock.now())


def test_R18_a_stop_ends_what_is_not_yet_rebuilt_and_nothing_else(server: HandServer) -> None:
    aggregation = _aggregating(server)
    request = _request(server, "lasts")
    server.until(request.id, Status.RUNNING, note="half")
    server.stop(request.id)
    run = server.ended(request.id)
    assert (run.status, run.cause, run.stopped_by, run.rows) == (Status.STOPPED, Cause.PERSON, "ada", 3)
    assert server.run(aggregation.id).status is Status.RUNNING


def test_R18_a_request_is_never_killed_with_its_aggregation_alive(server: HandServer) -> None:
    aggregation = _aggregating(server)
    request = _request(server, "dies_rebuilding")
    server.until(request.id, Status.RUNNING, note="half")
    server.stop(request.id)
    server.turn(seconds=11)
    _turned(server)
    assert server.run(request.id).status is Status.STOPPING
    assert server.run(aggregation.id).status is Status.RUNNING


def test_R18_one_that_is_canceled_before_its_first_interval_is_taken_back(server: HandServer) -> None:
    _aggregating(server)
    request = _request(server, "lasts")
    with writing(server.database.manager) as connection:
        runs.cancel(connection, request.id, by="ada", reason=None, cause=Cause.PERSON, now=server.clock.now())
    following = _request(server)
    assert server.ended(following.id).status is Status.COMPLETE
    assert server.run(request.id).status is Status.CANCELED


def test_R18_one_that_is_canceled_while_its_worker_begins_is_withdrawn(server: HandServer) -> None:
    _aggregating(server)
    request = _request(server, "lasts")
    server.turn(seconds=0.1)
    server.turn(seconds=0.1)
    with writing(server.database.manager) as connection:
        runs.cancel(connection, request.id, by="ada", reason=None, cause=Cause.PERSON, now=server.clock.now())
    assert server.ended(_request(server).id).status is Status.COMPLETE
    assert server.run(request.id).status is Status.CANCELED


def test_R18_its_failure_is_its_own(server: HandServer) -> None:
    aggregation = _aggregating(server)
    run = server.ended(_request(server, "fails_to_rebuild").id)
    assert (run.status, run.cause, run.error) == (Status.FAILED, Cause.ERROR, "That day is haunted.")
    assert server.run(aggregation.id).status is Status.RUNNING


def test_R18_it_waits_while_aggregation_does_not_run_and_the_next_one_works_it(server: HandServer) -> None:
    request = _request(server)
    _turned(server)
    waiting = server.run(request.id)
    assert waiting.status is Status.SCHEDULED
    assert waiting.reason == "Begins when Job_AggregateGIM runs; nobody has started it."
    _aggregating(server)
    assert server.ended(request.id).status is Status.COMPLETE


def test_R18_when_its_aggregation_is_stopped_it_waits_again_and_the_next_one_goes_on(server: HandServer) -> None:
    first = _aggregating(server)
    request = _request(server, "lasts")
    server.until(request.id, Status.RUNNING, note="half")
    server.stop(first.id)
    assert server.ended(first.id).status is Status.STOPPED
    _turned(server)
    waiting = server.run(request.id)
    assert (waiting.status, waiting.start_time, waiting.rows) == (Status.SCHEDULED, None, 3)
    assert waiting.reason == "Goes on when Job_AggregateGIM runs; nobody has started it."
    second = _aggregating(server)
    assert server.until(request.id, Status.RUNNING, note="half").part_of == second.id


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no signals")
def test_R18_when_its_aggregation_is_lost_it_waits_again(server: HandServer) -> None:
    aggregation = _aggregating(server)
    request = _request(server, "lasts")
    server.until(request.id, Status.RUNNING, note="half")
    with reading(server.database.manager) as connection:
        (worker,) = runs.workers(connection)
    assert worker.run_id == aggregation.id and worker.pid is not None, "a request has no worker of its own"
    os.kill(worker.pid, signal.SIGKILL)
    assert server.ended(aggregation.id).cause is Cause.LOST
    assert server.run(request.id).status is Status.SCHEDULED


def test_R18_one_that_was_told_to_stop_when_its_aggregation_died_is_stopped(server: HandServer) -> None:
    aggregation = _aggregating(server)
    request = _request(server, "dies_rebuilding")
    server.until(request.id, Status.RUNNING, note="half")
    server.stop(request.id)
    _wake(server)
    assert server.ended(aggregation.id).status is Status.FAILED
    run = server.run(request.id)
    assert (run.status, run.cause, run.rows) == (Status.STOPPED, Cause.PERSON, 3)


def test_R18_when_its_server_is_gone_recovery_gives_it_back(new_server: Callable[[], HandServer]) -> None:
    first = new_server()
    aggregation = _aggregating(first)
    request = _request(first, "lasts")
    first.until(request.id, Status.RUNNING, note="half")
    first.loop.leave()
    until_gone = 0
    while (
        recover(first.database, lambda _: True, host=first.me.host, server="other", at_work=frozenset())
        and until_gone < 100
    ):
        until_gone += 1
    assert first.run(aggregation.id).status is Status.FAILED
    assert first.run(request.id).status is Status.SCHEDULED


def test_R27_none_is_handed_over_once_a_job_that_runs_alone_waits(server: HandServer) -> None:
    _aggregating(server)
    server.asked(Job.INITIALIZE)
    request = _request(server)
    _turned(server)
    waiting = server.run(request.id)
    assert (waiting.status, waiting.part_of) == (Status.SCHEDULED, None)


WINDOWS: dict[tuple[str, str], str | None] = {
    ("schedule", "run-scheduler"): "true", ("schedule", "run-aggregates"): "true",
    ("schedule", "aggregate-schedule"): "0 12,14", ("schedule", "aggregate-duration"): "01:00",
    ("schedule", "etl-start-time"): "20:00", ("schedule", "run-maintain"): "false",
}  # fmt: skip


def _noon() -> datetime:
    """Tomorrow's: the Info Mart was made today, and nothing was due before."""
    return (datetime.now(UTC) + timedelta(days=1)).replace(hour=12, minute=0, second=0, microsecond=0)


def _set(database: Database, clock: HandClock, changes: dict[tuple[str, str], str | None]) -> None:
    with writing(database.manager) as connection:
        options.change(connection, changes, by="ada", host="desk", now=clock.now())


def test_R14_R15_R18_through_a_windows_end_and_a_stop_by_hand_a_request_is_worked_to_its_end(
    database: Database, new_server: Callable[[], HandServer], clock: HandClock
) -> None:
    noon = _noon()
    clock.turn((noon - clock.now()).total_seconds() - 3600)
    _set(database, clock, WINDOWS)
    server = new_server()
    _turned(server)
    request = _request(server, "lasts")
    _turned(server)
    assert server.run(request.id).reason == "Begins when Job_AggregateGIM runs; the schedule starts it next at 12:00."
    clock.turn((noon - clock.now()).total_seconds())
    run = server.until(request.id, Status.RUNNING, note="half")
    first = server.run(run.part_of or 0)
    assert first.requested_by == SCHEDULER
    server.stop(first.id)
    assert server.ended(first.id).cause is Cause.PERSON
    run = server.until(request.id, Status.RUNNING, note="half")
    second = server.run(run.part_of or 0)
    assert second.id != first.id and second.start_time
    assert second.start_time - (server.run(first.id).end_time or second.start_time) < timedelta(seconds=2)
    clock.turn(3600)
    ended = server.ended(second.id)
    assert (ended.status, ended.cause) == (Status.STOPPED, Cause.RULE)
    assert (ended.reason or "").startswith("The window of aggregation closed at 13:00")
    waiting = server.run(request.id)
    assert waiting.status is Status.SCHEDULED
    clock.turn(3600)
    assert server.until(request.id, Status.RUNNING, note="half").part_of not in (first.id, second.id)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no signals")
def test_R15_after_failures_it_starts_again_after_30_s_doubling_to_10_min_until_it_was_healthy(
    database: Database, new_server: Callable[[], HandServer], clock: HandClock
) -> None:
    clock.turn((_noon() - clock.now()).total_seconds())
    _set(database, clock, WINDOWS | {("schedule", "aggregate-duration"): "24:00"})
    server = new_server()
    for wait in (30, 60, 120, 240, 480, 600, 600):
        _dies(server)
        _starts_after(server, wait)
    clock.turn(601)
    _dies(server)
    _starts_after(server, 30)


def _dies(server: HandServer) -> None:
    run = _launched(server)
    server.until(run.id, Status.RUNNING, note="asleep")
    (token,) = server.loop._crew.tokens
    server.pool.kill(token)
    assert server.ended(run.id).cause is Cause.LOST


def _starts_after(server: HandServer, seconds: int) -> None:
    ended = server.clock.now()
    server.turn(seconds=seconds - 1)
    server.turn()
    assert not server.loop._crew.tokens
    server.clock.turn(1)
    started = _launched(server).start_time
    assert started is not None and abs((started - ended).total_seconds() - seconds) < 1


def _launched(server: HandServer) -> Run:
    """The aggregation that runs, once it does."""

    def found() -> list[Run]:
        server.turn()
        with reading(server.database.manager) as connection:
            return [run for run in runs.open_runs(connection) if run.is_active and run.by_scheduler]

    until(found)
    return found()[0]
