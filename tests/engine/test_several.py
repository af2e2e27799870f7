"""Several servers on one Info Mart: each way in which the schedule changes hands, the clock turned by hand (R35)."""

from collections.abc import Callable

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.engine import processes
from gim_manager.engine.heart import BEAT_SECONDS, LEASE
from gim_manager.engine.inbox import Vacant, Woken
from gim_manager.engine.protocol import Wake
from gim_manager.engine.workers import Gone, Said
from gim_manager.schema.engines import reading, writing
from gim_manager.store import leases, options, runs
from gim_manager.store.connect import Database
from tests.language.clock import HandClock
from tests.language.server import HandServer
from tests.language.waiting import until

NewServer = Callable[..., HandServer]


@pytest.fixture
def scheduling(database: Database, clock: HandClock) -> None:
    """It is noon in an open ETL window: a cycle is due."""
    changes = {("schedule", "run-scheduler"): "true", ("schedule", "run-maintain"): "false"}
    with writing(database.manager) as connection:
        options.change(connection, changes, by="ada", host="desk", now=clock.now())


def _launched(database: Database) -> list[Run]:
    with reading(database.manager) as connection:
        return [run for run in runs.by_ids(connection, range(1, 100)) if run.by_scheduler]


def _standings(database: Database) -> dict[str, Standing]:
    with reading(database.manager) as connection:
        return {server.id: server.standing for server in leases.servers(connection)}


def _two(new_server: NewServer, **of_second: object) -> tuple[HandServer, HandServer]:
    """The first leads, the second stands by."""
    first, second = new_server(), new_server(**of_second)
    first.turn()
    second.turn()
    assert (first.loop.leads, second.loop.leads) == (True, False)
    return first, second


def test_R35_who_leaves_is_followed_by_whoever_wakes_of_it_before_his_next_beat(new_server: NewServer) -> None:
    first, second = _two(new_server)
    first.loop.leave()
    second.turn()
    assert second.loop.leads


def test_R35_a_leader_that_vanished_is_followed_before_its_lease_runs_out(new_server: NewServer) -> None:
    first, second = _two(new_server)
    second.loop.turn([Vacant(first.loop.epoch or 0)])
    assert second.loop.leads
    first.turn(seconds=BEAT_SECONDS)
    assert not first.loop.leads


def test_R35_of_a_leader_that_led_before_this_one_nothing_is_believed(new_server: NewServer) -> None:
    first, second = _two(new_server)
    second.loop.turn([Vacant((first.loop.epoch or 0) - 1)])
    assert not second.loop.leads


def test_R35_a_leader_that_stands_still_is_followed_when_its_lease_has_run_out(new_server: NewServer) -> None:
    first, second = _two(new_server)
    second.turn(seconds=BEAT_SECONDS)
    assert not second.loop.leads
    first.is_not_heard()
    second.turn()
    assert second.loop.leads


