"""What the world says of its cycle, its runs and the time before which nothing counts."""

from typing import Any

import pytest

from gim_manager.domain.run import Run, Status
from gim_manager.domain.timing import EPOCH
from gim_manager.domain.world import Cycle, LastRun
from tests.language.build import AGGREGATE, EXTRACT, PARAMETERS, TRANSFORM, a_launch, a_run, a_world, at


def extraction(status: Status, **more: Any) -> Run:
    return a_launch(EXTRACT, status, cycle="c", **more)


def transformation(status: Status, **more: Any) -> Run:
    return a_launch(TRANSFORM, status, number=2, cycle="c", **more)


DONE = extraction(Status.COMPLETE, end_time=at("06:05"))


@pytest.mark.parametrize(
    ("cycle", "in_progress", "hands_over", "ended"),
    [
        (Cycle(extraction=extraction(Status.SCHEDULED)), True, False, None),
        (Cycle(extraction=extraction(Status.STOPPING)), True, False, None),
        (Cycle(extraction=DONE), True, True, "06:05"),
        (Cycle(extraction=extraction(Status.FAILED, end_time=at("06:05"))), False, False, "06:05"),
        (Cycle(extraction=DONE, transformation=transformation(Status.SCHEDULED)), True, False, None),
        (Cycle(extraction=DONE, transformation=transformation(Status.RUNNING)), True, False, None),
        (Cycle(extraction=DONE, transformation=transformation(Status.STOPPED, end_time=at("06:09"))), False, False,
         "06:09"),
    ],
)  # fmt: skip
def test_R05_a_cycle_is_in_progress_until_its_last_job_ends(
    cycle: Cycle, in_progress: bool, hands_over: bool, ended: str | None
) -> None:
    assert (cycle.in_progress, cycle.hands_over) == (in_progress, hands_over)
    assert cycle.ended_at == (at(ended) if ended else None)


def test_a_cycle_begins_with_its_extraction_or_counts_as_made_when_that_was_canceled() -> None:
    assert Cycle(extraction=extraction(Status.RUNNING, start_time=at("06:00"))).began_at == at("06:00")
    assert Cycle(extraction=extraction(Status.CANCELED, end_time=at("06:01"))).began_at == at("06:01")
    assert Cycle(extraction=extraction(Status.SCHEDULED)).began_at is None


def test_R18_a_reaggregation_is_no_instance_of_its_job() -> None:
    world = a_world(a_run(AGGREGATE, parameters=PARAMETERS), a_run(AGGREGATE, Status.SCHEDULED, number=2))
    assert [run.id for run in world.of(AGGREGATE)] == [2]
    assert world.active(AGGREGATE) is None


def test_R30_nothing_counts_before_the_last_change_of_an_option_or_the_birth_of_the_info_mart() -> None:
    world = a_world(created_at=at("01:00"), changed_at={"timezone": at("02:00"), "run-export": at("03:00")})
    assert world.floor("timezone") == at("02:00")
    assert world.floor("timezone", "run-export") == at("03:00")
    assert world.floor("etl-start-time") == at("01:00")
    assert a_world(created_at=None).floor("etl-start-time") == EPOCH


def test_a_run_takes_its_place_among_the_open_ones_and_in_its_cycle() -> None:
    world = a_world(a_run(AGGREGATE, number=9))
    began = world.with_run(extraction(Status.SCHEDULED)).with_run(extraction(Status.RUNNING, start_time=at("06:00")))
    assert [(run.id, run.status) for run in began.runs] == [(9, Status.RUNNING), (1, Status.RUNNING)]
    ended = began.with_run(DONE)
    assert [run.id for run in ended.runs] == [9]
    assert ended.cycle and ended.cycle.hands_over
    handed = ended.with_run(transformation(Status.RUNNING))
    assert handed.cycle and (handed.cycle.extraction, handed.cycle.in_progress) == (DONE, True)
    assert handed.with_run(a_run(TRANSFORM, number=7)).cycle == handed.cycle


def test_R15_failures_in_a_row_are_counted_until_a_run_was_healthy() -> None:
    last: LastRun | None = None
    counted = []
    for number, (status, end) in enumerate(
        [("Failed", "00:01"), ("Failed", "00:02"), ("Stopped", "00:03"), ("Failed", "00:10"), ("Complete", "00:01")]
    ):
        ended = a_run(AGGREGATE, Status(status), number=number, end_time=at(end))
        last = LastRun.of(ended, last, at(end))
        counted.append(last.failures_in_a_row)
    assert counted == [1, 2, 2, 1, 0]


def test_R15_the_end_of_a_run_is_how_its_job_went_last_but_not_of_one_that_never_started() -> None:
    world = a_world(a_run(AGGREGATE)).with_run(a_run(AGGREGATE, Status.FAILED, end_time=at("00:01")))
    assert (world.runs, world.last[AGGREGATE].failures_in_a_row) == ((), 1)
    waiting = a_world(a_run(AGGREGATE, Status.SCHEDULED))
    assert waiting.with_run(a_run(AGGREGATE, Status.CANCELED, end_time=at("00:01"))).last == {}
