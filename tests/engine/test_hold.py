"""R23 as it is lived: a hold with maintenance, and what becomes of it whoever dies at whichever step."""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.listing import RunQuery
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.schema.engines import reading
from gim_manager.store import audit, decisions, holds, runs
from gim_manager.store.connect import Database
from gim_manager.usecases import hold as usecase
from gim_manager.usecases.context import Actor, Context
from tests.engine.conftest import HAND
from tests.language.clock import HandClock
from tests.language.server import HandServer
from tests.language.waiting import until


class Killed(BaseException):
    """The server is no more."""


def _context(server: HandServer) -> Context:
    return Context(database=server.database, actor=Actor(user="ada", host="desk"), clock=server.clock)


def _hold(database: Database) -> Hold:
    with reading(database.manager) as connection:
        return holds.listed(connection, limit=1)[0]


def _maintenance(database: Database) -> tuple[Run, ...]:
    with reading(database.manager) as connection:
        return runs.page(connection, RunQuery(jobs=frozenset({Job.MAINTAIN}), statuses=frozenset(Status))).runs


def _until_ended(server: HandServer) -> Hold:
    def over() -> bool:
        server.turn()
        return _hold(server.database).state is HoldState.ENDED

    until(over, seconds=30, what="the end of the hold")
    return _hold(server.database)


def _busy(server: HandServer) -> Run:
    """A person's transformation runs until it is stopped."""
    run = server.asked(Job.TRANSFORM, parameters="stops")
    return server.until(run.id, Status.RUNNING, note="waiting")


def _begun(server: HandServer, *, minutes: int = 240) -> Hold:
    return usecase.begin(_context(server), minutes=minutes, maintain=True)


def test_R23_maintenance_waits_for_what_runs_then_runs_and_the_hold_ends(server: HandServer) -> None:
    busy = _busy(server)
    _begun(server)
    server.turn()
    assert (_hold(server.database).state, _maintenance(server.database)) == (HoldState.WAITING, ())
    server.stop(busy.id)
    ended = _until_ended(server)
    (run,) = _maintenance(server.database)
    assert (run.id, run.status, run.requested_by) == (ended.run_id, Status.COMPLETE, "ada")
    with reading(server.database.manager) as connection:
        told = decisions.at_time(connection, Job.MAINTAIN, server.clock.now(), around=timedelta(hours=1))
        acts = [(act.actor, act.action) for act in audit.acts(connection) if act.action != "leads"]
    assert [(decision.rule, decision.reason) for decision in told] == [
        ("R23", f"The hold of ada waits for Job_TransformGIM {busy.id} to end."),
        ("R23", "Nothing else runs: the maintenance of the hold of ada begins."),
        ("R23", f"Job_MaintainGIM {run.id} of the hold of ada has ended: launches are no longer suspended."),
    ]
    assert acts == [("scheduler", "resumed"), ("scheduler", "requested"), ("ada", "held")]


def test_R23_a_hold_expires_while_its_maintenance_waits_in_vain(server: HandServer) -> None:
    _busy(server)
    _begun(server, minutes=30)
    server.turn()
    server.turn(seconds=29 * 60)
    assert _hold(server.database).state is HoldState.WAITING
    server.turn(seconds=60)
    ended = _hold(server.database)
    assert (ended.state, ended.ended_at, ended.ended_by) == (HoldState.ENDED, ended.expires, "scheduler")
    assert _maintenance(server.database) == ()


def test_R23_it_does_not_expire_while_its_maintenance_runs(hand_server: Callable[..., HandServer]) -> None:
    server = hand_server("stops")
    server.turn()
    _begun(server, minutes=30)
    run = _running_maintenance(server)
    server.turn(seconds=3600)
    server.turn()
    assert _hold(server.database).state is HoldState.MAINTAINING
    server.stop(run.id)
    assert _until_ended(server).ended_at == server.clock.now()


def _running_maintenance(server: HandServer) -> Run:
    def at_work() -> bool:
        server.turn(seconds=0.3)
        return any(run.note == "waiting" for run in _maintenance(server.database))

    until(at_work, seconds=30, what="the maintenance at work")
    return _maintenance(server.database)[0]


def test_R23_a_person_ends_it_while_its_maintenance_runs(hand_server: Callable[..., HandServer]) -> None:
    server = hand_server("stops")
    server.turn()
    _begun(server)
    run = _running_maintenance(server)
    usecase.end(_context(server))
    assert _hold(server.database).state is HoldState.RESUMING
    ended = _until_ended(server)
    assert ended.ended_by == "ada"
    assert (server.run(run.id).status, server.run(run.id).cause) == (Status.STOPPED, Cause.PERSON)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL to send")
