"""Commands become writes, all or nothing, and only those of who leads."""

from datetime import timedelta
from typing import Any

import pytest

from gim_manager.domain.commands import (
    AdoptRun,
    BeginMaintenance,
    CancelRun,
    Command,
    DropLaunch,
    EndHold,
    HandOver,
    HoldRun,
    KeepBackLaunch,
    Launch,
    QueueLaunch,
    StartRun,
    StopRun,
    TellHold,
    WaitUntil,
)
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.hold import Hold
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.engine.apply import Applied, Applier
from gim_manager.engine.heart import new_identity
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, decisions, holds, leases, options, runs, snapshot
from gim_manager.store.connect import Database
from tests.language.clock import START as NOW

HOUR = timedelta(hours=1)
WHY: Any = {"rule": "R99", "reason": "Because."}


def _apply(database: Database, *commands: Command, leads: bool = True) -> Applied:
    applier = Applier(database, new_identity(), lambda _connection: leads)
    return applier.apply(snapshot.read(database, NOW), commands, NOW)


@pytest.fixture
def waiting(database: Database) -> Run:
    with writing(database.manager) as connection:
        return runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=NOW)


def _run(database: Database, run_id: int) -> Run:
    with reading(database.manager) as connection:
        return runs.get(connection, run_id)


def test_a_waiting_run_is_claimed_under_a_token_of_its_own(database: Database, waiting: Run) -> None:
    applied = _apply(database, StartRun(run_id=waiting.id, **WHY))
    (claimed,) = applied.claimed
    assert claimed.run.status is Status.RUNNING and claimed.token
    assert applied.changed
    assert _apply(database, StartRun(run_id=waiting.id, **WHY)).claimed == ()


def test_R33_a_launch_is_made_once(database: Database) -> None:
    launch = Launch(job=Job.EXTRACT, launch_key="k", due_at=NOW, cycle="k", **WHY)
    (claimed,) = _apply(database, launch).claimed
    assert (claimed.run.requested_by, claimed.run.launch_key, claimed.run.cycle) == (SCHEDULER, "k", "k")
    assert _apply(database, launch).claimed == ()


def test_R21_a_launch_whose_job_began_to_run_meanwhile_waits(database: Database) -> None:
    first, second = (Launch(job=Job.EXTRACT, launch_key=key, due_at=NOW, cycle=key, **WHY) for key in ("one", "two"))
    _apply(database, first)
    assert _apply(database, second).claimed == ()
    assert [(run.launch_key, run.status) for run in snapshot.read(database, NOW).runs] == [
        ("one", Status.RUNNING), ("two", Status.SCHEDULED),
    ]  # fmt: skip


def _decided(database: Database, run_id: int) -> list[tuple[DecisionKind, str]]:
    with reading(database.manager) as connection:
        return [(decision.kind, decision.rule) for decision in decisions.of_run(connection, run_id)]


def test_R06_a_launch_that_is_made_up_is_kept_as_a_decision_and_a_punctual_one_is_not(database: Database) -> None:
    for late in (True, False):
        launch = Launch(job=Job.EXTRACT, launch_key=f"k{late}", due_at=NOW, made_up=late, **WHY)
        (claimed,) = _apply(database, launch).claimed
        assert _decided(database, claimed.run.id) == ([(DecisionKind.MAKE_UP, "R99")] if late else [])
        with writing(database.manager) as connection:
            runs.finish(
                connection, claimed.run.id, status=Status.COMPLETE, cause=Cause.DONE, now=NOW, token=claimed.token
            )


def test_a_launch_that_waits_says_why_and_is_kept_as_a_decision(database: Database) -> None:
    _apply(database, QueueLaunch(job=Job.MAINTAIN, launch_key="k", due_at=NOW, **WHY))
    (run,) = snapshot.read(database, NOW).runs
    assert (run.status, run.reason) == (Status.SCHEDULED, "Because.")
    with reading(database.manager) as connection:
        assert [decision.rule for decision in decisions.of_run(connection, run.id)] == ["R99"]


def test_a_held_run_says_why_once(database: Database, waiting: Run) -> None:
    for _ in range(2):
        applied = _apply(database, HoldRun(run_id=waiting.id, **WHY))
        assert not applied.changed
    assert _run(database, waiting.id).reason == "Because."
    with reading(database.manager) as connection:
        assert len(decisions.of_run(connection, waiting.id)) == 1


def test_R21_a_persons_request_becomes_the_launch(database: Database, waiting: Run) -> None:
    _apply(database, AdoptRun(run_id=waiting.id, job=Job.EXTRACT, launch_key="k", due_at=NOW, **WHY))
    assert _run(database, waiting.id).launch_key == "k"


def test_a_run_is_canceled_by_rule(database: Database, waiting: Run) -> None:
    _apply(database, CancelRun(run_id=waiting.id, **WHY))
    run = _run(database, waiting.id)
    assert (run.status, run.cause, run.stopped_by, run.reason) == (Status.CANCELED, Cause.RULE, SCHEDULER, "Because.")


def test_a_run_is_stopped_by_rule(database: Database, waiting: Run) -> None:
    _apply(database, StartRun(run_id=waiting.id, **WHY))
    kill_at = NOW + timedelta(seconds=10)
    _apply(database, StopRun(run_id=waiting.id, kill_at=kill_at, **WHY))
    run = _run(database, waiting.id)
    assert (run.status, run.stopped_by, run.kill_at) == (Status.STOPPING, SCHEDULER, kill_at)
    assert _decided(database, run.id) == [(DecisionKind.STOP, "R99")]


