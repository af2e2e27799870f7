"""The state of the whole."""

from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.status import ServerState
from gim_manager.jobs.partitions import STEP, keep_partitions
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.usecases import options, runs, status
from gim_manager.usecases.context import Context
from tests.language.work import a_work


def _beats(context: Context, server: str) -> None:
    with writing(context.database.manager) as connection:
        leases.beat(connection, server=server, host="desk", pid=1, version="1", standing=Standing.RUNNING)


def test_without_a_server_there_is_none_and_nothing_comes_next(context: Context) -> None:
    found = status.read(context)
    assert found.server.state is ServerState.NONE
    assert found.next == ()
    assert found.zone == "GMT"


def test_a_server_that_beats_stands_by_until_it_leads(context: Context) -> None:
    from datetime import timedelta

    _beats(context, "one")
    assert status.read(context).server.state is ServerState.STANDBY
    with writing(context.database.manager) as connection:
        leases.take(connection, holder="one", lasts=timedelta(seconds=10))
    _beats(context, "two")
    found = status.read(context).server
    assert (found.state, found.id, found.standbys) == (ServerState.PAUSED, "one", ("two",))
    options.change(context, {("schedule", "run-scheduler"): "true"})
    assert status.read(context).server.state is ServerState.RUNNING


def test_what_waits_is_named_and_launches_are_told_while_they_are_made(context: Context) -> None:
    _beats(context, "one")
    run = runs.start(context, Job.EXTRACT)
    options.change(context, {("schedule", "run-scheduler"): "true"})
    found = status.read(context)
    assert found.waiting == (run,)
    assert found.scheduling
    assert Job.EXTRACT in {launch.job for launch in found.next}


def test_R28_a_configuration_error_is_the_servers_state(context: Context) -> None:
    from datetime import timedelta

    with writing(context.database.manager) as connection:
        leases.take(connection, holder="one", lasts=timedelta(seconds=10))
    _beats(context, "one")
    options.change(context, {("schedule", "maintain-start-time"): "12:00"})
    found = status.read(context)
    assert found.server.state is ServerState.CONFIG_ERROR
    assert [finding.option for finding in found.errors] == ["maintain-start-time"]
    assert not any("maintain-start-time" in warning for warning in found.warnings)


def test_M02_it_says_for_how_many_days_there_are_partitions(context: Context) -> None:
    assert status.read(context).partitions_ahead_days is None
    work = a_work(context.database.info_mart, now=context.now())
    with work.report.step(STEP) as step:
        keep_partitions(work, step)
    assert status.read(context).partitions_ahead_days == (None if context.database.is_local else 14)
