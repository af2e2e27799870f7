"""Undoing a re-aggregation is asked for as any run is: by the rules, and with a line in the audit trail."""

import pytest

from gim_manager.domain.aggregates import H_ID
from gim_manager.domain.errors import Refused, UnknownRun
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.kept import KEPT, agr_rebuilt
from gim_manager.store import runs as store_runs
from gim_manager.usecases import runs, undo
from gim_manager.usecases.context import Context
from tests.language.requests import acts, asked, running


@pytest.fixture
def rebuilt(context: Context) -> Run:
    """A re-aggregation that has ended, and took a row away."""
    with writing(context.database.manager) as connection:
        asked_for = {"parameters": "-insertPendingAgg H_ID-DAY:2026-06-08:2026-06-08", "by": "ada", "host": "desk"}
        run = store_runs.request(connection, job=Job.AGGREGATE, now=context.now(), **asked_for)  # type: ignore[arg-type]
        store_runs.claim(connection, run.id, server="s", token="t", now=context.now())
        ended = store_runs.finish(
            connection, run.id, status=Status.COMPLETE, cause=Cause.DONE, now=context.now(), token="t"
        )
    row = {column.name: 0 for column in KEPT[H_ID].columns} | {"run_id": run.id, "agg_level": "DAY"}
    with writing(context.database.info_mart) as connection:
        connection.execute(agr_rebuilt.insert().values(run_id=run.id, begun_ts=1))
        connection.execute(KEPT[H_ID].insert().values(row))
    return ended


def test_R18_it_is_a_run_that_aggregation_is_started_for(context: Context, rebuilt: Run) -> None:
    assert undo.look(context, rebuilt.id).why == ""
    run = runs.start(context, Job.AGGREGATE, parameters=f"-undoReaggregation {rebuilt.id}", wait_for_server=False)
    assert (run.status, run.is_reaggregation, run.requested_by) == (Status.SCHEDULED, True, "ada")
    assert acts(context) == [("ada", "requested", None)]
    with reading(context.database.manager) as connection:
        aggregation, waiting = store_runs.open_runs(connection)
    assert (aggregation.parameters, waiting.id) == (None, run.id)


def test_R18_what_cannot_be_undone_is_refused_in_words_and_by_no_confirmation(context: Context) -> None:
    extraction = asked(context, Job.EXTRACT)
    with pytest.raises(Refused, match=f"Run {extraction.id} is no re-aggregation") as refused:
        runs.start(
            context, Job.AGGREGATE, parameters=f"-undoReaggregation {extraction.id}", force=True, wait_for_server=False
        )
    assert refused.value.rule == "R18"
    assert acts(context)[0] == ("ada", "refused", "R18")


def test_R18_one_that_is_at_work_is_not_undone(context: Context) -> None:
    run = running(context, Job.AGGREGATE)
    assert "no re-aggregation" in undo.look(context, run.id).why
    with pytest.raises(UnknownRun):
        undo.look(context, 4711)
