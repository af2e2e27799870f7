"""A clock that was set back, as stories: nothing waits for times that were told by the clock of before (R33)."""

from typing import Any

import pytest

from gim_manager.domain.run import Status
from gim_manager.domain.set_back import is_ahead, without_future
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, TRANSFORM, a_launch, a_run, a_world, at
from tests.language.story import Story, kill, launch


def test_R33_the_cycle_after_a_set_back_clock_comes_an_interval_after_it_was_noticed(story: Story) -> None:
    story.tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10")
    story.given(set_back_at=at("10:00")).tick("10:00").expect().tick("10:29").expect()
    story.tick("10:30").expect(launch(EXTRACT, "R03"))


def test_R33_aggregation_starts_again_after_a_failure_in_times_to_come(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.ended(AGGREGATE, "05:00", Status.FAILED).given(set_back_at=at("02:00"))
    story.tick("02:00:29").expect().tick("02:00:30").expect(launch(AGGREGATE, "R15"))


def test_R33_a_stop_of_times_to_come_kills_ten_seconds_after_it_was_noticed(story: Story) -> None:
    story.options(run_scheduler=False).running(EXTRACT).stopping(EXTRACT, "12:00").given(set_back_at=at("11:00"))
    story.tick("11:00:09").expect().tick("11:00:10").expect(kill(EXTRACT, "R26"))


def test_R33_an_edit_of_times_to_come_keeps_no_tick_from_firing(story: Story) -> None:
    story.options(run_export=True, export_schedule="0 3").edits("23:00", run_export=True)
    story.given(set_back_at=at("02:00")).tick("03:00").expect(launch(EXPORT, "R13"))


def test_R33_nothing_fires_twice_when_the_clock_is_set_back(story: Story) -> None:
    story.options(run_export=True, export_schedule="0 12").given(created_at=at("11:59"))
    story.tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10").ended(EXPORT, "12:01")
    story.given(set_back_at=at("11:30")).tick("11:30").expect().tick("11:59").expect()
    story.tick("12:00").expect().tick("12:30").expect(launch(EXTRACT, "R03"))


def test_R33_a_clock_set_forward_catches_up_once(story: Story) -> None:
    story.options(run_maintain=False).tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10")
    story.tick("17:43").expect(launch(EXTRACT, "R06")).tick("17:44").expect()


@pytest.mark.parametrize("instant", ["requested_at", "end_time", "kill_at"])
def test_R33_what_has_happened_is_not_to_come(instant: str) -> None:
    times: dict[str, Any] = {instant: at("12:30")}
    world = a_world(a_run(EXTRACT, Status.STOPPING, **times))
    assert is_ahead(world, at("12:00"))
    assert not is_ahead(world, at("12:31"))


def test_R33_everything_that_a_decision_measures_by_lies_in_the_past_afterwards() -> None:
    run = a_launch(EXTRACT, Status.COMPLETE, start_time=at("13:00"), end_time=at("13:05"))
    world = a_world(run, created_at=at("14:00"), changed_at={"timezone": at("15:00"), "run-export": at("01:00")})
    past = without_future(world, at("12:00"))
    assert not is_ahead(past, at("12:00"))
    assert (past.created_at, past.changed_at["timezone"]) == (at("12:00"), at("12:00"))
    assert past.changed_at["run-export"] == at("01:00")
    assert without_future(past, at("12:00")) is past
