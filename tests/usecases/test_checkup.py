"""How an Info Mart fares: findings with their beginning, the schema, the clock, and whether maintenance fits."""

from datetime import timedelta

import pytest

from gim_manager.domain.alarm import Alarm, Review
from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.health import Rule
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Status
from gim_manager.engine.clock import SystemClock
from gim_manager.schema.engines import writing
from gim_manager.store import alarms, audit, findings, leases
from gim_manager.store.versions import wanted
from gim_manager.usecases import check, checkup, options
from gim_manager.usecases.checkup import Concern
from gim_manager.usecases.context import Actor, Context
from tests.language.clock import START
from tests.language.old_versions import an_old_mart
from tests.language.stored import stored

HOUR = timedelta(hours=1)


def _about(context: Context, option: str) -> Concern:
    return next(concern for concern in checkup.read(context).concerns if concern.finding.option == option)


def test_a_new_info_mart_has_its_schema_and_too_few_runs(context: Context) -> None:
    context.clock = SystemClock()
    read = checkup.read(context)
    assert (read.condition, read.schema, read.zone) == (Condition.READY, wanted().key, "GMT")
    assert abs(read.clock_apart) < timedelta(seconds=5)
    assert read.fit and not read.fit.is_known
    assert read.concerns[0].finding.message.startswith("There is no data source.")


def test_what_an_option_makes_wrong_is_so_since_it_was_set(context: Context) -> None:
    options.change(context, {("schedule", "maintain-start-time"): "10:00"})
    concern = checkup.read(context).concerns[0]
    assert (concern.finding.level, concern.since, concern.by) == (Level.ERROR, START, "ada")


def test_what_an_alarm_is_raised_for_is_so_since_then(context: Context) -> None:
    with writing(context.database.manager) as connection:
        run = stored(connection, Status.FAILED, job=Job.EXPORT, at=START - 2 * HOUR)
        raised = Alarm(
            id=0, rule=Rule.JOB_FAILED, subject=Job.EXPORT.value, raised_at=START - HOUR,
            message=f"Job_ExportGIM {run.id} failed: earlier words",
        )  # fmt: skip
        alarms.write(connection, Review(changed=(raised,), told=()), (), START)
    concern = _about(context, Rule.JOB_FAILED.value)
    assert (concern.since, concern.finding.message) == (START - HOUR, f"Job_ExportGIM {run.id} failed: it broke")


def test_R38_what_a_server_put_right_is_told_for_a_day(context: Context) -> None:
    context.clock = SystemClock()
    with writing(context.database.manager) as connection:
        repaired = context.act(audit.REPAIRED, context.now(), reason="Run 7 had no live worker.")
        audit.record(connection, repaired)
    last = checkup.read(context).concerns[-1]
    assert (last.finding.level, last.finding.message) == (Level.WARNING, "Run 7 had no live worker.")
    assert last.since


def test_R29_of_an_older_info_mart_its_age_is_told_and_nothing_else_is_asked(database_url: str) -> None:
    read = checkup.read(Context(database=an_old_mart(database_url), actor=Actor(user="ada", host="desk")))
    assert (read.condition, read.fit) == (Condition.MIGRATION, None)
    assert "older than this program" in read.concerns[0].finding.message


def test_options_that_cannot_be_read_leave_the_fit_open(context: Context) -> None:
    with writing(context.database.manager) as connection:
        connection.exec_driver_sql(
            f"INSERT INTO {'' if context.database.is_local else 'gim_manager.'}mgr_option (section, name, value) "
            "VALUES ('schedule', 'etl-frequency', 'often')"
        )
    read = checkup.read(context)
    assert read.fit is None and read.concerns[0].finding.option == "etl-frequency"


def test_the_untouched_zone_is_compared_with_that_of_the_workstation_too(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(context.database.manager) as connection:
        leases.take(connection, holder="other:1", lasts=timedelta(minutes=1))
        leases.beat(connection, server="other:1", host="other", pid=1, version="1", standing=Standing.RUNNING)
        findings.replace(connection, [])
    monkeypatch.setattr(check, "year_offsets", lambda _year: frozenset({HOUR}))
    (finding,) = check.check(context).findings
    assert finding.message.startswith("timezone is GMT because nobody has set it, while desk keeps GMT+1:00")
    told = Finding(level=Level.WARNING, message="timezone is GMT …", section="schedule", option="timezone")
    with writing(context.database.manager) as connection:
        findings.replace(connection, [told])
    assert check.check(context).findings == (told,)
