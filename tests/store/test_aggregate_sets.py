"""How the aggregate sets stand, by their own tables and by what waits."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Table, insert, text

from gim_manager.domain.aggregate_board import Waiting
from gim_manager.domain.aggregates import H_AGENT, H_I_SESS_STATE, H_QUEUE, HIERARCHIES, Level
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.timing import from_epoch
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_notification, agr_pending
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_step
from gim_manager.store import aggregate_sets
from gim_manager.store.connect import Database
from gim_manager.store.rows import micros
from tests.language.facts import at, whole_row
from tests.language.stored import NOON, stored


def put(database: Database, table: Table, *rows: Mapping[str, Any]) -> None:
    with writing(database.info_mart) as connection:
        for row in rows:
            connection.execute(insert(table).values(whole_row(table, **row)))


def test_the_newest_interval_is_the_last_that_has_rows(database: Database) -> None:
    put(
        database, TABLES[H_QUEUE, Level.HOUR],
        {"date_time_key": at("2026-06-08 09:00"), "resource_key": 1},
        {"date_time_key": at("2026-06-08 10:00"), "resource_key": 1},
    )  # fmt: skip
    with reading(database.info_mart) as connection:
        found = aggregate_sets.newest(connection)
    assert found == {(H_QUEUE, Level.HOUR): datetime(2026, 6, 8, 10, tzinfo=UTC)}


def test_intervals_wait_at_their_level_and_announced_facts_at_the_finest(database: Database) -> None:
    slot = at("2026-06-08 09:00")
    day = {"hierarchy": "H_AGENT", "agg_level": "DAY"}
    put(
        database, agr_pending,
        {**day, "date_time_key": slot, "queued_ts": 500}, {**day, "date_time_key": slot + 86400, "queued_ts": 400},
        {"hierarchy": "H_QUEUE", "agg_level": "SUBHOUR", "date_time_key": slot, "queued_ts": 300},
        {"hierarchy": "H_OF_ANOTHER_VERSION", "agg_level": "DAY", "date_time_key": slot},
    )  # fmt: skip
    told = {"start_date_time_key": slot, "end_date_time_key": slot, "created_ts": 200}
    put(
        database, agr_notification,
        {**told, "notification_key": 1, "fact_name": "mediation_segment_fact"},
        {**told, "notification_key": 2, "fact_name": "sm_res_state_fact"},
    )  # fmt: skip
    with reading(database.info_mart) as connection:
        found = aggregate_sets.waiting(connection)
    announced = Waiting(number=1, since=from_epoch(200))
    of_stays = (one for one in HIERARCHIES if "mediation_segment_fact" in one.facts)
    assert found == {
        **{(one, Level.SUBHOUR): announced for one in (*of_stays, H_I_SESS_STATE)},
        (H_AGENT, Level.DAY): Waiting(number=2, since=from_epoch(400)),
        (H_QUEUE, Level.SUBHOUR): Waiting(number=2, since=from_epoch(200)),
    }


def test_rows_are_counted_once_a_minute(database: Database) -> None:
    counts, table = aggregate_sets.Counts(), TABLES[H_QUEUE, Level.YEAR]
    one = H_QUEUE, Level.YEAR
    put(database, table, {"date_time_key": 0, "resource_key": 1})
    with reading(database.info_mart) as connection:
        assert counts.read(connection, 0.0)[one] == (1, False)
    put(database, table, {"date_time_key": 0, "resource_key": 2})
    with reading(database.info_mart) as connection:
        assert counts.read(connection, 59.0)[one] == (1, False)
        assert counts.read(connection, 60.0)[one] == (2, False)


def test_a_large_table_of_postgresql_is_not_counted(postgresql_database: Database) -> None:
    table = TABLES[H_QUEUE, Level.SUBHOUR].name
    with writing(postgresql_database.info_mart) as connection:
        connection.execute(text("UPDATE pg_class SET reltuples = 2500000 WHERE relname = :name"), {"name": table})
    with reading(postgresql_database.info_mart) as connection:
        assert aggregate_sets.Counts().read(connection, 0.0)[H_QUEUE, Level.SUBHOUR] == (2_500_000, True)


def test_the_last_rebuild_is_that_of_the_latest_request_that_ended_well(database: Database) -> None:
    hour = timedelta(hours=1)
    with writing(database.manager) as connection:
        for number, status in enumerate((Status.COMPLETE, Status.COMPLETE, Status.STOPPED)):
            run = stored(connection, status, job=Job.AGGREGATE, parameters="-insertPendingAgg ALLSETS")
            step = {"run_id": run.id, "number": 1, "name": "H_QUEUE HOUR", "status": status.value}
            connection.execute(insert(mgr_step).values(step | {"end_time": micros(NOON + number * hour)}))
    with reading(database.manager) as connection:
        assert aggregate_sets.rebuilt(connection) == {(H_QUEUE, Level.HOUR): NOON + hour}
