"""What a day's aggregation and a purge cost on a long history beside a short one, of facts made by one statement."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

from harness import Ratio
from sqlalchemy import Engine, Table, insert, text

from gim_manager.domain.job import Job
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs import initialize, maintain
from gim_manager.jobs.work import Work
from gim_manager.schema.dimensions import resource_, technical_descriptor
from gim_manager.schema.engines import outside, writing
from gim_manager.schema.facts import interaction_fact, interaction_resource_fact, mediation_segment_fact
from gim_manager.store import migrate
from tests.language.aggregation import drain
from tests.language.facts import announce, whole_row
from tests.language.postgres import cluster
from tests.language.work import a_work

LONG = int(os.environ.get("GIM_BENCH_DAYS", "100"))
"""Days of the long history; the short one has a tenth."""
PER_DAY = int(os.environ.get("GIM_BENCH_CALLS", "10000"))
"""Calls a day, each with one row in each of three fact tables."""
NOW = datetime(2026, 11, 21, tzinfo=UTC)
DAY = 86_400
OPTIONS = {
    ("gim-etl", "partitioning-interval-size-gim"): str(DAY),
    ("date-time", "date-time-start-year"): "2026",
}
TABLES = (interaction_fact, interaction_resource_fact, mediation_segment_fact)
MADE = {
    "start_ts": ":first + n", "end_ts": ":first + n + 100", "start_date_time_key": "(:first + n) / 900 * 900",
    "end_date_time_key": "(:first + n + 100) / 900 * 900", "media_server_root_ixn_guid": "'c' || number",
    "partyguid": "'p' || number", "natural_id": "'p' || number", "mediation_guid": "'m' || number",
    "interaction_id": "number", "interaction_sdt_key": "(:first + n) / 900 * 900", "tenant_key": "1",
    "media_type_key": "1", "interaction_type_key": "1", "technical_descriptor_key": "1", "create_audit_key": "1",
    "update_audit_key": "1", "talk_count": "1", "talk_duration": "60", "interaction_resource_ordinal": "1",
}  # fmt: skip
"""How a column is filled; what is mandatory and not named here is nothing in particular."""


def measure() -> Iterator[Ratio]:
    """Both in one cluster, one job after the other on both."""
    with ExitStack() as stack:
        server = stack.enter_context(cluster())
        days = {LONG // 10: "short", LONG: "long"}
        marts = {name: _filled(stack.enter_context(server.database(name)), number) for number, name in days.items()}
        for what, run in (("aggregation of the last day", _aggregate), ("purge of the oldest day", _purge)):
            seconds = {name: run(marts[name], number) for number, name in days.items()}
            yield Ratio(
                measure=f"{what}, {LONG} days of {PER_DAY * len(TABLES):,} facts", ours=seconds["long"],
                yardstick=f"the same of {LONG // 10} days", theirs=seconds["short"],
            )  # fmt: skip


def _work(mart: Engine, job: Job, days: int, **more: str) -> Work:
    begins = {("gim-etl", "etl-start-date"): f"{NOW - timedelta(days=days):%Y-%m-%d %H:%M:%S}"}
    kept = {("gim-etl", name.replace("_", "-")): value for name, value in more.items()}
    return a_work(mart, job=job, now=NOW, options=OPTIONS | begins | kept)


def _filled(url: str, days: int) -> Engine:
    mart = migrate.create(url).info_mart
    initialize.run(_work(mart, Job.INITIALIZE, days))
    _meet(mart)
    # Its first run takes in whatever facts there are.
    drain(_work(mart, Job.AGGREGATE, days))
    first = to_epoch(NOW) - days * DAY
    with writing(mart) as connection:
        for table in TABLES:
            columns = _columns(table)
            connection.execute(text(
                f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT {', '.join(columns.values())} "
                f"FROM generate_series(1, {days * PER_DAY}) AS s(number), "
                f"LATERAL (SELECT number::bigint * {DAY} / {PER_DAY} - 1 AS n) AS at"
            ), {"first": first})  # fmt: skip
    with outside(mart) as connection:
        connection.exec_driver_sql("ANALYZE")
    # Takes the partitions of extracted rows that were made for the days before those are kept.
    maintain.run(_work(mart, Job.MAINTAIN, days, days_to_keep_gim_facts=str(days)))
    return mart


def _meet(mart: Engine) -> None:
    """Three agents, a queue, and how every leg went."""
    kinds = {1: "AGENT", 2: "AGENT", 3: "AGENT", 101: "QUEUE"}
    with writing(mart) as connection:
        for key, kind in kinds.items():
            row = whole_row(resource_, resource_key=key, resource_type_code=kind, resource_cfg_dbid=key)
            connection.execute(insert(resource_).values(row))
        went = {"technical_result_code": "COMPLETED", "resource_role_code": "RECEIVED"}
        row = whole_row(technical_descriptor, technical_descriptor_key=1, **went)
        connection.execute(insert(technical_descriptor).values(row))


def _columns(table: Table) -> dict[str, str]:
    identifier = next(iter(table.primary_key.columns)).name
    wanted = {name: _nothing(value) for name, value in whole_row(table).items()}
    made = {name: how for name, how in MADE.items() if name in table.columns}
    spread = {"resource_key": "1 + number % 3"} if table is interaction_resource_fact else {"resource_key": "101"}
    return wanted | made | {name: how for name, how in spread.items() if name in wanted} | {identifier: "number"}


def _nothing(value: Any) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"


def _aggregate(mart: Engine, days: int) -> float:
    last = to_epoch(NOW) - DAY
    with writing(mart) as connection:
        announce(connection, *((table.name, last, last + DAY - 900) for table in TABLES))
    begun = perf_counter()
    rows = drain(_work(mart, Job.AGGREGATE, days))
    assert rows, "nothing was aggregated"
    return perf_counter() - begun


def _purge(mart: Engine, days: int) -> float:
    begun = perf_counter()
    outcome = maintain.run(_work(mart, Job.MAINTAIN, days, days_to_keep_gim_facts=str(days - 1)))
    assert outcome.rows, "nothing was purged"
    return perf_counter() - begun
