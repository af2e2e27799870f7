"""The database's clock is the present, on both databases."""

from datetime import UTC, datetime, timedelta

from gim_manager.schema.engines import reading
from gim_manager.store.clock import database_now
from gim_manager.store.connect import Database


def test_the_databases_clock_is_the_present(database: Database) -> None:
    with reading(database.manager) as connection:
        assert abs(database_now(connection) - datetime.now(UTC)) < timedelta(seconds=5)
