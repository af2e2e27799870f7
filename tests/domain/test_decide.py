"""The rules of scheduling as stories: each test cites the rule that it plays."""

from datetime import timedelta

import pytest

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.decide import Answer, decide, next_launches, predict
from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from tests.language.build import a_launch, a_run, a_world, at, options
from tests.language.story import Story, adopt, cancel, drop, hold, kill, launch, queue, start, stop

EXTRACT, TRANSFORM, MAINTAIN, AGGREGATE = Job.EXTRACT, Job.TRANSFORM, Job.MAINTAIN, Job.AGGREGATE
EXPORT, STATS, INITIALIZE, MIGRATE = Job.EXPORT, Job.UPDATE_STATS, Job.INITIALIZE, Job.MIGRATE
PARAMETERS = "-insertPendingAgg ALLSETS:2014-05-01:2014-05-31"

SAMPLE = {
    "etl_start_time": "06:30", "etl_end_time": "00:30", "etl_frequency": 30, "maintain_start_time": "03:00",
    "run_aggregates": True, "aggregate_schedule": "0 4", "aggregate_duration": "23:00",
}  # fmt: skip
"""The sample schedule of the guide."""


@pytest.fixture
def story() -> Story:
    return Story()


# R01


def test_R01_a_suspended_schedule_launches_nothing(story: Story) -> None:
    story.options(run_scheduler=False).tick("06:00").expect()


def test_R01_a_persons_request_still_starts(story: Story) -> None:
    story.options(run_scheduler=False).asks(EXTRACT, when="12:00").answered(Answer.STARTS, "")
    story.tick("12:00").expect(start(EXTRACT, "R22"))


def test_R01_waiting_launches_are_canceled_and_a_waiting_request_is_not(story: Story) -> None:
    story.options(run_scheduler=False).running(TRANSFORM).waiting(TRANSFORM, by_hand=False).waiting(TRANSFORM)
    story.tick("12:00").expect(cancel(TRANSFORM, "R01"), hold(TRANSFORM, "R21"))


def test_R01_what_runs_goes_on_and_its_transformation_is_not_launched(story: Story) -> None:
    story.tick("06:00").expect(launch(EXTRACT, "R03"))
    story.edits("06:01", run_scheduler=False).tick("06:01").expect()
    story.ended(EXTRACT, "06:10").tick("06:10").expect()


def test_R01_a_resumed_schedule_goes_on_where_it_stopped(story: Story) -> None:
    story.tick("06:00").edits("06:01", run_scheduler=False).ended(EXTRACT, "06:10")
    story.edits("06:20", run_scheduler=True).tick("06:20").expect(launch(TRANSFORM, "R05"))


def test_R01_an_engine_that_serves_one_request_leaves_the_schedule_alone(story: Story) -> None:
    story.given(scheduling=False).running(TRANSFORM).waiting(TRANSFORM, by_hand=False)
    story.asks(EXTRACT, when="06:00").tick("06:00").expect(start(EXTRACT, "R22"), hold(TRANSFORM, "R21"))


# R02-R06: the ETL cycle


def test_R03_the_first_cycle_begins_at_the_opening_and_not_before(story: Story) -> None:
    story
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


# R07-R10: maintenance


def test_R07_a_due_cycle_stops_scheduled_maintenance(story: Story) -> None:
    story.running(MAINTAIN, "05:00").tick("06:00").expect(stop(MAINTAIN, "R07"), queue(EXTRACT, "R07"))
    assert story.reason() == "The ETL cycle of 06:00 begins."
    story.tick("06:00:02").expect()
    story.ended(MAINTAIN, "06:00:04", Status.STOPPED).tick("06:00:04").expect(start(EXTRACT, "R03"))


