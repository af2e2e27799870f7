"""R35, R36 with real servers that are killed, stopped, ended and cut off at random: one schedule, one writer, all data;
half the time they share the work.

GIM_MANAGER_DISORDER_SECONDS says for how long, GIM_MANAGER_DISORDER_SEED what befalls them.
"""

import os
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.job import Job
from gim_manager.domain.run import ENDED, Run
from gim_manager.engine import processes
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_run
from gim_manager.store import decisions, options, runs
from gim_manager.store.connect import Database
from tests.language import whole_mart, witness
from tests.language.disorder import Blow, Disorder, disorder
from tests.language.journey import Journey, served
from tests.language.waiting import until

pytestmark = [
    pytest.mark.timeout(1200),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither SIGKILL nor SIGSTOP to send"),
]
SECONDS = float(os.environ.get("GIM_MANAGER_DISORDER_SECONDS", "20"))
SEED = int(os.environ.get("GIM_MANAGER_DISORDER_SEED", "20261126"))
SLOW = 4.0
"""Seconds that a busy machine adds, which is no fault of the program."""
LIMITS = {Blow.LEAVE: 1.0, Blow.KILL: 15.0, Blow.STOP: 15.0, Blow.SILENCE: 15.0, Blow.CUT: 15.0}
"""R35."""
SCHEDULE = {
    "run-scheduler": "true", "etl-start-time": "00:00", "etl-end-time": "00:00", "etl-frequency": "0",
    "run-maintain": "false", "run-aggregates": "true", "aggregate-schedule": "0 0", "aggregate-duration": "24:00",
    "run-update-stats": "true", "update-stats-schedule": "0/1 *",
}  # fmt: skip
"""Cycles back to back, aggregation all day, and on PostgreSQL a tick every minute."""


def _set(database: Database, **changes: str) -> None:
    _change(database, {("schedule", name): value for name, value in changes.items()})


def _change(database: Database, changes: dict[tuple[str, str], str]) -> None:
    with writing(database.manager) as connection:
        options.change(connection, changes, by="ada", host="desk", now=datetime.now(UTC))


def _runs(database: Database) -> list[Run]:
    with reading(database.manager) as connection:
        return list(runs.by_ids(connection, range(1, 10_000)))


def test_R35_whatever_befalls_the_servers_one_schedules_and_the_data_are_there_once(
    journey: Journey, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with journey.before(Job.EXTRACT, tmp_path) as database:
        if journey.cluster:
            witness.watch(database)
        _set(database, **SCHEDULE)
        with disorder(database, journey.cluster, seed=SEED) as servers:
            began = datetime.now(UTC)
            servers.reign(SECONDS / 2)
            _change(database, {("manager", "spread-runs"): "true"})
            servers.reign(SECONDS / 2)
            servers.rest()
            ended = datetime.now(UTC)
            _ensure_in_time(servers, capsys)
            _set(database, **{"run-scheduler": "false", "run-aggregates": "false"})
            _ensure_at_rest(database)
            servers.end()
        _ensure_every_tick(database, began, ended)
        if journey.cluster:
            assert witness.breaches(witness.seen(database)) == []
        _ensure_nobody_works_on(database)
        _ensure_the_same_data(journey, database)


def _ensure_in_time(servers: Disorder, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        for blow, taken in servers.seconds.items():
            sys.stdout.write(f"\n{blow}: {len(taken)} times, {min(taken):.2f} to {max(taken):.2f} s")
    late = {blow: seconds for blow, taken in servers.seconds.items() if (seconds := max(taken)) > LIMITS[blow] + SLOW}
    assert servers.seconds and late == {}


def _ensure_at_rest(database: Database) -> None:
    """What runs comes to its end, by its worker or by recovery; aggregation is stopped by a person."""
    now = datetime.now(UTC)
    for run in _runs(database):
        if run.job is Job.AGGREGATE and run.is_active:
            with writing(database.manager) as connection:
                runs.ask_stop(connection, run.id, by="ada", reason=None, now=now, kill_at=now + timedelta(seconds=10))
    until(lambda: all(run.status in ENDED for run in _runs(database)), seconds=90, what="every run to end")


def _ensure_every_tick(database: Database, began: datetime, ended: datetime) -> None:
    """No launch twice, no cycle left out, and of each minute a run or a decision."""
    keys = Counter(run.launch_key for run in _runs(database) if run.launch_key)
    assert max(keys.values()) == 1
    cycles = sorted(int(key.rpartition(":")[2]) for key in keys if key.startswith(f"{Job.EXTRACT}:"))
    assert cycles == list(range(1, len(cycles) + 1)) and cycles
    if database.is_local:
        return
    with reading(database.manager) as connection:
        decided = decisions.at_time(connection, Job.UPDATE_STATS, began, around=ended - began)
    dropped = {one.launch_key for one in decided if one.kind is DecisionKind.DROP}
    minutes = (ended - began) // timedelta(minutes=1)
    first = began.replace(second=0, microsecond=0) + timedelta(minutes=1)
    due = {f"{Job.UPDATE_STATS}:{first + n * timedelta(minutes=1):%Y-%m-%dT%H:%MZ}" for n in range(minutes)}
    assert due - keys.keys() - dropped == set()


def _ensure_nobody_works_on(database: Database) -> None:
    """R36: of all workers that ever were none is left."""
    with reading(database.manager) as connection:
        left = [
            row
            for row in connection.execute(select(mgr_run.c.worker_pid, mgr_run.c.worker_started))
            if row.worker_pid and processes.is_alive(row.worker_pid, row.worker_started)
        ]
    assert left == []


def _ensure_the_same_data(journey: Journey, database: Database) -> None:
    """R37: undisturbed again, it becomes the Info Mart of an undisturbed journey."""
    with served(database) as server:
        for job in (Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE):
            server.done(job)
    assert whole_mart.differences(journey.after[Job.AGGREGATE], journey.form(database, Job.AGGREGATE)) == []
