"""Time played ahead: what the engine would do, event by event, and nothing that it would not."""

import pickle
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.request import Request
from gim_manager.domain.run import Status
from gim_manager.domain.scenario import Asking, Failing, Scenario, usual_lengths
from gim_manager.domain.simulate import Event, Happening, Simulated, essential_keys, simulate
from gim_manager.domain.world import World
from tests.language.build import (
    AGGREGATE,
    DAY,
    EXPORT,
    EXTRACT,
    INITIALIZE,
    MAINTAIN,
    MIGRATE,
    PARAMETERS,
    SAMPLE,
    STATS,
    TRANSFORM,
    a_launch,
    a_run,
    a_world,
    at,
    options,
)
from tests.language.story import Story

NEXT_DAY = "2026-11-24"
GUIDE: dict[str, Any] = SAMPLE


def played(
    since: str = "00:00", until: str = f"{NEXT_DAY}T00:00", *, asks: tuple[tuple[str, Job, str | None], ...] = (),
    fails: tuple[tuple[str, Job], ...] = (), minutes: Mapping[Job, int] | None = None, world: World | None = None,
    **schedule: Any,
) -> Simulated:  # fmt: skip
    """A simulation on a database-less world whose past is done."""
    lengths = usual_lengths() | {job: timedelta(minutes=number) for job, number in (minutes or {}).items()}
    return simulate(
        Scenario(
            world=world or a_world(options=options(**schedule), created_at=at(since)),
            since=at(since), until=at(until), lengths=lengths,
            askings=tuple(Asking(at=at(when), request=Request(job=job, parameters=text)) for when, job, text in asks),
            failings=tuple(Failing(at=at(when), job=job) for when, job in fails),
        )
    )  # fmt: skip


def told(simulated: Simulated, *jobs: Job) -> list[tuple[str, str, Job, str | None]]:
    """Time, event, job and rule of what happened to these jobs, or to all."""
    return [
        (_time(event.time), event.event.value, event.job, event.rule)
        for event in simulated.events
        if not jobs or event.job in jobs
    ]


def _time(instant: datetime) -> str:
    text = f"{instant:%H:%M}" if instant.second == 0 else f"{instant:%H:%M:%S}"
    return text if f"{instant:%Y-%m-%d}" == DAY else f"{instant:%dT}{text}"


def test_a_cycle_is_an_extraction_and_its_transformation() -> None:
    assert told(played("05:00", "06:30")) == [
        ("06:00", "start", EXTRACT, "R03"), ("06:05", "finish", EXTRACT, None), ("06:05", "start", TRANSFORM, "R05"),
        ("06:10", "finish", TRANSFORM, None),
    ]  # fmt: skip


def test_from_is_included_and_to_is_not() -> None:
    assert told(played("06:00", "06:30"))[0] == ("06:00", "start", EXTRACT, "R03")
    assert told(played("05:00", "06:00")) == []
    assert told(played("06:00", "06:00")) == []


def test_what_was_due_before_from_counts_as_done_and_open_windows_are_joined() -> None:
    day = played("12:10", "12:16", run_aggregates=True, aggregate_schedule="0 4", aggregate_duration="23:00")
    assert told(day)[:2] == [("12:10", "start", EXTRACT, "R06"), ("12:10", "start", AGGREGATE, "R14")]
    assert told(played("22:01", "22:59")) == [] == told(played("23:01"))


def test_the_sample_day_gives_what_a_story_of_the_engine_gives() -> None:
    since, until = "00:00", f"{NEXT_DAY}T00:00"
    story = Story().options(timezone="Europe/Berlin", **GUIDE).given(created_at=at(since))
    starts = {"Launch", "StartRun"}
    of_story = [(when, job) for when, event, job in story.through(until) if event in starts]
    simulated = played(since, until, timezone="Europe/Berlin", **GUIDE)
    assert [(f"{e.time:%dT%H:%M}", e.job) for e in simulated.events if e.event is Happening.START] == of_story


