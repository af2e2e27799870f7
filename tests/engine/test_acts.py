"""Every command becomes a write, once."""

from datetime import timedelta

import pytest

from gim_manager.domain.commands import (
    AdoptRun,
    BeginMaintenance,
    CancelRun,
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
)
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.hold import Hold
from gim_manager.domain.job import Job
from gim_manager.domain.run import SCHEDULER, Cause, Run, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, decisions, holds, runs, snapshot
from gim_manager.store.connect import Database
from tests.language.clock import START as NOW
from tests.language.deciding import HOUR, WHY, apply
from tests.language.serving import run_of


@pytest.fixture
def waiting(database: Database) -> Run:
    with writing(database.manager) as connection:
        return runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=NOW)


def test_a_waiting_run_is_claimed_under_a_token_of_its_own(database: Database, waiting: Run) -> None:
    applied = apply(database, StartRun(run_id=waiting.id, **WHY))
    (claimed,) = applied.claimed
    assert claimed.run.status is Status.RUNNING and claimed.token
    assert applied.changed
    assert apply(database, StartRun(run_id=waiting.id, **WHY)).claimed == ()


def test_R33_a_launch_is_made_once(database: Database) -> None:
    launch = Launch(job=Job.EXTRACT, launch_key="k", due_at=NOW, cycle="k", **WHY)
    (claimed,) = apply(database, launch).claimed
    assert (claimed.run.requested_by, claimed.run.launch_key, claimed.run.cycle) == (SCHEDULER, "k", "k")
    assert apply(database, launch).claimed == ()


def test_R21_a_launch_whose_job_began_to_run_meanwhile_waits(database: Database) -> None:
    first, second = (Launch(job=Job.EXTRACT, launch_key=key, due_at=NOW, cycle=key, **WHY) for key in ("one", "two"))
    apply(database, first)
    assert apply(database, second).claimed == ()
    assert [(run.launch_key, run.status) for run in snapshot.read(database, NOW).runs] == [
        ("one", Status.RUNNING), ("two", Status.SCHEDULED),
    ]  # fmt: skip


def _decided(database: Database, run_id: int) -> list[tuple[DecisionKind, str]]:
    with reading(database.manager) as connection:
        return [(decision.kind, decision.rule) for decision in decisions.of_run(connection, run_id)]


def test_R06_a_launch_that_is_made_up_is_kept_as_a_decision_and_a_punctual_one_is_not(database: Database) -> None:
    for late in (True, False):
        launch = Launch(job=Job.EXTRACT, launch_key=f"k{late}", due_at=NOW, made_up=late, **WHY)
        (claimed,) = apply(database, launch).claimed
        assert _decided(database, claimed.run.id) == ([(DecisionKind.MAKE_UP, "R99")] if late else [])
        with writing(database.manager) as connection:
            runs.finish(
                connection, claimed.run.id, status=Status.COMPLETE, cause=Cause.DONE, now=NOW, token=claimed.token
            )


def test_a_launch_that_waits_says_why_and_is_kept_as_a_decision(database: Database) -> None:
    apply(database, QueueLaunch(job=Job.MAINTAIN, launch_key="k", due_at=NOW, **WHY))
    (run,) = snapshot.read(database, NOW).runs
    assert (run.status, run.reason) == (Status.SCHEDULED, "Because.")
    with reading(database.manager) as connection:
        assert [decision.rule for decision in decisions.of_run(connection, run.id)] == ["R99"]


def test_a_held_run_says_why_once(database: Database, waiting: Run) -> None:
    for _ in range(2):
        applied = apply(database, HoldRun(run_id=waiting.id, **WHY))
        assert not applied.changed
    assert run_of(database, waiting.id).reason == "Because."
    with reading(database.manager) as connection:
        assert len(decisions.of_run(connection, waiting.id)) == 1


def test_R21_a_persons_request_becomes_the_launch(database: Database, waiting: Run) -> None:
    apply(database, AdoptRun(run_id=waiting.id, job=Job.EXTRACT, launch_key="k", due_at=NOW, **WHY))
    assert run_of(database, waiting.id).launch_key == "k"


def test_a_run_is_canceled_by_rule(database: Database, waiting: Run) -> None:
    apply(database, CancelRun(run_id=waiting.id, **WHY))
    run = run_of(database, waiting.id)
    assert (run.status, run.cause, run.stopped_by, run.reason) == (Status.CANCELED, Cause.RULE, SCHEDULER, "Because.")


def test_a_run_is_stopped_by_rule(database: Database, waiting: Run) -> None:
    apply(database, StartRun(run_id=waiting.id, **WHY))
    kill_at = NOW + timedelta(seconds=10)
    apply(database, StopRun(run_id=waiting.id, kill_at=kill_at, **WHY))
    run = run_of(database, waiting.id)
    assert (run.status, run.stopped_by, run.kill_at) == (Status.STOPPING, SCHEDULER, kill_at)
    assert _decided(database, run.id) == [(DecisionKind.STOP, "R99")]


def test_R18_a_re_aggregation_becomes_part_of_the_aggregation_that_shall_work_it(database: Database) -> None:
    with writing(database.manager) as connection:
        one = runs.request(connection, job=Job.AGGREGATE, by="ada", host="desk", now=NOW, parameters="p")
    assert apply(database, HandOver(run_id=one.id, to=77, **WHY)).changed
    handed = run_of(database, one.id)
    assert (handed.status, handed.part_of, handed.reason) == (Status.SCHEDULED, 77, "Because.")
    assert not apply(database, HandOver(run_id=one.id, to=77, **WHY)).changed


def test_a_dropped_launch_counts_as_made(database: Database) -> None:
    apply(database, DropLaunch(job=Job.MAINTAIN, launch_key="k", due_at=NOW, **WHY))
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
    assert not apply(database, kept_back).changed
    assert _kept(database) == [(DecisionKind.HOLD, "k")]
    assert len(apply(database, Launch(job=Job.EXTRACT, launch_key="k", due_at=NOW, **WHY)).claimed) == 1


def test_R23_what_a_hold_waits_for_is_told_once(database: Database) -> None:
    hold = _hold(database)
    for _ in range(2):
        apply(database, TellHold(hold_id=hold.id, **WHY))
    assert _kept(database) == [(DecisionKind.STEP, None)]
    world = snapshot.read(database, NOW)
    assert world.hold is not None and world.hold.reason == "Because."


def test_R23_the_maintenance_of_a_hold_is_asked_for_once(database: Database) -> None:
    hold = _hold(database)
    assert apply(database, BeginMaintenance(hold_id=hold.id, **WHY)).changed
    assert not apply(database, BeginMaintenance(hold_id=hold.id, **WHY)).changed
    (run,) = snapshot.read(database, NOW).runs
    assert (run.job, run.requested_by) == (Job.MAINTAIN, "ada")


def test_R23_a_hold_ends_once_and_since_when_it_was_over(database: Database) -> None:
    hold = _hold(database)
    end = EndHold(hold_id=hold.id, at=NOW, **WHY)
    assert apply(database, end).changed
    assert not apply(database, end).changed
    world = snapshot.read(database, NOW)
    assert (world.hold, world.resumed_at) == (None, NOW)
    with reading(database.manager) as connection:
        (act,) = (act for act in audit.acts(connection) if act.action != "leads")
    assert (act.actor, act.action, act.rule, act.reason) == (SCHEDULER, "resumed", "R99", "Because.")