def test_R35_a_leader_that_stood_still_writes_nothing_and_stands_by(
    scheduling: None, new_server: NewServer, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = _two(new_server)
    until(lambda: first.turn() >= 0 and [run.status for run in _launched(database)] == 2 * [Status.COMPLETE])
    first.clock.turn(31 * 60)
    first.is_not_heard()
    second.loop._heart.beat()
    assert second.loop.leads
    with monkeypatch.context() as patched:
        # It goes on where it stood, between its beat and its look: the next cycle is due.
        patched.setattr(first.loop, "_beat", lambda: None)
        first.turn()
    assert len(_launched(database)) == 2
    first.turn()
    assert not first.loop.leads
    assert _standings(database)[first.me.id] is Standing.STANDBY


def test_R35_what_its_workers_tell_after_it_was_replaced_is_written_nowhere(new_server: NewServer) -> None:
    first, second = _two(new_server, host="another computer")
    asked = first.asked(Job.EXTRACT, parameters="tells_once_woken")
    first.until(asked.id, Status.RUNNING, note="asleep")
    first.is_not_heard()
    until(lambda: second.turn(seconds=0.6) and second.run(asked.id).status is Status.FAILED, what="the run to be lost")
    lost = second.run(asked.id)
    (token,) = first.loop._crew.tokens
    first.pool.send(token, Wake())
    told: list[Said | Gone | Woken] = []
    while not any(isinstance(event, Gone) for event in told):
        told += first.inbox.take(10)
    first.clock.turn(1)
    first.loop.turn(told)
    assert first.loop.is_idle
    assert (first.run(asked.id), first.log(asked.id)) == (lost, [])


def test_R35_the_workers_of_a_server_that_was_replaced_are_ended_by_it_once_it_is_awake(
    new_server: NewServer, database: Database
) -> None:
    first, second = _two(new_server, host="another computer")
    asked = first.asked(Job.EXTRACT, parameters="ignores")
    first.until(asked.id, Status.RUNNING, note="deaf")
    with reading(database.manager) as connection:
        (worker,) = runs.workers(connection)
    first.is_not_heard()
    until(lambda: second.turn(seconds=0.6) and second.run(asked.id).status is Status.FAILED, what="the run to be lost")
    lost = second.run(asked.id)
    assert lost.cause is Cause.LOST
    assert processes.is_alive(worker.pid or 0, worker.started)
    first.turn()
    until(lambda: processes.started(worker.pid or 0) is None)
    until(lambda: first.turn(seconds=0.3) and first.loop.is_idle)
    assert first.run(asked.id) == lost


def test_R35_a_request_that_its_worker_began_to_tell_of_too_late_waits_for_the_next_aggregation(
    new_server: NewServer,
) -> None:
    first, second = _two(new_server, host="another computer")
    aggregation = first.asked(Job.AGGREGATE)
    first.until(aggregation.id, Status.RUNNING, note="asleep")
    request = first.asked(Job.AGGREGATE, parameters="lasts")
    until(lambda: first.turn() and first.run(request.id).part_of == aggregation.id)
    first.turn()
    told: list[Said | Gone | Woken] = []
    while not any(_of(event) == request.id for event in told):
        told += first.inbox.take(10)
    first.is_not_heard()
    until(lambda: second.turn(seconds=0.6) and second.run(aggregation.id).status is Status.FAILED)
    first.loop.turn([*told, Woken()])
    until(lambda: first.turn(seconds=0.3) and first.loop.is_idle)
    waiting = second.run(request.id)
    assert (waiting.status, waiting.server) == (Status.SCHEDULED, None)


def _of(event: object) -> int | None:
    return event.message.request if isinstance(event, Said) else None


def test_R35_a_hand_over_leaves_running_jobs_alone(new_server: NewServer, database: Database) -> None:
    first, second = _two(new_server)
    asked = first.asked(Job.TRANSFORM, parameters="stops")
    first.until(asked.id, Status.RUNNING, note="waiting")
    with writing(database.manager) as connection:
        leases.give(connection, to=second.me.id, lasts=LEASE)
    second.turn()
    first.turn(seconds=BEAT_SECONDS)
    assert (first.loop.leads, second.loop.leads) == (False, True)
    second.turn(seconds=1)
    second.stop(asked.id)
    assert first.ended(asked.id).status is Status.STOPPED


def test_R35_a_clock_that_is_off_does_not_lead_while_another_server_can(
    new_server: NewServer, clock: HandClock, database: Database
) -> None:
    first, second = _two(new_server, clock=HandClock())
    clock.ahead = clock.ahead.resolution + (LEASE / 2)
    first.turn(seconds=BEAT_SECONDS)
    assert not first.loop.leads
    assert _standings(database)[first.me.id] is Standing.CLOCK_OFF
    second.turn()
    assert second.loop.leads
    second.loop.leave()
    first.turn()
    assert first.loop.leads


def test_R35_alone_it_leads_by_the_clock_of_the_database(new_server: NewServer, clock: HandClock) -> None:
    server = new_server()
    ahead = clock.ahead = 60 * LEASE
    server.turn()
    assert server.loop.leads
    run = server.ended(server.asked(Job.TRANSFORM).id)
    assert run.start_time is not None and clock.now() - run.start_time == ahead


def test_R35_who_serves_one_command_leaves_the_schedule_to_a_server(new_server: NewServer) -> None:
    helper = new_server(scheduling=False)
    helper.turn()
    assert helper.loop.leads
    server = new_server()
    server.turn()
    helper.turn(seconds=BEAT_SECONDS)
    server.turn()
    assert (helper.loop.leads, server.loop.leads) == (False, True)


def test_R35_on_sqlite_nothing_of_a_standing_server_is_lost_before_its_worker_is_known(
    new_server: NewServer, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On PostgreSQL the commits of that worker are refused; on SQLite it would write on beside the next one."""
    first, second = _two(new_server)
    monkeypatch.setattr(first.loop._crew, "write", lambda: None)
    asked = first.asked(Job.EXTRACT, parameters="ignores")
    first.turn()
    first.is_not_heard()
    for _ in range(4):
        second.turn(seconds=6)
    assert second.loop.leads
    assert second.run(asked.id).status is (Status.RUNNING if database.is_local else Status.FAILED)