def test_the_guides_sample_day() -> None:
    day = played("03:00", f"{NEXT_DAY}T03:00", **GUIDE)
    assert told(day, MAINTAIN, AGGREGATE) == [
        ("03:00", "start", MAINTAIN, "R08"), ("03:05", "finish", MAINTAIN, None), ("04:00", "start", AGGREGATE, "R14")
    ]  # fmt: skip
    starts = [when for when, event, *_ in told(day, EXTRACT) if event == "start"]
    assert (starts[0], starts[-1], len(starts)) == ("06:30", "24T00:30", 37)


def test_R07_a_stop_takes_no_time_and_the_cycle_is_not_told_to_wait() -> None:
    assert told(played("05:00", "06:01", maintain_start_time="05:50", minutes={MAINTAIN: 60})) == [
        ("05:50", "start", MAINTAIN, "R08"), ("06:00", "stop", MAINTAIN, "R07"), ("06:00", "start", EXTRACT, "R03"),
    ]  # fmt: skip


def test_R08_maintenance_is_held_until_the_cycle_has_ended() -> None:
    day = played("21:50", "23:59", etl_end_time="22:00", maintain_start_time="22:02")
    assert told(day, MAINTAIN) == [
        ("22:02", "hold", MAINTAIN, "R08"), ("22:05", "hold", MAINTAIN, "R08"), ("22:10", "start", MAINTAIN, "R08"),
        ("22:15", "finish", MAINTAIN, None),
    ]  # fmt: skip
    reasons = [event.reason for event in day.events if event.event is Happening.HOLD]
    assert "Job_ExtractICON" in reasons[0] and "Job_TransformGIM" in reasons[1]


def test_R12_a_tick_that_finds_its_job_running_is_dropped() -> None:
    day = played("01:00", "01:21", run_update_stats=True, minutes={STATS: 15})
    assert told(day) == [
        ("01:00", "start", STATS, "R12"), ("01:10", "drop", STATS, "R12"), ("01:15", "finish", STATS, None),
        ("01:20", "start", STATS, "R12"),
    ]  # fmt: skip


def test_R05_a_failed_extraction_ends_its_cycle() -> None:
    day = played("06:00", "06:31", fails=(("06:03", EXTRACT),))
    assert told(day) == [
        ("06:00", "start", EXTRACT, "R03"), ("06:05", "finish", EXTRACT, None), ("06:30", "start", EXTRACT, "R03")
    ]  # fmt: skip
    assert day.events[1].reason == "Failed, as was asked for."


def test_the_run_that_starts_at_the_time_of_a_failure_fails_and_one_that_ends_then_does_not() -> None:
    ends = played("06:00", "06:20", fails=(("06:05", EXTRACT), ("06:05", TRANSFORM)))
    assert [event.reason for event in ends.events if event.event is Happening.FINISH] == [
        "Complete.", "Failed, as was asked for."
    ]  # fmt: skip
    assert ends.missed == (Failing(at=at("06:05"), job=EXTRACT),)


def test_R15_aggregation_that_fails_starts_again_after_a_growing_delay() -> None:
    day = played(
        "01:00", "01:05", fails=(("01:00", AGGREGATE), ("01:01:30", AGGREGATE)), minutes={AGGREGATE: 1},
        run_aggregates=True,
    )  # fmt: skip
    assert [when for when, event, *_ in told(day) if event == "start"] == ["01:00", "01:01:30", "01:03:30", "01:04:30"]


def test_R16_a_refused_request_is_told_with_its_rule() -> None:
    day = played("04:00", "04:30", asks=(("04:10", AGGREGATE, None),), run_aggregates=True, aggregate_duration="02:00")
    assert told(day) == [("04:10", "refuse", AGGREGATE, "R16")]
    assert "starts it next at 01:00 on 2026-11-24" in day.events[0].reason


