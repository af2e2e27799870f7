"""What goes wrong in a database is told in a sentence, and a bug stays one."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gim_manager.domain.errors import NotPermitted, StorageFailed, Unreachable
from gim_manager.schema.engines import make_engine, reading, writing
from gim_manager.schema.sentences import ERRORS, as_sentence
from gim_manager.schema.urls import parse_url
from tests.language.one_table import one_table


def test_a_sentence_names_the_server_and_no_driver() -> None:
    refused = DBAPIError(None, None, OSError('connection to server at "db", port 1 failed: Connection refused'))
    told = as_sentence(refused, parse_url("postgresql://ada:secret@db:1/mart"))
    assert isinstance(told, Unreachable)
    assert str(told).startswith("postgresql://ada:***@db:1/mart cannot be reached: connection to server")


@pytest.mark.parametrize("act", [reading, writing])
def test_a_table_that_another_session_keeps_locked_is_named(postgresql_url: str, act) -> None:
    other = one_table(postgresql_url)
    impatient = make_engine(parse_url(postgresql_url), patience=1)
    with writing(other) as holder:
        holder.execute(text("LOCK TABLE t IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(StorageFailed, match="another session keeps a table locked"), act(impatient) as connection:
            connection.execute(text("SELECT n FROM t"))


@pytest.mark.parametrize(
    ("setting", "statement", "told"),
    [
        ("statement_timeout = '50ms'", "SELECT pg_sleep(30)", "took longer than the database allows"),
        ("default_transaction_read_only = on", "INSERT INTO t VALUES (1)", "the database is read-only"),
    ],
)
def test_what_an_administrator_has_set_is_told(postgresql_url: str, setting: str, statement: str, told: str) -> None:
    engine = one_table(postgresql_url)
    with writing(engine) as connection:
        connection.execute(text(f"ALTER DATABASE {engine.url.database} SET {setting}"))
    before = ERRORS["StorageFailed"]
    with pytest.raises(StorageFailed, match=told), writing(make_engine(engine.url)) as connection:
        connection.execute(text(statement))
    assert ERRORS["StorageFailed"] == before + 1


def test_a_server_that_has_no_connection_left_is_unreachable_for_now(postgres_cluster, postgresql_url: str) -> None:
    engine = one_table(postgresql_url)
    postgres_cluster.execute("CREATE ROLE crowd_of_engines LOGIN CONNECTION LIMIT 0")
    crowd = make_engine(parse_url(postgresql_url.replace("postgres@", "crowd_of_engines@")))
    try:
        with pytest.raises(Unreachable, match="too many connections"), reading(crowd):
            pass
        postgres_cluster.execute("ALTER ROLE crowd_of_engines CONNECTION LIMIT 1")
        with reading(crowd):
            pass
    finally:
        engine.dispose()
        postgres_cluster.execute("DROP ROLE crowd_of_engines")


def test_a_permission_that_is_missing_is_told(postgres_cluster, postgresql_url: str) -> None:
    engine = one_table(postgresql_url)
    with writing(engine) as connection:
        connection.execute(text("CREATE ROLE guest_of_engines LOGIN"))
    guest = make_engine(parse_url(postgresql_url.replace("postgres@", "guest_of_engines@")))
    try:
        with pytest.raises(NotPermitted, match="permission denied"), reading(guest) as connection:
            connection.execute(text("SELECT * FROM t"))
    finally:
        postgres_cluster.execute("DROP ROLE guest_of_engines")


def test_a_database_that_does_not_exist_is_unreachable(postgresql_url: str) -> None:
    engine = make_engine(parse_url(f"{postgresql_url}_nowhere"))
    with pytest.raises(Unreachable, match="does not exist"), reading(engine):
        pass


def test_a_table_that_does_not_exist_is_a_bug_and_stays_one(database_url: str) -> None:
    engine = one_table(database_url)
    with pytest.raises(DBAPIError), reading(engine) as connection:
        connection.execute(text("SELECT * FROM nowhere"))
