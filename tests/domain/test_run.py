"""The states of a run and what may follow; what makes a run a launch."""

from itertools import product

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import ACTIVE, CAUSES, ENDED, TRANSITIONS, Cause, Status, may_follow
from tests.language.build import PARAMETERS, a_launch, a_run, at


def test_every_state_has_its_place_in_the_table() -> None:
    assert set(TRANSITIONS) == set(Status)


def test_ended_is_what_nothing_follows_and_every_ended_state_has_causes() -> None:
    assert ENDED == {Status.COMPLETE, Status.FAILED, Status.STOPPED, Status.CANCELED} == set(CAUSES)


def test_R26_only_a_scheduled_run_is_canceled_and_only_a_running_one_is_stopped() -> None:
    assert {old for old in Status if may_follow(old, Status.CANCELED)} == {Status.SCHEDULED}
    assert {old for old in Status if may_follow(old, Status.STOPPING)} == {Status.RUNNING}


def test_a_run_never_goes_back() -> None:
    order = list(Status)
    backwards = [(old, new) for old, new in product(order, order) if may_follow(old, new) and new in TRANSITIONS]
    assert all(not may_follow(new, old) for old, new in backwards)
    assert not any(may_follow(status, status) for status in Status)


@pytest.mark.parametrize("status", Status)
def test_stopping_counts_as_running(status: Status) -> None:
    assert a_run(status=status).is_active == (status in ACTIVE)


def test_R21_a_persons_request_that_became_a_launch_is_a_launch() -> None:
    adopted = a_run(launch_key="Job_ExtractICON:2026-11-23T06:00Z:1")
    assert (adopted.is_launch, adopted.by_scheduler) == (True, False)
    assert (a_launch().is_launch, a_launch().by_scheduler) == (True, True)
    assert not a_run().is_launch


def test_R18_only_aggregation_with_parameters_is_a_reaggregation() -> None:
    assert a_run(Job.AGGREGATE, parameters=PARAMETERS).is_reaggregation
    assert not a_run(Job.AGGREGATE).is_reaggregation


@pytest.mark.parametrize(
    ("when", "status"),
    [
        ("01:00", Status.SCHEDULED), ("02:00", Status.RUNNING), ("02:59", Status.RUNNING), ("03:00", Status.STOPPING),
        ("03:01", Status.STOPPED),
    ],
)  # fmt: skip
def test_a_run_can_be_seen_as_it_was(when: str, status: Status) -> None:
    run = a_run(
        Job.EXTRACT, Status.STOPPED, start_time=at("02:00"), stop_requested_at=at("03:00"), end_time=at("03:01"),
        cause=Cause.PERSON,
    )  # fmt: skip
    then = run.as_of(at(when))
    assert then.status is status
    assert (then.cause is None) == (then.end_time is None) == (status is not Status.STOPPED)
    assert (then.start_time is None) == (status is Status.SCHEDULED)
