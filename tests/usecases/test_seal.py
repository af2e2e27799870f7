"""Which days are final, with the requests that wait in the manager's tables."""

from datetime import date

import pytest
from sqlalchemy import insert, text

from gim_manager.domain.aggregates import H_ID, HIERARCHIES
from gim_manager.domain.errors import OlderSchema
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.seal import NOT_SEALED
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs.aggregate_grid import _mark
from gim_manager.schema.control import ctl_day_seal, ctl_etl_history, ctl_mark
from gim_manager.schema.engines import writing
from gim_manager.schema.kept import KEPT, agr_rebuilt
from gim_manager.usecases import seal, status
from gim_manager.usecases.context import Context
from tests.language.clock import START
from tests.language.fact_kinds import Leg
from tests.language.facts import add, at, whole_row
from tests.language.stored import stored

YESTERDAY = date(2026, 11, 22)
MIDNIGHT = at("2026-11-23 00:00")


@pytest.fixture
def done(context: Context) -> Context:
    """A call the day before yesterday, all of it transformed and aggregated, in a cycle of this morning."""
    with writing(context.database.info_mart) as connection:
        add(connection, [Leg(start=at("2026-11-21 10:00"))])
        for number, job in (("91", "Job_ExtractICON"), ("92", "Job_TransformGIM")):
            began = MIDNIGHT + int(number)
            row = {"job_id": number, "job_name": job, "start_ts": began, "end_ts": began, "status": "COMPLETE"}
            connection.execute(insert(ctl_etl_history).values(whole_row(ctl_etl_history, **row)))
        for hierarchy in HIERARCHIES:
            connection.execute(insert(ctl_mark).values(whole_row(ctl_mark, name=_mark(hierarchy))))
    return context


def _sealed(context: Context) -> None:
    row = {"day": str(YESTERDAY), "start_ts": MIDNIGHT - 86400, "end_ts": MIDNIGHT, "sealed_ts": to_epoch(START)}
    with writing(context.database.info_mart) as connection:
        connection.execute(insert(ctl_day_seal).values(row))


def test_days_are_told_newest_first_as_far_as_there_are_data(done: Context) -> None:
    found = seal.read(done)
    assert [one.day.day for one in found] == [23, 22, 21]
    assert found[1].missing == (NOT_SEALED,)
    assert found[0].missing == ("The day has not ended.",)


def test_a_sealed_day_is_final_until_a_reaggregation_of_it_waits(done: Context) -> None:
    _sealed(done)
    (found,) = seal.read(done, YESTERDAY)
    assert (found.is_final, found.since) == (True, START)
    with writing(done.database.manager) as connection:
        asked = "-insertPendingAgg H_QUEUE-DAY:2026-11-22:2026-11-22"
        run = stored(connection, Status.SCHEDULED, job=Job.AGGREGATE, parameters=asked)
        stored(connection, Status.SCHEDULED, job=Job.AGGREGATE, parameters="nonsense")
    (found,) = seal.read(done, YESTERDAY)
    assert found.missing == (f"The re-aggregation {run.id} is not done.",)


@pytest.mark.parametrize(("level", "is_final"), [("HOUR", False), ("MONTH", True)])
def test_nor_is_a_day_final_of_which_rows_are_to_be_put_back(done: Context, level: str, *, is_final: bool) -> None:
    _sealed(done)
    kept = {column.name: 0 for column in KEPT[H_ID].columns} | {"run_id": 7, "agg_level": level}
    with writing(done.database.info_mart) as connection:
        connection.execute(insert(agr_rebuilt).values(run_id=7, begun_ts=1))
        connection.execute(insert(KEPT[H_ID]).values(kept | {"date_time_key": MIDNIGHT - 3600}))
    with writing(done.database.manager) as connection:
        stored(connection, Status.SCHEDULED, job=Job.AGGREGATE, parameters="-undoReaggregation 7")
    (found,) = seal.read(done, YESTERDAY)
    assert found.is_final == is_final


def test_the_status_tells_of_the_day_that_ended_last(done: Context) -> None:
    _sealed(done)
    told = status.read(done).seal
    assert told is not None
    assert (told.day, told.is_final) == (YESTERDAY, True)


def test_before_anything_is_loaded_the_status_tells_of_no_day(context: Context) -> None:
    assert status.read(context).seal is None


def test_R29_of_an_older_schema_nothing_is_said(context: Context) -> None:
    with writing(context.database.info_mart) as connection:
        connection.execute(text("UPDATE ctl_schema_version SET version_num = '0002'"))
    with pytest.raises(OlderSchema):
        seal.read(context)
