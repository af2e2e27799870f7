"""One batch of pending intervals, built in the caller's transaction."""

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import Engine, select

from gim_manager.domain.aggregates import H_QUEUE, H_QUEUE_ABN, Level
from gim_manager.jobs import aggregate
from gim_manager.jobs.aggregate_build import build_batch
from gim_manager.jobs.aggregate_pending import Stretch, queue_asked
from gim_manager.schema.control import agr_pending
from gim_manager.schema.engines import reading, writing
from tests.language.aggregation import aggregation, drain, ensure_right, mart_with_dimensions, queued, seen
from tests.language.fact_kinds import Stay
from tests.language.facts import at, write, write_calendar
from tests.language.work import NOW, a_work

TEN = at("2026-06-08 10:00")
HOUR, SLOT = 3600, 900


@pytest.fixture
def mart(database_url: str) -> Engine:
    engine = mart_with_dimensions(database_url)
    write_calendar(engine)
    write(engine, Stay(start=TEN), Stay(start=TEN + SLOT), announced=False)
    return engine


def _built(engine: Engine, level: Level) -> int:
    work = aggregation(engine)
    asked = Stretch(hierarchy=H_QUEUE, level=level, flavor=None, first=TEN, until=TEN + HOUR)
    with writing(engine) as connection:
        return build_batch(connection, work, queue_asked(connection, work, asked))


def test_the_finest_level_comes_from_the_facts_and_the_next_from_it(mart: Engine) -> None:
    assert (_built(mart, Level.SUBHOUR), _built(mart, Level.HOUR)) == (2, 1)
    assert [row["entered"] for row in seen(mart, H_QUEUE, Level.HOUR).values()] == [2]


def test_what_is_built_is_off_the_list_and_what_is_made_of_it_is_on_it(mart: Engine) -> None:
    _built(mart, Level.SUBHOUR)
    with reading(mart) as connection:
        rows = connection.execute(select(agr_pending)).all()
    of_groups = {("H_QUEUE_GRP", "SUBHOUR", slot) for slot in range(TEN, TEN + HOUR, SLOT)}
    assert {(row.hierarchy, row.agg_level, row.date_time_key) for row in rows} == {("H_QUEUE", "HOUR", TEN)} | of_groups


def test_built_twice_it_is_the_same(mart: Engine) -> None:
    _built(mart, Level.SUBHOUR)
    before = seen(mart, H_QUEUE, Level.SUBHOUR)
    _built(mart, Level.SUBHOUR)
    assert seen(mart, H_QUEUE, Level.SUBHOUR) == before


def test_A06_of_many_facts_a_transaction_builds_what_fits_in_a_turn_each_up_to_the_day(mart: Engine) -> None:
    moments = count()
    # Each look at the clock is three seconds after the one before.
    slow = a_work(mart, now=lambda: NOW + timedelta(seconds=3 * next(moments)))
    aggregate.take_in(slow)
    drain(slow, batches=1)
    assert seen(mart, H_QUEUE, Level.DAY)
    assert not seen(mart, H_QUEUE_ABN, Level.SUBHOUR)
    assert (queued(mart, "H_QUEUE"), len(queued(mart, "H_QUEUE_ABN"))) == ([], 2)
    drain(slow)
    ensure_right(mart, [Stay(start=TEN), Stay(start=TEN + SLOT)])
