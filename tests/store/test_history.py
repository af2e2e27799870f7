"""How far the data have come is read from the control tables alone."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from gim_manager.domain.status import SourceMark
from gim_manager.domain.timing import from_epoch, to_epoch
from gim_manager.schema.control import (
    agr_notification,
    agr_pending,
    ctl_audit_log,
    ctl_ds,
    ctl_etl_history,
    ctl_extract_mark,
    ctl_transform_history,
)
from gim_manager.schema.engines import reading, writing
from gim_manager.store import history
from gim_manager.store.connect import Database
from tests.language.stored import NOON

WALL = NOON.replace(tzinfo=None)
TS = to_epoch(NOON)


def test_a_run_with_a_row_in_the_etl_history_had_committed_all(database: Database) -> None:
    with writing(database.info_mart) as connection:
        assert not history.was_initialized(connection)
        row = {
            "job_name": "Job_ExtractICON",
            "start_time": WALL,
            "start_ts": TS,
            "status": "COMPLETE",
            "created_ts": TS,
        }
        connection.execute(insert(ctl_etl_history).values(job_id="7", **row))
        assert history.completed(connection, 7)
        assert not history.completed(connection, 77)
        assert history.completed_among(connection, [7, 77]) == {7}
        assert history.was_initialized(connection)


def test_marks_show_source_table_and_lag(database: Database) -> None:
    with writing(database.info_mart) as connection:
        ds = {"data_source_key": 1, "data_source_name": "icon", "data_source_type": 1, "created_ts": TS}
        connection.execute(insert(ctl_ds).values(**ds))
        marks = [("g_call", TS - 60), ("gc_agent", None), ("g_party", TS + 5)]
        for table, max_ts in marks:
            mark = {"data_source_key": 1, "table_name": table, "last_seq": 1, "max_ts": max_ts, "update_audit_key": 1}
            connection.execute(insert(ctl_extract_mark).values(**mark))
    with reading(database.info_mart) as connection:
        assert history.extract_marks(connection, NOON) == (
            SourceMark(data_source="icon", table="g_call", max_time=NOON - timedelta(minutes=1), lag_seconds=60),
            SourceMark(data_source="icon", table="g_party", max_time=NOON + timedelta(seconds=5), lag_seconds=0),
            SourceMark(data_source="icon", table="gc_agent", max_time=None, lag_seconds=None),
        )


def test_nothing_is_transformed_or_aggregated_in_the_beginning(database: Database) -> None:
    with reading(database.info_mart) as connection:
        assert history.transformed_to(connection) is None
        assert history.aggregated_to(connection) is None
        assert history.pending_aggregation(connection) == 0


def test_how_far_transformations_had_come_is_told_with_the_last_one_before(database: Database) -> None:
    came = [(1, 0, 500), (2, 100, 600), (3, 200, 700), (4, 300, None), (5, 400, 0), (6, 500, 900), (7, 600, 999)]
    with writing(database.info_mart) as connection:
        for key, at, to in came:
            audit = {"job_id": "1", "created": WALL, "created_ts": at, "transaction_id": key, "max_chunk_ts": to}
            connection.execute(insert(ctl_audit_log).values(audit_key=key, **audit))
            for table in ("g_ir", "g_call") if key != 3 else ():
                mark = {"hwm_name": table, "job_id": "1", "hwm_value": 1, "created_ts": at}
                connection.execute(insert(ctl_transform_history).values(audit_key=key, **mark))
    with reading(database.info_mart) as connection:
        within = history.reached(connection, from_epoch(200), from_epoch(600), limit=9)
        latest = history.reached(connection, from_epoch(0), from_epoch(601), limit=2)
    assert [(to_epoch(one.at), to_epoch(one.to)) for one in within] == [(100, 600), (500, 900)]
    assert [to_epoch(one.to) for one in latest] == [900, 999]


@pytest.mark.parametrize("waiting", [True, False])
def test_aggregates_reach_to_the_first_slot_that_waits(database: Database, waiting: bool) -> None:
    with writing(database.info_mart) as connection:
        for key, max_ts in ((1, TS - 900), (2, TS), (3, None), (4, 0)):
            audit = {"job_id": "1", "created": WALL, "created_ts": TS, "transaction_id": key, "max_chunk_ts": max_ts}
            connection.execute(insert(ctl_audit_log).values(audit_key=key, **audit))
            mark = {"hwm_name": "g_ir", "job_id": "1", "hwm_value": 1, "created_ts": TS}
            connection.execute(insert(ctl_transform_history).values(audit_key=key, **mark))
        if waiting:
            slots = {"start_date_time_key": TS - 1800, "end_date_time_key": TS - 900}
            notice = {"notification_key": 1, "fact_name": "interaction_fact", "create_audit_key": 1, "created_ts": TS}
            connection.execute(insert(agr_notification).values(**slots, **notice))
            pending = {"hierarchy": "H_AGENT", "agg_level": "HOUR", "date_time_key": TS - 3600, "queued_ts": TS}
            pending["date_time_next_key"] = TS
            connection.execute(insert(agr_pending).values(**pending))
    with reading(database.info_mart) as connection:
        assert history.transformed_to(connection) == NOON
        assert history.aggregated_to(connection) == (from_epoch(TS - 3600) if waiting else NOON)
        assert history.pending_aggregation(connection) == (2 if waiting else 0)
