"""What a person assumes is understood whole, or refused in one sentence."""

from datetime import timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from gim_manager.domain.errors import BadValue, UnknownJob
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.scenario import Assumptions, Plan, read_plan, usual_lengths
from gim_manager.domain.timing import LocalClock
from tests.language.build import AGGREGATE, EXTRACT, PARAMETERS, STATS, at

BERLIN = LocalClock(zone=ZoneInfo("Europe/Berlin"))


def _plan(since: str = "2026-11-23", until: str = "2026-11-24", **said: Any) -> Plan:
    return read_plan(Assumptions(since=since, until=until, **said), BERLIN, at("12:00"))


def test_times_are_wall_times_of_the_schedule() -> None:
    plan = _plan("2026-11-23T06:30", "2026-11-23T12:00+00:00")
    assert (plan.since, plan.until) == (at("05:30"), at("12:00"))


def test_a_repeated_hour_is_the_first_and_a_gap_the_first_instant_after_it() -> None:
    plan = _plan("2026-03-29T02:30", "2026-10-25T02:30")
    assert (plan.since, plan.until) == (at("2026-03-29T01:00"), at("2026-10-25T00:30"))


def test_from_may_be_now() -> None:
    assert _plan("now").since == at("12:00")


def test_durations_failures_and_requests_are_read() -> None:
    plan = _plan(
        durations=("Job_ExtractICON=7", "TransformGIM=2"),
        failures=("Job_ExtractICON@2026-11-23T06:30",),
        requests=(f"Job_AggregateGIM {PARAMETERS}@2026-11-23T07:00", "Job_MaintainGIM@2026-11-23T08:00"),
    )
    assert plan.lengths == {EXTRACT: timedelta(minutes=7), Job.TRANSFORM: timedelta(minutes=2)}
    assert [(failing.job, failing.at) for failing in plan.failings] == [(EXTRACT, at("05:30"))]
    asked = [(asking.request.job, asking.request.parameters, asking.at) for asking in plan.askings]
    assert asked == [(AGGREGATE, PARAMETERS, at("06:00")), (Job.MAINTAIN, None, at("07:00"))]


def test_all_jobs_but_aggregation_end_by_themselves() -> None:
    lengths = usual_lengths()
    assert {job for job in Job if job not in lengths} == {job for job in Job if TRAITS[job].endless} == {AGGREGATE}
    assert (lengths[EXTRACT], lengths[STATS]) == (timedelta(minutes=5), timedelta(minutes=1))


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"since": "yesterday"}, "'yesterday' is not a time."),
        ({"until": "2026-13-01"}, "'2026-13-01' is not a time."),
        ({"until": "9999-12-31"}, "'9999-12-31' lies too far away"),
        ({"until": "2026-11-22"}, "TO 2026-11-22 lies before FROM 2026-11-23"),
        ({"durations": ("Job_ExtractICON",)}, "is not JOB=MINUTES"),
        ({"durations": ("Job_ExtractICON=0",)}, "MINUTES is a whole number from 1"),
        ({"durations": ("Job_ExtractICON=1.5",)}, "MINUTES is a whole number from 1"),
        ({"durations": ("Job_ExtractICON=²",)}, "MINUTES is a whole number from 1"),
        ({"durations": ("Job_ExtractICON=99999999999999",)}, "MINUTES is a whole number from 1"),
        ({"durations": ("Job_ExtractICON=1", "extracticon=2")}, "given twice"),
        ({"failures": ("Job_ExtractICON",)}, "has no time"),
        ({"failures": ("Job_ExtractICON@noon",)}, "'noon' is not a time."),
        ({"failures": ("Job_ExtractICON@2026-11-24",)}, "lies outside the time from FROM to TO"),
        ({"requests": ("Job_AggregateGIM -x@2026-11-23T01:00",)}, "wrong at character 1"),
    ],
)
def test_what_cannot_be_understood_is_one_sentence(said: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadValue) as wrong:
        _plan(**said)
    assert complaint in str(wrong.value)


@pytest.mark.parametrize("kind", ["durations", "failures", "requests"])
def test_an_unknown_job_is_named_with_those_there_are(kind: str) -> None:
    text = "Job_Nothing=5" if kind == "durations" else "Job_Nothing@2026-11-23T01:00"
    with pytest.raises(UnknownJob, match="Job_Nothing"):
        _plan(**cast(Any, {kind: (text,)}))
