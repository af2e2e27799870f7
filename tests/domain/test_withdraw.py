"""What the schedule takes back by itself, as stories."""

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.schedule import read_schedule
from gim_manager.domain.withdraw import latest_start
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, INITIALIZE, MAINTAIN, STATS, TRANSFORM, at, options
from tests.language.story import Story, cancel, hold, launch, queue, stop


def test_R01_waiting_launches_are_canceled_and_a_waiting_request_is_not(story: Story) -> None:
    story.options(run_scheduler=False).running(TRANSFORM).waiting(TRANSFORM, by_hand=False).waiting(TRANSFORM)
    story.tick("12:00").expect(cancel(TRANSFORM, "R01"), hold(TRANSFORM, "R21"))


def test_R09_what_waits_at_an_opening_is_dropped(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).waiting(MAINTAIN, by_hand=False)
    story.tick("06:00").expect(cancel(MAINTAIN, "R09"), launch(EXTRACT, "R03"))


def test_R14_aggregation_is_kept_running_inside_its_window_and_stopped_at_its_end(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30"))
    story.tick("00:59").expect().tick("01:00").expect(launch(AGGREGATE, "R14"))
    story.tick("05:59").expect().tick("06:00").expect(stop(AGGREGATE, "R14"), launch(EXTRACT, "R03"))


def test_R17_a_persons_aggregation_is_owned_from_the_next_window_on(story: Story) -> None:
    story.options(run_scheduler=False).running(AGGREGATE, "00:10", by_hand=True)
    story.edits("00:30", run_aggregates=True).tick("00:30").expect().tick("01:00").expect()
    story.tick("06:00").expect(stop(AGGREGATE, "R14"))


def test_R30_a_waiting_launch_whose_option_is_off_is_canceled(story: Story) -> None:
    story.options(run_maintain=False).given(created_at=at("23:00")).running(AGGREGATE, by_hand=True)
    story.waiting(MAINTAIN, by_hand=False).tick("23:30").expect(cancel(MAINTAIN, "R30"))


@pytest.mark.parametrize("job", [EXTRACT, TRANSFORM, MAINTAIN, AGGREGATE, EXPORT, STATS])
def test_R01_every_launch_that_waits_is_canceled(story: Story, job: Job) -> None:
    story.options(run_scheduler=False).running(INITIALIZE, by_hand=True).waiting(job, by_hand=False)
    story.tick("00:10").expect(cancel(job, "R01"))


def test_R09_what_waits_is_dropped_at_the_opening_also_while_a_cycle_still_runs(story: Story) -> None:
    story.options(etl_start_time="06:00", etl_end_time="05:00", maintain_start_time="05:30")
    story.given(created_at=at("2026-11-24T04:30")).tick("2026-11-24T05:00").expect(launch(EXTRACT, "R04"))
    story.tick("2026-11-24T05:30").expect(queue(MAINTAIN, "R08")).tick("2026-11-24T05:59:59").expect()
    story.tick("2026-11-24T06:00").expect(cancel(MAINTAIN, "R09"))
    assert story.reason() == "The ETL window opened before maintenance could start."


def test_R14_an_edit_that_closes_the_window_stops_aggregation_at_once(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.edits("02:00", aggregate_duration="00:30").tick("02:00").expect(stop(AGGREGATE, "R14"))


def test_R14_a_launch_of_aggregation_that_still_waits_at_the_end_is_canceled(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).running(INITIALIZE, by_hand=True)
    story.tick("01:00").expect(queue(AGGREGATE, "R27")).tick("06:00").expect(
        cancel(AGGREGATE, "R14"), queue(EXTRACT, "R27")
    )


def test_R17_with_the_option_off_it_runs_past_the_end_of_the_window_also_if_the_schedule_had_started_it(
    story: Story,
) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00").expect(launch(AGGREGATE, "R14"))
    story.edits("02:00", run_aggregates=False).tick("06:00").expect(launch(EXTRACT, "R03"))
    assert story.world.active(AGGREGATE)


def test_R17_a_persons_aggregation_is_owned_at_once_inside_a_window_without_a_break(story: Story) -> None:
    story.given(created_at=at("00:30")).running(AGGREGATE, "00:40", by_hand=True)
    story.edits("02:00", run_aggregates=True).tick("02:00").expect().ended(AGGREGATE, "03:00", Status.STOPPED)
    story.tick("03:00:01").expect(launch(AGGREGATE, "R15"))


def test_R17_until_the_next_window_a_persons_aggregation_is_left_alone(story: Story) -> None:
    story.options(etl_start_time="12:00").given(created_at=at("00:30")).running(AGGREGATE, "00:40", by_hand=True)
    story.edits("07:00", run_aggregates=True).tick("07:00").expect().tick("11:00").expect()
    story.tick("2026-11-24T05:59")
    assert story.world.active(AGGREGATE) and stop(AGGREGATE, "R14") not in story.happened
    story.tick("2026-11-24T06:00")
    assert stop(AGGREGATE, "R14") in story.happened


@pytest.mark.parametrize(
    ("job", "switch"),
    [(MAINTAIN, "run_maintain"), (AGGREGATE, "run_aggregates"), (EXPORT, "run_export"), (STATS, "run_update_stats")],
)
def test_R30_each_waiting_launch_goes_with_its_switch(story: Story, job: Job, switch: str) -> None:
    story.options(**{switch: False}).running(INITIALIZE, by_hand=True).waiting(job, by_hand=False)
    story.tick("00:10").expect(cancel(job, "R30"))


def test_R09_R14_a_waiting_launch_is_given_up_at_the_time_that_is_said_while_it_waits() -> None:
    schedule = read_schedule(options(run_aggregates=True))
    assert latest_start(MAINTAIN, schedule, at("23:10")) == at("2026-11-24T06:00")
    assert latest_start(AGGREGATE, schedule, at("02:00")) == at("06:00")
    assert latest_start(AGGREGATE, schedule, at("12:00")) is latest_start(EXPORT, schedule, at("12:00")) is None
