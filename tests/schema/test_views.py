"""The documented views can be read, and say what stands in the tables below them."""

import pytest
from sqlalchemy import insert, text

from gim_manager.schema.control import ctl_ds, ctl_etl_history, ctl_extract_history
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.urls import parse_url
from gim_manager.schema.warehouse import INFO_MART, VIEWS
from tests.language.stored import NOON

WALL = NOON.replace(tzinfo=None)


@pytest.fixture
def connection(database_url: str):
    engine = make_engine(parse_url(database_url), must_exist=False)
    with writing(engine) as opened:
        INFO_MART.create_all(opened)
        yield opened


def test_every_view_can_be_read(connection) -> None:
    for view in VIEWS:
        assert connection.execute(text(f"SELECT * FROM {view.name}")).all() == []


def test_the_job_history_counts_seconds(connection) -> None:
    row = {"job_id": "7", "job_name": "Job_ExtractICON", "start_time": WALL, "status": "COMPLETE", "created_ts": 0}
    connection.execute(insert(ctl_etl_history).values(start_ts=100, end_ts=165, **row))
    assert connection.scalar(text("SELECT DURATION FROM ADMIN_ETL_JOB_HISTORY WHERE JOB_ID = '7'")) == 65


def test_the_extract_history_names_its_source(connection) -> None:
    ds = {"data_source_key": 1, "data_source_name": "icon", "data_source_type": 1, "created_ts": 0}
    connection.execute(insert(ctl_ds).values(**ds))
    row = {"create_audit_key": 1, "table_name": "g_call", "data_source_type": 1, "job_id": "7", "created_ts": 0}
    for key in (1, 2):
        connection.execute(insert(ctl_extract_history).values(data_source_key=key, **row))
    found = connection.execute(text("SELECT data_source_name FROM ADMIN_EXTRACT_HISTORY ORDER BY data_source_key"))
    assert found.scalars().all() == ["icon", None]