def test_R08_maintenance_falls_due_at_its_time_once_a_day(story: Story) -> None:
    story.given(created_at=at("22:30"))
    story.tick("22:59:59").expect().tick("23:00").expect(launch(MAINTAIN, "R08")).ended(MAINTAIN, "23:05")
    story.tick("23:06").expect().edits("23:10", maintain_start_time="23:30").tick("23:30").expect()


@pytest.mark.parametrize("job", [EXTRACT, TRANSFORM, AGGREGATE, EXPORT, INITIALIZE, MIGRATE])
def test_R08_maintenance_waits_for_what_runs(story: Story, job: Job) -> None:
    story.given(created_at=at("22:30")).running(job, by_hand=True)
    rule = "R27" if job in (INITIALIZE, MIGRATE) else "R08"
    story.tick("23:00").expect(queue(MAINTAIN, rule))
    assert story.reason() == f"Waits for {job} 1 to end."
    story.ended(job, "23:10").tick("23:10").expect(start(MAINTAIN, "R08"))


def test_R08_maintenance_does_not_wait_for_statistics(story: Story) -> None:
    story.given(created_at=at("22:30")).running(STATS).tick("23:00").expect(launch(MAINTAIN, "R08"))


def test_R08_maintenance_waits_for_a_cycle_between_its_two_jobs(story: Story) -> None:
    story.options(etl_end_time="22:59").given(created_at=at("22:00")).tick("22:59").ended(EXTRACT, "23:00")
    story.tick("23:00").expect(launch(TRANSFORM, "R05"), queue(MAINTAIN, "R08"))


def test_R08_a_server_that_comes_back_before_the_opening_launches_it_then(story: Story) -> None:
    story.given(created_at=at("22:30")).tick("2026-11-24T03:00").expect(launch(MAINTAIN, "R08"))


def test_R08_a_server_that_comes_back_after_the_opening_does_not(story: Story) -> None:
    story.given(created_at=at("22:30")).tick("2026-11-24T06:00").expect(launch(EXTRACT, "R03"))


def test_R09_what_waits_at_an_opening_is_dropped(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).waiting(MAINTAIN, by_hand=False)
    story.tick("06:00").expect(cancel(MAINTAIN, "R09"), launch(EXTRACT, "R03"))


def test_R10_nothing_is_launched_beside_scheduled_maintenance(story: Story) -> None:
    story.options(run_aggregates=True, run_export=True, run_update_stats=True, export_schedule="0 1")
    story.given(created_at=at("00:30")).running(MAINTAIN, "00:40").tick("01:00")
    story.expect(queue(AGGREGATE, "R10"), queue(EXPORT, "R10"), drop(STATS, "R10"))


def test_R10_a_persons_request_is_not_held_by_maintenance(story: Story) -> None:
    story.running(MAINTAIN).asks(TRANSFORM, when="01:00").answered(Answer.STARTS, "")


def test_R11_maintenance_inside_the_window_refuses_every_start(story: Story) -> None:
    story.options(maintain_start_time="12:00").tick("06:00").expect()
    story.asks(EXTRACT).answered(Answer.REFUSED, "R28")


# R12, R13


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


# R14-R20: aggregation