def test_R18_a_re_aggregation_is_played_beside_the_aggregation_and_goes_on_in_the_next_window() -> None:
    asks = (("04:10", AGGREGATE, PARAMETERS), ("04:28", AGGREGATE, PARAMETERS))
    windows = played(
        "04:00", "05:30", asks=asks, run_aggregates=True, aggregate_schedule="0 4,5", aggregate_duration="00:30"
    )
    assert told(windows, AGGREGATE) == [
        ("04:00", "start", AGGREGATE, "R14"), ("04:10", "start", AGGREGATE, "R18"),
        ("04:15", "finish", AGGREGATE, None), ("04:28", "start", AGGREGATE, "R18"), ("04:30", "stop", AGGREGATE, "R14"),
        ("04:30", "hold", AGGREGATE, "R18"), ("05:00", "start", AGGREGATE, "R14"), ("05:00", "start", AGGREGATE, "R18"),
        ("05:05", "finish", AGGREGATE, None),
    ]  # fmt: skip


def test_R19_parameters_that_are_ignored_are_told_with_the_start() -> None:
    day = played("04:00", "04:30", asks=(("04:10", AGGREGATE, PARAMETERS),))
    assert told(day) == [("04:10", "start", AGGREGATE, "R19")]


def test_R21_a_request_waits_for_the_running_instance() -> None:
    assert told(played("06:00", "06:12", asks=(("06:02", EXTRACT, None),)), EXTRACT) == [
        ("06:00", "start", EXTRACT, "R03"), ("06:02", "hold", EXTRACT, "R21"), ("06:05", "finish", EXTRACT, None),
        ("06:05", "start", EXTRACT, "R22"), ("06:10", "finish", EXTRACT, None),
    ]  # fmt: skip


def test_R21_a_waiting_request_becomes_the_launch() -> None:
    assert told(played("05:59", "06:01", asks=(("06:00", EXTRACT, None),))) == [("06:00", "start", EXTRACT, "R03")]


def test_R27_what_runs_alone_stops_aggregation_which_starts_again_afterwards() -> None:
    day = played("01:00", "02:00", asks=(("01:10", MIGRATE, None),), run_aggregates=True)
    assert told(day) == [
        ("01:00", "start", AGGREGATE, "R14"), ("01:10", "stop", AGGREGATE, "R27"), ("01:10", "start", MIGRATE, "R22"),
        ("01:10", "hold", AGGREGATE, "R27"), ("01:15", "finish", MIGRATE, None), ("01:15", "start", AGGREGATE, "R14"),
    ]  # fmt: skip


def test_R28_an_error_of_the_configuration_launches_nothing() -> None:
    assert told(played(maintain_start_time="12:00", asks=(("13:00", INITIALIZE, None),))) == [
        ("13:00", "refuse", INITIALIZE, "R28")
    ]
    error = Finding(level=Level.ERROR, message="Line 2: no.")
    assert told(played(world=a_world(findings=(error,)))) == []


def test_R39_at_one_instant_ends_come_first_then_stops_then_starts_in_their_order() -> None:
    day = played(
        "05:50", "06:01", run_aggregates=True, run_update_stats=True, run_export=True, export_schedule="0 6",
        aggregate_schedule="0 1", minutes={STATS: 10},
    )  # fmt: skip
    assert [entry for entry in told(day) if entry[0] == "06:00"] == [
        ("06:00", "finish", STATS, None), ("06:00", "stop", AGGREGATE, "R14"), ("06:00", "start", EXTRACT, "R03"),
        ("06:00", "start", EXPORT, "R13"), ("06:00", "start", STATS, "R12"),
    ]  # fmt: skip


def test_what_runs_already_goes_on_for_its_usual_length() -> None:
    running = a_launch(EXTRACT, number=7, start_time=at("06:00"), cycle=f"{EXTRACT}:{DAY}T06:00Z:1")
    world = a_world(created_at=at("00:00")).with_run(running)
    assert told(played("06:02", "06:08", world=world)) == [
        ("06:05", "finish", EXTRACT, None), ("06:05", "start", TRANSFORM, "R05")
    ]  # fmt: skip
    assert told(played("06:20", "06:21", world=world))[0] == ("06:20", "finish", EXTRACT, None)