def test_R18_a_re_aggregation_becomes_part_of_the_aggregation_that_shall_work_it(database: Database) -> None:
    with writing(database.manager) as connection:
        one = runs.request(connection, job=Job.AGGREGATE, by="ada", host="desk", now=NOW, parameters="p")
    assert _apply(database, HandOver(run_id=one.id, to=77, **WHY)).changed
    handed = _run(database, one.id)
    assert (handed.status, handed.part_of, handed.reason) == (Status.SCHEDULED, 77, "Because.")
    assert not _apply(database, HandOver(run_id=one.id, to=77, **WHY)).changed


def test_a_dropped_launch_counts_as_made(database: Database) -> None:
    _apply(database, DropLaunch(job=Job.MAINTAIN, launch_key="k", due_at=NOW, **WHY))
    world = snapshot.read(database, NOW)
    assert "k" in world.made and world.runs == ()


def _hold(database: Database) -> Hold:
    with writing(database.manager) as connection:
        return holds.begin(connection, owner="ada", host="desk", now=NOW, expires=NOW + HOUR, maintain=True)


def _kept(database: Database) -> list[tuple[DecisionKind, str | None]]:
    with reading(database.manager) as connection:
        found = decisions.at_time(connection, None, NOW, around=HOUR)
    return [(decision.kind, decision.launch_key) for decision in found]


def test_R23_a_launch_that_a_hold_keeps_back_is_kept_as_a_decision_and_may_still_be_made(database: Database) -> None:
    _hold(database)
    kept_back = KeepBackLaunch(job=Job.EXTRACT, launch_key="k", due_at=NOW, **WHY)
    assert not _apply(database, kept_back).changed
    assert _kept(database) == [(DecisionKind.HOLD, "k")]
    assert len(_apply(database, Launch(job=Job.EXTRACT, launch_key="k", due_at=NOW, **WHY)).claimed) == 1


def test_R23_what_a_hold_waits_for_is_told_once(database: Database) -> None:
    hold = _hold(database)
    for _ in range(2):
        _apply(database, TellHold(hold_id=hold.id, **WHY))
    assert _kept(database) == [(DecisionKind.STEP, None)]
    world = snapshot.read(database, NOW)
    assert world.hold is not None and world.hold.reason == "Because."


def test_R23_the_maintenance_of_a_hold_is_asked_for_once(database: Database) -> None:
    hold = _hold(database)
    assert _apply(database, BeginMaintenance(hold_id=hold.id, **WHY)).changed
    assert not _apply(database, BeginMaintenance(hold_id=hold.id, **WHY)).changed
    (run,) = snapshot.read(database, NOW).runs
    assert (run.job, run.requested_by) == (Job.MAINTAIN, "ada")


def test_R23_a_hold_ends_once_and_since_when_it_was_over(database: Database) -> None:
    hold = _hold(database)
    end = EndHold(hold_id=hold.id, at=NOW, **WHY)
    assert _apply(database, end).changed
    assert not _apply(database, end).changed
    world = snapshot.read(database, NOW)
    assert (world.hold, world.resumed_at) == (None, NOW)
    with reading(database.manager) as connection:
        (act,) = audit.acts(connection)
    assert (act.actor, act.action, act.rule, act.reason) == (SCHEDULER, "resumed", "R99", "Because.")


def test_R35_who_does_not_lead_writes_nothing(database: Database, waiting: Run) -> None:
    applied = _apply(database, StartRun(run_id=waiting.id, **WHY), leads=False)
    assert applied.lease_lost and applied.claimed == ()
    assert _run(database, waiting.id).status is Status.SCHEDULED


def test_nothing_to_do_is_when_to_look_again(database: Database) -> None:
    later = NOW + timedelta(seconds=5)
    assert _apply(database, WaitUntil(at=later, **WHY)) == Applied(wait_until=later)


def test_a_decision_on_a_world_that_is_another_by_now_writes_nothing(database: Database, waiting: Run) -> None:
    world = snapshot.read(database, NOW)
    with writing(database.manager) as connection:
        runs.cancel(connection, waiting.id, by="ada", reason=None, cause=Cause.PERSON, now=NOW)
        later = runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=NOW)
    applier = Applier(database, new_identity(), lambda _connection: True)
    applied = applier.apply(world, [StartRun(run_id=later.id, **WHY)], NOW)
    assert applied.overtaken and not applied.wrote and applied.claimed == ()
    assert _run(database, later.id).status is Status.SCHEDULED


def test_what_starts_is_offered_to_who_stands_by_where_runs_are_spread_and_there_are_several_computers(
    database: Database, waiting: Run
) -> None:
    with writing(database.manager) as connection:
        options.change(connection, {("manager", "spread-runs"): "true"}, by="ada", host="desk", now=NOW)
        leases.beat(connection, server="b", host="h", pid=1, version="1", standing=Standing.STANDBY)
    launch = Launch(job=Job.TRANSFORM, launch_key="k", due_at=NOW, **WHY)
    applied = _apply(database, StartRun(run_id=waiting.id, **WHY), launch)
    assert applied.changed
    offered = [run.job for run in snapshot.read(database, NOW).runs if run.is_offered]
    assert offered == ([] if database.is_local else [Job.EXTRACT])
    assert Job.TRANSFORM in [claimed.run.job for claimed in applied.claimed]
