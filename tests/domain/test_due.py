"""What falls due and what is too late, as stories."""

from gim_manager.domain.run import Status
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, MAINTAIN, STATS, at
from tests.language.story import Story, drop, launch


def test_R08_maintenance_falls_due_at_its_time_once_a_day(story: Story) -> None:
    story.given(created_at=at("22:30"))
    story.tick("22:59:59").expect().tick("23:00").expect(launch(MAINTAIN, "R08")).ended(MAINTAIN, "23:05")
    story.tick("23:06").expect().edits("23:10", maintain_start_time="23:30").tick("23:30").expect()


def test_R08_a_server_that_comes_back_before_the_opening_launches_it_then(story: Story) -> None:
    story.given(created_at=at("22:30")).tick("2026-11-24T03:00").expect(launch(MAINTAIN, "R08"))


def test_R08_a_server_that_comes_back_after_the_opening_does_not(story: Story) -> None:
    story.given(created_at=at("22:30")).tick("2026-11-24T06:00").expect(launch(EXTRACT, "R03"))


def test_R12_statistics_run_beside_the_cycle(story: Story) -> None:
    story.options(run_update_stats=True).tick("06:00").expect(launch(EXTRACT, "R03"), launch(STATS, "R12"))
    story.ended(STATS, "06:00:05").tick("06:00:06").expect().tick("06:10").expect(launch(STATS, "R12"))


def test_R12_a_tick_that_finds_it_running_is_dropped(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00")).running(STATS)
    story.tick("02:10").expect(drop(STATS, "R12")).tick("02:10:20").expect()


def test_R12_there_are_no_statistics_on_sqlite(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00"), postgresql=False).tick("02:10").expect()


def test_R13_an_export_that_nobody_saw_is_made_up_once_within_the_hour(story: Story) -> None:
    story.options(run_export=True).tick("01:10").expect(launch(EXPORT, "R13"))
    story.ended(EXPORT, "01:11").tick("01:12").expect()


def test_R13_an_older_one_is_not(story: Story) -> None:
    story.options(run_export=True).tick("01:21").expect()


def test_R15_stopped_by_hand_it_starts_again(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.ended(AGGREGATE, "02:00", Status.STOPPED).tick("02:00:01").expect(launch(AGGREGATE, "R15"))


def test_R15_after_failures_it_waits_longer_and_longer(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.ended(AGGREGATE, "02:00", Status.FAILED).tick("02:00:29").expect()
    story.tick("02:00:30").expect(launch(AGGREGATE, "R15")).ended(AGGREGATE, "02:01", Status.FAILED)
    story.tick("02:01:59").expect().tick("02:02").expect(launch(AGGREGATE, "R15"))


def test_R30_a_tick_that_passed_before_an_edit_never_fires(story: Story) -> None:
    story.given(created_at=at("22:30")).edits("23:00", maintain_start_time="22:45").tick("23:01").expect()
