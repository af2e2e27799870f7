"""The past is read as it was then, not as it became."""

from datetime import timedelta

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.duty import Absence
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store import decisions, options, past
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from tests.language.stored import NOON, stored

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NOW = NOON + 24 * HOUR
FREQUENCY, EXPORT = ("schedule", "etl-frequency"), ("schedule", "run-export")


def _set(database: Database, at, by: str, **values: str | None) -> None:
    changes = {("schedule", name.replace("_", "-")): value for name, value in values.items()}
    with writing(database.manager) as connection:
        options.change(connection, changes, by=by, host=None, now=at)


def test_options_are_those_of_that_time_with_who_set_them(database: Database) -> None:
    _set(database, NOON, "ada", etl_frequency="15", run_export="true")
    _set(database, NOON + 2 * HOUR, "bob", etl_frequency="10", run_export=None, timezone="Asia/Tokyo")
    then = past.read(database, NOON + HOUR, NOW)
    assert dict(then.world.options.values) == {FREQUENCY: "15", EXPORT: "true"}
    assert then.world.changed_at == {"etl-frequency": NOON, "run-export": NOON}
    known = then.settings["etl-frequency"]
    assert (known.since, known.by, known.until) == (NOON, "ada", NOON + 2 * HOUR)
    assert (then.settings["timezone"].since, then.settings["timezone"].until) == (None, NOON + 2 * HOUR)
    assert dict(past.read(database, NOON - HOUR, NOW).world.options.values) == {}


def test_runs_are_as_they_were_and_those_of_the_minute_are_told(database: Database) -> None:
    with writing(database.manager) as connection:
        ended = stored(connection, Status.COMPLETE, at=NOON - HOUR, cycle="k1", launch_key="k1")
        ran = stored(connection, Status.FAILED, at=NOON, end_time=micros(NOON + HOUR), cycle="k2", launch_key="k2")
        stored(connection, Status.COMPLETE, at=NOON + 2 * HOUR)
        soon = stored(connection, Status.COMPLETE, job=Job.EXPORT, at=NOON + 30 * MINUTE + MINUTE / 2)
    then = past.read(database, NOON + 30 * MINUTE, NOW)
    assert [(run.id, run.status, run.end_time) for run in then.world.runs] == [(ran.id, Status.RUNNING, None)]
    assert then.world.cycle and then.world.cycle.extraction.id == ran.id and then.world.cycle.in_progress
    assert then.world.last[Job.EXTRACT].started_at == NOON
    assert then.world.made == {"k1", "k2"}
    assert [(stretch.run_id, stretch.until) for stretch in then.stretches] == [
        (ran.id, ran.end_time), (soon.id, soon.end_time)
    ]  # fmt: skip
    assert ended.id not in {stretch.run_id for stretch in then.stretches}


def test_what_was_decided_about_that_minute_is_there(database: Database) -> None:
    with writing(database.manager) as connection:
        waited = stored(
            connection, Status.COMPLETE, job=Job.MAINTAIN, at=NOON, start_time=micros(NOON + HOUR),
            end_time=micros(NOON + 2 * HOUR),
        )  # fmt: skip
        for kind, job, at, run_id in (
            (DecisionKind.HOLD, Job.MAINTAIN, NOON, waited.id),
            (DecisionKind.DROP, Job.UPDATE_STATS, NOON - 10 * MINUTE, None),
            (DecisionKind.DROP, Job.UPDATE_STATS, NOON + 20 * MINUTE, None),
            (DecisionKind.DROP, Job.EXPORT, NOON - 48 * HOUR, None),
            (DecisionKind.REFUSE, Job.EXPORT, NOON + 30 * MINUTE + MINUTE / 2, None),
        ):
            reason = f"{kind} at {at}"
            decisions.record(connection, kind=kind, job=job, rule="R99", reason=reason, now=at, run_id=run_id)
    told = past.read(database, NOON + 30 * MINUTE, NOW).decisions
    assert [(decision.kind, decision.job, decision.first_at) for decision in told] == [
        (DecisionKind.HOLD, Job.MAINTAIN, NOON),
        (DecisionKind.REFUSE, Job.EXPORT, NOON + 30 * MINUTE + MINUTE / 2),
        (DecisionKind.DROP, Job.UPDATE_STATS, NOON + 20 * MINUTE),
    ]


def test_where_no_server_led_it_says_so(database: Database) -> None:
    assert past.read(database, NOON, NOW).absence == Absence(since=None, until=None)
