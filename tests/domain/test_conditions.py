"""What the check and the schema refuse, as stories: R28 and R29."""

import pytest

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.decide import Answer, decide, next_launches, predict
from gim_manager.domain.job import Job
from tests.language.build import EXPORT, EXTRACT, INITIALIZE, MIGRATE, STATS, TRANSFORM, a_world, at
from tests.language.story import Story, hold, keep_back, launch


def test_R28_an_error_of_the_check_refuses_requests_and_launches(story: Story) -> None:
    story.given(findings=(Finding(level=Level.ERROR, message="No data source can be read."),))
    story.tick("06:00").expect(keep_back(EXTRACT, "R28")).asks(EXTRACT).answered(Answer.REFUSED, "R28")
    assert story.answer and "No data source can be read." in story.answer.reason


def test_R28_a_launch_that_an_option_keeps_back_is_made_in_the_turn_of_its_repair(story: Story) -> None:
    story.options(maintain_start_time="12:00").tick("06:00").expect(keep_back(EXTRACT, "R28"))
    assert "maintain-start-time 12:00 lies inside the ETL window" in story.reason()
    story.edits("06:10", maintain_start_time="23:00").tick("06:10").expect(launch(EXTRACT, "R06"))


def test_R28_each_reason_is_told_once_and_the_key_stays_free(story: Story) -> None:
    story.options(maintain_start_time="12:00").tick("06:00").expect(keep_back(EXTRACT, "R28"))
    story.tick("06:00:30").expect()
    story.edits("06:01", maintain_start_time="13:00").tick("06:01").expect(keep_back(EXTRACT, "R28"))
    assert story.world.made == frozenset()


def test_R28_a_warning_keeps_from_starting_what_needs_what_it_misses(story: Story) -> None:
    lost = frozenset({EXTRACT})
    finding = Finding(level=Level.WARNING, message="No source can be read.", jobs=lost, refuses=lost)
    story.options(run_export=True, export_schedule="0 6").given(findings=(finding,))
    story.tick("06:00").expect(keep_back(EXTRACT, "R28"), launch(EXPORT, "R13"))
    story.asks(EXTRACT).answered(Answer.REFUSED, "R28").asks(TRANSFORM).answered(Answer.STARTS, "")


def test_R28_no_launch_is_promised_of_a_job_that_a_finding_keeps_from_starting(story: Story) -> None:
    story.options(run_export=True)
    promised = {launch.job for launch in next_launches(story.world, at("06:00"))}
    finding = Finding(level=Level.ERROR, message="The folder is gone.", jobs=frozenset({EXPORT}))
    story.given(findings=(finding,))
    assert promised - {launch.job for launch in next_launches(story.world, at("06:00"))} == {EXPORT}


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
