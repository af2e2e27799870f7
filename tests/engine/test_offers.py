"""Runs that one server starts and another works: taken once, by whom it may be, and lost by nobody (R21, R35, R36)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.spreading import PATIENCE
from gim_manager.engine.loop import ELSEWHERE_SECONDS
from gim_manager.schema.engines import reading, writing
from gim_manager.store import leases, options, runs
from gim_manager.store.connect import Database
from tests.language.clock import HandClock
from tests.language.server import HandServer
from tests.language.template import initialized
from tests.language.waiting import until

NewServer = Callable[..., HandServer]


@pytest.fixture
def database(postgresql_url: str) -> Database:
    """On SQLite all servers are on one computer, and there is nothing to spread."""
    return initialized(postgresql_url)


@pytest.fixture
def spreads(database: Database, clock: HandClock) -> None:
    _set(database, clock, spread_runs="true")


def _set(database: Database, clock: HandClock, *, spread_runs: str) -> None:
    with writing(database.manager) as connection:
        options.change(connection, {("manager", "spread-runs"): spread_runs}, by="ada", host="desk", now=clock.now())


@pytest.fixture
def pair(new_server: NewServer) -> tuple[HandServer, HandServer]:
    """The leader, and one on another computer that stands by."""
    leader, standby = new_server(), new_server(host="another computer")
    leader.turn()
    standby.turn()
    assert (leader.loop.leads, standby.loop.leads) == (True, False)
    return leader, standby


def _offered(leader: HandServer, job: Job = Job.TRANSFORM, *, parameters: str = "stops") -> Run:
    asked = leader.asked(job, parameters=parameters)
    leader.turn()
    offered = leader.run(asked.id)
    assert (offered.status, offered.server) == (Status.RUNNING, None)
    return offered


def _taken(server: HandServer, run: Run) -> Run:
    """Turns it once; the run is its own by then."""
    server.turn()
    taken = server.run(run.id)
    assert taken.server == server.me.id
    return taken


def _unwoken(server: HandServer, seconds: float) -> None:
    """So long passes for it, and nobody tells it of a change."""
    server.clock.turn(seconds)
    server.loop.turn([])


@pytest.mark.usefixtures("spreads")
def test_who_stands_by_works_what_the_leader_starts(pair: tuple[HandServer, HandServer]) -> None:
    leader, standby = pair
    run = _offered(leader, parameters="tells")
    assert leader.loop.is_idle
    leader.clock.turn(1)
    taken = _taken(standby, run)
    assert taken.start_time == leader.clock.now()
    done = standby.ended(run.id)
    assert (done.status, done.rows, done.server) == (Status.COMPLETE, 7, standby.me.id)


@pytest.mark.usefixtures("spreads")
def test_a_second_run_is_worked_by_the_leader_and_a_third_by_who_stands_by(pair: tuple[HandServer, HandServer]) -> None:
    leader, standby = pair
    _taken(standby, _offered(leader))
    second = leader.asked(Job.EXTRACT, parameters="stops")
    leader.turn()
    assert leader.run(second.id).server == leader.me.id
    _taken(standby, _offered(leader, Job.UPDATE_STATS))


def test_who_has_taken_one_looks_whether_there_are_more(
    pair: tuple[HandServer, HandServer], database: Database
) -> None:
    leader, standby = pair
    asked = [leader.asked(job, parameters="stops").id for job in (Job.TRANSFORM, Job.EXTRACT)]
    with writing(database.manager) as connection:
        for number in asked:
            runs.claim(connection, number, server=None, token=None, now=leader.clock.now())
    standby.turn()
    _unwoken(standby, 0)
    assert {standby.run(number).server for number in asked} == {standby.me.id}


@pytest.mark.usefixtures("spreads")
def test_R29_E02_what_belongs_to_the_leader_is_not_offered(pair: tuple[HandServer, HandServer]) -> None:
    leader, _ = pair
    asked = leader.asked(Job.EXPORT, parameters="stops")
    leader.turn()
    assert leader.run(asked.id).server == leader.me.id


def test_without_the_option_and_without_who_stands_by_nothing_is_offered(
    pair: tuple[HandServer, HandServer], database: Database, clock: HandClock
) -> None:
    leader, standby = pair
    for job, spread in ((Job.TRANSFORM, "false"), (Job.EXTRACT, "true")):
        _set(database, clock, spread_runs=spread)
        asked = leader.asked(job, parameters="stops")
        leader.turn()
        assert leader.run(asked.id).server == leader.me.id
        standby.loop.leave()


@pytest.mark.usefixtures("spreads")
def test_R34_an_offer_that_nobody_takes_is_worked_by_the_leader(pair: tuple[HandServer, HandServer]) -> None:
    leader, standby = pair
    run = _offered(leader)
    leader.turn()
    assert leader.run(run.id).server is None
    _unwoken(leader, PATIENCE.total_seconds())
    assert leader.run(run.id).server == leader.me.id
    standby.turn()
    assert standby.loop.is_idle


@pytest.mark.usefixtures("spreads")
def test_R35_an_offer_of_a_leader_that_died_is_taken_by_the_next(pair: tuple[HandServer, HandServer]) -> None:
    leader, standby = pair
    run = _offered(leader)
    leader.die()
    _taken(standby, run)
    standby.turn(seconds=20)
    assert standby.loop.leads
    assert standby.run(run.id).status is Status.RUNNING


@pytest.mark.usefixtures("spreads")
def test_R26_an_offer_that_is_stopped_before_it_is_taken_is_stopped_by_who_takes_it(
    pair: tuple[HandServer, HandServer],
) -> None:
    leader, standby = pair
    run = _offered(leader)
    leader.stop(run.id)
    _taken(standby, run)
    assert standby.ended(run.id).status is Status.STOPPED


@pytest.mark.usefixtures("spreads")
def test_R26_a_stop_reaches_the_worker_wherever_it_is(pair: tuple[HandServer, HandServer]) -> None:
    leader, standby = pair
    run = _taken(standby, _offered(leader, parameters="ignores"))
    standby.until(run.id, Status.RUNNING, note="deaf")
    leader.stop(run.id)
    leader.turn()
    standby.turn()
    _unwoken(standby, 10)
    assert standby.ended(run.id).status is Status.STOPPED


@pytest.mark.usefixtures("spreads")
def test_R36_a_run_whose_server_died_elsewhere_is_lost(pair: tuple[HandServer, HandServer]) -> None:
    leader, standby = pair
    run = _taken(standby, _offered(leader))
    standby.until(run.id, Status.RUNNING, note="waiting")
    leader.turn()
    assert leader.run(run.id).status is Status.RUNNING
    standby.pool.close(seconds=1)
    standby.is_not_heard()
    _unwoken(leader, ELSEWHERE_SECONDS)
    lost = leader.run(run.id)
    assert (lost.status, lost.cause) == (Status.FAILED, Cause.LOST)
    assert standby.me.id in (lost.error or "")


@pytest.mark.usefixtures("spreads")
def test_R18_a_re_aggregation_is_handed_to_the_aggregation_wherever_it_runs(
    pair: tuple[HandServer, HandServer],
) -> None:
    leader, standby = pair
    aggregation = leader.asked(Job.AGGREGATE)
    leader.turn()
    _taken(standby, leader.run(aggregation.id))
    standby.until(aggregation.id, Status.RUNNING, note="asleep")
    request = leader.asked(Job.AGGREGATE, parameters="rebuilds")
    until(lambda: leader.turn() >= 0 and leader.run(request.id).part_of == aggregation.id)
    assert standby.ended(request.id).server == standby.me.id


@pytest.mark.usefixtures("spreads")
def test_a_server_that_is_about_to_end_takes_nothing(pair: tuple[HandServer, HandServer]) -> None:
    leader, standby = pair
    run = _offered(leader)
    standby.loop.stop_all("It ends.")
    standby.turn()
    assert standby.run(run.id).server is None


@contextmanager
def _world_of_before(server: HandServer) -> Iterator[None]:
    """It decides by what it read before."""
    with pytest.MonkeyPatch.context() as patched:
        world = server.loop._read(server.clock.now())
        patched.setattr(server.loop, "_read", lambda now: world)
        yield


@pytest.mark.usefixtures("spreads")
def test_R35_of_two_who_see_one_offer_the_second_has_none_of_it(
    pair: tuple[HandServer, HandServer], new_server: NewServer, database: Database
) -> None:
    leader, standby = pair
    other = new_server(host="a third")
    other.turn()
    run = _offered(leader)
    with _world_of_before(other):
        _taken(standby, run)
        other.turn()
    assert other.loop.is_idle
    with reading(database.manager) as connection:
        assert [worker.server for worker in runs.workers(connection)] == [standby.me.id]
        assert set(leases.standbys(connection)) == {standby.me.id, other.me.id}
