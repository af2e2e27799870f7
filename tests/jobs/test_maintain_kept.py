"""What is kept to undo re-aggregations goes with the maintenance after them, and not sooner."""

from sqlalchemy import Engine, select

from gim_manager.domain.aggregates import H_QUEUE
from gim_manager.domain.job import Job
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs.maintain_kept import drop_kept
from gim_manager.jobs.work import Work
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.kept import KEPT, agr_rebuilt
from tests.language.mart import bare_mart
from tests.language.work import NOW, RecordedStep, a_work

SEVEN = {("gim-etl", "purge-transaction-size"): "7"}


def _kept(engine: Engine, run_id: int, begun: int, rows: int) -> None:
    table = KEPT[H_QUEUE]
    names = {column.name: 0 for column in table.columns} | {"run_id": run_id, "agg_level": "DAY"}
    with writing(engine) as connection:
        connection.execute(agr_rebuilt.insert().values(run_id=run_id, begun_ts=begun))
        connection.execute(table.insert(), [names | {"resource_key": number} for number in range(rows)])


def _dropped(work: Work) -> tuple[dict[int, int | None], list[int], int]:
    """Which run was dropped by whom, whose rows are left, and how many were told of."""
    step = RecordedStep("drop")
    drop_kept(work, to_epoch(NOW), step)
    with reading(work.info_mart) as connection:
        runs = connection.execute(select(agr_rebuilt.c.run_id, agr_rebuilt.c.dropped_by))
        return (
            {run_id: by for run_id, by in runs},
            sorted(connection.scalars(select(KEPT[H_QUEUE].c.run_id))),
            step.total,
        )


def test_M01_what_is_kept_of_earlier_runs_goes_some_rows_at_a_time(database_url: str) -> None:
    mart = bare_mart(database_url)
    _kept(mart, 12, to_epoch(NOW) - 1, rows=20)
    _kept(mart, 14, to_epoch(NOW), rows=1)
    work = a_work(mart, job=Job.MAINTAIN, options=SEVEN)
    assert _dropped(work) == ({12: work.run_id, 14: None}, [14], 20)
    assert _dropped(a_work(mart, job=Job.MAINTAIN))[0][12] == work.run_id, "the first that dropped it is named"
