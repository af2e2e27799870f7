"""What the check and the schema refuse, as stories: R28 and R29."""

import pytest

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.decide import Answer, decide, predict
from gim_manager.domain.job import Job
from tests.language.build import EXPORT, EXTRACT, INITIALIZE, MIGRATE, STATS, a_world, at
from tests.language.story import Story, hold


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
