"""A sample goes on from its position, day after day."""

from datetime import UTC, date, datetime, timedelta

from gim_manager.sample.arguments import Position, SampleArguments
from gim_manager.sample.bulk import create_tables
from gim_manager.sample.ledger import SAMPLE
from gim_manager.sample.running import Running
from gim_manager.schema.engines import make_engine, writing
from gim_manager.schema.idb import IDB
from gim_manager.schema.urls import parse_url

FRIDAY = date(2026, 11, 20)
NOON = int(datetime(2026, 11, 20, 12, tzinfo=UTC).timestamp())


def test_one_day_at_a_time_is_lived_and_no_further_than_asked(sqlite_url: str) -> None:
    arguments = SampleArguments(days=1, until=FRIDAY, agents=3, calls_per_day=20)
    with writing(make_engine(parse_url(sqlite_url), must_exist=False)) as connection:
        create_tables(connection, IDB, SAMPLE)
        running = Running(Position.at_start(arguments, datetime(2026, 11, 23, tzinfo=UTC)))
        running.one_day(connection, NOON)
        assert (running.position.day, running.position.last) == (FRIDAY, NOON)
        running.one_day(connection, NOON + 5 * 86400)
        assert running.position.day == FRIDAY + timedelta(days=1)
        assert running.position.last == NOON + 43200
        assert running.one_day(connection, running.position.last) == 0


def test_a_position_within_a_day_is_reached_again_with_the_same_numbers(sqlite_url: str) -> None:
    arguments = SampleArguments(days=1, until=FRIDAY, agents=8, calls_per_day=60)
    with writing(make_engine(parse_url(sqlite_url), must_exist=False)) as connection:
        create_tables(connection, IDB, SAMPLE)
        running = Running(Position.at_start(arguments, datetime(2026, 11, 23, tzinfo=UTC)))
        running.one_day(connection, NOON)
        again = Running(running.position)
    assert again._day.recorder.counters == running._day.recorder.counters
    assert again._day.recorder.counters.gcc > 100
