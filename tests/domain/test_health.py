"""What the past and the present state show to be wrong, and what they do not."""

from datetime import datetime, timedelta

import pytest

from gim_manager.domain.conditions import Condition, Level
from gim_manager.domain.health import FEWEST, History, Rule, Symptom, Volume, symptoms, usual_length
from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.marks import Delay
from gim_manager.domain.options import Options
from gim_manager.domain.run import Cause, Status
from gim_manager.domain.world import LastRun, World
from tests.language.build import AGGREGATE, EXTRACT, MAINTAIN, TRANSFORM, a_run, a_world, at, options

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def found(world: World, history: History, now: str) -> list[Symptom]:
    return list(symptoms(world, history, at(now)))


def rules(world: World, history: History, now: str) -> list[Rule]:
    return [symptom.rule for symptom in found(world, history, now)]


def with_alarms(base: Options, **alarms: object) -> Options:
    return base.changed({("alarms", name.replace("_", "-")): str(value) for name, value in alarms.items()})


def ended(job: Job, status: Status = Status.FAILED, cause: Cause = Cause.ERROR, number: int = 7, **more: object):
    return a_run(job, status, number=number, cause=cause, end_time=at("05:00"), error="The disk is full.", **more)


NIGHT = a_world()
"""Before the ETL window opens at 06:00: nothing but what history tells is wrong."""


def test_nothing_is_wrong_with_a_new_info_mart() -> None:
    assert found(a_world(options=Options.defaults()), History(), "05:00") == []


def test_a_job_whose_last_run_failed_is_named_with_its_error() -> None:
    (symptom,) = found(NIGHT, History(ended=(ended(EXTRACT),)), "05:30")
    assert (symptom.rule, symptom.subject, symptom.jobs) == (Rule.JOB_FAILED, "Job_ExtractICON", frozenset({EXTRACT}))
    assert symptom.message == "Job_ExtractICON 7 failed: The disk is full."


def test_a_job_whose_last_run_was_complete_is_well() -> None:
    assert found(NIGHT, History(ended=(ended(EXTRACT, Status.COMPLETE, Cause.DONE),)), "05:30") == []


def test_R36_a_lost_run_is_told_from_a_failed_one() -> None:
    (symptom,) = found(NIGHT, History(ended=(ended(EXTRACT, cause=Cause.LOST),)), "05:30")
    assert symptom.rule is Rule.RUN_LOST
    assert symptom.message.startswith("Job_ExtractICON 7 was lost: ")


def test_R18_a_failed_request_for_re_aggregation_is_a_subject_of_its_own() -> None:
    (symptom,) = found(NIGHT, History(ended=(ended(AGGREGATE, parameters="-insertPendingAgg …"),)), "05:30")
    assert (symptom.rule, symptom.subject) == (Rule.JOB_FAILED, "Job_AggregateGIM re-aggregation")


def test_R15_scheduled_aggregation_is_told_of_once_it_failed_several_times() -> None:
    def world(failures: int, **schedule: object) -> World:
        last = LastRun(started_at=at("01:00"), status=Status.FAILED, failures_in_a_row=failures)
        return a_world(options=options(**schedule), last={AGGREGATE: last})

    history = History(ended=(ended(AGGREGATE),))
    assert rules(world(2, run_aggregates=True), history, "01:30") == []
    (symptom,) = found(world(3, run_aggregates=True), history, "01:30")
    assert (symptom.rule, symptom.message) == (Rule.AGGREGATION_FAILING, "Job_AggregateGIM failed 3 times in a row.")
    (by_hand,) = found(world(1, run_aggregates=False), history, "01:30")
    assert by_hand.message == "Job_AggregateGIM failed once."


def test_X05_a_source_that_was_late_when_it_was_read_is_named_with_the_event_and_the_tables() -> None:
    history = History(delays=(("Berlin", Delay(seconds=901, tables=("g_call", "g_party"))),))
    (symptom,) = found(NIGHT, history, "05:30")
    assert (symptom.rule, symptom.subject) == (Rule.SOURCE_DELAYED, "Berlin")
    assert symptom.message.startswith("55-20110 The data source Berlin was 901 seconds late")
    assert symptom.message.endswith("awaited are G_CALL, G_PARTY.")


