"""One CTL_AUDIT_LOG row a transaction, one CTL_ETL_HISTORY row a job, and keys that survive a restore elsewhere."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from gim_manager.domain.job import Job
from gim_manager.jobs import audit, marks
from gim_manager.schema.control import ctl_audit_log, ctl_etl_history
from gim_manager.schema.engines import reading, writing
from tests.language.mart import add, bare_mart, rows_of
from tests.language.work import NOW, a_work


@pytest.fixture
def mart(database_url: str) -> Engine:
    return bare_mart(database_url)


def test_the_audit_row_tells_of_its_transaction(mart: Engine) -> None:
    work = a_work(mart)
    with writing(mart) as connection:
        key = audit.begin(connection, work, data_source_key=3)
        audit.finish(connection, key, rows=12, min_key=900, max_key=1800, max_ts=1999)
    (row,) = rows_of(mart, ctl_audit_log)
    assert (row["audit_key"], row["transaction_id"], row["job_id"]) == (key, key, work.job_id)
    assert (row["row_count"], row["min_start_date_time_key"], row["max_start_date_time_key"]) == (12, 900, 1800)
    assert (row["max_chunk_ts"], row["data_source_key"], row["processing_status_key"]) == (1999, 3, 1)
    assert row["inserted"] is not None


def test_a_transaction_that_fails_leaves_no_row_and_its_key_is_read_by_nobody(mart: Engine) -> None:
    with pytest.raises(ZeroDivisionError), writing(mart) as connection:
        audit.begin(connection, a_work(mart))
        raise ZeroDivisionError
    assert rows_of(mart, ctl_audit_log) == []


def test_a_completed_job_has_a_history_row_that_recovery_believes(mart: Engine) -> None:
    work = a_work(mart, job=Job.TRANSFORM)
    with writing(mart) as connection:
        audit.complete(connection, work, NOW - timedelta(seconds=90), 5)
    (row,) = rows_of(mart, ctl_etl_history)
    assert (row["job_id"], row["job_name"], row["status"]) == (work.job_id, "Job_TransformGIM", "COMPLETE")
    assert (row["end_ts"] - row["start_ts"], row["row_count"]) == (90, 5)


def test_T01_keys_go_on_above_all_others_after_a_restore_into_a_younger_server(mart: Engine) -> None:
    restored = 10**12
    add(mart, ctl_audit_log, {"audit_key": restored, "transaction_id": restored})
    keys = []
    for _ in range(2):
        with writing(mart) as connection:
            keys.append(audit.begin(connection, a_work(mart)))
    assert restored < keys[0] < keys[1]
    with reading(mart) as connection:
        assert keys[1] < marks.bound(connection) <= keys[1] + 10
