"""The curve rises with the time, falls where data are complete, and says how far behind they are now."""

from datetime import UTC, datetime, timedelta

import pytest

from gim_manager.domain.timeline import Reached
from gim_manager.presenters import words
from gim_manager.presenters.time_span import HOUR, seconds_of
from gim_manager.presenters.timeline_behind import Axis, Curve, shortly, tip, told

NOON = datetime(2026, 10, 25, 12, tzinfo=UTC)
AT = seconds_of(NOON)


def _curve(*hours: tuple[float, float]) -> Curve:
    """Points: at so many hours after noon the data had come to so many."""
    return Curve([Reached(at=NOON + timedelta(hours=at), to=NOON + timedelta(hours=to)) for at, to in hours])


def _legs(curve: Curve, since: float, until: float) -> list[tuple[float, ...]]:
    found = curve.legs(AT + since * HOUR, AT + until * HOUR)
    return [((a - AT) / HOUR, (b - AT) / HOUR, c / HOUR, d / HOUR) for a, b, c, d in found]


def test_it_rises_with_the_time_and_falls_where_data_are_complete() -> None:
    assert _legs(_curve((1, 0), (3, 2.5)), 0, 4) == [(1, 3, 1, 3), (3, 4, 0.5, 1.5)]


def test_only_what_meets_the_time_is_drawn_and_the_last_part_goes_to_its_end() -> None:
    curve = _curve((1, 0), (3, 2), (5, 4))
    assert _legs(curve, 3.5, 4) == [(3, 5, 1, 3)]
    assert _legs(curve, 6, 7) == [(5, 7, 1, 3)]
    assert _legs(curve, 0, 0.5) == []


def test_nothing_is_known_before_the_first_point_and_data_of_the_future_are_not_behind() -> None:
    curve = _curve((1, 2))
    assert (curve.at(AT), curve.at(AT + HOUR), curve.at(AT + 3 * HOUR)) == (None, 0.0, HOUR)
    assert not Curve(()) and curve


@pytest.mark.parametrize(
    ("most", "axis"),
    [(7.2, Axis(3 * HOUR, 7.5 * HOUR)), (1.5, Axis(HOUR / 2, 1.5 * HOUR)), (0.001, Axis(60.0, 120.0))],
)
def test_the_axis_has_two_lines_at_least_and_room_for_the_highest(most: float, axis: Axis) -> None:
    assert _curve((0, 0), (most, most)).axis(AT + (most + 0.0001) * HOUR) == axis
    assert _curve((0, 0)).axis(AT + most * HOUR) == axis


def test_it_is_told_in_few_words() -> None:
    assert [shortly(seconds) for seconds in (0, 3 * HOUR, 1800, 86400)] == [
        "0", *(f"{number}{words.NARROW}{unit}" for number, unit in ((3, "h"), (30, "m"), (1, "d")))
    ]  # fmt: skip
    assert words.plain(told(23 * 60 + 12)) == "23 m now"
    assert words.plain(told(HOUR + 120)) == "1 h 02 m now"
    assert words.plain(tip(100, "10:47:12")) == "Data 1 m 40 s behind at 10:47:12"
