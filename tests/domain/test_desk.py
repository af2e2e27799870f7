"""The desk: each command changes the world that the next one sees, and says nothing twice."""

import pytest

from gim_manager.domain.commands import AdoptRun, Launch, QueueLaunch, StopRun
from gim_manager.domain.conditions import Condition, Obstacle
from gim_manager.domain.desk import Desk
from gim_manager.domain.due import Due
from gim_manager.domain.options import Options
from gim_manager.domain.run import Status
from tests.language.build import EXTRACT, MAINTAIN, a_run, a_world, at, options

DUE = Due(job=EXTRACT, key="Job_ExtractICON:k:1", at=at("06:00"), rule="R03", reason="It is due.", cycle="k")
WHY = Obstacle(rule="R21", reason="Waits.")


def test_a_launch_is_a_run_for_whoever_comes_next() -> None:
    desk = Desk(a_world(a_run(MAINTAIN)), at("06:00"))
    desk.launch(DUE)
    assert [type(command) for command in desk.commands] == [Launch]
    running = desk.world.active(EXTRACT)
    assert running and running.id < 0
    assert desk.world.cycle and desk.world.cycle.extraction == running


def test_a_queued_launch_waits_and_carries_the_reason_of_what_holds_it() -> None:
    desk = Desk(a_world(), at("06:00"))
    desk.queue(DUE, WHY)
    queued = desk.commands[0]
    assert isinstance(queued, QueueLaunch)
    assert (queued.rule, queued.reason, queued.due_at) == ("R21", "Waits.", at("06:00"))
    assert desk.world.runs[0].status is Status.SCHEDULED


def test_an_adopted_request_keeps_its_row() -> None:
    desk = Desk(a_world(a_run(EXTRACT, Status.SCHEDULED, number=7)), at("06:00"))
    desk.adopt(DUE, desk.world.runs[0])
    assert isinstance(desk.commands[0], AdoptRun)
    assert [(run.id, run.launch_key) for run in desk.world.runs] == [(7, DUE.key)]


def test_a_run_is_told_to_stop_once() -> None:
    desk = Desk(a_world(a_run(MAINTAIN)), at("06:00"))
    desk.stop(desk.world.runs[0], "R07", "A cycle is due.")
    desk.stop(desk.world.runs[0], "R07", "A cycle is due.")
    assert desk.commands == [StopRun(rule="R07", reason="A cycle is due.", run_id=1, kill_at=at("06:00:10"))]


def test_a_reason_that_is_on_the_run_already_is_not_told_again() -> None:
    desk = Desk(a_world(a_run(EXTRACT, Status.SCHEDULED, reason="Waits.")), at("06:00"))
    desk.hold(desk.world.runs[0], WHY)
    assert desk.commands == []


@pytest.mark.parametrize(
    ("world", "may"),
    [
        (a_world(), True),
        (a_world(scheduling=False), False),
        (a_world(options=options(run_scheduler=False)), False),
        (a_world(condition=Condition.MIGRATION), False),
        (
            a_world(options=Options(values={("schedule", "run-scheduler"): "true", ("schedule", "timezone"): "X"})),
            False,
        ),
    ],
)
def test_R01_R28_R29_launches_are_made_only_where_all_allows_it(world: object, may: bool) -> None:
    assert isinstance(world, type(a_world()))
    assert Desk(world, at("06:00")).may_launch is may
