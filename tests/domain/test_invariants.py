"""Whatever the world is like, some things always hold of a decision."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.commands import (
    AdoptRun,
    BeginMaintenance,
    Command,
    DropLaunch,
    EndHold,
    Launch,
    LaunchCommand,
    QueueLaunch,
    StartRun,
    WaitUntil,
)
from gim_manager.domain.conditions import Condition
from gim_manager.domain.decide import Answer, decide, next_launches, predict
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.options import Options
from gim_manager.domain.run import Run, Status
from gim_manager.domain.world import Cycle, World
from tests.language.build import EXTRACT, MAINTAIN, TRANSFORM, a_launch, a_run, a_world, at, options

flags = st.booleans()
wall_times = st.integers(0, 47).map(lambda half: f"{half // 2:02}:{30 * (half % 2):02}")
crons = st.sampled_from(["0 1", "0/10 *", "20 0/8", "0 0,3/2", "30 23"])

all_options = st.builds(
    options,
    run_scheduler=flags, timezone=st.sampled_from(["GMT", "Europe/Berlin", "America/New_York", "Africa/Cairo"]),
    etl_start_time=wall_times, etl_end_time=wall_times, etl_frequency=st.sampled_from([0, 1, 30, 1440]),
    run_maintain=flags, maintain_start_time=wall_times, run_aggregates=flags, aggregate_schedule=crons,
    aggregate_duration=st.sampled_from(["00:00", "05:00", "23:00", "24:00"]), run_update_stats=flags,
    run_export=flags, export_schedule=crons,
)  # fmt: skip
moments = st.integers(0, 3 * 1440).map(lambda minutes: at("2026-10-24T00:00") + timedelta(minutes=minutes))


@st.composite
def open_runs(draw: st.DrawFn) -> tuple[Run, ...]:
    """At most one instance of each job Running or Stopping (R21), any number waiting."""
    active = draw(st.sets(st.sampled_from(list(Job))))
    waiting = draw(st.lists(st.sampled_from(list(Job)), max_size=4))
    states = st.sampled_from([Status.RUNNING, Status.STOPPING])
    runs = [(job, draw(states)) for job in sorted(active)] + [(job, Status.SCHEDULED) for job in waiting]
    build = {True: a_launch, False: a_run}
    return tuple(build[draw(flags)](job, status, number=place) for place, (job, status) in enumerate(runs, 1))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Any state that tables can hold."""
    runs = draw(open_runs())
    began = draw(moments)
    ended = draw(st.sampled_from([Status.COMPLETE, Status.FAILED, Status.STOPPED]))
    extraction = a_launch(EXTRACT, ended, number=90, cycle="c", start_time=began, end_time=began + timedelta(minutes=5))
    transformation = a_launch(TRANSFORM, ended, number=91, cycle="c", start_time=began, end_time=began)
    cycle = draw(st.sampled_from([None, Cycle(extraction=extraction, transformation=transformation),
                                  Cycle(extraction=extraction)]))  # fmt: skip
    return a_world(
        *runs, options=draw(all_options), cycle=cycle, created_at=draw(moments), postgresql=draw(flags),
        scheduling=draw(flags), condition=draw(st.sampled_from(list(Condition))),
    )  # fmt: skip


def started(world: World, commands: tuple[Command, ...]) -> list[Job]:
    jobs = {run.id: run.job for run in world.runs}
    by_row = [jobs[command.run_id] for command in commands if isinstance(command, StartRun)]
    return by_row + [command.job for command in commands if isinstance(command, Launch)]


@given(worlds(), moments)
def test_R21_never_two_instances_of_a_job(world: World, now: datetime) -> None:
    running = Counter(run.job for run in world.runs if run.is_active)
    running.update(started(world, decide(world, now)))
    assert max(running.values(), default=0) <= 1


@given(worlds(), moments)
def test_R27_nothing_starts_beside_a_job_that_runs_alone(world: World, now: datetime) -> None:
    news = started(world, decide(world, now))
    together = [*news, *(run.job for run in world.runs if run.is_active)]
    alone = [job for job in together if TRAITS[job].runs_alone]
    assert not news or not alone or len(together) == 1


