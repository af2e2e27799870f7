"""Partitions: one after the other without a gap, on a grid, for as long as the options say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.options import Options
from gim_manager.domain.partitions import (
    EVERYTHING,
    Group,
    Span,
    around,
    floor,
    interval,
    interval_option,
    missing,
    reach,
)
from gim_manager.domain.retention import DAY


def spans(*bounds: int | None) -> list[Span]:
    return [Span(low=low, high=high) for low, high in pairwise(bounds)]


@pytest.mark.parametrize(
    ("values", "group", "seconds"),
    [
        ({}, Group.GIM, 30 * DAY),
        ({"days-to-keep-gim-facts": "1095"}, Group.GIM, 60 * DAY),
        ({"partitioning-interval-size-gim": "86400"}, Group.GIM, DAY),
        ({}, Group.GIDB, DAY),
        ({"partitioning-interval-size-gidb": "604800"}, Group.GIDB, 7 * DAY),
    ],
)
def test_M02_an_interval_is_what_is_set_or_else_advised_for_facts(
    values: dict[str, str], group: Group, seconds: int
) -> None:
    assert interval(Options(values={("gim-etl", name): value for name, value in values.items()}), group) == seconds
    assert interval_option(group).endswith(group.value)


def test_M02_a_partition_takes_the_room_that_others_leave() -> None:
    assert floor(250, 100) == 200
    assert around([], 250, 100) == Span(low=200, high=300)
    assert around(spans(None, 230), 250, 100) == Span(low=230, high=300)
    assert around(spans(280, 300), 250, 100) == Span(low=200, high=280)
    assert around([], -5, 100) == Span(low=-100, high=0)


def test_M02_only_what_has_no_partition_is_made() -> None:
    there = [*spans(None, 130, 200), Span(low=350, high=400)]
    assert list(missing(there, 150, 450, 100)) == [
        Span(low=200, high=300), Span(low=300, high=350), Span(low=400, high=500),
    ]  # fmt: skip
    assert list(missing([EVERYTHING], 0, 10**9, 100)) == []


@given(st.integers(0, 10**9), st.integers(1, 50), st.integers(1, 10**6), st.integers(1, 10**6))
def test_M02_afterwards_every_moment_ahead_has_a_partition_and_none_has_two(
    now: int, number: int, first: int, size: int
) -> None:
    there = spans(None, now - first % size)
    until = now + number * size
    made = [*there, *missing(there, now - first % size, until, size)]
    assert all(before.high == after.low for before, after in pairwise(made))
    reached = reach(made, now)
    assert reached is not None and until <= reached < until + size


def test_M02_how_far_they_reach_ends_at_the_first_gap() -> None:
    assert reach([*spans(None, 100, 200), Span(low=300, high=400)], 50) == 200
    assert reach(spans(None, 100), 100) == 100
    assert reach([EVERYTHING], 5) is None