def test_what_is_stopping_already_ends_at_once() -> None:
    world = a_world(a_run(EXPORT, Status.STOPPING, reason="Enough."), options=options(run_scheduler=False))
    (event,) = played("06:00", "07:00", world=world).events
    assert (event.event, event.job, event.rule, event.reason) == (Happening.STOP, EXPORT, None, "Enough.")


def test_R32_the_long_day_has_an_hour_more_of_cycles() -> None:
    zone: dict[str, Any] = {
        "timezone": "Europe/Berlin",
        "etl_start_time": "00:00",
        "etl_end_time": "00:00",
        "run_maintain": False,
    }
    starts = [
        Counter(event.event for event in played(since, until, **zone).events if event.job is EXTRACT)[Happening.START]
        for since, until in (("2026-10-24T22:00", "2026-10-25T23:00"), ("2026-10-25T23:00", "2026-10-26T23:00"))
    ]
    assert starts == [50, 48]


def test_a_month_repeats_no_launch_and_forgets_no_day() -> None:
    month = played("00:00", "2026-12-23T00:00", timezone="Europe/Berlin", run_export=True, **GUIDE)
    starts = Counter(event.job for event in month.events if event.event is Happening.START)
    assert (starts[MAINTAIN], starts[EXPORT], starts[EXTRACT]) == (30, 90, 30 * 37)
    assert len(month.world.made) < 100


def test_only_keys_that_can_still_be_asked_for_are_kept() -> None:
    cycles = [
        f"{EXTRACT}:2026-11-{day}T06:00Z:{number}" for day in range(20, 25) for number in (*range(1, 33), "final")
    ]
    again = [f"{AGGREGATE}:2026-11-24T01:00Z:{number}" for number in range(1, 5)]
    days = [f"{MAINTAIN}:2026-11-{day}:23:00" for day in range(20, 25)]
    assert essential_keys([*cycles, *again, *days]) == {
        *(f"{EXTRACT}:2026-11-{day}T06:00Z:{last}" for day in (22, 23, 24) for last in ("32", "final")),
        *again, *days[-3:],
    }  # fmt: skip


def test_it_can_be_played_in_another_process() -> None:
    scenario = Scenario(
        world=a_world(options=options(**GUIDE)), since=at("06:00"), until=at("07:00"), lengths=usual_lengths()
    )
    assert pickle.loads(pickle.dumps(simulate(pickle.loads(pickle.dumps(scenario))))) == simulate(scenario)


@pytest.mark.parametrize("event", played(**GUIDE).events[:40], ids=lambda event: f"{event.time:%H:%M}-{event.event}")
def test_every_event_has_a_sentence_and_all_but_ends_a_rule(event: Event) -> None:
    assert event.reason.endswith(".")
    assert (event.rule is None) == (event.event is Happening.FINISH)


def test_R23_a_hold_in_force_is_played_to_its_end() -> None:
    hold = Hold(id=1, owner="ann", since=at("05:50"), expires=at("09:50"), state=HoldState.WAITING)
    busy = a_run(EXPORT, number=1, start_time=at("05:55"))
    world = a_world(busy, options=options(run_maintain=False), created_at=at("05:00"), hold=hold)
    day = played("05:58", "06:40", world=world, minutes={EXPORT: 7, MAINTAIN: 30})
    assert told(day) == [
        ("06:00", "hold", EXTRACT, "R23"), ("06:02", "finish", EXPORT, None), ("06:02", "start", MAINTAIN, "R22"),
        ("06:32", "finish", MAINTAIN, None), ("06:32", "start", EXTRACT, "R06"), ("06:37", "finish", EXTRACT, None),
        ("06:37", "start", TRANSFORM, "R05"),
    ]  # fmt: skip
    assert day.world.hold is None
