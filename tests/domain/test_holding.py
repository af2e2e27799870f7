"""R23, sentence by sentence: what a hold suspends, what it waits for, how it ends, and what comes after it."""

from datetime import timedelta

import pytest

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.decide import Answer, launches_when_resumed, next_launches
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, MAINTAIN, STATS, TRANSFORM, at
from tests.language.story import (
    Story,
    cancel,
    drop,
    end_hold,
    keep_back,
    launch,
    maintain_in_hold,
    start,
    stop,
    tell_hold,
)

BUSY = {"run_aggregates": True, "run_update_stats": True, "run_export": True, "export_schedule": "0 6"}


def test_R23_no_job_is_launched_in_a_hold_and_each_says_so_once(story: Story) -> None:
    story.options(**BUSY, update_stats_schedule="0 6").given(created_at=at("05:30"))
    story.held("05:00").tick("06:00")
    assert set(story.happened) == {keep_back(EXTRACT), drop(EXPORT, "R23"), drop(STATS, "R23")}
    assert "The hold of ann suspends the schedule until 09:00" in story.reason()
    story.tick("06:00:30").expect()


def test_R23_R05_the_transformation_of_a_running_cycle_waits_for_the_end_of_the_hold(story: Story) -> None:
    story.tick("06:00").expect(launch(EXTRACT, "R03"))
    story.held("06:01").ended(EXTRACT, "06:10").tick("06:10").expect(keep_back(TRANSFORM))
    story.given(hold=None, resumed_at=at("06:20")).tick("06:20").expect(launch(TRANSFORM, "R05"))


def test_R23_scheduled_maintenance_that_falls_due_in_a_hold_is_dropped_for_this_day(story: Story) -> None:
    story.given(created_at=at("22:30")).held("22:30").tick("23:00").expect(drop(MAINTAIN, "R23"))
    story.given(hold=None, resumed_at=at("23:30")).tick("23:30")
    assert MAINTAIN not in [event.job for event in story.happened]


def test_R23_a_launch_that_waits_is_canceled(story: Story) -> None:
    story.running(TRANSFORM, by_hand=True).waiting(MAINTAIN, by_hand=False)
    story.held("23:30").tick("23:30")
    assert cancel(MAINTAIN, "R23") in story.happened


def test_R23_a_persons_request_still_starts(story: Story) -> None:
    story.held("05:00").asks(EXTRACT, when="05:30").answered(Answer.STARTS, "")
    story.tick("05:30").expect(start(EXTRACT, "R22"))


def test_R23_a_waiting_request_does_not_become_a_launch(story: Story) -> None:
    story.running(EXTRACT, by_hand=True).waiting(EXTRACT).held("05:00").tick("06:00")
    assert [event.kind.__name__ for event in story.happened if event.job is EXTRACT] == ["KeepBackLaunch", "HoldRun"]