def test_R23_a_worker_that_is_killed_ends_the_hold(hand_server: Callable[..., HandServer]) -> None:
    server = hand_server("ignores")
    server.turn()
    _begun(server)
    until(lambda: server.turn(seconds=0.3) >= 0 and _worker_pid(server), seconds=30, what="a worker")
    os.kill(_worker_pid(server) or 0, signal.SIGKILL)
    _until_ended(server)
    (run,) = _maintenance(server.database)
    assert (run.status, run.cause) == (Status.FAILED, Cause.LOST)


def _worker_pid(server: HandServer) -> int | None:
    with reading(server.database.manager) as connection:
        return next((worker.pid for worker in runs.workers(connection)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What stands in the tables when a server dies: the hold, its maintenance, all open runs."""

    hold: Hold
    maintenance: Run | None
    busy: bool
    at_work: bool


STEPS: dict[str, tuple[str, Callable[[Moment], bool]]] = {
    "it is begun": ("tells", lambda now: now.hold.state is HoldState.WAITING and now.hold.reason is None),
    "it has said what it waits for": ("tells", lambda now: now.hold.reason is not None and now.busy),
    "nothing runs any more": ("tells", lambda now: now.hold.state is HoldState.WAITING and not now.busy),
    "its maintenance is asked for": ("tells", lambda now: _is(now, Status.SCHEDULED)),
    "its maintenance is claimed": ("tells", lambda now: _is(now, Status.RUNNING) and not now.at_work),
    "its maintenance is at work": ("stops", lambda now: _is(now, Status.RUNNING) and now.at_work),
    "its maintenance has ended": ("tells", lambda now: _is(now, Status.COMPLETE)),
}
"""When a server dies, and what its workers do until then."""


def _is(now: Moment, status: Status) -> bool:
    in_time = now.hold.state is HoldState.MAINTAINING
    return in_time and now.maintenance is not None and now.maintenance.status is status


def _moment(server: HandServer, busy: Run) -> Moment:
    with reading(server.database.manager) as connection:
        pids = [worker.pid for worker in runs.workers(connection) if worker.run_id != busy.id]
    return Moment(
        hold=_hold(server.database), maintenance=next(iter(_maintenance(server.database)), None),
        busy=server.run(busy.id).is_active, at_work=any(pids),
    )  # fmt: skip


def _dies_when(server: HandServer, dies: Callable[[], bool], monkeypatch: pytest.MonkeyPatch) -> None:
    """The server dies at the first boundary between two of its transactions at which this is so."""
    for step in ("_look", "_start"):
        monkeypatch.setattr(server.loop, step, _mortal(getattr(server.loop, step), dies))


def _mortal(step: Callable[..., None], dies: Callable[[], bool]) -> Callable[..., None]:
    def live(*given: object) -> None:
        if dies():
            raise Killed
        step(*given)

    return live


@pytest.mark.parametrize("step", STEPS)
def test_R23_a_server_that_dies_at_any_step_leaves_no_hold_for_ever_and_maintenance_starts_once(
    hand_server: Callable[..., HandServer], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, holds_now = STEPS[step]
    first = hand_server(usual)
    busy = _busy(first)
    _begun(first)
    _dies_when(first, lambda: holds_now(_moment(first, busy)), monkeypatch)
    with pytest.raises(Killed):
        _live_through(first, busy)
    first.die()
    second = hand_server("tells")
    second.turn()
    if second.run(busy.id).is_active:
        second.until(busy.id, Status.FAILED, Status.STOPPED)
    _until_ended(second)
    (run,) = _maintenance(second.database)
    assert run.status in (Status.COMPLETE, Status.FAILED)
    assert second.loop.leads


def _live_through(server: HandServer, busy: Run) -> None:
    server.turn()
    server.stop(busy.id)
    until(lambda: server.turn(seconds=0.3) is None, seconds=30, what="the moment to die")


@pytest.fixture
def hand_server(database: Database, clock: HandClock):
    """Makes servers whose workers do this unless told otherwise."""
    made: list[HandServer] = []

    def new(usual: str) -> HandServer:
        made.append(HandServer(database, clock=clock, command=(*HAND, usual)))
        return made[-1]

    yield new
    for server in made:
        server.pool.close(seconds=1)
