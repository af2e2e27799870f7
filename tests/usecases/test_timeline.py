"""A stretch of time as it was, and what is played of the time to come."""

from datetime import timedelta

from sqlalchemy import insert

from gim_manager.domain.alarm import Policy, review
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.forecast import forecasts
from gim_manager.domain.health import Rule, Symptom
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.timeline import Reached, Room
from gim_manager.domain.timing import from_epoch, to_epoch
from gim_manager.schema.control import ctl_audit_log, ctl_transform_history
from gim_manager.schema.engines import writing
from gim_manager.schema.live import mgr_run
from gim_manager.store import alarms, decisions
from gim_manager.usecases import hold, options, timeline
from gim_manager.usecases.context import Context
from tests.language.clock import START, HandClock
from tests.language.mart import add
from tests.language.stored import stored, stored_row

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def _set(context: Context, **schedule: str) -> None:
    options.change(context, {("schedule", name.replace("_", "-")): value for name, value in schedule.items()})


def _ran(context: Context, *minutes: int, job: Job = Job.EXTRACT) -> None:
    rows = [stored_row(Status.COMPLETE, job=job, at=START + minute * MINUTE) for minute in minutes]
    with writing(context.database.manager) as connection:
        connection.execute(insert(mgr_run), rows)


def test_runs_are_in_the_order_of_their_starts_whatever_the_pages(context: Context) -> None:
    _ran(context, *range(7))
    with writing(context.database.manager) as connection:
        stored(connection, Status.RUNNING, job=Job.AGGREGATE, at=START - HOUR)
    found = timeline.read(context, START, START + HOUR, page=2)
    assert [(ran.start - START) // MINUTE for ran in found.runs] == [-60, 0, 1, 2, 3, 4, 5, 6]
    assert found.whole_from is None


def test_of_too_many_runs_the_latest_are_read_and_it_is_said_since_when(context: Context) -> None:
    _ran(context, *range(7))
    found = timeline.read(context, START, START + HOUR, most=3, page=2)
    assert [(ran.start - START) // MINUTE for ran in found.runs] == [4, 5, 6]
    assert found.whole_from == START + 4 * MINUTE


def test_launches_that_were_dropped_or_kept_back_are_there_and_waiting_runs_are_not(context: Context) -> None:
    with writing(context.database.manager) as connection:
        waits = stored(connection, Status.SCHEDULED, job=Job.MAINTAIN, at=START)
        for kind, job, minute, run_id in (
            (DecisionKind.DROP, Job.EXPORT, 10, None), (DecisionKind.HOLD, Job.EXTRACT, 20, None),
            (DecisionKind.HOLD, Job.MAINTAIN, 25, waits.id), (DecisionKind.REFUSE, Job.EXPORT, 30, None),
            (DecisionKind.DROP, Job.EXPORT, 90, None),
        ):  # fmt: skip
            decisions.record(
                connection,
                kind=kind,
                job=job,
                rule="R99",
                reason="so it is",
                now=START + minute * MINUTE,
                run_id=run_id,
            )
    missed = timeline.read(context, START, START + HOUR).missed
    assert [(found.job, (found.at - START) // MINUTE, found.is_held) for found in missed] == [
        (Job.EXPORT, 10, False), (Job.EXTRACT, 20, True)
    ]  # fmt: skip


def test_a_hold_and_a_schedule_that_is_switched_off_are_pauses(context: Context, clock: HandClock) -> None:
    _set(context, run_scheduler="true")
    clock.turn(600)
    hold.begin(context)
    clock.turn(600)
    hold.end(context)
    clock.turn(600)
    _set(context, run_scheduler="false")
    found = timeline.read(context, START + MINUTE, START + HOUR)
    assert [(pause.since - START, pause.by, pause.is_hold) for pause in found.pauses] == [
        (10 * MINUTE, "ada", True), (30 * MINUTE, "ada", False)
    ]  # fmt: skip
    assert found.pauses[0].until == START + 20 * MINUTE
    assert found.pauses[1].until is None


def test_windows_are_those_of_the_options(context: Context) -> None:
    _set(context, etl_start_time="12:30", etl_end_time="20:00", timezone="GMT")
    found = timeline.read(context, START, START + HOUR)
    assert [(band.since, band.until) for band in found.bands if band.room is Room.ETL] == [
        (START + 30 * MINUTE, START + HOUR)
    ]


def test_what_is_to_come_is_played_from_now_with_what_runs_and_beside_a_draft(context: Context) -> None:
    _set(context, run_scheduler="true", timezone="GMT", etl_frequency="30")
    with writing(context.database.manager) as connection:
        running = stored(connection, Status.RUNNING, job=Job.EXPORT, at=START - MINUTE)
    draft = context.options().changed({("schedule", "etl-frequency"): "10"})
    today, other = forecasts(timeline.ahead(context, context.now(), START + 2 * HOUR, draft))
    assert other is not None
    assert [run.run_id for run in today.runs if run.job is Job.EXPORT] == [running.id]
    counts = [sum(run.job is Job.EXTRACT for run in found.runs) for found in (today, other)]
    assert 3 <= counts[0] < counts[1]


def test_who_changed_an_option_and_when_a_source_was_late_are_there(context: Context, clock: HandClock) -> None:
    _set(context, etl_frequency="20")
    clock.turn(60)
    _set(context, etl_frequency="30")
    late = Symptom(rule=Rule.SOURCE_DELAYED, subject="eu-idb1", message="It is late.")
    policy = Policy(rules=frozenset(Rule), settle=HOUR, remind=None)
    for minute, found in ((10, (late,)), (20, ())):
        with writing(context.database.manager) as connection:
            now = START + minute * MINUTE
            alarms.write(connection, review(alarms.raised(connection), found, now, policy), (), now)
    known = timeline.read(context, START + MINUTE / 2, START + HOUR)
    assert [(one.at, one.name, one.old, one.new, one.by) for one in known.altered] == [
        (START + MINUTE, "etl-frequency", "20", "30", "ada")
    ]  # fmt: skip
    assert [(one.source, one.since, one.until) for one in known.delays] == [
        ("eu-idb1", START + 10 * MINUTE, START + 20 * MINUTE)
    ]  # fmt: skip


def test_how_far_the_data_had_come_is_part_of_the_time(context: Context) -> None:
    add(context.database.info_mart, ctl_audit_log, {"audit_key": 1, "created_ts": to_epoch(START), "max_chunk_ts": 7})
    add(context.database.info_mart, ctl_transform_history, {"audit_key": 1, "created_ts": to_epoch(START)})
    found = timeline.read(context, START + MINUTE, START + HOUR)
    assert found.reached == (Reached(at=START, to=from_epoch(7)),)
