"""A preview is asked for like a re-aggregation, whenever it may run; nothing is written by the asking."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gim_manager.domain.errors import Abandoned, Refused
from gim_manager.domain.job import Job
from gim_manager.domain.reaggregation import BadParameters
from gim_manager.domain.run import Cause, Status
from gim_manager.schema.engines import writing
from gim_manager.store import options, runs
from gim_manager.usecases.context import Context
from gim_manager.usecases.rebuild_preview import preview
from tests.language.fact_kinds import Stay
from tests.language.facts import add, at, write_calendar, write_dimensions
from tests.language.requests import acts, running

ASKED = "-insertPendingAgg H_QUEUE-SUBHOUR:2026-06-08:2026-06-08"


@pytest.fixture
def loaded(context: Context) -> Context:
    """One stay on the eighth of June, which is not aggregated; nobody serves."""
    write_dimensions(context.database.info_mart)
    write_calendar(context.database.info_mart)
    with writing(context.database.info_mart) as connection:
        add(connection, [Stay(start=at("2026-06-08 12:00"), result="ABANDONED")])
    return context


def test_it_is_told_whether_aggregation_runs_or_not(loaded: Context) -> None:
    told: list[float] = []
    (day,) = preview(loaded, ASKED, progress=lambda done, _words: told.append(done)).differing
    assert (day.name, day.added, day.main.after, told) == ("H_QUEUE SUBHOUR", 1, 1, [0.0])
    assert acts(loaded) == []


def test_R20_a_range_without_facts_is_refused_unless_forced(loaded: Context) -> None:
    before = ASKED.replace("06-08:", "06-07:")
    with pytest.raises(Refused, match="2026-06-07 lies before") as refused:
        preview(loaded, before)
    assert refused.value.rule == "R20"
    assert len(preview(loaded, before, force=True).found) == 2


def test_R18_a_hierarchy_that_is_not_built_is_refused_whoever_insists(loaded: Context) -> None:
    with pytest.raises(Refused, match="H_CAMPAIGN is not built"):
        preview(loaded, ASKED.replace("H_QUEUE", "H_CAMPAIGN"), force=True)


def test_an_aggregation_that_runs_builds_by_the_options_of_its_start(loaded: Context) -> None:
    run, before = running(loaded, Job.AGGREGATE), preview(loaded, ASKED)
    with writing(loaded.database.manager) as connection:
        later = loaded.now() + timedelta(seconds=1)
        changes = {("agg-gim-thld-QUEUE-IXN", "short-abandoned-threshold"): "3600", ("schedule", "etl-frequency"): "7"}
        options.change(connection, changes, by="ada", host=None, now=later)
    assert preview(loaded, ASKED) == replace(before, options_of=run.id)
    with writing(loaded.database.manager) as connection:
        runs.finish(connection, run.id, status=Status.COMPLETE, cause=Cause.DONE, now=later, token="t")
    after = preview(loaded, ASKED)
    assert (after.options_of, after == before) == (None, False)


def test_only_what_rebuilds_has_a_preview(loaded: Context) -> None:
    with pytest.raises(BadParameters):
        preview(loaded, "-undoReaggregation 12")


def test_whoever_gives_it_up_waits_for_nothing(loaded: Context) -> None:
    def give_up(_done: float, _words: str) -> None:
        raise Abandoned

    with pytest.raises(Abandoned):
        preview(loaded, ASKED, progress=give_up)
