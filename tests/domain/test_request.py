"""What a person's request comes to, as stories: R16 to R25."""

from dataclasses import replace
from datetime import date

import pytest

from gim_manager.domain.coverage import Coverage
from gim_manager.domain.decide import Answer, Prediction, predict
from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from tests.language.build import (
    AGGREGATE,
    EXPORT,
    EXTRACT,
    INITIALIZE,
    PARAMETERS,
    STATS,
    TRANSFORM,
    a_run,
    a_world,
    at,
    options,
)
from tests.language.story import Story, hold, launch, start
from tests.language.zones import clock_of


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


def test_R18_while_it_runs_a_reaggregation_begins_with_its_next_interval(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).asks(AGGREGATE, PARAMETERS).answered(Answer.STARTS, "R18")
    assert story.answer and story.answer.parameters == PARAMETERS
    assert story.answer.reason == "Begins with the next interval of Job_AggregateGIM 1."


def test_R18_inside_a_window_it_is_kept_while_aggregation_is_about_to_start(story: Story) -> None:
    story.options(run_aggregates=True).asks(AGGREGATE, PARAMETERS, when="02:00").answered(Answer.STARTS, "R18")
    assert story.answer and story.answer.parameters == PARAMETERS


def test_R18_any_number_may_wait_each_for_the_one_before(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True)
    for _ in range(3):
        story.asks(AGGREGATE, PARAMETERS)
    story.answered(Answer.WAITS, "R18")
    assert story.answer and story.answer.reason == "Waits for re-aggregation 3 to end."


def test_R18_it_waits_with_a_start_of_aggregation_that_waits(story: Story) -> None:
    story.options(run_scheduler=False).waiting(AGGREGATE).running(INITIALIZE)
    story.asks(AGGREGATE, PARAMETERS).answered(Answer.WAITS, "R27")
    assert story.answer and story.answer.parameters == PARAMETERS


def test_R18_a_hierarchy_that_is_not_built_is_named(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True)
    story.asks(AGGREGATE, "-insertPendingAgg H_QUEUE,H_CAMPAIGN-DAY:2014-05-01:2014-05-01").answered(
        Answer.REFUSED, "R18"
    )
    assert story.answer and story.answer.reason == (
        "H_CAMPAIGN is not built by this version: there is nothing to rebuild. It builds H_QUEUE, H_AGENT, "
        "H_I_SESS_STATE, H_QUEUE_GRP, H_AGENT_GRP, H_AGENT_QUEUE, H_QUEUE_ABN, H_QUEUE_ACC_AGENT, H_ID, H_I_STATE_RSN, "
        "H_I_AGENT."
    )


def test_R18_of_all_hierarchies_those_that_are_not_built_are_left_out_in_words(story: Story) -> None:
    story.running(AGGREGATE, by_hand=True).asks(AGGREGATE, "-insertPendingAgg -DAY:2014-05-01:2014-05-01")
    story.answered(Answer.STARTS, "R18")
    assert (
        story.answer
        and "Left out, as this version does not build them: H_AGENT_CAMPAIGN, H_CAMPAIGN." in story.answer.remarks
    )


def test_R20_the_answer_shows_the_resolved_range_in_the_calendars_zone(story: Story) -> None:
    zoned = options().changed({("date-time", "date-time-tz"): "Europe/Berlin"})
    story.given(options=zoned).running(AGGREGATE, by_hand=True).asks(AGGREGATE, PARAMETERS)
    assert story.answer
    assert story.answer.remarks.startswith("Rebuilds 2014-05-01 00:00 to 2014-06-01 00:00 (Europe/Berlin).")


LOADED = Coverage(clock=clock_of("GMT"), first=at("2014-04-01T09:00"), transformed_to=at("2014-12-31T00:00"))
GONE = replace(LOADED, purged_to=at("2014-05-03T12:00"))


def _asked_with(coverage: Coverage, *, running: bool = True, hand_over: bool = False) -> Prediction:
    runs = (a_run(AGGREGATE),) if running else ()
    return predict(a_world(*runs), at("12:00"), AGGREGATE, PARAMETERS, grounds=coverage, hand_over=hand_over)


def test_R20_a_range_that_touches_purged_days_is_refused_with_the_days_named() -> None:
    answer = _asked_with(GONE)
    assert (answer.kind, answer.rule) == (Answer.REFUSED, "R20")
    assert answer.reason.startswith("The facts of 2014-05-01 to 2014-05-03 were purged: their aggregates would be")


def test_R20_a_range_before_the_first_day_ever_loaded_is_refused() -> None:
    answer = _asked_with(Coverage(clock=clock_of("GMT")))
    assert (answer.kind, answer.rule) == (Answer.REFUSED, "R20")
    assert "2014-05-01 to 2014-05-31 lie before the first day that was ever loaded" in answer.reason


def test_R20_days_without_calls_and_after_the_mark_are_named_not_refused() -> None:
    quiet = replace(LOADED, empty=frozenset({date(2014, 5, 4)}), transformed_to=at("2014-05-30T23:00"))
    answer = _asked_with(quiet)
    assert answer.kind is Answer.STARTS
    assert answer.remarks.endswith(
        "There are no facts on 2014-05-04. 2014-05-31 lies after what is transformed so far."
    )


def test_R19_parameters_that_are_ignored_are_not_refused_for_want_of_facts() -> None:
    assert _asked_with(GONE, running=False).kind is Answer.IGNORED_PARAMETERS


def test_R19_a_request_may_be_handed_over_once_the_aggregation_that_it_starts_runs() -> None:
    answer = _asked_with(LOADED, running=False, hand_over=True)
    assert (answer.kind, answer.rule, answer.parameters) == (Answer.STARTS, "R19", PARAMETERS)
    assert _asked_with(GONE, running=False, hand_over=True).rule == "R20"


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
