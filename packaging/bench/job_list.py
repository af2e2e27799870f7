"""What the job list costs on a million runs beside a thousand: its first page, in the order it opens in and others."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from harness import Ratio, timed
from sqlalchemy import text

from gim_manager.domain.listing import RunColumn, RunQuery
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import listing, migrate
from gim_manager.store.connect import Database
from tests.language.postgres import Cluster, cluster

FEW, MANY = 1_000, 1_000_000
PAGE = 200

QUERIES = {
    **{f"first page by {column}": RunQuery(order=column) for column in RunColumn},
    **{f"the other end by {column}": RunQuery(order=column, descending=False) for column in RunColumn},
    "first page of the failed": RunQuery(statuses=frozenset({Status.FAILED})),
    "first page of a text": RunQuery(text="out of"),
    "first page of a rare text": RunQuery(text="paper"),
    "a text that is nowhere": RunQuery(text="no such text"),
}

_COLUMNS = "job, status, cause, requested_at, requested_by, start_time, end_time, rows, error, note"
_ROW = """
    CASE n % 3 WHEN 0 THEN 'Job_ExtractICON' WHEN 1 THEN 'Job_TransformGIM' ELSE 'Job_ExportGIM' END,
    CASE WHEN n % 5 = 0 THEN 'Failed' ELSE 'Complete' END, CASE WHEN n % 5 = 0 THEN 'error' ELSE 'done' END,
    1700000000000000 + n * 1000000, 'scheduler', 1700000000000000 + n * 1000000,
    1700000000000000 + n * 1000000 + (n * 7919 % 600) * 1000000, n * 31 % 100000,
    CASE WHEN n = 500 THEN 'out of paper' WHEN n % 5 = 0 THEN 'out of range in chunk ' || (n % 1000) END,
    CASE n % 4 WHEN 0 THEN 'nothing new' WHEN 1 THEN (n % 30) || ' folders' END
"""
_FILL = {
    "sqlite": f"INSERT INTO mgr_run ({_COLUMNS}) WITH RECURSIVE s(n) AS "
    f"(SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < :many) SELECT {_ROW} FROM s",
    "postgresql": f"INSERT INTO gim_manager.mgr_run ({_COLUMNS}) "
    f"SELECT {_ROW} FROM generate_series(1, CAST(:many AS bigint)) AS s(n)",
}


def measure() -> Iterator[Ratio]:
    """The first page of both lists, on both databases."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(cluster())
        for kind in ("sqlite", "postgresql"):
            few, many = (_filled(stack, server, folder, kind, runs) for runs in (FEW, MANY))
            yield from _compared(kind, few, many)


def _filled(stack: ExitStack, server: Cluster, folder: Path, kind: str, runs: int) -> Database:
    name = f"runs_{runs}"
    url = f"sqlite:///{folder / name}.sqlite" if kind == "sqlite" else stack.enter_context(server.database(name))
    database = migrate.create(url)
    with writing(database.manager) as connection:
        connection.execute(text(_FILL[kind]), {"many": runs})
    with writing(database.manager) as connection:
        connection.exec_driver_sql("ANALYZE")
    return database


def _compared(kind: str, few: Database, many: Database) -> Iterator[Ratio]:
    for what, query in QUERIES.items():
        yield Ratio(
            measure=f"{what}, {MANY:,} runs, {kind}",
            ours=timed(partial(_open, many, query), repeat=20),
            yardstick=f"the same, {FEW:,} runs",
            theirs=timed(partial(_open, few, query), repeat=20),
        )


def _open(database: Database, query: RunQuery) -> None:
    with reading(database.manager) as connection:
        page = listing.page(connection, query, limit=PAGE)
    assert page.runs or query.text == "no such text", "the list is empty"