def test_a_disk_below_its_least_room_is_named() -> None:
    volumes = (Volume(holds="exports", folder="/out", free=999_999_999), Volume(holds="x", folder="/db", free=10**9))
    (symptom,) = found(NIGHT, History(volumes=volumes), "05:30")
    assert (symptom.rule, symptom.subject) == (Rule.DISK_LOW, "/out")
    assert "has 999 MB left, less than disk-free-megabytes 1000." in symptom.message


@pytest.mark.parametrize(("days", "low"), [(None, False), (3, False), (2, True), (0, True)])
def test_M02_partitions_that_run_out_are_told_before_they_have(days: int | None, low: bool) -> None:
    assert rules(NIGHT, History(partitions_ahead_days=days), "05:30") == [Rule.PARTITIONS_LOW] * low


def test_M02_rows_without_a_partition_are_named_with_their_table_and_number() -> None:
    (one, other) = found(NIGHT, History(without_partition={"gidb_g_ir": 1, "gidb_g_call": 12}), "05:30")
    assert (one.rule, one.subject, other.subject) == (Rule.PARTITION_MISSING, "gidb_g_call", "gidb_g_ir")
    assert one.message.startswith("GIDB_G_CALL has 12 rows in its default partition")
    assert other.message.startswith("GIDB_G_IR has 1 row in its default partition")


@pytest.mark.parametrize(
    ("now", "history", "since"),
    [
        ("07:30", History(), None),
        ("07:30:01", History(), "06:00"),
        ("09:30", History(good_cycle_at=at("08:00")), None),
        ("09:31", History(good_cycle_at=at("08:00")), "08:00"),
        ("07:00", History(good_cycle_at=at("00:10")), None),
        ("21:59", History(), "06:00"),
        ("22:00", History(), None),
    ],
)
def test_no_good_cycle_for_three_times_etl_frequency_counts_from_the_opening(
    now: str, history: History, since: str | None
) -> None:
    said = [s.message for s in found(NIGHT, history, now) if s.rule is Rule.NO_GOOD_CYCLE]
    assert said == ([] if since is None else
                    [f"No ETL cycle has ended well since {since}: more than 3 times etl-frequency ago."])  # fmt: skip


@pytest.mark.parametrize(
    "world",
    [
        a_world(options=options(run_scheduler=False)),
        a_world(condition=Condition.UNINITIALIZED),
        a_world(changed_at={"run-scheduler": at("11:00")}),
        a_world(created_at=at("11:00")),
        a_world(resumed_at=at("11:00")),
        a_world(hold=Hold(id=1, owner="ann", since=at("11:00"), expires=at("15:00"), state=HoldState.HELD)),
        a_world(options=with_alarms(options(), no_good_cycle_intervals=13)),
    ],
)
def test_no_cycle_is_missed_where_none_was_to_be_launched_for_long(world: World) -> None:
    assert Rule.NO_GOOD_CYCLE not in rules(world, History(), "12:00")


def test_back_to_back_cycles_have_five_minutes_each() -> None:
    world = a_world(options=options(etl_frequency=0))
    assert Rule.NO_GOOD_CYCLE not in rules(world, History(), "06:15")
    assert Rule.NO_GOOD_CYCLE in rules(world, History(), "06:15:01")


def test_the_p95_of_sixty_runs_leaves_the_three_longest_out() -> None:
    assert usual_length([number * MINUTE for number in range(60, 0, -1)]) == 57 * MINUTE
    assert usual_length([MINUTE] * (FEWEST - 1)) is None


@pytest.mark.parametrize(("now", "long"), [("00:10", False), ("00:10:01", True)])
def test_a_run_is_long_once_it_takes_longer_than_its_p95(now: str, long: bool) -> None:
    world = a_world(a_run(TRANSFORM, number=9), a_run(EXTRACT, Status.SCHEDULED, number=10))
    said = found(world, History(lengths={TRANSFORM: [10 * MINUTE] * 20, EXTRACT: [MINUTE] * 20}), now)
    message = "Job_TransformGIM 9 has run since 00:00: longer than its P95 of 600 seconds."
    assert [(symptom.rule, symptom.message) for symptom in said] == [(Rule.LONG_RUN, message)] * long