def test_R14_aggregation_is_kept_running_inside_its_window_and_stopped_at_its_end(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30"))
    story.tick("00:59").expect().tick("01:00").expect(launch(AGGREGATE, "R14"))
    story.tick("05:59").expect().tick("06:00").expect(stop(AGGREGATE, "R14"), launch(EXTRACT, "R03"))


def test_R15_stopped_by_hand_it_starts_again(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.ended(AGGREGATE, "02:00", Status.STOPPED).tick("02:00:01").expect(launch(AGGREGATE, "R15"))


def test_R15_after_failures_it_waits_longer_and_longer(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.ended(AGGREGATE, "02:00", Status.FAILED).tick("02:00:29").expect()
    story.tick("02:00:30").expect(launch(AGGREGATE, "R15")).ended(AGGREGATE, "02:01", Status.FAILED)
    story.tick("02:01:59").expect().tick("02:02").expect(launch(AGGREGATE, "R15"))


def test_R16_a_person_cannot_start_it_and_is_told_the_next_window(story: Story) -> None:
    story.options(run_aggregates=True).asks(AGGREGATE, when="12:00").answered(Answer.REFUSED, "R16")
    assert story.answer and story.answer.until == at("2026-11-24T01:00")
    assert "starts it next at 01:00 on 2026-11-24" in story.answer.reason


def test_R16_inside_a_window_the_scheduler_keeps_it_running(story: Story) -> None:
    story.options(run_aggregates=True).tick("01:00").asks(AGGREGATE, when="02:00").answered(Answer.REFUSED, "R16")
    assert story.answer and "keeps it running until 06:00" in story.answer.reason


def test_R16_with_parameters_it_is_refused_outside_a_window(story: Story) -> None:
    story.options(run_aggregates=True).asks(AGGREGATE, PARAMETERS, when="12:00").answered(Answer.REFUSED, "R16")


def test_R17_with_the_option_off_a_person_starts_it_freely(story: Story) -> None:
    story.asks(AGGREGATE, when="12:00").answered(Answer.STARTS, "").tick("12:00").expect(
        launch(EXTRACT, "R06"), start(AGGREGATE, "R22")
    )
    story.tick("23:59")
    assert story.world.active(AGGREGATE)


def test_R17_a_persons_aggregation_is_owned_from_the_next_window_on(story: Story) -> None:
    story.options(run_scheduler=False).running(AGGREGATE, "00:10", by_hand=True)
    story.edits("00:30", run_aggregates=True).tick("00:30").expect().tick("01:00").expect()
    story.tick("06:00").expect(stop(AGGREGATE, "R14"))


def test_R18_while_it_runs_a_reaggregation_is_not_promised(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).asks(AGGREGATE, PARAMETERS).answered(Answer.REFUSED, "R18")


def test_R19_while_it_does_not_run_the_parameters_are_ignored_in_words(story: Story) -> None:
    story.asks(AGGREGATE, PARAMETERS).answered(Answer.IGNORED_PARAMETERS, "R19")
    assert story.answer and story.answer.parameters is None
    assert "parameters are ignored" in story.answer.reason


def test_R19_parameters_that_cannot_be_read_are_a_bad_value_even_then() -> None:
    with pytest.raises(BadValue, match="character 1"):
        predict(a_world(), at("12:00"), AGGREGATE, "everything")


# R21-R27: requests


def test_R21_a_request_waits_for_the_running_instance(story: Story) -> None:
    story.options(run_scheduler=False).running(TRANSFORM).asks(TRANSFORM, when="12:00").answered(Answer.WAITS, "R21")
    story.tick("12:00").expect(hold(TRANSFORM, "R21"))
    assert story.reason() == "Waits for Job_TransformGIM 1 to end."
    story.tick("12:01").expect().ended(TRANSFORM, "12:02").tick("12:02").expect(start(TRANSFORM, "R22"))


def test_R21_a_stopping_run_counts_as_running(story: Story) -> None:
    story.running(TRANSFORM).stopping(TRANSFORM, "12:00").asks(TRANSFORM, when="12:00").answered(Answer.WAITS, "R21")


def test_R21_a_second_waiting_request_is_refused(story: Story) -> None:
    story.running(TRANSFORM).asks(TRANSFORM).asks(TRANSFORM).answered(Answer.REFUSED, "R21")


def test_R21_aggregation_that_runs_is_not_waited_for(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).asks(AGGREGATE).answered(Answer.REFUSED, "R21")


def test_R21_a_launch_waits_for_a_persons_run(story: Story) -> None:
    story.running(EXTRACT, by_hand=True).tick("06:00").expect(queue(EXTRACT, "R21"))
    story.ended(EXTRACT, "06:03").tick("06:03").expect(start(EXTRACT, "R03"))


def test_R21_a_waiting_request_becomes_the_launch(story: Story) -> None:
    story.options(run_scheduler=False).running(EXTRACT, by_hand=True).asks(EXTRACT, when="05:50").tick("05:50")
    story.edits("05:55", run_scheduler=True).tick("06:00").expect(adopt(EXTRACT, "R21"))
    story.ended(EXTRACT, "06:03").tick("06:03").expect(start(EXTRACT, "R03"))
    assert [run.id for run in story.world.runs] == [2]


def test_R22_logical_dependence_is_not_enforced(story: Story) -> None:
    story.asks(TRANSFORM).answered(Answer.STARTS, "").asks(AGGREGATE).answered(Answer.STARTS, "")


@pytest.mark.parametrize("running", [EXTRACT, TRANSFORM, AGGREGATE, EXPORT, STATS])
def test_R23_a_persons_maintenance_is_not_held_and_holds_nobody(story: Story, running: Job) -> None:
    story.running(running).asks(MAINTAIN, when="00:01").answered(Answer.STARTS, "").tick("00:01")
    story.expect(start(MAINTAIN, "R22")).tick("06:00")
    assert not [event for event in story.happened if event.rule in ("R07", "R10")]


@pytest.mark.parametrize("alone", [INITIALIZE, MIGRATE])
def test_R23_but_it_never_starts_beside_a_job_that_runs_alone(story: Story, alone: Job) -> None:
    story.running(alone, by_hand=True).asks(MAINTAIN).answered(Answer.WAITS, "R27")


@pytest.mark.parametrize("job", [EXPORT, STATS])
def test_R24_some_jobs_cannot_be_run_by_a_person(story: Story, job: Job) -> None:
    story.asks(job).answered(Answer.REFUSED, "R24")
    allowed = options().changed({("manager", "allow-run-all-jobs"): "true"})
    story.given(options=allowed).asks(job).answered(Answer.STARTS, "")


@pytest.mark.parametrize("job", [job for job in Job if job not in (AGGREGATE, EXPORT, STATS)])
def test_R25_only_aggregation_takes_parameters(story: Story, job: Job) -> None:
    story.asks(job, PARAMETERS).answered(Answer.REFUSED, "R25").asks(job, "  ").answered(Answer.STARTS, "")


def test_R26_a_run_that_does_not_stop_is_killed_after_ten_seconds(story: Story) -> None:
    story.options(run_scheduler=False).running(TRANSFORM).stopping(TRANSFORM, "12:00").tick("12:00:09").expect()
    story.tick("12:00:10").expect(kill(TRANSFORM, "R26")).tick("12:00:11").expect(kill(TRANSFORM, "R26"))


@pytest.mark.parametrize("alone", [INITIALIZE, MIGRATE])
def test_R27_from_its_request_on_nothing_else_starts(story: Story, alone: Job) -> None:
    story.options(run_scheduler=False).running(TRANSFORM).asks(alone, when="12:00").answered(Answer.WAITS, "R27")
    story.tick("12:00").asks(EXTRACT).answered(Answer.WAITS, "R27").tick("12:00").expect(hold(EXTRACT, "R27"))
    story.ended(TRANSFORM, "12:10").tick("12:10").expect(start(alone, "R22"))
    story.ended(alone, "12:20").tick("12:20").expect(start(EXTRACT, "R22"))


def test_R27_scheduled_aggregation_is_stopped_and_a_persons_is_waited_for(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00").asks(MIGRATE, when="02:00")
    story.tick("02:00").expect(hold(MIGRATE, "R27"), stop(AGGREGATE, "R27"))
    story.ended(AGGREGATE, "02:00:02", Status.STOPPED).tick("02:00:02").expect(
        start(MIGRATE, "R22"), queue(AGGREGATE, "R27")
    )
    story.ended(MIGRATE, "02:05").tick("02:05").expect(start(AGGREGATE, "R14"))


def test_R27_a_persons_aggregation_is_left_running(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).asks(MIGRATE, when="02:00").tick("02:00").expect(hold(MIGRATE, "R27"))


# R28-R30


def test_R28_an_error_of_the_check_refuses_requests_and_launches(story: Story) -> None:
    story.given(findings=(Finding(level=Level.ERROR, message="No data source can be read."),))
    story.tick("06:00").expect().asks(EXTRACT).answered(Answer.REFUSED, "R28")
    assert story.answer and "No data source can be read." in story.answer.reason


def test_R28_a_finding_refuses_only_the_jobs_that_it_concerns(story: Story) -> None:
    finding = Finding(level=Level.ERROR, message="The folder is gone.", jobs=frozenset({EXPORT}))
    story.given(findings=(finding,)).asks(EXTRACT).answered(Answer.STARTS, "")


def test_R28_a_warning_refuses_nothing(story: Story) -> None:
    story.given(findings=(Finding(level=Level.WARNING, message="The clock is off."),)).asks(EXTRACT)
    story.answered(Answer.STARTS, "")


def test_R28_a_waiting_run_stays_and_names_the_finding(story: Story) -> None:
    story.options(run_scheduler=False).waiting(EXTRACT)
    story.given(findings=(Finding(level=Level.ERROR, message="The zone is unknown."),))
    story.tick("12:00").expect(hold(EXTRACT, "R28"))


@pytest.mark.parametrize(
    ("condition", "allowed"),
    [
        (Condition.UNINITIALIZED, {INITIALIZE}),
        (Condition.MIGRATION, {MIGRATE}),
        (Condition.NEWER, set()),
        (Condition.READY, set(Job) - {EXPORT, STATS}),
    ],
)
def test_R29_the_condition_of_the_schema_says_what_may_run(condition: Condition, allowed: set[Job]) -> None:
    world = a_world(condition=condition)
    answers = {job: predict(world, at("00:00"), job, None) for job in Job}
    assert {job for job, answer in answers.items() if answer.kind is Answer.STARTS} == allowed
    assert condition is Condition.READY or {a.rule for a in answers.values() if a.rule} == {"R29"}
    assert condition is Condition.READY or not decide(world, at("06:00"))[:-1]


def test_R30_a_waiting_launch_whose_option_is_off_is_canceled(story: Story) -> None:
    story.options(run_maintain=False).given(created_at=at("23:00")).running(AGGREGATE, by_hand=True)
    story.waiting(MAINTAIN, by_hand=False).tick("23:30").expect(cancel(MAINTAIN, "R30"))


def test_R30_a_tick_that_passed_before_an_edit_never_fires(story: Story) -> None:
    story.given(created_at=at("22:30")).edits("23:00", maintain_start_time="22:45").tick("23:01").expect()


def test_R33_no_wait_is_longer_than_half_a_minute_and_the_next_instant_is_met() -> None:
    world = a_world(created_at=at("05:00"))
    assert decide(world, at("05:30"))[-1].at == at("05:30:30")  # type: ignore[union-attr]
    assert decide(world, at("05:59:50"))[-1].at == at("06:00")  # type: ignore[union-attr]


def test_R39_at_one_instant_stops_come_before_starts_and_starts_in_their_order(story: Story) -> None:
    story.options(run_aggregates=True, run_update_stats=True, run_export=True, export_schedule="0 6")
    story.tick("01:00").ended(STATS, "01:01").tick("06:00").expect(
        stop(AGGREGATE, "R14"), launch(EXTRACT, "R03"), launch(EXPORT, "R13"), launch(STATS, "R12")
    )


def test_R40_the_state_of_the_schema_speaks_before_the_configuration(story: Story) -> None:
    story.given(condition=Condition.UNINITIALIZED, findings=(Finding(level=Level.ERROR, message="No source."),))
    story.asks(EXTRACT).answered(Answer.REFUSED, "R29")


# the panel and the prediction


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
