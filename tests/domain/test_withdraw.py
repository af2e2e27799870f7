"""What the schedule takes back by itself, as stories."""

from tests.language.build import AGGREGATE, EXTRACT, MAINTAIN, TRANSFORM, at
from tests.language.story import Story, cancel, hold, launch, stop


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
