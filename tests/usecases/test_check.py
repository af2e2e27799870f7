"""The configuration check finds what is wrong with options, schema, sources and clock, and says how bad it is."""

from datetime import timedelta

from sqlalchemy import delete

from gim_manager.domain.conditions import Level
from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.engine.clock import SystemClock
from gim_manager.schema.control import ctl_etl_history
from gim_manager.schema.engines import writing
from gim_manager.usecases import check, options, sources
from gim_manager.usecases.context import Context
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
    assert "0 data sources have the role ICON_CFG; it takes exactly one." in said
    assert "No data source has the role ICON_CORE or ICON_MM: there are no interactions." in said
    assert any(message.startswith("The data source a cannot be read: ") for message in said)


def test_R35_a_clock_that_is_off_is_told(context: Context, clock: HandClock) -> None:
    clock.turn(timedelta(days=1).total_seconds())
    assert any("seconds off the clock of the database" in message for message in messages(context))


def test_R29_an_info_mart_that_was_never_initialized_is_told(context: Context) -> None:
    with writing(context.database.info_mart) as connection:
        connection.execute(delete(ctl_etl_history))
    assert messages(in_time(context))[0].startswith("Job_InitializeGIM has never ended well")