def test_R23_scheduled_aggregation_is_stopped_and_not_started_again_until_the_end(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00").expect(launch(AGGREGATE, "R14"))
    story.held("02:00").tick("02:00").expect(stop(AGGREGATE, "R23"))
    assert story.reason().endswith("aggregation starts again afterwards.")
    story.ended(AGGREGATE, "02:00:05", Status.STOPPED).tick("02:00:05").expect(keep_back(AGGREGATE))
    story.given(hold=None, resumed_at=at("03:00")).tick("03:00").expect(launch(AGGREGATE, "R15"))


def test_R23_R17_a_persons_aggregation_is_waited_for_and_named(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).held("02:00", maintain=True).tick("02:00").expect(tell_hold())
    assert story.reason() == (
        "The hold of ann waits for Job_AggregateGIM 1 to end. "
        "Job_AggregateGIM 1 was started by ann and runs until it is stopped."
    )


def test_R17_an_aggregation_that_the_schedule_started_is_a_persons_once_the_option_is_false(story: Story) -> None:
    story.running(AGGREGATE).held("02:00", maintain=True).tick("02:00").expect(tell_hold())


def test_R17_an_aggregation_of_a_person_is_the_schedules_inside_a_window(story: Story) -> None:
    story.options(run_aggregates=True).running(AGGREGATE, by_hand=True, since="00:30").held("02:00", maintain=True)
    story.tick("02:00")
    assert story.happened[0] == stop(AGGREGATE, "R23")


def test_R23_maintenance_waits_for_what_runs_then_runs_as_its_owners_request_and_the_schedule_resumes(
    story: Story,
) -> None:
    story.tick("06:00").held("06:05", maintain=True).tick("06:05").expect(tell_hold())
    assert story.reason() == "The hold of ann waits for Job_ExtractICON 1 to end."
    story.tick("06:06").expect()
    story.ended(EXTRACT, "06:10").tick("06:10").expect(keep_back(TRANSFORM), maintain_in_hold())
    story.tick("06:10").expect(start(MAINTAIN, "R22"))
    story.tick("06:15").expect()
    story.ended(MAINTAIN, "06:20").tick("06:20").expect(end_hold(), launch(TRANSFORM, "R05"))
    assert story.reason() == "Job_MaintainGIM 2 of the hold of ann has ended: launches are no longer suspended."


@pytest.mark.parametrize("how", [Status.COMPLETE, Status.FAILED, Status.STOPPED])
def test_R23_the_schedule_resumes_however_maintenance_ended(story: Story, how: Status) -> None:
    story.held("02:00", maintain=True).tick("02:00").expect(maintain_in_hold())
    story.tick("02:00").expect(start(MAINTAIN, "R22"))
    story.ended(MAINTAIN, "02:05", how).tick("02:05").expect(end_hold())


def test_R23_what_starts_at_the_same_instant_is_seen_by_the_maintenance(story: Story) -> None:
    story.held("02:00", maintain=True).asks(TRANSFORM, when="02:00").tick("02:00")
    assert story.happened == [start(TRANSFORM, "R22"), tell_hold()]


def test_R40_a_finding_that_refuses_maintenance_keeps_it_waiting(story: Story) -> None:
    error = Finding(level=Level.ERROR, message="No room.", jobs=frozenset({MAINTAIN}))
    story.given(findings=(error,)).held("02:00", maintain=True).tick("02:00").expect(tell_hold("R28"))
    story.given(findings=()).tick("02:10").expect(maintain_in_hold())


def test_R23_a_hold_expires_after_four_hours(story: Story) -> None:
    story.held("02:00").tick("05:59:59").expect().tick("06:00")
    assert story.happened == [end_hold(), launch(EXTRACT, "R03")]
    assert story.reason() == "The hold of ann expired after 240 minutes: launches are no longer suspended."


def test_R23_a_hold_expires_also_while_its_maintenance_still_waits(story: Story) -> None:
    story.options(run_scheduler=False).running(AGGREGATE, by_hand=True).held("02:00", maintain=True, minutes=30)
    story.tick("02:00").tick("02:30").expect(end_hold())
    assert story.reason().endswith("Its Job_MaintainGIM never started.")


def test_R23_it_never_expires_while_its_maintenance_runs(story: Story) -> None:
    story.held("02:00", maintain=True).tick("02:00").tick("02:00").expect(start(MAINTAIN, "R22"))
    story.tick("09:00").expect(keep_back(EXTRACT))
    story.stopping(MAINTAIN, "09:00").tick("09:00:01").expect()
    story.ended(MAINTAIN, "09:00:05", Status.STOPPED).tick("09:00:05").expect(end_hold(), launch(EXTRACT, "R06"))


def test_R23_maintenance_that_waits_when_its_hold_expires_is_taken_back(story: Story) -> None:
    story.options(run_scheduler=False).held("02:00", maintain=True).tick("02:00").expect(maintain_in_hold())
    story.running(Job.INITIALIZE, since="02:00", by_hand=True).tick("02:01")
    story.tick("06:00").expect(cancel(MAINTAIN, "R23"), end_hold())


def test_R33_a_hold_of_a_clock_that_was_set_back_for_more_than_a_day_is_void(story: Story) -> None:
    story.options(run_scheduler=False).held("2026-11-24T12:00").tick("2026-11-23T12:30").expect()
    story.tick("2026-11-23T11:59").expect(end_hold())


def test_R01_a_tick_that_passed_while_a_hold_was_in_force_never_fires(story: Story) -> None:
    story.options(run_export=True, export_schedule="10 2")
    story.given(resumed_at=at("02:20")).tick("02:30").expect()
    story.given(resumed_at=at("02:05")).tick("02:30").expect(launch(EXPORT, "R13"))


def test_R13_an_expiry_that_nobody_saw_counts_from_its_time(story: Story) -> None:
    story.options(run_export=True, export_schedule="10 2")
    story.held("01:00", minutes=60).tick("02:30").expect(end_hold(), launch(EXPORT, "R13"))


def test_R01_a_hold_ends_nothing_of_a_schedule_that_is_off(story: Story) -> None:
    story.options(run_scheduler=False).held("02:00", maintain=True).tick("06:30").expect(end_hold())


def test_an_engine_that_serves_one_request_leaves_the_hold_alone(story: Story) -> None:
    story.given(scheduling=False).held("02:00", maintain=True).tick("02:00").expect().tick("07:00").expect()


def test_R16_the_refusal_of_an_aggregation_names_the_hold(story: Story) -> None:
    story.options(run_aggregates=True).held("02:00").asks(AGGREGATE, when="02:10").answered(Answer.REFUSED, "R16")
    assert story.answer is not None and "once the hold of ann has ended" in story.answer.reason


def test_in_a_hold_no_launch_is_next(story: Story) -> None:
    world = story.held("02:00").world
    assert next_launches(world, at("03:00")) == ()
    assert next_launches(world, at("06:00")) != ()


def test_R23_before_resuming_it_is_known_what_starts_within_a_minute(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).held("02:00")
    told = launches_when_resumed(story.world, at("04:59:30"))
    assert [(found.job, found.time) for found in told] == [(AGGREGATE, at("04:59:30"))]
    told = launches_when_resumed(story.world, at("05:59:30"))
    assert [(found.job, found.time) for found in told] == [(AGGREGATE, at("05:59:30")), (EXTRACT, at("06:00"))]


def test_R23_the_maintenance_that_ends_with_its_hold_is_not_in_the_way_of_what_starts(story: Story) -> None:
    story.held("05:30", maintain=True).tick("05:30").tick("05:30").expect(start(MAINTAIN, "R22"))
    assert [found.job for found in launches_when_resumed(story.world, at("06:10"))] == [EXTRACT]


def test_R01_what_a_schedule_that_is_off_would_start_is_known_too(story: Story) -> None:
    world = story.options(run_scheduler=False).world
    assert [found.job for found in launches_when_resumed(world, at("07:00"))] == [EXTRACT]


def test_a_day_with_a_hold_drops_what_it_must_and_catches_up_with_the_rest(story: Story) -> None:
    story.options(etl_start_time="06:00", etl_end_time="08:00", run_maintain=False).given(created_at=at("05:00"))
    story.now = at("05:59")
    before = story.through("06:15")
    story.held("06:15", maintain=True).now = at("06:15")
    after = story.through("08:30", maintain=40)
    kinds = [(when, event, job) for when, event, job in after if event in ("Launch", "StartRun", "EndHold")]
    assert ("23T06:00", "Launch", EXTRACT) in before
    assert kinds == [
        ("23T06:15", "StartRun", MAINTAIN), ("23T06:55", "EndHold", MAINTAIN), ("23T06:55", "Launch", EXTRACT),
        ("23T07:00", "Launch", TRANSFORM), ("23T07:25", "Launch", EXTRACT), ("23T07:30", "Launch", TRANSFORM),
        ("23T07:55", "Launch", EXTRACT), ("23T08:00", "Launch", TRANSFORM), ("23T08:05", "Launch", EXTRACT),
        ("23T08:10", "Launch", TRANSFORM),
    ]  # fmt: skip


def test_reasons_of_a_hold_are_sentences_without_rule_numbers(story: Story) -> None:
    story.options(**BUSY, run_maintain=True).held("05:00", maintain=True)
    for when in ("05:00", "05:01", "06:00", "06:30", "23:00"):
        for command in story.tick(when).commands:
            assert command.reason.endswith(".")
            assert command.rule not in command.reason


def test_the_next_look_is_not_later_than_the_expiry(story: Story) -> None:
    story.options(run_scheduler=False).held("02:00").tick(at("06:00") - timedelta(seconds=7))
    assert story.commands[-1].at == at("06:00")  # type: ignore[attr-defined]
    story.expect()
