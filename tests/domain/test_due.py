"""What falls due and what is too late, as stories."""

from typing import Any

import pytest

from gim_manager.domain.commands import LaunchCommand
from gim_manager.domain.conditions import Condition
from gim_manager.domain.due import aggregation_restart
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.world import LastRun
from tests.language.build import (
    AGGREGATE,
    EXPORT,
    EXTRACT,
    INITIALIZE,
    MAINTAIN,
    MIGRATE,
    STATS,
    TRANSFORM,
    a_world,
    at,
)  # fmt: skip
from tests.language.story import Story, drop, hold, launch, queue, start


def test_R08_maintenance_falls_due_at_its_time_once_a_day(story: Story) -> None:
    story.given(created_at=at("22:30"))
    story.tick("22:59:59").expect().tick("23:00").expect(launch(MAINTAIN, "R08")).ended(MAINTAIN, "23:05")
    story.tick("23:06").expect().edits("23:10", maintain_start_time="23:30").tick("23:30").expect()


def test_R08_a_server_that_comes_back_before_the_opening_launches_it_then(story: Story) -> None:
    story.given(created_at=at("22:30")).tick("2026-11-24T03:00").expect(launch(MAINTAIN, "R08"))


def test_R08_a_server_that_comes_back_after_the_opening_does_not(story: Story) -> None:
    story.given(created_at=at("22:30")).tick("2026-11-24T06:00").expect(launch(EXTRACT, "R03"), drop(MAINTAIN, "R09"))


def test_R12_statistics_run_beside_the_cycle(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("05:55"))
    story.tick("06:00").expect(launch(EXTRACT, "R03"), launch(STATS, "R12"))
    story.ended(STATS, "06:00:05").tick("06:00:06").expect().tick("06:10").expect(launch(STATS, "R12"))


