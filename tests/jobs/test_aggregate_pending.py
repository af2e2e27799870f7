"""The list of intervals to build: what is next, what waits, what leaves it together (A06)."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from gim_manager.domain.aggregates import H_AGENT, H_AGENT_GRP, Level
from gim_manager.jobs import aggregate, aggregate_pending
from gim_manager.schema.engines import reading
from tests.language.aggregation import (
    aggregation,
    drain,
    ensure_right,
    mart_without_facts,
    queued,
    seen,
    tell,
)
from tests.language.fact_kinds import Leg
from tests.language.facts import at, write
from tests.language.work import NOW, a_work

TEN = at("2026-06-08 10:00")
LEGS, STATES = "interaction_resource_fact", "ixn_resource_state_fact"


@pytest.fixture
def mart(database_url: str) -> Engine:
    return mart_without_facts(database_url)


def test_A05_groups_are_built_together_with_their_resources(mart: Engine) -> None:
    tell(mart, (LEGS, TEN, TEN))
    aggregate.take_in(aggregation(mart))
    assert queued(mart, "H_AGENT_GRP") == []
    write(mart, Leg(start=TEN), announced=False)
    drain(aggregation(mart), batches=1)
    assert seen(mart, H_AGENT_GRP, Level.DAY)
    assert (queued(mart), queued(mart, "H_AGENT_GRP")) == ([], [])


@pytest.mark.parametrize("batch_at", [TEN, TEN + 900])
def test_A06_a_batch_ends_with_its_day(mart: Engine, batch_at: int) -> None:
    midnight = at("2026-06-09 00:00")
    tell(mart, (LEGS, midnight - 1800, midnight - 900), (LEGS, batch_at, batch_at))
    aggregate.take_in(aggregation(mart))
    with reading(mart) as connection:
        due, _ = aggregate_pending.newest(connection, aggregation(mart))
        assert due
        (batch,) = aggregate_pending.batches(connection, aggregation(mart), due)
    assert (batch.first, batch.last, batch.end) == (batch_at, midnight - 900, midnight)


def test_A06_a_level_waits_for_its_delay(mart: Engine) -> None:
    moments = [NOW]
    work = a_work(mart, options={("agg", "agg-level-day-delay"): "3600"}, now=lambda: moments[-1])
    leg = Leg(start=TEN)
    write(mart, leg)
    drain(work)
    assert seen(mart, H_AGENT, Level.HOUR)
    assert not seen(mart, H_AGENT, Level.DAY)
    moments.append(NOW + timedelta(seconds=3599))
    drain(work)
    assert not seen(mart, H_AGENT, Level.DAY)
    moments.append(NOW + timedelta(seconds=3600))
    drain(work)
    ensure_right(mart, [leg])


def test_A06_within_a_day_nothing_waits_for_a_clock_that_was_set_back(mart: Engine) -> None:
    leg = Leg(start=TEN)
    write(mart, leg)
    aggregate.take_in(a_work(mart, now=lambda: NOW + timedelta(hours=1)))
    drain(aggregation(mart))
    ensure_right(mart, [leg])
