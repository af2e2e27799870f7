"""The configuration check finds what is wrong with options, schema, sources and clock, and says how bad it is."""

from datetime import timedelta

from sqlalchemy import delete, text

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.engine.clock import SystemClock
from gim_manager.schema.control import ctl_etl_history
from gim_manager.schema.engines import reading, writing
from gim_manager.store import findings, leases
from gim_manager.usecases import check, options, sources
from gim_manager.usecases.context import Actor, Context
from tests.language.clock import HandClock


def messages(context: Context) -> list[str]:
    return [finding.message for finding in check.check(context).findings]


def in_time(context: Context) -> Context:
    """The same Info Mart, by the clock of this computer."""
    context.clock = SystemClock()
    return context


def test_what_is_missing_is_a_warning(context: Context) -> None:
    checked = check.check(in_time(context))
    assert checked.ok
    (finding,) = checked.findings
    assert (finding.level, finding.jobs) == (Level.WARNING, frozenset({Job.EXTRACT}))
    assert finding.message.startswith("There is no data source.")


def test_errors_come_first(context: Context) -> None:
    options.change(in_time(context), {("schedule", "maintain-start-time"): "10:00"})
    checked = check.check(context)
    assert not checked.ok
    assert [finding.level for finding in checked.findings] == [Level.ERROR, Level.WARNING]


def test_X01_the_roles_of_all_sources_are_counted(context: Context) -> None:
    sources.add(in_time(context), name="a", url="sqlite:////no/a.sqlite", roles={Role.ICON_OCS})
    said = messages(context)
    assert said[0].startswith("No data source has the role ICON_CFG")
    assert said[1].startswith("No data source has the role ICON_CORE or ICON_MM")
    assert said[2].startswith("The data source a: ")


def test_R35_a_clock_that_is_off_is_told(context: Context, clock: HandClock) -> None:
    clock.turn(timedelta(days=1).total_seconds())
    assert any(message.startswith("The clock of desk is ") for message in messages(context))


def test_R29_an_info_mart_that_was_never_initialized_is_an_error(context: Context) -> None:
    with writing(context.database.info_mart) as connection:
        connection.execute(delete(ctl_etl_history))
    first = check.check(in_time(context)).findings[0]
    assert first.message.startswith("Job_InitializeGIM has never ended well")
    assert first.stops(Job.EXTRACT) and not first.stops(Job.INITIALIZE)


def test_R28_the_surroundings_of_a_server_elsewhere_are_those_that_it_found(context: Context) -> None:
    found = Finding(level=Level.WARNING, message="The folder is full.", jobs=frozenset({Job.EXPORT}))
    with writing(context.database.manager) as connection:
        lease = leases.take(connection, holder="other:1", lasts=timedelta(minutes=1))
        leases.beat(connection, server="other:1", host="other", pid=1, version="1", standing=Standing.RUNNING)
        findings.replace(connection, [found])
    assert lease and check.check(context).findings == (found,)
    sources.add(context, name="a", url="sqlite:////no/a.sqlite", roles=Role)
    context.actor = Actor(user="ada", host="other")
    assert "The data source a: " in messages(in_time(context))[0]


def test_what_was_found_for_other_sources_and_options_is_forgotten(context: Context) -> None:
    about = (("gim-export", "output-directory"), ("", ""))
    with writing(context.database.manager) as connection:
        findings.replace(connection, [Finding(level=Level.WARNING, message="-", section=s, option=o) for s, o in about])
    options.change(context, {("gim-export", "output-directory"): "elsewhere"})
    with reading(context.database.manager) as connection:
        assert [found.section for found in findings.current(connection)] == [""]
    sources.add(context, name="a", url="sqlite:////no/a.sqlite", roles=Role)
    with reading(context.database.manager) as connection:
        assert findings.current(connection) == ()


def test_an_audit_trail_that_was_changed_is_an_error_that_keeps_no_job_from_starting(context: Context) -> None:
    options.change(in_time(context), {("schedule", "etl-frequency"): "15"})
    assert check.check(context).ok
    where = "" if context.database.is_local else "gim_manager."
    with writing(context.database.manager) as connection:
        connection.execute(text(f"UPDATE {where}mgr_audit_chain SET head_hash = 'another'"))
    found = check.check(context)
    assert not found.ok
    assert "audit trail ends with row 1" in found.findings[0].message
    assert found.findings[0].jobs == frozenset()


def test_a_source_whose_password_may_be_read_on_its_way_is_a_warning(context: Context) -> None:
    sources.add(in_time(context), name="far", url="postgresql://u:s3cret@idb.invalid/x", roles={Role.ICON_CFG})
    found = [finding for finding in check.check(context).findings if "in clear" in finding.message]
    assert [(finding.level, finding.jobs) for finding in found] == [(Level.WARNING, frozenset())]
    assert "s3cret" not in found[0].message
