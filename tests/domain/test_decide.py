"""The order of deciding, suspension, the guide's day, and the prediction that asks the same brain."""

from datetime import timedelta

import pytest

from gim_manager.domain.commands import CancelRun, KillRun, StartRun, WaitUntil
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
from tests.language.story import Story, drop, hold, kill, launch, queue, start, stop


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
    story.given(created_at=at("00:55")).tick("01:00").given(created_at=at("05:55")).ended(STATS, "01:01")
    story.tick("06:00").expect(
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


EVERYTHING: dict[str, object] = {
    "run_aggregates": True, "aggregate_schedule": "0 1", "run_update_stats": True, "run_export": True,
    "export_schedule": "0 1", "etl_start_time": "01:00", "maintain_start_time": "00:50",
}  # fmt: skip
"""All that can be launched falls due at 01:00, but for maintenance, due ten minutes before."""


def test_R01_nothing_of_all_that_falls_due_is_launched_while_suspended(story: Story) -> None:
    story.options(run_scheduler=False, **EVERYTHING)
    for minute in range(240):
        story.tick(at("00:40") + timedelta(minutes=minute)).expect()
    story.options(run_scheduler=True, **EVERYTHING).given(created_at=at("00:45")).tick("00:50")
    story.expect(launch(MAINTAIN, "R08"), drop(STATS, "R10"))


def test_R01_aggregation_is_not_started_again_while_suspended(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00").expect(launch(AGGREGATE, "R14"))
    story.edits("02:00", run_scheduler=False).ended(AGGREGATE, "02:30", Status.STOPPED).tick("02:30:05").expect()
    story.edits("03:00", run_scheduler=True).tick("03:00").expect(launch(AGGREGATE, "R15"))


def test_R01_scheduled_aggregation_is_stopped_at_the_end_of_its_window_also_while_suspended(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00").expect(launch(AGGREGATE, "R14"))
    story.edits("02:00", run_scheduler=False).tick("02:00").expect().tick("05:59:59").expect()
    story.tick("06:00").expect(stop(AGGREGATE, "R14"))


def test_R01_R08_R12_R13_ticks_that_passed_while_suspended_are_dropped(story: Story) -> None:
    story.options(run_scheduler=False, run_update_stats=True, run_export=True, maintain_start_time="00:30")
    story.tick("00:30").expect().edits("00:32", run_scheduler=True).tick("00:32").expect()
    story.tick("00:40").expect(launch(STATS, "R12"))


def test_R39_waiting_runs_start_in_the_same_order_after_ends_cancels_and_stops(story: Story) -> None:
    story.options(run_maintain=False, run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.stopping(AGGREGATE, "01:30").running(EXPORT).waiting(MAINTAIN, by_hand=False)
    for job in (TRANSFORM, EXTRACT):
        story.waiting(job)
    story.tick("01:30:10")
    assert [(event.kind, event.job) for event in story.happened] == [
        (KillRun, AGGREGATE), (CancelRun, MAINTAIN), (StartRun, EXTRACT), (StartRun, TRANSFORM),
    ]  # fmt: skip


def test_R39_what_starts_first_is_seen_by_what_starts_after_it(story: Story) -> None:
    story.options(etl_end_time="23:00", maintain_start_time="23:01", run_export=True, export_schedule="0 23")
    story.given(created_at=at("22:30")).tick("23:01")
    story.expect(launch(EXTRACT, "R04"), queue(MAINTAIN, "R08"), launch(EXPORT, "R13"))


def test_R40_the_configuration_speaks_before_a_suspended_schedule(story: Story) -> None:
    story.options(run_scheduler=False).given(findings=(Finding(level=Level.ERROR, message="No source."),))
    story.waiting(EXTRACT).tick("06:00").expect(hold(EXTRACT, "R28"))


def test_R40_running_alone_speaks_before_the_second_instance(story: Story) -> None:
    story.options(run_scheduler=False).running(INITIALIZE, by_hand=True).waiting(INITIALIZE)
    story.tick("00:01").expect(hold(INITIALIZE, "R27"))


def test_R40_running_alone_speaks_before_a_due_cycle_and_scheduled_maintenance(story: Story) -> None:
    story.running(MAINTAIN, "05:00").asks(INITIALIZE, when="05:59").answered(Answer.WAITS, "R27").tick("05:59")
    story.tick("06:00").expect(queue(EXTRACT, "R27"))
    assert story.world.active(MAINTAIN)


def test_R40_the_second_instance_speaks_before_maintenance(story: Story) -> None:
    story.options(run_export=True, export_schedule="0 1").given(created_at=at("00:30"))
    story.running(MAINTAIN).running(EXPORT, by_hand=True).tick("01:00").expect(drop(EXPORT, "R13"))
    story.running(EXTRACT, by_hand=True).tick("06:00").expect(queue(EXTRACT, "R21"))
