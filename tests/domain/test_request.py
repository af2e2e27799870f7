"""What a person's request comes to, as stories: R16 to R25."""

import pytest

from gim_manager.domain.decide import Answer, predict
from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, PARAMETERS, STATS, TRANSFORM, a_world, at, options
from tests.language.story import Story, hold, launch, start


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


def test_R18_while_it_runs_a_reaggregation_is_not_promised(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).asks(AGGREGATE, PARAMETERS).answered(Answer.REFUSED, "R18")


def test_R19_while_it_does_not_run_the_parameters_are_ignored_in_words(story: Story) -> None:
    story.asks(AGGREGATE, PARAMETERS).answered(Answer.IGNORED_PARAMETERS, "R19")
    assert story.answer and story.answer.parameters is None
    assert "parameters are ignored" in story.answer.reason


def test_R19_parameters_that_cannot_be_read_are_a_bad_value_even_then() -> None:
    with pytest.raises(BadValue, match="character 1"):
        predict(a_world(), at("12:00"), AGGREGATE, "everything")


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


def test_R22_logical_dependence_is_not_enforced(story: Story) -> None:
    story.asks(TRANSFORM).answered(Answer.STARTS, "").asks(AGGREGATE).answered(Answer.STARTS, "")


@pytest.mark.parametrize("job", [EXPORT, STATS])
def test_R24_some_jobs_cannot_be_run_by_a_person(story: Story, job: Job) -> None:
    story.asks(job).answered(Answer.REFUSED, "R24")
    allowed = options().changed({("manager", "allow-run-all-jobs"): "true"})
    story.given(options=allowed).asks(job).answered(Answer.STARTS, "")


@pytest.mark.parametrize("job", [job for job in Job if job not in (AGGREGATE, EXPORT, STATS)])
def test_R25_only_aggregation_takes_parameters(story: Story, job: Job) -> None:
    story.asks(job, PARAMETERS).answered(Answer.REFUSED, "R25").asks(job, "  ").answered(Answer.STARTS, "")


def test_R16_also_while_the_schedule_is_suspended_and_it_says_so(story: Story) -> None:
    story.options(run_aggregates=True, run_scheduler=False).asks(AGGREGATE, when="12:00").answered(
        Answer.REFUSED, "R16"
    )
    assert story.answer and "once run-scheduler is true" in story.answer.reason
