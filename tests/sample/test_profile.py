"""The numbers of the centre make sense together, and chance keeps to them."""

from datetime import UTC, datetime
from random import Random
from statistics import mean

import pytest

from gim_manager.domain.timing import zone_named
from gim_manager.sample.profile import (
    CLOSED_FROM,
    LAST_CALL_ENDS,
    LONGEST,
    MINUTE,
    RESULTS,
    SEGMENTS,
    SERVICES,
    SHIFTS,
    Profile,
    awake_zone,
    chosen,
    lasting,
    patience,
    poisson,
)


def test_shares_are_whole() -> None:
    for shares in (
        [one.share for one in SERVICES],
        [one.share for one in SHIFTS],
        dict(SEGMENTS).values(),
        dict(RESULTS).values(),
    ):
        assert sum(shares) == pytest.approx(1.0)


def test_every_service_transfers_to_another() -> None:
    profile = Profile()
    assert all(profile.service(one.transfers_to) is not one for one in SERVICES)


def test_somebody_works_while_the_lines_are_open() -> None:
    edges = sorted({moment for shift in SHIFTS for moment in (shift.start + 300, shift.end - 300)})
    assert all(any(shift.start <= edge < shift.end for shift in SHIFTS) for edge in edges if edge < CLOSED_FROM)
    assert CLOSED_FROM < LAST_CALL_ENDS < 24 * 60 * MINUTE


@pytest.mark.parametrize("wanted", [0.2, 7.0, 300.0])
def test_as_many_calls_come_as_are_expected(wanted: float) -> None:
    random = Random(1)
    assert mean(poisson(random, wanted) for _ in range(4000)) == pytest.approx(wanted, rel=0.06)


def test_durations_lie_around_their_mean_and_come_to_an_end() -> None:
    random = Random(1)
    drawn = [lasting(random, 200) for _ in range(5000)]
    assert mean(drawn) == pytest.approx(200, rel=0.05)
    assert min(drawn) >= 1
    assert lasting(random, 10**9) == LONGEST


def test_callers_are_as_patient_as_their_service_expects() -> None:
    random = Random(1)
    assert mean(patience(random, 240) for _ in range(5000)) == pytest.approx(230, rel=0.1)


def test_a_choice_follows_its_weights() -> None:
    random = Random(1)
    drawn = [chosen(random, SEGMENTS) for _ in range(5000)]
    assert drawn.count("Gold") / 5000 == pytest.approx(0.10, abs=0.02)


@pytest.mark.parametrize("hour", range(24))
def test_a_centre_for_a_demonstration_stands_where_it_is_morning(hour: int) -> None:
    now = datetime(2026, 11, 23, hour, 20, tzinfo=UTC)
    assert now.astimezone(zone_named(awake_zone(now))).hour == 10
