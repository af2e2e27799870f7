"""A URL becomes connections; a transaction is all or nothing."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import StorageFailed, Unreachable
from gim_manager.schema import engines
from gim_manager.schema.engines import apart, breathe, make_engine, outside, reading, writing
from gim_manager.schema.urls import parse_url, sqlite_file
from tests.language.one_table import one_table
from tests.language.postgres import Cluster
from tests.language.waiting import until


def _numbers(engine) -> list[int]:
    with reading(engine) as connection:
        return list(connection.scalars(text("SELECT n FROM t ORDER BY n")))


def test_a_transaction_is_all_or_nothing_ddl_too(database_url: str) -> None:
    engine = one_table(database_url)
    with pytest.raises(ZeroDivisionError), writing(engine) as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
        connection.execute(text("CREATE TABLE u (n INTEGER)"))
        raise ZeroDivisionError
    assert _numbers(engine) == []
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE u (n INTEGER)"))


def test_a_reader_keeps_its_picture_while_another_writes(database_url: str) -> None:
    engine = one_table(database_url)
    with outside(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with reading(engine) as reader:
        assert reader.scalar(text("SELECT count(*) FROM t")) == 0
        with writing(engine) as writer:
            writer.execute(text("INSERT INTO t VALUES (1)"))
        assert reader.scalar(text("SELECT count(*) FROM t")) == 0
    assert _numbers(engine) == [1]


def test_vacuum_stands_outside_transactions(database_url: str) -> None:
    engine = one_table(database_url)
    with outside(engine) as connection:
        connection.exec_driver_sql("VACUUM")


def test_postgresql_answers_in_utc(postgresql_url: str) -> None:
    with reading(make_engine(parse_url(postgresql_url))) as connection:
        assert connection.scalar(text("SHOW timezone")) == "UTC"


def test_R35_who_stands_still_within_a_transaction_keeps_nobody_out_for_ever(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "IDLE_SECONDS", 1)
    one_table(postgresql_url)
    still, waiting = (make_engine(parse_url(postgresql_url), patience=10) for _ in range(2))
    with still.connect() as standing:
        standing.execute(text("LOCK TABLE t"))
        with writing(waiting) as connection:
            connection.execute(text("LOCK TABLE t"))
        with pytest.raises(DBAPIError):
            standing.execute(text("SELECT 1"))
    with reading(make_engine(parse_url(postgresql_url))) as of_a_job:
        assert of_a_job.scalar(text("SHOW idle_in_transaction_session_timeout")) == "0"


def test_a_kept_connection_that_has_read_writes_no_more_than_the_database_allows(postgresql_url: str) -> None:
    engine = make_engine(parse_url(postgresql_url), keeps=True)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
        name = postgresql_url.rpartition("/")[2]
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    engine.dispose()
    assert _numbers(engine) == []
    with pytest.raises(StorageFailed, match="read-only"), writing(engine) as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
    engine.dispose()


def test_a_session_that_listens_is_handed_back_without_a_word_though_its_server_is_gone(postgresql_url: str) -> None:
    engine = make_engine(parse_url(postgresql_url), keeps=True)
    kept = engine.raw_connection()
    driver = kept.driver_connection
    assert driver is not None
    driver.autocommit = True
    # Outside a transaction, in which the list of sessions would stay as it was read first.
    with outside(engine) as connection:
        gone = {"pid": driver.info.backend_pid}
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), gone)
        until(
            lambda: not connection.scalar(text("SELECT count(*) FROM pg_stat_activity WHERE pid = :pid"), gone),
            what="the end of the session",
        )
    kept.close()
    engine.dispose()


def test_a_reader_cannot_write_on_postgresql(postgresql_url: str) -> None:
    engine = one_table(postgresql_url)
    with pytest.raises(StorageFailed, match="read-only"), reading(engine) as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))


def test_a_missing_file_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="no such file"):
        make_engine(parse_url(f"sqlite:///{tmp_path}/x.sqlite"))
    with pytest.raises(Unreachable, match="no folder"):
        make_engine(parse_url(f"sqlite:///{tmp_path}/y/x.sqlite"), must_exist=False)
    assert sqlite_file(parse_url("sqlite:////data/x.sqlite")) == Path("/data/x.sqlite")


def test_a_file_that_vanished_is_told_and_not_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "mart.sqlite"
    url = parse_url(f"sqlite:///{file.as_posix()}")
    with writing(make_engine(url, must_exist=False)) as connection:
        connection.execute(text("CREATE TABLE t (x INTEGER)"))
    engine = make_engine(url)
    for left in tmp_path.iterdir():
        left.unlink()
    with pytest.raises(StorageFailed, match="cannot be opened"), reading(engine):
        pass
    assert not file.exists()


def _driver(engine) -> object:
    with reading(engine) as connection:
        return connection.connection.dbapi_connection


def test_a_connection_is_kept_only_where_that_is_wanted(database_url: str) -> None:
    one_table(database_url)
    keeping, closing = (make_engine(parse_url(database_url), keeps=keeps) for keeps in (True, False))
    assert _driver(keeping) is _driver(keeping)
    first = _driver(closing)
    assert _driver(closing) is not first
    keeping.dispose()


def test_a_kept_connection_reads_no_file_that_vanished(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/mart.sqlite"
    one_table(url)
    engine = make_engine(parse_url(url), keeps=True)
    assert _numbers(engine) == []
    file = tmp_path / "mart.sqlite"
    moved = file.rename(tmp_path / "elsewhere.sqlite")
    with pytest.raises(StorageFailed, match="cannot be opened"):
        _numbers(engine)
    assert not file.exists()
    moved.rename(file)
    assert _numbers(engine) == []
    engine.dispose()


END_THE_KEPT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kept'"


def test_a_kept_connection_that_was_ended_at_rest_is_made_again(
    postgresql_url: str, postgres_cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "REST_SECONDS", 0.0)
    one_table(postgresql_url)
    engine = make_engine(parse_url(postgresql_url), keeps=True, application="kept")
    assert _numbers(engine) == []
    postgres_cluster.execute(END_THE_KEPT)
    assert _numbers(engine) == []
    engine.dispose()


def test_one_that_was_ended_between_two_statements_in_a_row_is_told_of_once(
    postgresql_url: str, postgres_cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "REST_SECONDS", 60.0)
    one_table(postgresql_url)
    engine = make_engine(parse_url(postgresql_url), keeps=True, application="kept")
    assert _numbers(engine) == []
    postgres_cluster.execute(END_THE_KEPT)
    with pytest.raises(Unreachable):
        _numbers(engine)
    assert _numbers(engine) == []
    engine.dispose()


def test_a_reader_leaves_a_kept_connection_fit_to_write(database_url: str) -> None:
    one_table(database_url)
    engine = make_engine(parse_url(database_url), keeps=True)
    assert _numbers(engine) == []
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
    assert _numbers(engine) == [1]
    engine.dispose()


def test_a_session_apart_ends_with_its_temporary_tables(database_url: str) -> None:
    engine = make_engine(parse_url(database_url), must_exist=False, keeps=True)

    def make(connection: Connection) -> None:
        connection.execute(text("CREATE TEMPORARY TABLE t_apart (n INTEGER)"))

    with apart(engine, make) as connection:
        connection.execute(text("INSERT INTO t_apart VALUES (7)"))
        assert connection.scalar(text("SELECT n FROM t_apart")) == 7
    with pytest.raises(DBAPIError, match="t_apart"), reading(engine) as other:
        other.execute(text("SELECT n FROM t_apart"))


def test_on_sqlite_the_log_can_be_folded_back_when_who_works_apart_breathes(sqlite_url: str) -> None:
    engine = make_engine(parse_url(sqlite_url), must_exist=False)
    with outside(engine) as connection:
        connection.execute(text("PRAGMA journal_mode = WAL"))
        connection.execute(text("CREATE TABLE t (n INTEGER)"))

    def unfolded() -> int:
        """Pages of the log that somebody still reads past."""
        with outside(engine) as other:
            _, pages, folded = other.execute(text("PRAGMA wal_checkpoint(PASSIVE)")).one()
            return int(pages - folded)

    with apart(engine, lambda connection: None) as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM t")) == 0
        with writing(engine) as other:
            other.execute(text("INSERT INTO t VALUES (1)"))
        assert unfolded()
        breathe(connection)
        assert not unfolded()
        assert connection.scalar(text("SELECT COUNT(*) FROM t")) == 1
