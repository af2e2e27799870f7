"""The life of a run: who wins, who loses, and that nothing is overwritten."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from gim_manager.domain.errors import UnknownRun
from gim_manager.domain.job import Job
from gim_manager.domain.run import TRANSITIONS, Cause, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_run
from gim_manager.store import changes, runs
from gim_manager.store.connect import Database
from tests.language.stored import NOON, stored

LATER = NOON + timedelta(minutes=5)


def _request(connection, job=Job.EXTRACT, **more):
    return runs.request(connection, job=job, by="ada", host="desk", now=NOON, **more)


def _claim(connection, run_id, token="token", **more):
    return runs.claim(connection, run_id, server="server", token=token, now=LATER, **more)


def test_R21_a_second_instance_is_not_claimed_while_the_first_runs(database: Database) -> None:
    with writing(database.manager) as connection:
        first, second = _request(connection), _request(connection)
        assert _claim(connection, first.id) is not None
        assert _claim(connection, second.id, "other") is None
        assert runs.get(connection, second.id).status is Status.SCHEDULED


def test_R18_re_aggregations_run_beside_the_aggregation(database: Database) -> None:
    with writing(database.manager) as connection:
        running = _request(connection, Job.AGGREGATE)
        handed_over = _request(connection, Job.AGGREGATE, parameters="-insertPendingAgg x")
        _claim(connection, running.id)
        claimed = _claim(connection, handed_over.id, "other", part_of=running.id)
    assert claimed is not None
    assert (claimed.status, claimed.part_of) == (Status.RUNNING, running.id)


def _handed_over(connection, to: int, **more):
    """A re-aggregation at work as part of this aggregation."""
    request = _request(connection, Job.AGGREGATE, parameters="-insertPendingAgg x", **more)
    runs.hand_over(connection, request.id, to, "It is next.")
    return _claim(connection, request.id, part_of=to)


def test_R18_the_end_of_an_aggregation_gives_back_what_it_was_working(database: Database) -> None:
    with writing(database.manager) as connection:
        running, other = _request(connection, Job.AGGREGATE), _request(connection)
        _claim(connection, running.id)
        request, others = _handed_over(connection, running.id), _handed_over(connection, other.id)
        runs.beat(connection, request.id, "token", now=LATER, progress=0.5, note="half", rows=3)
        runs.finish(connection, running.id, status=Status.STOPPED, cause=Cause.RULE, now=LATER, token="token")
        waiting, left = runs.get(connection, request.id), runs.get(connection, others.id)
    assert (waiting.status, waiting.start_time, waiting.rows, waiting.progress) == (Status.SCHEDULED, None, 3, 0.5)
    assert waiting.reason == f"Job_AggregateGIM {running.id} ended; goes on with the next one."
    assert left.status is Status.RUNNING


def test_R18_one_that_was_told_to_stop_ends_with_its_aggregation(database: Database) -> None:
    with writing(database.manager) as connection:
        running = _request(connection, Job.AGGREGATE)
        _claim(connection, running.id)
        request = _handed_over(connection, running.id)
        runs.ask_stop(connection, request.id, by="ada", reason="enough", now=LATER, kill_at=LATER)
        runs.finish(connection, running.id, status=Status.STOPPED, cause=Cause.RULE, now=LATER, token="token")
        stopped = runs.get(connection, request.id)
    assert (stopped.status, stopped.cause, stopped.end_time, stopped.kill_at) == (
        Status.STOPPED, Cause.PERSON, LATER, None,
    )  # fmt: skip


def test_R18_only_a_waiting_request_is_handed_over_and_to_the_same_run_once(database: Database) -> None:
    with writing(database.manager) as connection:
        request = _request(connection, Job.AGGREGATE, parameters="-insertPendingAgg x")
        assert runs.hand_over(connection, request.id, 77, "It is next.") is not None
        assert runs.hand_over(connection, request.id, 77, "It is next.") is None
        runs.cancel(connection, request.id, by="ada", reason=None, cause=Cause.PERSON, now=LATER)
        assert runs.hand_over(connection, request.id, 78, "It is next.") is None


def test_R18_a_request_has_no_worker_of_its_own(database: Database) -> None:
    with writing(database.manager) as connection:
        running = _request(connection, Job.AGGREGATE)
        _claim(connection, running.id)
        _handed_over(connection, running.id)
        assert [worker.run_id for worker in runs.workers(connection)] == [running.id]


def test_of_two_racers_for_one_run_exactly_one_wins(database: Database) -> None:
    with writing(database.manager) as connection:
        run = _request(connection)
    winners = _race(database, [(run.id, "one"), (run.id, "two")])
    assert len(winners) == 1
    with reading(database.manager) as connection:
        assert connection.scalar(select(mgr_run.c.token).where(mgr_run.c.id == run.id)) == winners[0]


def test_R21_of_two_racers_for_two_runs_of_a_job_exactly_one_wins(database: Database) -> None:
    with writing(database.manager) as connection:
        first, second = _request(connection), _request(connection)
    assert len(_race(database, [(first.id, "one"), (second.id, "two")])) == 1


def _race(database: Database, entries: list[tuple[int, str]]) -> list[str]:
    """The tokens that won; all claim as close to one another as two threads come."""
    start = threading.Barrier(len(entries))

    def run(entry: tuple[int, str]) -> str | None:
        start.wait(timeout=10)
        with writing(database.manager) as connection:
            return entry[1] if _claim(connection, entry[0], entry[1]) else None

    with ThreadPoolExecutor(len(entries)) as pool:
        return [token for token in pool.map(run, entries) if token]


def test_a_stop_says_who_and_why_and_a_second_one_brings_the_kill_forward(database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(connection, Status.RUNNING)
        later = NOON + timedelta(seconds=10)
        first = runs.ask_stop(connection, run.id, by="ada", reason="wrong day", now=NOON, kill_at=later)
        second = runs.ask_stop(connection, run.id, by="bob", reason="me too", now=NOON, kill_at=NOON)
    assert (first.status, first.stopped_by, first.reason) == (Status.STOPPING, "ada", "wrong day")
    assert (second.kill_at, second.stopped_by) == (NOON, "ada")


def test_a_stop_that_comes_too_late_changes_nothing(database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(connection, Status.COMPLETE)
        assert runs.ask_stop(connection, run.id, by="ada", reason="", now=NOON, kill_at=NOON) == run


def test_a_waiting_run_is_canceled_and_a_running_one_is_not(database: Database) -> None:
    with writing(database.manager) as connection:
        waiting, running = stored(connection, Status.SCHEDULED), stored(connection, Status.RUNNING)
        for run in (waiting, running):
            runs.cancel(connection, run.id, by="ada", reason="changed my mind", cause=Cause.PERSON, now=LATER)
        assert runs.get(connection, running.id) == running
        gone = runs.get(connection, waiting.id)
    assert (gone.status, gone.cause, gone.end_time, gone.reason) == (
        Status.CANCELED,
        Cause.PERSON,
        LATER,
        "changed my mind",
    )


def test_the_reason_for_waiting_is_noted_as_a_change_once(database: Database) -> None:
    with writing(database.manager) as connection:
        run = _request(connection)
        before = changes.latest(connection)
        assert runs.hold(connection, run.id, "It waits for another.")
        assert not runs.hold(connection, run.id, "It waits for another.")
        assert changes.latest(connection) == before + 1


def test_a_waiting_request_becomes_a_launch_once(database: Database) -> None:
    with writing(database.manager) as connection:
        first, second = _request(connection), _request(connection)
        launched = runs.adopt(connection, first.id, launch_key="key", due_at=LATER, cycle="key")
        assert launched is not None
        assert (launched.launch_key, launched.cycle, launched.due_at) == ("key", "key", LATER)
        assert runs.adopt(connection, second.id, launch_key="key", due_at=LATER) is None
        assert runs.adopt(connection, first.id, launch_key="another", due_at=LATER) is None


def test_a_beat_without_news_wakes_nobody(database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(connection, Status.RUNNING)
        assert runs.beat(connection, run.id, "token", now=LATER, progress=0.5, note="half", rows=7)
        before = changes.latest(connection)
        assert runs.beat(connection, run.id, "token", now=LATER, progress=0.5, note="half", rows=7)
        assert changes.latest(connection) == before
        assert [(worker.run_id, worker.heartbeat_at) for worker in runs.workers(connection)] == [(run.id, LATER)]


def test_R35_a_stranger_neither_beats_nor_finishes_nor_names_a_worker(database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(connection, Status.RUNNING)
        assert not runs.beat(connection, run.id, "stale", now=LATER, progress=None, note=None, rows=None)
        assert not runs.set_worker(connection, run.id, "stale", "desk", 1, 1.0)
        assert (
            runs.finish(connection, run.id, status=Status.COMPLETE, cause=Cause.DONE, now=LATER, token="stale") == run
        )


def test_a_worker_is_known_by_host_process_and_start(database: Database) -> None:
    with writing(database.manager) as connection:
        run = stored(connection, Status.RUNNING)
        assert runs.set_worker(connection, run.id, "token", "desk", 4711, 17.25)
        (worker,) = runs.workers(connection)
    assert (worker.host, worker.pid, worker.started, worker.token) == ("desk", 4711, 17.25, "token")


@pytest.mark.parametrize("before", list(Status))
@pytest.mark.parametrize("after", [Status.COMPLETE, Status.FAILED, Status.STOPPED])
def test_a_run_is_finished_only_from_where_the_table_allows(database: Database, before: Status, after: Status) -> None:
    cause = {Status.COMPLETE: Cause.DONE, Status.FAILED: Cause.LOST, Status.STOPPED: Cause.RULE}[after]
    with writing(database.manager) as connection:
        run = stored(connection, before)
        token = "token" if run.start_time else None
        ended = runs.finish(connection, run.id, status=after, cause=cause, now=LATER, error="gone", token=token)
    if after in TRANSITIONS[before]:
        assert (ended.status, ended.cause, ended.end_time) == (after, cause, LATER)
    else:
        assert ended == run


def test_what_is_open_comes_by_number_and_an_unknown_run_is_told(database: Database) -> None:
    with writing(database.manager) as connection:
        made = [stored(connection, status, job=job) for job, status in zip(Job, Status, strict=False)]
        still_open = [run for run in made if run.status in (Status.SCHEDULED, Status.RUNNING, Status.STOPPING)]
        assert list(runs.open_runs(connection)) == still_open
        assert runs.by_ids(connection, [made[2].id, made[0].id, 999]) == (made[0], made[2])
        with pytest.raises(UnknownRun, match="no run 999"):
            runs.get(connection, 999)


def _offers(database: Database, count: int) -> list[int]:
    """Re-aggregations, of which any number may run."""
    with writing(database.manager) as connection:
        asked = [_request(connection, Job.AGGREGATE, parameters=str(number)).id for number in range(count)]
        for number in asked:
            assert runs.claim(connection, number, server=None, token=None, now=NOON) is not None
    return asked


def _takes(database: Database, server: str) -> list[int]:
    """One after the other, until nothing is offered."""
    taken: list[int] = []
    while True:
        with writing(database.manager) as connection:
            run = runs.take(connection, server=server, token=f"{server} {len(taken)}", now=LATER)
        if run is None:
            return taken
        taken.append(run.id)


def test_an_offer_runs_has_no_worker_and_becomes_whoevers_takes_it(database: Database) -> None:
    (number,) = _offers(database, 1)
    with writing(database.manager) as connection:
        offered = runs.get(connection, number)
        assert (offered.status, offered.is_offered, runs.workers(connection)) == (Status.RUNNING, True, ())
        taken = runs.take(connection, server="server", token="token", now=LATER)
        assert taken is not None and (taken.server, taken.start_time) == ("server", LATER)
        (worker,) = runs.workers(connection)
        assert (worker.token, worker.heartbeat_at) == ("token", LATER)
        assert runs.take(connection, server="other", token="other", now=LATER) is None
        assert runs.get(connection, number) == taken
    assert changes_of(database, number) == 3


def changes_of(database: Database, run_id: int) -> int:
    """A request, a claim and a take are one change each."""
    with reading(database.manager) as connection:
        return sum(change.run_id == run_id for change in changes.since(connection, 0))


def test_R35_however_many_take_at_once_each_offer_is_one_servers(database: Database) -> None:
    offered = _offers(database, 24)
    names = [f"server {number}" for number in range(6)]
    with ThreadPoolExecutor(len(names)) as pool:
        taken = list(pool.map(lambda name: _takes(database, name), names))
    assert sorted(number for each in taken for number in each) == offered
    with reading(database.manager) as connection:
        known = {run.id: run.server for run in runs.by_ids(connection, offered)}
        tokens = {worker.token for worker in runs.workers(connection)}
    assert known == {number: name for name, each in zip(names, taken, strict=True) for number in each}
    assert len(tokens) == len(offered)


def test_who_takes_waits_for_no_row_that_another_has_locked(postgresql_database: Database) -> None:
    """It has the turn of all writers meanwhile."""
    first, second = _offers(postgresql_database, 2)
    with writing(postgresql_database.manager) as other:
        other.execute(select(mgr_run.c.id).where(mgr_run.c.id == first).with_for_update())
        assert _takes(postgresql_database, "server") == [second]
    assert _takes(postgresql_database, "server") == [first]