@given(worlds(), moments)
def test_R08_R10_scheduled_maintenance_never_starts_beside_the_jobs_that_it_waits_for(
    world: World, now: datetime
) -> None:
    launched = [c for c in decide(world, now) if isinstance(c, Launch) and c.job is MAINTAIN]
    busy = {run.job for run in world.runs if run.is_active} - {Job.UPDATE_STATS}
    assert not launched or not busy


@given(worlds(), moments)
def test_R01_R29_launches_are_made_only_by_a_scheduler_that_may(world: World, now: datetime) -> None:
    launches = [command for command in decide(world, now) if isinstance(command, LaunchCommand)]
    on = world.options.flag("schedule", "run-scheduler")
    assert not launches or (on and world.scheduling and world.condition is Condition.READY)


@given(worlds(), moments)
def test_R34_no_launch_comes_before_its_time_and_no_key_twice(world: World, now: datetime) -> None:
    launches = [command for command in decide(world, now) if isinstance(command, LaunchCommand)]
    assert all(command.due_at <= now for command in launches)
    assert len({command.launch_key for command in launches}) == len(launches)
    made = frozenset(command.launch_key for command in launches)
    again = decide(World(**{name: getattr(world, name) for name in world.__slots__} | {"made": made}), now)
    assert not made & {command.launch_key for command in again if isinstance(command, LaunchCommand)}


@given(worlds(), moments)
def test_R33_a_decision_ends_with_when_to_look_again_within_half_a_minute(world: World, now: datetime) -> None:
    *commands, last = decide(world, now)
    assert isinstance(last, WaitUntil)
    assert now < last.at <= now + timedelta(seconds=30)
    assert not any(isinstance(command, WaitUntil) for command in commands)


@given(worlds(), moments)
def test_every_command_is_about_a_run_that_there_is_and_says_why(world: World, now: datetime) -> None:
    numbers = {run.id for run in world.runs}
    for command in decide(world, now):
        assert command.rule and command.reason.endswith(".")
        assert getattr(command, "run_id", None) in numbers | {None}
        assert not isinstance(command, DropLaunch | QueueLaunch | AdoptRun) or command.launch_key


@given(worlds(), moments, st.sampled_from(list(Job)))
def test_a_prediction_is_made_in_every_world(world: World, now: datetime, job: Job) -> None:
    answer = predict(world, now, job, None)
    assert answer.reason
    assert (answer.rule in ("", "R10")) == (answer.kind is Answer.STARTS)
    assert all(launch.time >= now for launch in next_launches(world, now))


def test_options_that_nobody_can_read_stop_nothing_but_launches() -> None:
    broken = Options(values={("schedule", "timezone"): "Mars", ("schedule", "run-scheduler"): "true"})
    (last,) = decide(a_world(options=broken), at("06:00"))
    assert isinstance(last, WaitUntil)


@given(worlds(), moments, st.sampled_from([HoldState.HELD, HoldState.WAITING]))
def test_R23_in_a_hold_nothing_is_launched_and_maintenance_begins_beside_nothing(
    world: World, now: datetime, state: HoldState
) -> None:
    hold = Hold(id=1, owner="ann", since=now - timedelta(hours=1), expires=now + timedelta(hours=3), state=state)
    commands = decide(replace(world, hold=hold), now)
    assert not [told for told in commands if isinstance(told, Launch | QueueLaunch | AdoptRun | EndHold)]
    if any(isinstance(told, BeginMaintenance) for told in commands):
        assert state is HoldState.WAITING
        assert not [run for run in world.runs if run.is_active] + started(world, commands)


@given(worlds(), moments)
def test_R23_no_hold_outlives_its_expiry_but_beside_its_own_maintenance(world: World, now: datetime) -> None:
    maintaining = next((run.id for run in world.runs if run.job is MAINTAIN and run.is_active), None)
    hold = Hold(
        id=1, owner="ann", since=now - timedelta(hours=5), expires=now, run_id=maintaining,
        state=HoldState.MAINTAINING if maintaining else HoldState.WAITING,
    )  # fmt: skip
    ends = [told for told in decide(replace(world, hold=hold), now) if isinstance(told, EndHold)]
    assert len(ends) == (1 if world.scheduling and maintaining is None else 0)
