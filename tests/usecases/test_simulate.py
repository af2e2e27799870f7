"""What the scheduler would do: by an option file alone, and from an Info Mart as it is."""

from datetime import timedelta

import pytest

from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.scenario import Assumptions
from gim_manager.domain.simulate import Event
from gim_manager.schema.engines import writing
from gim_manager.store.migrate import create
from gim_manager.store.rows import micros
from gim_manager.usecases import options
from gim_manager.usecases.context import Actor, Context
from gim_manager.usecases.simulate import of_file, of_info_mart
from tests.language.build import at
from tests.language.clock import START, HandClock
from tests.language.stored import stored

DAY = Assumptions(since="2026-11-23", until="2026-11-24")
ON = "[schedule]\nrun-scheduler = true\n"


def _told(events: tuple[Event, ...]) -> list[tuple[str, str, Job, str | None]]:
    return [(f"{event.time:%H:%M:%S}", event.event.value, event.job, event.rule) for event in events]


def test_an_option_file_needs_no_info_mart() -> None:
    outcome = of_file(f"{ON}timezone = Europe/Berlin\nrun-update-stats = true\n", DAY, at("12:00"))
    first = outcome.events[0]
    assert outcome.ok and (first.time, first.job) == (at("2026-11-22T23:00"), Job.UPDATE_STATS)
    assert all(at("2026-11-22T23:00") <= event.time < at("23:00") for event in outcome.events)


def test_R28_a_wrong_value_is_a_finding_and_launches_nothing() -> None:
    outcome = of_file(f"{ON}timezone = Mars/Phobos\netl-frequency = often\n", DAY, at("12:00"))
    assert (outcome.ok, outcome.events, len(outcome.findings)) == (False, (), 2)


def test_R11_maintenance_inside_the_window_launches_nothing() -> None:
    outcome = of_file(f"{ON}maintain-start-time = 12:00\n", DAY, at("12:00"))
    assert (outcome.ok, outcome.events) == (False, ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("etl-frequency", "no option file"), ("[shedule]\nrun-scheduler = true\n", r"no section \[shedule\]")],
)
def test_what_is_no_option_file_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(BadValue, match=complaint):
        of_file(text, DAY, at("12:00"))


def test_an_option_that_nobody_knows_is_named() -> None:
    assert of_file("[schedule]\nfoo = 1\n", DAY, at("12:00")).unknown == ("[schedule] foo",)


def _on(context: Context, **schedule: str) -> None:
    named = {("schedule", name.replace("_", "-")): value for name, value in schedule.items()}
    options.change(context, {("schedule", "run-scheduler"): "true", **named})


def test_from_now_on_what_runs_goes_on_for_its_usual_length(context: Context, clock: HandClock) -> None:
    _on(context)
    with writing(context.database.manager) as connection:
        for minutes in (1, 3, 9):
            ended = START - timedelta(days=1) + timedelta(minutes=minutes)
            stored(connection, Status.COMPLETE, at=START - timedelta(days=1), end_time=micros(ended))
        stored(connection, Status.RUNNING, at=START, cycle="Job_ExtractICON:x:1", launch_key="Job_ExtractICON:x:1")
    clock.turn(60)
    said = Assumptions(since="now", until=f"{START + timedelta(minutes=10):%Y-%m-%dT%H:%M}")
    outcome = of_info_mart(context, said)
    assert outcome.since == START + timedelta(minutes=1)
    assert _told(outcome.events)[:2] == [
        (f"{START + timedelta(minutes=3):%H:%M:%S}", "finish", Job.EXTRACT, None),
        (f"{START + timedelta(minutes=3):%H:%M:%S}", "start", Job.TRANSFORM, "R05"),
    ]
    longer = of_info_mart(context, Assumptions(since="now", until=said.until, durations=("Job_ExtractICON=6",)))
    assert longer.events[0].time == START + timedelta(minutes=6)


def test_statistics_are_of_postgresql_alone(context: Context) -> None:
    _on(context, run_update_stats="true")
    outcome = of_info_mart(context, Assumptions(since="2099-11-23T01:00", until="2099-11-23T02:00"))
    assert (Job.UPDATE_STATS in {event.job for event in outcome.events}) == (not context.database.is_local)


def test_a_moment_far_ahead_is_reached_without_playing_all_the_way(context: Context) -> None:
    _on(context)
    outcome = of_info_mart(context, Assumptions(since="2099-11-23", until="2099-11-24"))
    assert outcome.events and all(event.time >= outcome.since for event in outcome.events)
    past = of_info_mart(context, Assumptions(since="2001-11-23T06:00", until="2001-11-23T06:01"))
    assert _told(past.events) == [("06:00:00", "start", Job.EXTRACT, "R03")]


def test_R29_an_info_mart_in_which_nothing_may_start_says_so(clock: HandClock, sqlite_url: str) -> None:
    bare = Context(database=create(sqlite_url), actor=Actor(user="ada", host="desk"), clock=clock)
    _on(bare)
    outcome = of_info_mart(bare, Assumptions(since="now", until=f"{START + timedelta(days=1):%Y-%m-%d}"))
    assert (outcome.ok, outcome.events) == (False, ())
    assert "not initialized" in outcome.findings[0].message
