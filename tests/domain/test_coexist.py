"""Who may run beside whom, as stories, and the matrix that says so."""

import pytest

from gim_manager.domain.coexist import LAUNCH_MEETS, START_ORDER, Beside, Candidate, meeting
from gim_manager.domain.decide import Answer
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from tests.language.build import (
    AGGREGATE,
    EXPORT,
    EXTRACT,
    INITIALIZE,
    MAINTAIN,
    MIGRATE,
    PARAMETERS,
    STATS,
    TRANSFORM,
    a_run,
    at,
)  # fmt: skip
from tests.language.story import Story, adopt, drop, hold, launch, queue, start, stop


def test_R07_a_due_cycle_stops_scheduled_maintenance(story: Story) -> None:
    story.running(MAINTAIN, "05:00").tick("06:00").expect(stop(MAINTAIN, "R07"), queue(EXTRACT, "R07"))
    assert story.reason() == "The ETL cycle of 06:00 begins."
    story.tick("06:00:02").expect()
    story.ended(MAINTAIN, "06:00:04", Status.STOPPED).tick("06:00:04").expect(start(EXTRACT, "R03"))


@pytest.mark.parametrize("job", [EXTRACT, TRANSFORM, AGGREGATE, EXPORT, INITIALIZE, MIGRATE])
def test_R08_maintenance_waits_for_what_runs(story: Story, job: Job) -> None:
    story.given(created_at=at("22:30")).running(job, by_hand=True)
    rule = "R27" if job in (INITIALIZE, MIGRATE) else "R08"
    story.tick("23:00").expect(queue(MAINTAIN, rule))
    assert story.reason() == f"Waits for {job} 1 to end. It waits until 06:00 on Tuesday at the latest."
    story.ended(job, "23:10").tick("23:10").expect(start(MAINTAIN, "R08"))


def test_R08_maintenance_does_not_wait_for_statistics(story: Story) -> None:
    story.given(created_at=at("22:30")).running(STATS).tick("23:00").expect(launch(MAINTAIN, "R08"))


def test_R08_maintenance_waits_for_a_cycle_between_its_two_jobs(story: Story) -> None:
    story.options(etl_end_time="22:59").given(created_at=at("22:00")).tick("22:59").ended(EXTRACT, "23:00")
    story.tick("23:00").expect(launch(TRANSFORM, "R05"), queue(MAINTAIN, "R08"))


def test_R10_nothing_is_launched_beside_scheduled_maintenance(story: Story) -> None:
    story.options(run_aggregates=True, run_export=True, run_update_stats=True, export_schedule="0 1")
    story.given(created_at=at("00:55")).running(MAINTAIN, "00:40").tick("01:00")
    story.expect(queue(AGGREGATE, "R10"), queue(EXPORT, "R10"), drop(STATS, "R10"))


def test_R21_a_launch_waits_for_a_persons_run(story: Story) -> None:
    story.running(EXTRACT, by_hand=True).tick("06:00").expect(queue(EXTRACT, "R21"))
    story.ended(EXTRACT, "06:03").tick("06:03").expect(start(EXTRACT, "R03"))


def test_R21_a_waiting_request_becomes_the_launch(story: Story) -> None:
    story.options(run_scheduler=False).running(EXTRACT, by_hand=True).asks(EXTRACT, when="05:50").tick("05:50")
    story.edits("05:55", run_scheduler=True).tick("06:00").expect(adopt(EXTRACT, "R21"))
    story.ended(EXTRACT, "06:03").tick("06:03").expect(start(EXTRACT, "R03"))
    assert [run.id for run in story.world.runs] == [2]


@pytest.mark.parametrize("running", [EXTRACT, TRANSFORM, AGGREGATE, EXPORT, STATS])
def test_R23_a_persons_maintenance_is_not_held_and_holds_nobody(story: Story, running: Job) -> None:
    story.running(running).asks(MAINTAIN, when="00:01").answered(Answer.STARTS, "").tick("00:01")
    story.expect(start(MAINTAIN, "R22")).tick("06:00")
    assert not [event for event in story.happened if event.rule in ("R07", "R10")]


@pytest.mark.parametrize("alone", [INITIALIZE, MIGRATE])
def test_R23_but_it_never_starts_beside_a_job_that_runs_alone(story: Story, alone: Job) -> None:
    story.running(alone, by_hand=True).asks(MAINTAIN).answered(Answer.WAITS, "R27")


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


