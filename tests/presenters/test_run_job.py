"""The Run Job form: states of the jobs, and the verdict in words."""

import shlex

from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.errors import Refused, Unreachable
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.presenters import words
from gim_manager.presenters.run_job import (
    HAND_OVER,
    OFFERED,
    choices,
    command,
    not_understood,
    refused,
    unanswered,
    unknown,
    verdict,
    why_not_again,
)
from tests.language.fake_window import BERLIN, NOW, REQUEST, FakeMart, the_morning, the_status, wall

CHOICES = {choice.job: choice for choice in choices(the_status(the_morning()), BERLIN, NOW)}


def test_R24_statistics_and_export_are_not_offered() -> None:
    assert set(Job) - set(OFFERED) == {Job.UPDATE_STATS, Job.EXPORT}


def test_each_job_shows_its_present_state() -> None:
    assert words.plain(CHOICES[Job.TRANSFORM].state) == "Running 62 %, one waits"
    assert words.plain(CHOICES[Job.AGGREGATE].state) == "Running since 05:10:44, one waits"
    assert words.plain(CHOICES[Job.EXTRACT].state) == "idle, next cycle 11:00"
    assert words.plain(CHOICES[Job.MAINTAIN].state) == "idle, next Mon 03:00"
    assert CHOICES[Job.INITIALIZE].state == "runs alone"
    assert (CHOICES[Job.TRANSFORM].status, CHOICES[Job.EXTRACT].status) == (Status.RUNNING, None)


def test_without_a_status_every_job_can_still_be_chosen() -> None:
    assert [choice.job for choice in choices(None, BERLIN, NOW)] == list(OFFERED)


def test_the_verdict_answers_first_and_says_what_follows() -> None:
    waits = verdict(Prediction(kind=Answer.WAITS, rule="R21", reason="48213 runs", until=wall("11:02:50")), BERLIN, NOW)
    assert words.plain(waits.answer) == "Will wait, and start at ≈ 11:02:50"
    assert (waits.tone, waits.may_run, waits.consequence) == ("scheduled", True, "48213 runs")
    starts = verdict(Prediction(kind=Answer.STARTS, rule="", reason="Starts now."), BERLIN, NOW)
    assert (starts.answer, starts.consequence) == ("Starts now", "Nothing that runs or waits is in its way.")


def test_R10_a_start_beside_scheduled_maintenance_is_a_warning_and_no_refusal() -> None:
    warned = verdict(Prediction(kind=Answer.STARTS, rule="R10", reason="Maintenance is running."), BERLIN, NOW)
    assert (warned.icon, warned.may_run, warned.consequence) == ("warning", True, "Maintenance is running.")


def test_a_refusal_cannot_be_run() -> None:
    no = verdict(Prediction(kind=Answer.REFUSED, rule="R16", reason="the scheduler keeps it running"), BERLIN, NOW)
    assert (no.answer, no.may_run, no.icon) == ("Refused", False, "refused")
    assert no == refused("the scheduler keeps it running")


def test_R19_what_becomes_of_the_parameters_is_for_the_person_to_say() -> None:
    left = verdict(Prediction(kind=Answer.IGNORED_PARAMETERS, rule="R19", reason="it does not run"), BERLIN, NOW)
    assert (left.may_run, left.offer, left.is_taken) == (True, HAND_OVER, False)
    starts = Prediction(kind=Answer.STARTS, rule="R19", reason="it is started", starts_aggregation=True)
    taken = verdict(starts, BERLIN, NOW)
    assert (taken.answer, taken.offer, taken.is_taken) == ("Starts aggregation first", HAND_OVER, True)
    identity = FakeMart().identity
    assert shlex.split(command(Job.AGGREGATE, REQUEST, identity, taken))[-1] == "--hand-over"
    assert "--hand-over" not in command(Job.AGGREGATE, REQUEST, identity, left)


def test_R20_a_refusal_that_may_be_overridden_asks_for_it() -> None:
    asks = verdict(Prediction(kind=Answer.REFUSED, rule="R20", reason="they were purged"), BERLIN, NOW)
    assert asks.may_run and asks.confirm
    assert asks.answer == "Refused, unless you confirm it"
    identity = FakeMart().identity
    assert shlex.split(command(Job.AGGREGATE, REQUEST, identity, asks, is_confirmed=True))[-1] == "--force"
    assert "--force" not in command(Job.AGGREGATE, REQUEST, identity, asks)


def test_R20_the_resolved_range_stands_below_the_answer() -> None:
    found = verdict(
        Prediction(kind=Answer.STARTS, rule="R18", reason="It begins.", remarks="Rebuilds a to b (GMT)."), BERLIN, NOW
    )
    assert found.consequence == "It begins. Rebuilds a to b (GMT)."


def test_what_nobody_knows_cannot_be_run() -> None:
    assert not unknown("gone").may_run
    assert not not_understood("wrong").may_run


def test_an_error_is_a_refusal_or_nobody_can_say() -> None:
    assert unanswered(Refused("R21", "it runs already")) == refused("it runs already")
    assert unanswered(Unreachable("prod", "gone")) == unknown(str(Unreachable("prod", "gone")))


def test_what_is_wrong_with_parameters_is_said_once() -> None:
    assert not_understood().consequence == "What is wrong stands under the field."
    assert not_understood("[schedule] is wrong.").consequence == "[schedule] is wrong."


def test_the_command_can_be_pasted() -> None:
    text = command(Job.AGGREGATE, REQUEST, FakeMart().identity)
    assert shlex.split(text)[-3:] == ["Job_AggregateGIM", "--parameters", REQUEST]
    assert "--parameters" not in command(Job.EXTRACT, None, FakeMart().identity)


def test_only_one_run_that_has_ended_is_asked_for_again() -> None:
    by_id = {run.id: run for run in the_morning()}
    assert why_not_again((by_id[48206],)) == ""
    for chosen in ((), (by_id[48213],), (by_id[48206], by_id[48208])):
        assert why_not_again(chosen) == "select one run that has ended"
    assert why_not_again((by_id[48201],)) == "Job_ExportGIM is run by the schedule alone"
