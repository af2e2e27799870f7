"""When cycles begin, as stories: R02 to R06, and what edits and clocks do to them."""

import pytest

from gim_manager.domain.run import Status
from tests.language.build import EXTRACT, TRANSFORM
from tests.language.story import Story, launch, queue


def test_R03_the_first_cycle_begins_at_the_opening_and_not_before(story: Story) -> None:
    story.tick("05:59:59").expect().tick("06:00").expect(launch(EXTRACT, "R03"))


def test_R03_an_early_finish_waits_for_the_interval(story: Story) -> None:
    story.tick("06:00").ended(EXTRACT, "06:05").tick("06:05").expect(launch(TRANSFORM, "R05"))
    story.ended(TRANSFORM, "06:10").tick("06:10").expect().tick("06:29:59").expect()
    story.tick("06:30").expect(launch(EXTRACT, "R03"))


def test_R03_an_overrun_is_followed_at_once_and_the_grid_moves_with_it(story: Story) -> None:
    story.tick("06:00").ended(EXTRACT, "06:20").tick("06:20").ended(TRANSFORM, "06:40")
    story.tick("06:40").expect(launch(EXTRACT, "R03"))
    story.ended(EXTRACT, "06:45").tick("06:45").ended(TRANSFORM, "06:50")
    story.tick("07:00").expect().tick("07:10").expect(launch(EXTRACT, "R03"))


def test_R03_a_window_that_opens_while_a_cycle_runs_begins_when_that_one_ends(story: Story) -> None:
    story.options(etl_start_time="06:00", etl_end_time="05:00", run_maintain=False)
    story.tick("2026-11-24T05:00").expect(launch(EXTRACT, "R04"))
    story.tick("2026-11-24T06:00").expect().ended(EXTRACT, "2026-11-24T06:05")
    story.tick("2026-11-24T06:05").expect(launch(TRANSFORM, "R05")).ended(TRANSFORM, "2026-11-24T06:20")
    story.tick("2026-11-24T06:20").expect(launch(EXTRACT, "R03"))


def test_R04_the_final_cycle_begins_at_the_end_and_no_other_after_it(story: Story) -> None:
    story.options(run_maintain=False).tick("21:40").ended(EXTRACT, "21:45").tick("21:45").ended(TRANSFORM, "21:50")
    story.tick("22:00").expect(launch(EXTRACT, "R04")).ended(EXTRACT, "22:05").tick("22:05").ended(TRANSFORM, "22:06")
    story.tick("22:10").expect().tick("23:30").expect()


def test_R04_the_final_cycle_waits_for_one_that_still_runs(story: Story) -> None:
    story.options(run_maintain=False).tick("21:40").tick("22:00").expect().ended(EXTRACT, "22:10")
    story.tick("22:10").expect(launch(TRANSFORM, "R05")).ended(TRANSFORM, "22:20")
    story.tick("22:20").expect(launch(EXTRACT, "R04"))


def test_R04_a_regular_cycle_on_the_grid_at_the_end_is_the_final_one(story: Story) -> None:
    story.options(run_maintain=False).tick("21:30").ended(EXTRACT, "21:35").tick("21:35").ended(TRANSFORM, "21:40")
    story.tick("22:00").expect(launch(EXTRACT, "R04")).ended(EXTRACT, "22:00:10").tick("22:00:10")
    story.ended(TRANSFORM, "22:00:20").tick("22:00:30").expect()


def test_R02_equal_times_are_24_hours_and_closing_and_opening_are_one_cycle(story: Story) -> None:
    story.options(etl_start_time="06:00", etl_end_time="06:00", run_maintain=False)
    story.tick("2026-11-24T05:40").ended(EXTRACT, "2026-11-24T05:45").tick("2026-11-24T05:45")
    story.ended(TRANSFORM, "2026-11-24T05:50").tick("2026-11-24T06:00").expect(launch(EXTRACT, "R03"))
    assert story.world.cycle and story.world.cycle.key == "Job_ExtractICON:2026-11-24T06:00Z:1"


def test_R02_a_window_in_a_gap_of_the_clock_is_one_cycle(story: Story) -> None:
    story.options(timezone="Europe/Berlin", etl_start_time="02:10", etl_end_time="02:50", run_maintain=False)
    story.tick("2027-03-28T00:59").expect(launch(EXTRACT, "R06")).ended(EXTRACT, "2027-03-28T00:59:10")
    story.tick("2027-03-28T00:59:10").ended(TRANSFORM, "2027-03-28T00:59:20")
    story.tick("2027-03-28T01:00").expect(launch(EXTRACT, "R04"))