def test_R12_a_tick_that_finds_it_running_is_dropped(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00")).running(STATS)
    story.tick("02:10").expect(drop(STATS, "R12")).tick("02:10:20").expect()


def test_R12_there_are_no_statistics_on_sqlite(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00"), postgresql=False).tick("02:10").expect()


def test_R13_an_export_that_nobody_saw_is_made_up_once_within_the_hour(story: Story) -> None:
    story.options(run_export=True).tick("01:10").expect(launch(EXPORT, "R13"))
    assert story.reason() == "Job_ExportGIM was missed at 00:20 and is made up."
    story.ended(EXPORT, "01:11").tick("01:12").expect()


@pytest.mark.parametrize(
    ("when", "job", "made_up"),
    [
        ("06:00", EXTRACT, False), ("06:01", EXTRACT, False), ("06:02", EXTRACT, True), ("23:00", MAINTAIN, False),
        ("23:30", MAINTAIN, True), ("00:20", EXPORT, False), ("00:40", EXPORT, True),
    ],
)  # fmt: skip
def test_R06_R08_R13_a_launch_that_nobody_could_make_at_its_time_says_so(
    story: Story, when: str, job: Job, made_up: bool
) -> None:
    story.options(run_export=True).tick(when)
    told = {command.job: command.made_up for command in story.commands if isinstance(command, LaunchCommand)}
    assert told[job] is made_up


def test_R13_an_older_one_is_not(story: Story) -> None:
    story.options(run_export=True).tick("01:21").expect(drop(EXPORT, "R13"))


def test_R15_stopped_by_hand_it_starts_again(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.ended(AGGREGATE, "02:00", Status.STOPPED).tick("02:00:01").expect(launch(AGGREGATE, "R15"))


def test_R15_after_failures_it_waits_longer_and_longer(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("01:00")
    story.ended(AGGREGATE, "02:00", Status.FAILED).tick("02:00:29").expect()
    story.tick("02:00:30").expect(launch(AGGREGATE, "R15")).ended(AGGREGATE, "02:01", Status.FAILED)
    story.tick("02:01:59").expect().tick("02:02").expect(launch(AGGREGATE, "R15"))


def test_R30_a_tick_that_passed_before_an_edit_never_fires(story: Story) -> None:
    story.given(created_at=at("22:30")).edits("23:00", maintain_start_time="22:45").tick("23:01").expect()


def test_R08_maintenance_that_was_switched_off_at_its_time_is_not_made_up(story: Story) -> None:
    story.options(run_maintain=False).given(created_at=at("22:30")).tick("23:00").expect()
    story.edits("23:10", run_maintain=True).tick("23:10").expect().tick("2026-11-24T00:10").expect()


def test_R08_a_later_time_of_the_same_date_does_not_make_it_twice(story: Story) -> None:
    story.given(created_at=at("22:30")).tick("23:00").ended(MAINTAIN, "23:05")
    story.edits("23:06", run_maintain=False).edits("23:07", run_maintain=True, maintain_start_time="23:20")
    story.tick("23:20").expect()


def test_R09_maintenance_that_falls_due_in_an_open_window_is_dropped_at_once(story: Story) -> None:
    # In the spring gap 02:30 and the opening at 03:00 are one instant.
    story.options(timezone="Europe/Berlin", etl_start_time="03:00", maintain_start_time="02:30")
    story.given(created_at=at("2027-03-28T00:30")).tick("2027-03-28T01:00")
    story.expect(launch(EXTRACT, "R03"), drop(MAINTAIN, "R09")).tick("2027-03-28T01:00:30").expect()


def test_R12_a_tick_that_nobody_saw_is_never_made_up(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00")).tick("02:10").ended(STATS, "02:11")
    story.tick("02:25").expect(drop(STATS, "R12")).tick("02:26").expect()


def test_R12_a_tick_that_finds_it_scheduled_is_dropped(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00")).running(INITIALIZE, by_hand=True)
    story.waiting(STATS, by_hand=False).tick("02:10").expect(drop(STATS, "R12"), hold(STATS, "R27"))


def test_R12_R27_a_tick_beside_a_job_that_runs_alone_is_dropped(story: Story) -> None:
    story.options(run_update_stats=True).given(created_at=at("02:00")).running(INITIALIZE, by_hand=True)
    story.tick("02:10").expect(drop(STATS, "R27"))


@pytest.mark.parametrize("beside", [EXTRACT, TRANSFORM, AGGREGATE, EXPORT])
def test_R12_R13_statistics_and_export_start_beside_the_others(story: Story, beside: Job) -> None:
    story.options(run_update_stats=True, run_export=True, export_schedule="10 2").given(created_at=at("02:00"))
    story.running(beside).tick("02:10")
    assert launch(STATS, "R12") in story.happened
    assert (launch(EXPORT, "R13") in story.happened) == (beside is not EXPORT)


def test_R13_an_export_held_by_maintenance_waits_as_long_as_it_takes(story: Story) -> None:
    story.options(run_export=True).given(created_at=at("00:10")).running(MAINTAIN, "00:15").tick("00:20")
    story.expect(queue(EXPORT, "R10")).tick("04:00").expect().ended(MAINTAIN, "04:01").tick("04:01")
    story.expect(start(EXPORT, "R13"))


def test_R13_a_tick_that_finds_it_running_is_dropped(story: Story) -> None:
    story.options(run_export=True).given(created_at=at("00:10")).running(EXPORT, by_hand=True)
    story.tick("00:20").expect(drop(EXPORT, "R13")).ended(EXPORT, "00:25").tick("00:26").expect()


def test_R13_a_tick_that_passed_while_switched_off_is_dropped(story: Story) -> None:
    story.given(created_at=at("00:10")).tick("00:20").expect().edits("00:25", run_export=True).tick("00:26").expect()


def test_R14_an_edit_that_opens_a_window_starts_aggregation_at_once(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("10:00")
    story.edits("10:05", aggregate_duration="10:00").tick("10:05")
    assert launch(AGGREGATE, "R14") in story.happened


def test_R14_a_server_that_comes_back_in_a_window_starts_aggregation_at_once(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30")).tick("04:59").expect(launch(AGGREGATE, "R14"))


def test_R15_the_wait_after_a_failure_is_never_longer_than_ten_minutes(story: Story) -> None:
    story.options(run_aggregates=True).given(created_at=at("00:30"))
    failed = LastRun(started_at=at("01:59"), ended_at=at("02:00"), status=Status.FAILED, failures_in_a_row=99)
    story.given(last={AGGREGATE: failed}).tick("02:09:59").expect().tick("02:10").expect(launch(AGGREGATE, "R15"))


def test_R15_the_wait_doubles_from_thirty_seconds(story: Story) -> None:
    waits = []
    for failures in range(1, 8):
        failed = LastRun(started_at=at("01:59"), ended_at=at("02:00"), status=Status.FAILED, failures_in_a_row=failures)
        restart = aggregation_restart(a_world(last={AGGREGATE: failed}))
        assert restart
        waits.append((restart - at("02:00")).total_seconds())
    assert waits == [30, 60, 120, 240, 480, 600, 600]


@pytest.mark.parametrize("option", ["timezone", "export-schedule", "run-scheduler"])
def test_R30_an_edit_of_what_a_tick_depends_on_makes_none_up(story: Story, option: str) -> None:
    story.options(run_export=True).given(created_at=at("00:10"), changed_at={option: at("00:30")})
    story.tick("00:31").expect()


@pytest.fixture
def old(story: Story) -> Story:
    """The schema is older than the program, and the schedule is suspended."""
    story.options(run_scheduler=False, on_demand_migration=True)
    return story.given(condition=Condition.MIGRATION, migrates_to="2-9")


def test_R29_an_older_schema_is_migrated_by_itself_also_while_the_schedule_is_suspended(old: Story) -> None:
    old.tick("12:00").expect(launch(MIGRATE, "R29"))
    assert old.reason() == "The schema is older than this program, and on-demand-migration is true."


def test_R29_it_is_tried_once_by_itself(old: Story) -> None:
    old.tick("12:00").ended(MIGRATE, "12:01", Status.FAILED).tick("12:02").expect()
    old.given(migrates_to="2-10").tick("12:03").expect(launch(MIGRATE, "R29"))


def test_R29_a_person_who_was_faster_is_not_asked_twice(old: Story) -> None:
    old.waiting(MIGRATE).tick("12:00").expect(start(MIGRATE, "R22"))


def test_R29_it_waits_for_what_runs_and_is_not_taken_back_with_the_launches(old: Story) -> None:
    old.running(MAINTAIN, by_hand=True).tick("12:00").expect(queue(MIGRATE, "R27")).tick("12:01").expect()
    old.ended(MAINTAIN, "12:02").tick("12:02").expect(start(MIGRATE, "R29"))


@pytest.mark.parametrize("world", [{"condition": Condition.READY}, {"scheduling": False}])
def test_R29_elsewhere_nothing_is_migrated_by_itself(old: Story, world: dict[str, Any]) -> None:
    old.given(**world).tick("12:00").expect()


def test_R29_without_the_option_a_person_decides(old: Story) -> None:
    old.options(run_scheduler=False, on_demand_migration=False).tick("12:00").expect()
