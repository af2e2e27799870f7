"""Announcements become intervals: nothing announced is lost, nothing is queued that nobody announced (A06, T12)."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, func, select

from gim_manager.domain.aggregates import HIERARCHIES
from gim_manager.jobs import aggregate, aggregate_announced, aggregate_pending
from gim_manager.jobs.aggregate_pending import SLOT_SECONDS
from gim_manager.schema.control import agr_notification, agr_pending
from gim_manager.schema.engines import reading, writing
from tests.language.aggregation import (
    aggregation,
    drain,
    ensure_right,
    mart_with_dimensions,
    mart_without_facts,
    queued,
    tell,
)
from tests.language.fact_kinds import Leg
from tests.language.facts import add, announce, at, slots_of, write, write_calendar
from tests.language.work import NOW, a_work, recorded

TEN = at("2026-06-08 10:00")
LEGS, STATES = "interaction_resource_fact", "ixn_resource_state_fact"


@pytest.fixture
def mart(database_url: str) -> Engine:
    return mart_without_facts(database_url)


def _told(engine: Engine) -> list[tuple[int, int]]:
    told = agr_notification.c
    with reading(engine) as connection:
        return [
            (first, last)
            for first, last in connection.execute(select(told.start_date_time_key, told.end_date_time_key))
        ]


def test_T12_both_ends_of_an_announced_range_are_queued(mart: Engine) -> None:
    tell(mart, (LEGS, TEN, TEN + 1800))
    aggregate.take_in(aggregation(mart))
    assert queued(mart) == [TEN, TEN + 900, TEN + 1800]
    assert _told(mart) == []


def test_T12_a_fact_concerns_only_the_hierarchies_that_read_it(mart: Engine) -> None:
    tell(mart, (LEGS, TEN, TEN), ("sm_res_session_fact", TEN, TEN))
    aggregate.take_in(aggregation(mart))
    assert [hierarchy.name for hierarchy in HIERARCHIES if queued(mart, hierarchy.name)] == ["H_AGENT"]


def test_A06_half_hours_are_queued_where_they_are_asked_for(mart: Engine) -> None:
    work = aggregation(mart, sub_hour_interval="30min")
    tell(mart, (LEGS, TEN + 900, TEN + 1800))
    aggregate.take_in(work)
    assert queued(mart) == [TEN, TEN + 1800]


def test_T12_what_lies_beyond_the_calendar_waits_for_it_and_is_named(mart: Engine) -> None:
    late = Leg(start=at("2026-06-16 10:00"))
    write(mart, late, announced=False)
    tell(mart, (LEGS, TEN, late.start), (STATES, TEN, late.start))
    work = aggregation(mart)
    drain(work)
    drain(work)
    assert _told(mart) == 2 * [(at("2026-06-16 00:00"), late.start)]
    assert recorded(work).warnings == [
        "Facts after the last day of the calendar are in no aggregate yet: run Job_MaintainGIM."
    ]
    write_calendar(mart, around=[TEN], days=10)
    drain(work)
    ensure_right(mart, [late])


def test_T12_what_lies_before_the_calendar_is_named(mart: Engine) -> None:
    tell(mart, (LEGS, at("2025-01-01 00:00"), at("2025-01-01 00:00")))
    work = aggregation(mart)
    drain(work)
    assert _told(mart) == []
    assert len(recorded(work).warnings) == 1


def test_T12_without_a_calendar_announcements_wait(database_url: str) -> None:
    engine = mart_with_dimensions(database_url)
    leg = Leg(start=TEN)
    write(engine, leg)
    drain(aggregation(engine))
    assert len(_told(engine)) == len(list(slots_of([leg])))
    write_calendar(engine)
    drain(aggregation(engine))
    ensure_right(engine, [leg])


@contextmanager
def _before(engine: Engine, beginning: str, act: Callable[[], None]) -> Iterator[None]:
    """`act` happens once, just before the first statement that begins so."""
    acts = [act]

    def listen(_connection: Any, _cursor: Any, statement: str, *_how: Any) -> None:
        if acts and statement.lower().startswith(beginning):
            acts.pop()()

    event.listen(engine, "before_cursor_execute", listen)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", listen)


def test_T12_an_announcement_that_commits_while_others_are_taken_in_is_not_lost(postgresql_url: str) -> None:
    engine = mart_without_facts(postgresql_url)
    early, late = Leg(start=TEN), Leg(start=TEN + 7200)
    with engine.connect() as transformation:
        # The lower number commits later, and just before the aggregation deletes what it has read.
        add(transformation, [early])
        announce(transformation, *slots_of([early]), first_key=1)
        with writing(engine) as other:
            add(other, [late])
            announce(other, *slots_of([late]), first_key=11)
        with _before(engine, "delete from agr_notification", transformation.commit):
            aggregate.take_in(aggregation(engine))
    assert queued(engine) == [late.start]
    assert len(_told(engine)) == len(list(slots_of([early])))
    drain(aggregation(engine))
    ensure_right(engine, [early, late])


def test_T12_nothing_is_lost_while_a_transformation_commits_without_pause(postgresql_url: str) -> None:
    engine = mart_without_facts(postgresql_url)
    facts = [Leg(start=TEN + 450 * number, talk=number) for number in range(60)]

    def transform() -> None:
        random = Random(1)
        for number, leg in enumerate(facts):
            with engine.begin() as connection:
                add(connection, [leg])
                key = 1000 - number if random.random() < 0.5 else 2000 + number
                announce(connection, *slots_of([leg]), first_key=10 * key)

    with ThreadPoolExecutor(1) as pool:
        transformed = pool.submit(transform)
        while not transformed.done():
            drain(aggregation(engine))
        transformed.result()
    drain(aggregation(engine))
    ensure_right(engine, list(facts))


def test_an_interval_is_queued_once_and_keeps_its_first_moment(mart: Engine) -> None:
    moments = [NOW]
    work = a_work(mart, now=lambda: moments[-1])
    tell(mart, (LEGS, TEN, TEN), (LEGS, TEN, TEN))
    aggregate.take_in(work)
    moments.append(NOW + timedelta(hours=1))
    tell(mart, (LEGS, TEN, TEN))
    aggregate.take_in(work)
    with reading(mart) as connection:
        assert connection.execute(select(func.count(), func.max(agr_pending.c.queued_ts))).one() == (
            1,
            int(NOW.timestamp()),
        )
        assert aggregate_pending.waiting(connection) == 1


def test_the_calendar_ends_before_the_slot_of_what_has_not_ended(mart: Engine) -> None:
    with reading(mart) as connection:
        assert aggregate_announced.calendar_span(connection) == _first_and_last(connection)


def _first_and_last(_connection: Connection) -> tuple[int, int]:
    return at("2026-06-01 00:00"), at("2026-06-16 00:00") - SLOT_SECONDS