def test_R27_R17_whose_an_aggregation_is_the_option_decides_not_who_started_it(story: Story) -> None:
    story.running(AGGREGATE).asks(MIGRATE, when="02:00").tick("02:00").expect(hold(MIGRATE, "R27"))
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("02:01").expect(stop(AGGREGATE, "R27"))


def test_R27_R17_a_persons_aggregation_is_the_schedules_inside_a_window(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).running(AGGREGATE, by_hand=True)
    story.asks(MIGRATE, when="02:00").tick("02:00").expect(hold(MIGRATE, "R27"), stop(AGGREGATE, "R27"))


def test_the_matrix_names_every_pair_and_every_job_waits_for_itself() -> None:
    assert set(LAUNCH_MEETS) == set(Job) == set(START_ORDER)
    assert all(set(row) == set(Job) for row in LAUNCH_MEETS.values())
    assert all(LAUNCH_MEETS[job][job] is Beside.WAITS for job in Job)


def test_R27_who_runs_alone_waits_for_all_and_lets_nobody_start() -> None:
    for alone in (INITIALIZE, MIGRATE):
        assert Beside.FREE not in LAUNCH_MEETS[alone].values()
        assert all(LAUNCH_MEETS[job][alone] is not Beside.FREE for job in Job)


def test_R27_of_two_that_run_alone_migration_goes_first_and_neither_waits_for_ever() -> None:
    both = (a_run(INITIALIZE, Status.SCHEDULED, number=1), a_run(MIGRATE, Status.SCHEDULED, number=2))
    first = meeting(Candidate(job=MIGRATE, is_launch=False, run_id=2), both)
    second = meeting(Candidate(job=INITIALIZE, is_launch=False, run_id=1), both)
    assert first is None
    assert second and second.reason == "Waits for Job_MigrateGIM 2 to end."


def test_several_obstacles_are_named_together() -> None:
    runs = (a_run(EXTRACT, number=4), a_run(TRANSFORM, number=5), a_run(AGGREGATE, number=6))
    met = meeting(Candidate(job=MAINTAIN, is_launch=True), runs)
    assert met and met.reason == "Waits for Job_ExtractICON 4, Job_TransformGIM 5 and Job_AggregateGIM 6 to end."


def test_R18_a_reaggregation_holds_nobody() -> None:
    runs = (a_run(AGGREGATE, parameters=PARAMETERS),)
    assert meeting(Candidate(job=MAINTAIN, is_launch=True), runs) is None


def test_R07_the_stopped_maintenance_names_the_cycle_also_when_that_was_waiting_for_another_run(story: Story) -> None:
    story.running(MAINTAIN, "05:00").running(EXTRACT, "05:30", by_hand=True).tick("06:00")
    story.expect(queue(EXTRACT, "R21")).ended(EXTRACT, "06:02").tick("06:02")
    story.expect(stop(MAINTAIN, "R07"), hold(EXTRACT, "R07"))
    assert story.reason() == "The ETL cycle of 06:00 begins."


def test_R07_a_persons_maintenance_is_not_stopped_by_a_cycle(story: Story) -> None:
    story.running(MAINTAIN, "05:00", by_hand=True).tick("06:00").expect(launch(EXTRACT, "R03"))


def test_R08_maintenance_waits_for_a_cycle_that_is_due_at_the_same_instant(story: Story) -> None:
    story.options(etl_end_time="22:59").given(created_at=at("22:00")).tick("22:30").ended(EXTRACT, "22:31")
    story.tick("22:31").ended(TRANSFORM, "22:32").tick("23:00").expect(launch(EXTRACT, "R04"), queue(MAINTAIN, "R08"))


def test_R10_a_persons_request_is_not_held_by_maintenance_but_warned_of_it(story: Story) -> None:
    story.running(MAINTAIN).asks(TRANSFORM, when="01:00").answered(Answer.STARTS, "R10")
    assert story.answer and story.answer.reason == (
        "Starts now, although scheduled Job_MaintainGIM 1 is running: beside it a job can end in a deadlock."
    )
    story.tick("01:00").expect(start(TRANSFORM, "R22"))


def test_R10_a_persons_maintenance_is_nothing_to_be_warned_of(story: Story) -> None:
    story.running(MAINTAIN, by_hand=True).asks(TRANSFORM, when="01:00").answered(Answer.STARTS, "")


def test_R21_a_launch_is_never_refused(story: Story) -> None:
    story.running(EXTRACT, by_hand=True).tick("06:00").expect(queue(EXTRACT, "R21")).tick("06:30").expect()
    story.asks(EXTRACT, when="06:31").answered(Answer.REFUSED, "R21")
