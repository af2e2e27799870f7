"""No data of a worker whose run is another's: the run's row decides, in the transaction of the data (R35)."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from gim_manager.domain.errors import RunTaken
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import runs, tokens
from gim_manager.store.connect import Database, open_database

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def run_id(database: Database) -> int:
    with writing(database.manager) as connection:
        run = runs.request(connection, job=Job.EXTRACT, by="ada", host="desk", now=NOW)
        runs.claim(connection, run.id, server="s", token="t", now=NOW)
    return run.id


def _worker(database: Database, run_id: int, token: str = "t") -> Database:
    """The Info Mart as a worker opens it."""
    opened = open_database(database.secret_url, patience=None)
    tokens.guard_commits(opened, run_id, token)
    return opened


def _rows(database: Database) -> int:
    with reading(database.info_mart) as connection:
        return int(connection.scalar(text("SELECT count(*) FROM ctl_etl_history")) or 0)


def _write(connection) -> None:
    connection.execute(
        text(
            "INSERT INTO ctl_etl_history (job_id, job_name, start_time, start_ts, end_ts, status, row_count, "
            "created_ts) VALUES ('1', 'a job', '2026-11-23 12:00:00', 0, 0, 'COMPLETE', 0, 0)"
        )
    )


def _finish(connection, run_id: int) -> None:
    runs.finish(
        connection, run_id, status=Status.FAILED, cause=Cause.LOST, now=NOW, error="Its server is gone.", token="t"
    )


def test_a_worker_commits_while_the_run_is_its_own(database: Database, run_id: int) -> None:
    with writing(_worker(database, run_id).info_mart) as connection:
        _write(connection)
    assert _rows(database) == 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
class TestOnPostgresql:
    def test_R35_what_was_written_before_the_run_was_ended_is_not_committed_after(
        self, database: Database, run_id: int
    ) -> None:
        with pytest.raises(RunTaken), writing(_worker(database, run_id).info_mart) as data:
            _write(data)
            with writing(database.manager) as connection:
                assert tokens.seize(connection, run_id)
                _finish(connection, run_id)
        assert _rows(database) == 0

    def test_R35_under_another_token_nothing_is_committed(self, database: Database, run_id: int) -> None:
        with pytest.raises(RunTaken), writing(_worker(database, run_id, "of another").info_mart) as data:
            _write(data)
        assert _rows(database) == 0

    def test_R35_a_commit_under_way_is_seen_by_who_ends_the_run_and_not_waited_for(
        self, database: Database, run_id: int
    ) -> None:
        worker = _worker(database, run_id)
        with worker.info_mart.connect() as data:
            _write(data)
            worker.info_mart.dispatch.commit(data)
            with writing(database.manager) as connection:
                assert not tokens.seize(connection, run_id)
            data.commit()
        with writing(database.manager) as connection:
            assert tokens.seize(connection, run_id)
        assert _rows(database) == 1

    def test_R35_heartbeats_do_not_wait_for_a_commit_nor_a_commit_for_heartbeats(
        self, database: Database, run_id: int
    ) -> None:
        worker = _worker(database, run_id)
        with worker.info_mart.connect() as data, writing(database.manager) as connection:
            connection.execute(text("SET LOCAL lock_timeout = '5s'"))
            assert runs.beat(connection, run_id, "t", now=NOW, progress=0.5, note="before", rows=1)
            _write(data)
            worker.info_mart.dispatch.commit(data)
            assert runs.beat(connection, run_id, "t", now=NOW, progress=0.5, note="after", rows=2)
            data.commit()
        assert _rows(database) == 1

    def test_who_only_reads_locks_nothing(self, database: Database, run_id: int) -> None:
        with reading(_worker(database, run_id, "of another").info_mart) as data:
            assert data.scalar(text("SELECT 1")) == 1
