"""What nobody could launch in time is told once a gap, as stories: R38 over R08, R12 and R13."""

from tests.language.build import EXPORT, EXTRACT, MAINTAIN, STATS, at
from tests.language.story import Story, drop, launch


def test_R12_R38_statistics_that_were_missed_are_one_decision_with_their_number(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00")).tick("02:10").ended(STATS, "02:11")
    story.tick("03:45").expect(drop(STATS, "R12"))
    assert story.reason() == "Nobody could make the 9 launches from 02:20 to 03:40 in time."
    story.tick("03:46").expect().tick("03:50").expect(launch(STATS, "R12"))


def test_R12_R38_a_gap_is_told_also_at_the_tick_that_ends_it(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00")).tick("02:10").ended(STATS, "02:11")
    story.tick("02:40").expect(drop(STATS, "R12"), launch(STATS, "R12"))
    assert story.reason() == "Nobody could make the 2 launches from 02:20 to 02:30 in time."


def test_R13_R38_of_missed_exports_the_last_is_made_up_and_the_others_are_told(story: Story) -> None:
    story.options(run_export=True, export_schedule="0/30 *").given(created_at=at("00:10")).tick("02:15")
    story.expect(drop(EXPORT, "R13"), launch(EXPORT, "R13"))
    assert story.reason() == "Nobody could make the 3 launches from 00:30 to 01:30 in time."


def test_R08_R09_R38_maintenance_that_was_missed_is_told_at_the_opening(story: Story) -> None:
    story.given(created_at=at("22:30")).tick("2026-11-24T06:00").expect(launch(EXTRACT, "R03"), drop(MAINTAIN, "R09"))
    assert story.reason(1) == "Nobody could make the launch of 23:00 on 2026-11-23 in time."
    story.tick("2026-11-24T06:01").expect()


def test_R08_R38_of_two_nights_the_last_is_made_up_and_the_first_is_told(story: Story) -> None:
    story.given(created_at=at("22:30")).options(etl_end_time="22:00").tick("2026-11-25T05:00")
    assert drop(MAINTAIN, "R09") in story.happened
    assert [run.due_at for run in story.world.of(MAINTAIN)] == [at("2026-11-24T23:00")]


def test_R01_R38_what_passed_while_suspended_is_no_gap(story: Story) -> None:
    story.options(run_scheduler=False, run_update_stats=True).edits("03:05", run_scheduler=True).tick("03:05").expect()


def test_R38_what_lies_two_days_back_is_not_told(story: Story) -> None:
    story.options(run_export=True, export_schedule="0 12", run_maintain=False)
    story.given(created_at=at("2026-11-13T00:00")).tick("05:00")
    assert "the 2 launches from 12:00 on 2026-11-21 to 12:00 on 2026-11-22" in story.reason(1)
