"""A decision is written whole, by who leads, on the world that it was made on; a single start in one statement."""

from datetime import timedelta

import pytest

from gim_manager.domain.commands import (
    Launch,
    StartRun,
    WaitUntil,
)
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import SCHEDULER, Run, Status
from gim_manager.engine.apply import Applied
from gim_manager.schema.engines import writing
from gim_manager.store import leases, options, runs, snapshot
from gim_manager.store.connect import Database
from tests.language.clock import START as NOW
from tests.language.deciding import WHY, applier, apply
from tests.language.serving import run_of
from tests.language.statements import statements


@pytest.fixture
def waiting(database: Database) -> Run:
    with writing(database.manager) as connection:
        return runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=NOW)


def test_R35_who_does_not_lead_writes_nothing(database: Database, waiting: Run) -> None:
    applied = apply(database, StartRun(run_id=waiting.id, **WHY), leads=False)
    assert applied.lease_lost and applied.claimed == ()
    assert run_of(database, waiting.id).status is Status.SCHEDULED


def test_nothing_to_do_is_when_to_look_again(database: Database) -> None:
    later = NOW + timedelta(seconds=5)
    assert apply(database, WaitUntil(at=later, **WHY)) == Applied(wait_until=later)


def test_a_decision_on_a_world_that_is_another_by_now_writes_nothing(database: Database, waiting: Run) -> None:
    decided = applier(database)
    world = snapshot.read(database, NOW)
    with writing(database.manager) as connection:
        runs.request(connection, job=Job.TRANSFORM, by="ada", host="desk", now=NOW)
    applied = decided.apply(world, [StartRun(run_id=waiting.id, **WHY)], NOW)
    assert applied.overtaken and not applied.wrote and applied.claimed == ()
    assert run_of(database, waiting.id).status is Status.SCHEDULED


def test_what_starts_is_offered_to_who_stands_by_where_runs_are_spread_and_there_are_several_computers(
    database: Database, waiting: Run
) -> None:
    with writing(database.manager) as connection:
        options.change(connection, {("manager", "spread-runs"): "true"}, by="ada", host="desk", now=NOW)
        leases.beat(connection, server="b", host="h", pid=1, version="1", standing=Standing.STANDBY)
    launch = Launch(job=Job.TRANSFORM, launch_key="k", due_at=NOW, **WHY)
    applied = apply(database, StartRun(run_id=waiting.id, **WHY), launch)
    assert applied.changed
    offered = [run.job for run in snapshot.read(database, NOW).runs if run.is_offered]
    assert offered == ([] if database.is_local else [Job.EXTRACT])
    assert Job.TRANSFORM in [claimed.run.job for claimed in applied.claimed]


def test_a_single_start_goes_to_the_database_in_one_message(database: Database, waiting: Run) -> None:
    decided, world = applier(database), snapshot.read(database, NOW)
    with statements(database) as asked:
        assert decided.apply(world, [StartRun(run_id=waiting.id, **WHY)], NOW).claimed
    # On SQLite, where a message costs nothing, its BEGIN and its change are statements of their own.
    assert len(asked) == (3 if database.is_local else 1)


def test_R33_a_single_launch_that_was_made_meanwhile_is_decided_anew(database: Database) -> None:
    decided, world = applier(database), snapshot.read(database, NOW)
    launch = Launch(job=Job.EXTRACT, launch_key="k", due_at=NOW, cycle="k", **WHY)
    with writing(database.manager) as connection:
        runs.request(connection, job=Job.EXTRACT, by=SCHEDULER, host="h", now=NOW, launch_key="k", cycle="k")
    applied = decided.apply(world, [launch], NOW)
    assert applied.overtaken and not applied.claimed
