"""Nobody waits for ever for a run that nobody serves: the wait ends with a sentence, and the run stays what it was."""

import pytest
from sqlalchemy import text

from gim_manager.domain.errors import Unreachable
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store import leases
from gim_manager.usecases import history, runs
from gim_manager.usecases.context import Context, hosted
from gim_manager.usecases.waiting import Vigil
from tests.language.clock import HandClock
from tests.language.waiting import until


def test_a_wait_ends_half_a_minute_after_the_last_server_was_heard_of(context: Context, clock: HandClock) -> None:
    run = runs.start(context, Job.EXTRACT, wait_for_server=False)
    vigil = Vigil(context)
    vigil.ensure_served(run)
    clock.turn(29)
    vigil.ensure_served(run)
    clock.turn(2)
    with pytest.raises(Unreachable, match=r"Job_ExtractICON \d+ cannot be reached: no server was heard of .*Scheduled"):
        vigil.ensure_served(run)


def test_a_wait_goes_on_while_any_server_lives(context: Context, clock: HandClock) -> None:
    run = runs.start(context, Job.EXTRACT, wait_for_server=False)
    vigil = Vigil(context)
    for _ in range(3):
        clock.turn(29)
        with writing(context.database.manager) as connection:
            leases.beat(connection, server="s", host="h", pid=1, version="0", standing=Standing.RUNNING)
        vigil.ensure_served(run)


@pytest.mark.timeout(60)
def test_a_wait_for_a_hosted_server_that_cannot_begin_ends_with_the_reason(
    context: Context, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    run = runs.start(context, Job.EXTRACT, wait_for_server=False)
    with writing(context.database.info_mart) as connection:
        connection.execute(text("ALTER TABLE ctl_etl_history RENAME TO ctl_away"))
    with hosted(context, scheduling=False) as scheduler:
        until(lambda: "the server cannot begin" in caplog.text, seconds=30)
        assert scheduler.failure is None
        clock.turn(11)
        with pytest.raises(Unreachable, match=r"an error that it does not know: .*ctl_etl_history"):
            runs.wait_for_end(context, run.id)
    assert history.run(context, run.id).status is Status.SCHEDULED
