"""R18: what a re-aggregation waits for, and when it is handed to the aggregation that runs."""

from dataclasses import replace

from gim_manager.domain.holding import in_the_way
from gim_manager.domain.run import Status
from tests.language.build import AGGREGATE, INITIALIZE, PARAMETERS, at
from tests.language.story import Story, hand_over, hold, launch, stop

ALONE = {"run_scheduler": False}
WINDOW = {
    "run_aggregates": True,
    "aggregate_schedule": "0 1,8",
    "aggregate_duration": "05:00",
    "etl_start_time": "20:00",
}


def _request(story: Story) -> str:
    """The reason on the last re-aggregation."""
    return [run for run in story.world.runs if run.is_reaggregation][-1].reason or ""


def test_R18_the_first_is_handed_over_once_and_the_others_wait(story: Story) -> None:
    story.options(**ALONE).running(AGGREGATE, by_hand=True)
    story.asks(AGGREGATE, PARAMETERS).asks(AGGREGATE, PARAMETERS)
    story.tick("12:00").expect(hand_over(AGGREGATE, "R18"), hold(AGGREGATE, "R18"))
    assert _request(story) == "Waits for re-aggregation 2 to end."
    story.tick("12:01").expect()


def test_R18_the_next_is_handed_over_when_the_one_before_has_ended(story: Story) -> None:
    story.options(**ALONE).running(AGGREGATE, by_hand=True)
    story.asks(AGGREGATE, PARAMETERS).asks(AGGREGATE, PARAMETERS).tick("12:00")
    story.given(runs=tuple(run for run in story.world.runs if run.id != 2))
    story.tick("12:01").expect(hand_over(AGGREGATE, "R18"))


def test_R18_it_is_never_an_instance_that_starts(story: Story) -> None:
    story.options(**ALONE).given(runs=()).waiting_request().tick("12:00").expect(hold(AGGREGATE, "R18"))
    assert _request(story) == "Begins when Job_AggregateGIM runs; nobody has started it."


def test_R18_while_aggregation_stops_nothing_is_handed_to_it(story: Story) -> None:
    story.options(**ALONE).running(AGGREGATE, by_hand=True).stopping(AGGREGATE, "12:00")
    story.asks(AGGREGATE, PARAMETERS).tick("12:00").expect(hold(AGGREGATE, "R18"))
    assert _request(story) == "Begins when Job_AggregateGIM runs again; run 1 is stopping."


def test_R14_R18_the_window_ends_and_the_next_one_goes_on(story: Story) -> None:
    story.options(**WINDOW).tick("01:00").expect(launch(AGGREGATE, "R14"))
    story.asks(AGGREGATE, PARAMETERS, when="05:00").tick("05:00").expect(hand_over(AGGREGATE, "R18"))
    begun = story.world.runs[-1]
    story.tick("06:00").expect(stop(AGGREGATE, "R14"), hold(AGGREGATE, "R18"))
    story.ended(AGGREGATE, "06:00", Status.STOPPED).given(runs=(replace(begun, rows=12),))
    story.tick("06:00").expect(hold(AGGREGATE, "R18"))
    assert _request(story) == "Goes on when Job_AggregateGIM runs; the schedule starts it next at 08:00."
    story.tick("08:00").expect(launch(AGGREGATE, "R14"))
    story.tick("08:00").expect(hand_over(AGGREGATE, "R18"))


def test_R18_inside_a_window_the_schedule_is_named(story: Story) -> None:
    story.options(**WINDOW, **ALONE).waiting_request().tick("02:00").expect(hold(AGGREGATE, "R18"))
    assert _request(story).endswith("the schedule starts it once run-scheduler is true.")


def test_R18_a_start_that_waits_is_named(story: Story) -> None:
    story.options(**ALONE).running(INITIALIZE).waiting(AGGREGATE).waiting_request().tick("12:00")
    assert _request(story) == "Waits for Job_InitializeGIM 1 to end."


def test_R27_nothing_is_handed_over_once_a_job_that_runs_alone_waits(story: Story) -> None:
    story.options(**ALONE).running(AGGREGATE, by_hand=True).waiting(INITIALIZE)
    story.asks(AGGREGATE, PARAMETERS).tick("12:00").expect(hold(INITIALIZE, "R27"), hold(AGGREGATE, "R27"))


def test_R18_a_request_that_does_not_heed_its_stop_is_not_killed(story: Story) -> None:
    story.options(**ALONE).running(AGGREGATE, by_hand=True).asks(AGGREGATE, PARAMETERS).tick("12:00")
    request = replace(story.world.runs[-1], status=Status.STOPPING, start_time=at("12:00"), kill_at=at("12:01"))
    story.given(runs=(story.world.runs[0], request)).tick("12:02").expect()


def test_R23_a_hold_waits_for_the_aggregation_and_not_for_its_requests(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).asks(AGGREGATE, PARAMETERS)
    request = replace(story.world.runs[-1], status=Status.RUNNING, start_time=at("12:00"), part_of=1)
    story.given(runs=(story.world.runs[0], request))
    assert [run.id for run in in_the_way(story.world)] == [1]
