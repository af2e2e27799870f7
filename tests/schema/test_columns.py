"""A column is spelled once, and reads alike on both databases."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from gim_manager.schema.columns import INT, KEY, NAME, audit, col, key, opt
from gim_manager.schema.metadata import INFO_MART, MANAGER


def test_a_key_is_a_rowid_on_sqlite_and_never_generated_on_postgresql() -> None:
    from sqlalchemy import MetaData

    table = Table("t", MetaData(), key("id"), col("n", INT, 7), opt("name", NAME), *audit())
    on_sqlite = str(CreateTable(table).compile(dialect=sqlite.dialect()))
    on_postgresql = str(CreateTable(table).compile(dialect=postgresql.dialect()))
    assert "id INTEGER NOT NULL" in on_sqlite
    assert "id BIGINT NOT NULL" in on_postgresql
    assert "SERIAL" not in on_postgresql
    assert "n INTEGER DEFAULT '7' NOT NULL" in on_postgresql
    assert "name VARCHAR(255)," in on_postgresql
    assert str(KEY.compile(postgresql.dialect())) == "BIGINT"


def test_the_two_halves_are_declared_apart() -> None:
    assert not set(INFO_MART.tables) & set(MANAGER.tables)
