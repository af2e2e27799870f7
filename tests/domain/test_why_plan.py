"""What the schedule says of a job at a moment, for every job and every state of its windows."""

from typing import Any

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.moment import Moment, Reason, Setting
from gim_manager.domain.run import Status
from gim_manager.domain.why_plan import planned
from gim_manager.domain.world import Cycle, World
from tests.language.build import (
    AGGREGATE,
    EXPORT,
    EXTRACT,
    INITIALIZE,
    MAINTAIN,
    STATS,
    TRANSFORM,
    a_launch,
    a_world,
    at,
    options,
)  # fmt: skip

NOW = "2026-11-24T12:00"


def asked(job: Job, when: str, *, world: World | None = None, now: str = NOW, **schedule: Any) -> tuple[Reason, ...]:
    there = world or a_world(options=options(**schedule), created_at=at("00:00"))
    return planned(Moment(at=at(when), now=at(now), world=there), job)


def said(job: Job, when: str, **how: Any) -> list[tuple[str | None, str]]:
    return [(reason.rule, reason.text) for reason in asked(job, when, **how)]


def test_R02_a_closed_window_says_from_when_to_when() -> None:
    assert said(EXTRACT, "02:30") == [("R02", "The ETL window was closed from 22:00 on 2026-11-22 to 06:00.")]
    assert said(EXTRACT, "2026-11-25T02:30") == [
        ("R06", "A launch of Job_ExtractICON would be due at 22:00 on 2026-11-24."),
        ("R02", "The ETL window will be closed from 22:00 on 2026-11-24 to 06:00."),
    ]


def test_R03_between_two_cycles_it_says_when_the_next_was_due() -> None:
    extraction = a_launch(EXTRACT, Status.COMPLETE, start_time=at("10:00"), end_time=at("10:05"), cycle="c")
    transformation = a_launch(TRANSFORM, Status.COMPLETE, start_time=at("10:05"), end_time=at("10:07"), cycle="c")
    world = a_world(cycle=Cycle(extraction=extraction, transformation=transformation))
    assert said(EXTRACT, "10:15", world=world) == [
        ("R03", "The cycle of 10:00 ended at 10:07; the next cycle was due at 10:30.")
    ]
    assert said(EXTRACT, "06:30") == [
        ("R06", "A launch of Job_ExtractICON was due at 06:00, and was not made."),
        ("R06", "No cycle had begun in this window; the next cycle was due at 06:00."),
    ]


def test_R05_a_transformation_waits_for_its_extraction() -> None:
    running = a_launch(EXTRACT, start_time=at("10:00"), cycle="c")
    world = a_world(running, cycle=Cycle(extraction=running))
    assert said(TRANSFORM, "10:02", world=world) == [
        ("R05", "It starts when the extraction of its cycle is complete, and that was still running.")
    ]
    none = said(TRANSFORM, "02:30")
    assert [rule for rule, _ in none] == ["R05", "R02"]


def test_R14_R15_aggregation_says_how_its_window_is() -> None:
    assert said(AGGREGATE, "12:00", run_aggregates=True) == [
        ("R14", "The window of aggregation was closed from 06:00 to 01:00 on 2026-11-24.")
    ]
    assert said(AGGREGATE, "03:00", run_aggregates=True)[-1] == (
        "R14", "The window of aggregation was open until 06:00."
    )  # fmt: skip


def test_a_job_of_ticks_says_its_last_and_its_next() -> None:
    assert said(MAINTAIN, "12:00") == [
        ("R08", "Job_MaintainGIM is due by maintain-start-time 23:00: last at 23:00 on 2026-11-22, next at 23:00.")
    ]
    assert said(EXPORT, "12:00", run_export=True) == [
        ("R13", "Job_ExportGIM is due by export-schedule 20 0/8: last at 08:20, next at 16:20.")
    ]
    assert said(STATS, "12:05", run_update_stats=True)[-1][0] == "R12"
    assert said(STATS, "12:05", world=a_world(postgresql=False)) == [
        ("R12", "Job_UpdateStats runs on PostgreSQL only, and this is SQLite.")
    ]


def test_what_is_switched_off_says_since_when_and_by_whom() -> None:
    world = a_world(options=options(run_export=False))
    settings = {"run-export": Setting(since=at("10:00"), by="ann", until=at("14:00"))}
    over = planned(Moment(at=at("12:00"), now=at(NOW), world=world, settings=settings), EXPORT)
    still = planned(Moment(at=at("12:00"), now=at("13:00"), world=world, settings=settings), EXPORT)
    assert over[0].text == "Job_ExportGIM was switched off: run-export was false from 10:00 to 14:00 (set by ann)."
    assert still[0].text == "Job_ExportGIM was switched off: run-export is false since 10:00 (set by ann)."
    assert (over[0].rule, over[0].time) == ("R13", at("10:00"))


def test_R10_a_launch_that_was_due_names_the_run_that_held_it_back() -> None:
    running = a_launch(MAINTAIN, number=4711, start_time=at("00:10"))
    world = a_world(running, options=options(run_export=True))
    assert said(EXPORT, "00:20", world=world)[0] == (
        "R10", "Job_MaintainGIM 4711 ran since 00:10; it holds back Job_ExportGIM."
    )  # fmt: skip


@pytest.mark.parametrize("job", list(Job))
@pytest.mark.parametrize("when", ["1990-01-01T00:00", "02:30", "06:00", "12:00", "22:00", "2030-03-31T01:30"])
def test_there_is_always_an_answer(job: Job, when: str) -> None:
    everything: dict[str, Any] = {
        "run_aggregates": True,
        "run_export": True,
        "run_update_stats": True,
        "timezone": "Europe/Berlin",
    }
    nothing: dict[str, Any] = {}
    for schedule in (nothing, everything):
        assert all(reason.text.endswith(".") for reason in asked(job, when, **schedule))
        assert asked(job, when, **schedule)


def test_what_nobody_asked_for_did_not_run() -> None:
    assert said(INITIALIZE, "12:00") == [
        (None, "Job_InitializeGIM runs only where a person asks for it, and nobody did.")
    ]
