"""The order of deciding, suspension, the guide's day, and the prediction that asks the same brain."""

from datetime import timedelta

import pytest

from gim_manager.domain.commands import WaitUntil
from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.decide import Answer, decide, next_launches, predict
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from tests.language.build import (
    AGGREGATE,
    EXPORT,
    EXTRACT,
    INITIALIZE,
    MAINTAIN,
    MIGRATE,
    SAMPLE,
    STATS,
    TRANSFORM,
    a_launch,
    a_run,
    a_world,
    at,
    options,
)
from tests.language.story import Story, kill, launch, start, stop


def test_R01_a_suspended_schedule_launches_nothing(story: Story) -> None:
    story.options(run_scheduler=False).tick("06:00").expect()


def test_R01_a_persons_request_still_starts(story: Story) -> None:
    story.options(run_scheduler=False).asks(EXTRACT, when="12:00").answered(Answer.STARTS, "")
    story.tick("12:00").expect(start(EXTRACT, "R22"))


def test_R01_what_runs_goes_on_and_its_transformation_is_not_launched(story: Story) -> None:
    story.tick("06:00").expect(launch(EXTRACT, "R03"))
    story.edits("06:01", run_scheduler=False).tick("06:01").expect()
    story.ended(EXTRACT, "06:10").tick("06:10").expect()


def test_R01_a_resumed_schedule_goes_on_where_it_stopped(story: Story) -> None:
    story.tick("06:00").edits("06:01", run_scheduler=False).ended(EXTRACT, "06:10")
    story.edits("06:20", run_scheduler=True).tick("06:20").expect(launch(TRANSFORM, "R05"))


def test_R01_an_engine_that_serves_one_request_leaves_the_schedule_alone(story: Story) -> None:
    story.given(scheduling=False).running(TRANSFORM).waiting(TRANSFORM, by_hand=False)
    story.asks(EXTRACT, when="06:00").tick("06:00").expect(start(EXTRACT, "R22"))


def test_the_guides_sample_day_begins_its_cycles_every_half_hour_from_0630_to_0030(story: Story) -> None:
    story.options(**SAMPLE).given(created_at=at("01:00"))
    story.now = at("01:00")
    told = story.through("2026-11-24T06:30", maintain=20)
    cycles = [when for when, event, job in told if job is EXTRACT and event == "Launch"]
    opening = at("06:30")
    assert cycles == [f"{opening + number * timedelta(minutes=30):%dT%H:%M}" for number in range(37)]
    assert cycles[0] == "23T06:30"
    assert cycles[-1] == "24T00:30"
    others = [event for event in told if event[2] not in (EXTRACT, TRANSFORM)]
    assert others == [
        ("23T01:00", "Launch", AGGREGATE),
        ("23T03:00", "StopRun", AGGREGATE), ("23T03:00", "QueueLaunch", MAINTAIN), ("23T03:00", "StartRun", MAINTAIN),
        ("23T04:00", "Launch", AGGREGATE),
        ("24T03:00", "StopRun", AGGREGATE), ("24T03:00", "QueueLaunch", MAINTAIN), ("24T03:00", "StartRun", MAINTAIN),
        ("24T04:00", "Launch", AGGREGATE),
    ]  # fmt: skip
    assert sum(1 for _, event, job in told if job is TRANSFORM and event == "Launch") == 37


def test_R26_a_run_that_does_not_stop_is_killed_after_ten_seconds(story: Story) -> None:
    story.options(run_scheduler=False).running(TRANSFORM).stopping(TRANSFORM, "12:00").tick("12:00:09").expect()
    story.tick("12:00:10").expect(kill(TRANSFORM, "R26")).tick("12:00:11").expect(kill(TRANSFORM, "R26"))


def test_R33_no_wait_is_longer_than_half_a_minute_and_the_next_instant_is_met() -> None:
    world = a_world(created_at=at("05:00"))
    nothing = {"rule": "R33", "reason": "Nothing is due before."}
    assert decide(world, at("05:30")) == (WaitUntil(at=at("05:30:30"), **nothing),)
    assert decide(world, at("05:59:50")) == (WaitUntil(at=at("06:00"), **nothing),)


def test_R39_at_one_instant_stops_come_before_starts_and_starts_in_their_order(story: Story) -> None:
    story.options(run_aggregates=True, run_update_stats=True, run_export=True, export_schedule="0 6")
    story.tick("01:00").ended(STATS, "01:01").tick("06:00").expect(
        stop(AGGREGATE, "R14"), launch(EXTRACT, "R03"), launch(EXPORT, "R13"), launch(STATS, "R12")
    )


def test_R40_the_state_of_the_schema_speaks_before_the_configuration(story: Story) -> None:
    story.given(condition=Condition.UNINITIALIZED, findings=(Finding(level=Level.ERROR, message="No source."),))
    story.asks(EXTRACT).answered(Answer.REFUSED, "R29")


def test_the_next_launches_are_told_soonest_first() -> None:
    world = a_world(created_at=at("03:00"))
    told = [(launched.job, launched.time, launched.reason) for launched in next_launches(world, at("04:00"))]
    assert told == [
        (EXTRACT, at("06:00"), "ETL cycle"), (EXTRACT, at("22:00"), "final ETL cycle"),
        (MAINTAIN, at("23:00"), "daily maintenance"),
    ]  # fmt: skip


def test_a_suspended_schedule_has_no_next_launches() -> None:
    assert next_launches(a_world(options=options(run_scheduler=False)), at("04:00")) == ()


@pytest.mark.parametrize("job", [EXTRACT, TRANSFORM, MAINTAIN, AGGREGATE, INITIALIZE, MIGRATE])
@pytest.mark.parametrize("running", list(Job))
def test_what_is_predicted_is_what_happens(job: Job, running: Job) -> None:
    world = a_world(a_launch(running, number=7), options=options(run_scheduler=False))
    answer = predict(world, at("12:00"), job, None)
    if answer.kind is Answer.REFUSED:
        return
    asked = a_run(job, Status.SCHEDULED, number=8)
    told = decide(a_world(*world.runs, asked, options=world.options), at("12:00"))
    rules = [command.rule for command in told if getattr(command, "run_id", 0) == 8]
    assert rules == ["R22" if answer.kind is Answer.STARTS else answer.rule]


def test_reasons_are_sentences_without_rule_numbers(story: Story) -> None:
    story.options(**SAMPLE)
    for when in ("03:00", "04:00", "06:30", "2026-11-24T00:30", "2026-11-24T03:00"):
        for command in story.tick(when).commands:
            assert command.reason.endswith(".")
            assert command.rule not in command.reason
