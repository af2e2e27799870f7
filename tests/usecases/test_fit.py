"""Will maintenance fit? From the runs of an Info Mart."""

from datetime import timedelta

from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Status
from gim_manager.schema.engines import writing
from gim_manager.store.rows import micros
from gim_manager.usecases import fit, options
from gim_manager.usecases.context import Context
from tests.language.clock import START
from tests.language.stored import stored


def _maintained(context: Context, status: Status, minutes: int, cause: Cause) -> None:
    with writing(context.database.manager) as connection:
        ends = micros(START + timedelta(minutes=minutes))
        stored(connection, status, job=Job.MAINTAIN, at=START, end_time=ends, cause=cause.value)


def test_the_runs_that_ended_well_or_were_stopped_by_a_rule_tell(context: Context) -> None:
    options.change(context, {("schedule", "maintain-start-time"): "05:00"})
    for _ in range(4):
        _maintained(context, Status.COMPLETE, 10, Cause.DONE)
    _maintained(context, Status.STOPPED, 60, Cause.RULE)
    _maintained(context, Status.STOPPED, 1, Cause.PERSON)
    _maintained(context, Status.FAILED, 1, Cause.ERROR)
    told = fit.fit(context)
    assert told.ended_in_time == (4, 5) and not told.scheduled
    assert told.room and told.room.length == timedelta(hours=1)


def test_a_new_info_mart_knows_too_little(context: Context) -> None:
    assert not fit.fit(context).is_known
