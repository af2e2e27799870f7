"""What a look at a changed day is played with."""

from datetime import timedelta

from gim_manager.domain.day_plan import compare
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store.rows import micros
from gim_manager.usecases.context import Context
from gim_manager.usecases.preview import question
from tests.language.clock import START
from tests.language.stored import stored


def test_both_days_are_played_with_the_lengths_of_the_runs_here(context: Context) -> None:
    with writing(context.database.manager) as connection:
        stored(connection, Status.COMPLETE, at=START, end_time=micros(START + timedelta(minutes=7)))
    before = context.options()
    after = before.changed({("schedule", "run-scheduler"): "true"})
    asked = question(context, before, after)
    assert (asked.before, asked.after, asked.now) == (before, after, context.now())
    assert asked.lengths[Job.EXTRACT] == timedelta(minutes=7)
    assert asked.postgresql is (context.database.kind == "postgresql")
    found = compare(asked)
    assert not found.before.starts and found.after.starts[Job.EXTRACT]
