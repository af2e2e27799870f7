"""What partitions cost: a first round of extraction and transformation, and a day's purge, with them and without."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from datetime import UTC, date, datetime
from time import perf_counter
from typing import Any
from unittest.mock import patch

from harness import Ratio
from sqlalchemy import Engine

from gim_manager.domain.icon import Role
from gim_manager.domain.job import Job
from gim_manager.domain.source import Source
from gim_manager.jobs import extract, initialize, maintain, transform
from gim_manager.jobs.work import StepReport, Work
from gim_manager.sample.arguments import SampleArguments
from gim_manager.sample.writer import write_sample
from gim_manager.schema.engines import outside, writing
from gim_manager.schema.warehouse import PARTITIONED, drop_views, make_views
from gim_manager.store import migrate
from tests.language.postgres import cluster
from tests.language.work import a_work

CALLS_PER_DAY = int(os.environ.get("GIM_BENCH_CALLS", "500"))
"""A day's calls; GIM_BENCH_CALLS=20000 for a centre of some size."""
DAYS = 10
KEPT = 8
"""Days of facts; what is older is purged."""
UNTIL = date(2026, 11, 20)
NOW = datetime(2026, 11, 21, tzinfo=UTC)
SOURCES = frozenset({Role.ICON_CFG, Role.ICON_CORE})
OPTIONS = {
    ("gim-etl", "partitioning-interval-size-gim"): "86400",
    ("gim-etl", "etl-start-date"): "2026-11-11 00:00:00",
    ("gim-etl", "days-to-keep-gim-facts"): str(KEPT),
    ("gim-etl", "days-to-keep-gidb-facts"): str(KEPT),
    ("date-time", "date-time-start-year"): "2026",
}
"""Ten days of which two are purged, in partitions of a day each, facts too: the most that may be asked for."""
JOBS: dict[Job, Any] = {
    Job.INITIALIZE: initialize, Job.EXTRACT: extract, Job.TRANSFORM: transform, Job.MAINTAIN: maintain,
}  # fmt: skip
MAKERS = frozenset({Job.INITIALIZE, Job.MAINTAIN})


def measure() -> Iterator[Ratio]:
    """Both in one cluster, by turns, so that a busy machine is busy for both."""
    with ExitStack() as stack:
        server = stack.enter_context(cluster())
        idb = stack.enter_context(server.database("idb"))
        write_sample(idb, SampleArguments(days=DAYS, until=UNTIL, agents=100, calls_per_day=CALLS_PER_DAY))
        marts = {
            kind: migrate.create(stack.enter_context(server.database(kind))).info_mart for kind in ("with", "without")
        }
        rows, seconds = _worked(marts, Source(key=1, name="idb", url=idb, roles=SOURCES))
        for job in seconds["with"]:
            yield Ratio(
                measure=f"{job}, {DAYS} days of {CALLS_PER_DAY:,} calls, in partitions", ours=seconds["with"][job],
                yardstick="the same without partitions", theirs=seconds["without"][job], rows=rows[job] or None,
            )  # fmt: skip


def _worked(marts: dict[str, Engine], source: Source) -> tuple[dict[str, int], dict[str, dict[str, float]]]:
    """Rows by job, and seconds by Info Mart and job; statistics are made after each job, outside the clock."""
    _take_partitions_away(marts["without"])
    rows: dict[str, int] = {}
    seconds: dict[str, dict[str, float]] = {kind: {} for kind in marts}
    for job, run in JOBS.items():
        for kind, mart in marts.items():
            work = a_work(mart, job=job, sources=(source,), now=NOW, options=OPTIONS)
            begun = perf_counter()
            with patch.object(run, "keep_partitions", _none) if kind == "without" and job in MAKERS else nullcontext():
                rows[job.value] = run.run(work).rows
            seconds[kind][job.value] = perf_counter() - begun
            with outside(mart) as connection:
                connection.exec_driver_sql("ANALYZE")
    return rows, seconds


def _none(_work: Work, _step: StepReport) -> int:
    return 0


def _take_partitions_away(mart: Engine) -> None:
    """Plain tables of the same names, with the same indexes."""
    with writing(mart) as connection:
        for statement in drop_views("postgresql"):
            connection.exec_driver_sql(statement)
        for table in PARTITIONED.values():
            connection.exec_driver_sql(f"ALTER TABLE {table.name} DETACH PARTITION {table.first}")
            connection.exec_driver_sql(f"DROP TABLE {table.name}")
            connection.exec_driver_sql(f"ALTER TABLE {table.first} SET SCHEMA public")
            connection.exec_driver_sql(f"ALTER TABLE {table.name}_before RENAME TO {table.name}")
        for statement in make_views("postgresql"):
            connection.exec_driver_sql(statement)
