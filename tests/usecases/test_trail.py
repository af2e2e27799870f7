"""The audit trail as its readers see it."""

from gim_manager.domain.job import Job
from gim_manager.usecases import runs, stops, trail
from gim_manager.usecases.context import Context


def test_what_was_done_is_told_newest_first_with_the_head_that_proves_it(context: Context) -> None:
    one = runs.start(context, Job.MAINTAIN, wait_for_server=False)
    two = runs.start(context, Job.TRANSFORM, wait_for_server=False)
    stops.stop(context, [one.id], reason="lunch")
    told = trail.told(context)
    assert [(act.action, act.run_id) for act in told.acts[:3]] == [
        ("canceled", one.id), ("requested", two.id), ("requested", one.id),
    ]  # fmt: skip
    assert told.trail.broken is None and told.trail.rows >= 3 and told.trail.head_hash
    of_one = trail.told(context, run_id=one.id)
    assert [(act.action, act.reason) for act in of_one.acts] == [("canceled", "lunch"), ("requested", None)]
    assert of_one.trail == told.trail
    assert trail.told(context, limit=1).acts == told.acts[:1]
