"""A moment to come, played ahead."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from gim_manager.domain.ahead import ToCome, expectations, expected, starts, why_to_come
from gim_manager.domain.job import Job
from gim_manager.domain.moment import Moment
from gim_manager.domain.run import Status
from gim_manager.domain.scenario import Scenario, usual_lengths
from gim_manager.domain.why import why_at
from gim_manager.domain.world import World
from tests.language.build import AGGREGATE, EXTRACT, MAINTAIN, SAMPLE, TRANSFORM, a_launch, a_run, a_world, at, options

GUIDE: dict[str, Any] = SAMPLE


def a_scenario(world: World, since: datetime, until: datetime) -> Scenario:
    return Scenario(world=world, since=since, until=until, lengths=usual_lengths())


def moment(when: str, now: str = "05:00", world: World | None = None, **schedule: Any) -> Moment:
    there = world or a_world(options=options(**schedule), created_at=at(now))
    return expected(ToCome(scenario=a_scenario(there, at(now), at(when)), at=at(when), now=at(now)))


def said(there: Moment, job: Job | None = None) -> list[tuple[str | None, str]]:
    return [(reason.rule, reason.text) for reason in why_at(there, job)]


def test_what_will_run_is_told_with_its_end() -> None:
    assert said(moment("06:00")) == [(None, "Job_ExtractICON is expected to run from 06:00:00 to 06:05:00.")]
    assert said(moment("06:02"), EXTRACT) == [(None, "Job_ExtractICON is expected to run from 06:00:00 to 06:05:00.")]


def test_what_will_not_run_is_told_by_the_schedule() -> None:
    assert said(moment("06:15"), EXTRACT) == [
        ("R03", "The cycle of 06:00 will have ended at 06:10; the next cycle will be due at 06:30.")
    ]
    assert said(moment("2026-11-24T02:30"), EXTRACT)[0][0] == "R02"


def test_what_will_be_held_back_says_by_what() -> None:
    waiting = said(moment("22:03", "21:50", etl_end_time="22:00", maintain_start_time="22:02"), MAINTAIN)
    assert waiting[0][0] == "R08"
    assert waiting[0][1].startswith("A launch of Job_MaintainGIM will be held back. Waits for Job_ExtractICON to end.")


def test_a_run_that_runs_now_keeps_its_number() -> None:
    running = a_launch(EXTRACT, number=7, start_time=at("06:00"), cycle=f"{EXTRACT}:2026-11-23T06:00Z:1")
    world = a_world(created_at=at("00:00")).with_run(running)
    there = moment("06:04", "06:02", world=world)
    assert said(there, EXTRACT) == [
        (None, "Job_ExtractICON 7 runs since 06:00:00, and is expected to end at 06:05:00.")
    ]


def test_when_a_waiting_run_starts_and_a_running_one_ends() -> None:
    running = a_run(TRANSFORM, number=7, start_time=at("06:00"))
    waiting = a_run(
        TRANSFORM, Status.SCHEDULED, number=8, requested_at=at("06:01"), reason="Waits for Job_TransformGIM 7 to end."
    )  # fmt: skip
    world = a_world(running, waiting, options=options(run_scheduler=False))
    assert ahead(world, 7) == [("06:05", "It is expected to end.")]
    assert ahead(world, 8) == [
        ("06:05", "Job_TransformGIM 7 is expected to end."), ("06:05", "It is expected to start."),
        ("06:10", "It is expected to end."),
    ]  # fmt: skip
    assert ahead(world, 9) == []


def test_the_starts_of_all_that_waits_are_known_at_once_but_of_what_waits_without_end() -> None:
    running = a_run(TRANSFORM, number=7, start_time=at("06:00"))
    waiting = [a_run(TRANSFORM, Status.SCHEDULED, number=number, requested_at=at("06:01")) for number in (8, 9)]
    request = "-insertPendingAgg ALLSETS:2026-11-01"
    endless = a_run(AGGREGATE, Status.SCHEDULED, number=10, requested_at=at("06:01"), parameters=request)
    world = a_world(running, *waiting, endless, options=options(run_scheduler=False))
    scenario = a_scenario(world, at("06:02"), at("2026-11-24T06:02"))
    lengths = {**scenario.lengths, TRANSFORM: timedelta(minutes=70)}
    assert starts(replace(scenario, lengths=lengths)) == {8: at("07:10"), 9: at("08:20")}


def test_what_will_hold_a_waiting_run_back_next_or_end_it_is_told_with_its_rule() -> None:
    aggregation = a_run(AGGREGATE, number=7, start_time=at("06:00"))
    world = a_world(
        aggregation, options=options(run_aggregates=True, aggregate_duration="01:00", aggregate_schedule="0 6")
    )
    ((when, text),) = ahead(world, 7)
    assert (when, text[:30]) == ("07:00", "It is expected to be stopped. ")


def ahead(world: World, number: int) -> list[tuple[str, str]]:
    scenario = a_scenario(world, at("06:02"), at("2026-11-24T06:02"))
    return [(f"{reason.time:%H:%M}", reason.text) for reason in expectations(scenario, number)]


def test_there_is_always_an_answer_at_any_minute_of_the_guides_day() -> None:
    for hour in range(24):
        there = moment(f"2026-11-24T{hour:02}:30", "12:00", **GUIDE)
        for job in (None, *Job):
            assert why_at(there, job)


def test_the_reasons_are_those_of_the_moment_to_which_the_scenario_leads() -> None:
    world = a_world(options=options(), created_at=at("05:00"))
    asked = ToCome(scenario=a_scenario(world, at("05:00"), at("06:02")), at=at("06:02"), now=at("05:00"))
    told = why_to_come(asked, EXTRACT)
    assert [reason.text for reason in told] == ["Job_ExtractICON is expected to run from 06:00:00 to 06:05:00."]
    assert told[0].expected