@pytest.mark.parametrize("status", [Status.FAILED, Status.STOPPED])
def test_R05_without_an_extraction_the_cycle_ends_and_the_next_comes_at_its_time(story: Story, status: Status) -> None:
    story.tick("06:00").ended(EXTRACT, "06:05", status).tick("06:05").expect().tick("06:30").expect(
        launch(EXTRACT, "R03")
    )


def test_R05_a_server_that_comes_back_transforms_first(story: Story) -> None:
    story.tick("06:00").ended(EXTRACT, "06:10").tick("06:25").expect(launch(TRANSFORM, "R05"))


def test_R05_unless_the_next_cycle_is_due_by_then(story: Story) -> None:
    story.tick("06:00").ended(EXTRACT, "06:10").tick("06:31").expect(launch(EXTRACT, "R03"))


def test_R05_an_extraction_that_overran_is_still_transformed(story: Story) -> None:
    story.tick("06:00").ended(EXTRACT, "06:40").tick("06:40:01").expect(launch(TRANSFORM, "R05"))


def test_R06_a_server_that_starts_in_a_window_begins_at_once(story: Story) -> None:
    story.tick("12:17").expect(launch(EXTRACT, "R06"))


def test_R06_or_when_the_interval_is_met(story: Story) -> None:
    story.tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10")
    story.tick("12:20").expect().tick("13:45").expect(launch(EXTRACT, "R06"))


def test_R06_a_final_cycle_that_nobody_could_launch_is_made_up_once(story: Story) -> None:
    story.options(run_maintain=False).tick("21:00").ended(EXTRACT, "21:05").tick("21:05").ended(TRANSFORM, "21:10")
    story.tick("23:40").expect(launch(EXTRACT, "R06")).ended(EXTRACT, "23:45").tick("23:45")
    story.ended(TRANSFORM, "23:50").tick("23:51").expect()


def test_R06_back_to_back_leaves_ten_seconds_from_start_to_start(story: Story) -> None:
    story.options(etl_frequency=0).tick("06:00").ended(EXTRACT, "06:00:01").tick("06:00:01")
    story.ended(TRANSFORM, "06:00:02").tick("06:00:09").expect().tick("06:00:10").expect(launch(EXTRACT, "R03"))


def test_R06_a_schedule_that_was_never_on_makes_no_final_cycle_up(story: Story) -> None:
    story.options(run_scheduler=False, run_maintain=False).edits("23:00", run_scheduler=True).tick("23:01").expect()


def test_R30_an_edit_that_closes_the_window_asks_for_no_final_cycle(story: Story) -> None:
    story.options(run_maintain=False).tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10")
    story.edits("12:15", etl_end_time="09:00").tick("12:15").expect().tick("12:40").expect()


def test_R30_an_edit_that_opens_a_window_begins_a_cycle_at_once(story: Story) -> None:
    story.options(etl_start_time="18:00").tick("12:00").expect()
    story.edits("12:01", etl_start_time="12:00").tick("12:01").expect(launch(EXTRACT, "R03"))


def test_R33_a_cycle_that_began_later_than_now_counts_as_begun_now(story: Story) -> None:
    story.tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10")
    story.tick("11:00").expect()


def test_a_cycle_launch_that_was_canceled_counts_as_made(story: Story) -> None:
    story.running(EXTRACT, by_hand=True).tick("06:00").expect(queue(EXTRACT, "R21"))
    waiting = next(run for run in story.world.runs if run.is_launch)
    story.ended(EXTRACT, "06:01")
    story._change(waiting).ended(EXTRACT, "06:02", Status.CANCELED)
    story.tick("06:03").expect().tick("06:32").expect(launch(EXTRACT, "R03"))


def test_launch_keys_of_cycles_number_on_whatever_was_edited_in_between(story: Story) -> None:
    opening = "Job_ExtractICON:2026-11-23T06:00Z"
    story.given(made=frozenset({f"{opening}:1", f"{opening}:2", f"{opening}:final"})).tick("12:00")
    assert story.world.cycle and story.world.cycle.key == f"{opening}:3"


def test_R02_a_cycle_that_runs_over_closing_and_opening_is_followed_by_one(story: Story) -> None:
    story.options(etl_start_time="06:00", etl_end_time="06:00", run_maintain=False)
    story.tick("2026-11-24T05:40").tick("2026-11-24T06:00").expect().ended(EXTRACT, "2026-11-24T06:05")
    story.tick("2026-11-24T06:05").expect(launch(TRANSFORM, "R05")).ended(TRANSFORM, "2026-11-24T06:10")
    story.tick("2026-11-24T06:10").expect(launch(EXTRACT, "R03")).ended(EXTRACT, "2026-11-24T06:12")
    story.tick("2026-11-24T06:12").ended(TRANSFORM, "2026-11-24T06:14").tick("2026-11-24T06:14").expect()
    story.tick("2026-11-24T06:40").expect(launch(EXTRACT, "R03"))


