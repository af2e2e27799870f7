"""Which partitions there are is read from the catalogue; SQLite has none."""

from sqlalchemy import text

from gim_manager.domain.partitions import EVERYTHING, Span
from gim_manager.domain.retention import DAY
from gim_manager.domain.timing import to_epoch
from gim_manager.jobs.partition_list import days_ahead, partitions, without_partition
from gim_manager.schema import facts
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.warehouse import PARTITIONED
from tests.language.mart import add, bare_mart
from tests.language.work import NOW


def test_M02_sqlite_has_none(sqlite_url: str) -> None:
    with reading(bare_mart(sqlite_url)) as connection:
        assert not any(partitions(connection).values())
        assert days_ahead(connection, NOW) is None
        assert without_partition(connection) == {}


def test_M02_partitions_are_listed_in_order_and_rows_without_one_counted(postgresql_url: str) -> None:
    mart = bare_mart(postgresql_url)
    now = to_epoch(NOW)
    with reading(mart) as connection:
        there = partitions(connection)
        assert set(there) == set(PARTITIONED)
        assert {tuple(part.span for part in parts) for parts in there.values()} == {(EVERYTHING,)}
        assert days_ahead(connection, NOW) is None, "they have not begun"
    first = PARTITIONED["interaction_fact"].first
    end = now + 3 * DAY + 5
    with writing(mart) as connection:
        for statement in (
            f"ALTER TABLE interaction_fact DETACH PARTITION {first}",
            f"CREATE TABLE more PARTITION OF interaction_fact FOR VALUES FROM ({now}) TO ({end})",
            f"ALTER TABLE interaction_fact ATTACH PARTITION {first} FOR VALUES FROM (MINVALUE) TO ({now})",
        ):
            connection.execute(text(statement))
    add(mart, facts.interaction_fact, {"interaction_id": 1, "start_date_time_key": end})
    with reading(mart) as connection:
        spans = [part.span for part in partitions(connection)["interaction_fact"]]
        assert spans == [Span(low=None, high=now), Span(low=now, high=end)]
        assert days_ahead(connection, NOW) == 3
        assert without_partition(connection) == {"interaction_fact": 1}
