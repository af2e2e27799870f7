"""Looking at runs live and past."""

import pytest

from gim_manager.domain.errors import UnknownRun
from gim_manager.domain.job import Job
from gim_manager.domain.listing import RunQuery
from gim_manager.usecases import history, runs
from gim_manager.usecases.context import Context


def test_a_request_is_found_in_every_way(context: Context) -> None:
    before = history.latest_change(context)
    run = runs.start(context, Job.EXTRACT, wait_for_server=False)
    assert history.run(context, run.id) == run
    assert history.runs_by_id(context, (run.id, 4711)) == (run,)
    assert history.page(context, RunQuery()).runs == (run,)
    assert history.count(context, RunQuery()) == 1
    assert history.steps(context, run.id) == ()
    assert history.log(context, run.id) == ()
    changes = history.changes(context, before)
    assert changes.run_ids == {run.id} and changes.latest > before


def test_a_watch_tells_when_to_look(context: Context) -> None:
    with history.watch(context) as watch:
        assert not watch.wait(0.05)
        runs.start(context, Job.EXTRACT, wait_for_server=False)
        assert watch.wait(5)


@pytest.mark.parametrize("ask", [history.run, history.steps, history.log])
def test_a_run_that_is_none_is_said_to_be_none(context: Context, ask) -> None:
    with pytest.raises(UnknownRun):
        ask(context, 4711)