def test_R03_a_final_cycle_that_still_waits_at_the_next_opening_is_its_first(story: Story) -> None:
    story.options(etl_start_time="06:00", etl_end_time="05:00", run_maintain=False)
    story.tick("2026-11-24T04:50").tick("2026-11-24T05:00").expect().tick("2026-11-24T06:00").expect()
    story.ended(EXTRACT, "2026-11-24T06:05").tick("2026-11-24T06:05").ended(TRANSFORM, "2026-11-24T06:10")
    story.tick("2026-11-24T06:10").expect(launch(EXTRACT, "R03")).ended(EXTRACT, "2026-11-24T06:11")
    story.tick("2026-11-24T06:11").ended(TRANSFORM, "2026-11-24T06:12").tick("2026-11-24T06:39").expect()
    assert not any(key.endswith("final") for key in story.world.made)


def test_R04_a_regular_cycle_that_would_begin_after_the_end_does_not(story: Story) -> None:
    story.options(run_maintain=False).tick("21:31").ended(EXTRACT, "21:32").tick("21:32").ended(TRANSFORM, "21:33")
    story.tick("21:59:59").expect().tick("22:00").expect(launch(EXTRACT, "R04")).ended(EXTRACT, "22:00:20")
    story.tick("22:00:20").ended(TRANSFORM, "22:00:40").tick("22:01").expect()


def test_R05_a_transformation_that_was_canceled_ends_its_cycle(story: Story) -> None:
    story.running(TRANSFORM, by_hand=True).tick("06:00").ended(EXTRACT, "06:05").tick("06:05")
    story.expect(queue(TRANSFORM, "R21"))
    waiting = next(run for run in story.world.runs if run.job is TRANSFORM and run.is_launch)
    story.ended(TRANSFORM, "06:06")._change(waiting).ended(TRANSFORM, "06:07", Status.CANCELED)
    story.tick("06:08").expect().tick("06:30").expect(launch(EXTRACT, "R03"))


def test_R06_regular_cycles_that_were_missed_are_caught_up_with_by_one(story: Story) -> None:
    story.tick("06:00").ended(EXTRACT, "06:05").tick("06:05").ended(TRANSFORM, "06:10")
    story.tick("09:47").expect(launch(EXTRACT, "R06")).ended(EXTRACT, "09:48").tick("09:48").ended(TRANSFORM, "09:50")
    story.tick("09:50").expect().tick("10:16:59").expect().tick("10:17").expect(launch(EXTRACT, "R03"))


def test_R06_a_final_cycle_is_made_up_until_the_next_opening_only(story: Story) -> None:
    story.options(run_maintain=False).tick("21:00").ended(EXTRACT, "21:05").tick("21:05").ended(TRANSFORM, "21:10")
    story.tick("2026-11-24T05:59").expect(launch(EXTRACT, "R06"))


def test_R06_after_the_next_opening_its_first_cycle_catches_up(story: Story) -> None:
    story.options(run_maintain=False).tick("21:00").ended(EXTRACT, "21:05").tick("21:05").ended(TRANSFORM, "21:10")
    story.tick("2026-11-24T06:00").expect(launch(EXTRACT, "R03")).ended(EXTRACT, "2026-11-24T06:01")
    story.tick("2026-11-24T06:01").ended(TRANSFORM, "2026-11-24T06:02").tick("2026-11-24T06:03").expect()


def test_R06_a_scheduler_that_resumes_makes_the_final_cycle_up(story: Story) -> None:
    story.options(run_maintain=False).tick("21:00").ended(EXTRACT, "21:05").tick("21:05").ended(TRANSFORM, "21:10")
    story.edits("21:20", run_scheduler=False).tick("22:00").expect()
    story.edits("23:00", run_scheduler=True).tick("23:00").expect(launch(EXTRACT, "R06"))


def test_R06_a_scheduler_that_resumes_within_the_interval_waits_for_it(story: Story) -> None:
    story.tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10")
    story.edits("12:12", run_scheduler=False).edits("12:20", run_scheduler=True).tick("12:20").expect()
    story.tick("12:30").expect(launch(EXTRACT, "R03"))


def test_R06_and_begins_at_once_where_the_interval_has_passed(story: Story) -> None:
    story.tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10")
    story.edits("12:12", run_scheduler=False).tick("12:40").expect()
    story.edits("12:50", run_scheduler=True).tick("12:50").expect(launch(EXTRACT, "R06"))


def test_R30_a_shorter_interval_counts_from_the_cycle_before_at_once(story: Story) -> None:
    story.tick("12:00").ended(EXTRACT, "12:05").tick("12:05").ended(TRANSFORM, "12:10")
    story.edits("12:11", etl_frequency=10).tick("12:11").expect(launch(EXTRACT, "R03"))