def test_aggregation_has_no_end_and_a_moment_is_never_long() -> None:
    usual = {AGGREGATE: [MINUTE] * 9, EXTRACT: [timedelta(seconds=1)] * 9}
    assert found(a_world(a_run(AGGREGATE)), History(lengths=usual), "03:00") == []
    assert found(a_world(a_run(EXTRACT)), History(lengths=usual), "00:00:30") == []
    assert rules(a_world(a_run(EXTRACT)), History(lengths=usual), "00:00:31") == [Rule.LONG_RUN]


@pytest.mark.parametrize(
    ("now", "days"),
    [("2026-11-24T05:59", 0), ("2026-11-24T06:00", 1), ("2026-11-25T05:59", 1), ("2026-11-26T07:00", 3)],
)
def test_R09_a_day_of_maintenance_is_missed_once_the_next_window_opens(now: str, days: int) -> None:
    history = History(maintained_at=at("00:10"), good_cycle_at=datetime.fromisoformat(f"{now}:00+00:00"))
    said = [symptom.message for symptom in found(NIGHT, history, now)]
    often = f"{days} days in a row" if days > 1 else "1 day"
    last = "00:10 on 2026-11-23"
    expected = f"Scheduled maintenance was missed on {often}; it ended well last at {last}."
    assert said == ([expected] if days else [])


@pytest.mark.parametrize(
    "world",
    [
        a_world(options=options(run_maintain=False)),
        a_world(options=options(run_scheduler=False)),
        a_world(a_run(MAINTAIN)),
        a_world(changed_at={"run-maintain": at("2026-11-24T05:00")}),
        a_world(options=with_alarms(options(), maintenance_missed_days=2)),
    ],
)
def test_R09_no_maintenance_is_missed_where_none_was_due(world: World) -> None:
    assert Rule.MAINTENANCE_MISSED not in rules(world, History(), "2026-11-24T06:30")


def test_R01_a_schedule_suspended_for_long_is_told_and_one_never_switched_on_is_not() -> None:
    off = options(run_scheduler=False)
    suspended = a_world(options=off, changed_at={"run-scheduler": at("01:00")})
    assert found(suspended, History(), "03:00") == []
    (symptom,) = found(suspended, History(), "03:01")
    assert symptom.rule is Rule.SCHEDULE_SUSPENDED and "suspended since 01:00:" in symptom.message
    assert found(a_world(options=off), History(), "2026-11-29T03:01") == []


def test_R23_a_hold_that_lasts_long_is_told_with_its_owner_and_its_end() -> None:
    held = a_world(hold=Hold(id=1, owner="ann", since=at("01:00"), expires=at("05:00"), state=HoldState.HELD))
    assert found(held, History(), "03:00") == []
    (symptom,) = found(held, History(), "03:01")
    expected = "The schedule has been held by ann since 01:00; the hold expires at 05:00."
    assert (symptom.rule, symptom.message) == (Rule.SCHEDULE_SUSPENDED, expected)


def test_R23_a_day_of_maintenance_missed_for_a_hold_is_missed_all_the_same() -> None:
    world = a_world(resumed_at=at("2026-11-24T05:00"))
    assert Rule.MAINTENANCE_MISSED in rules(world, History(), "2026-11-24T06:30")


def test_options_that_cannot_be_understood_hide_nothing_else() -> None:
    world = a_world(options=Options(values={("schedule", "timezone"): "Nowhere/At_All"}))
    assert rules(world, History(ended=(ended(EXTRACT),)), "12:00") == [Rule.JOB_FAILED]


def test_a_threshold_that_is_no_number_counts_as_its_default() -> None:
    broken = Options(values={("alarms", "disk-free-megabytes"): "much"})
    volumes = (Volume(holds="x", folder="/db", free=0),)
    assert rules(a_world(options=broken), History(volumes=volumes), "05:00") == [Rule.DISK_LOW]


def test_R28_a_symptom_is_a_warning_of_the_check() -> None:
    (symptom,) = found(NIGHT, History(ended=(ended(EXTRACT),)), "05:30")
    finding = symptom.finding
    assert (finding.level, finding.section, finding.option) == (Level.WARNING, "alarms", "job-failed")
    assert (finding.message, finding.jobs) == (symptom.message, symptom.jobs)


def test_each_rule_has_its_switch() -> None:
    assert {rule.value for rule in Rule if Options.defaults().flag("alarms", rule.value)} == {
        rule.value for rule in Rule if rule is not Rule.LONG_RUN
    }
