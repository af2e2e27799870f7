"""The stretch of time that is looked at, as a person moves it."""

from zoneinfo import ZoneInfo

import pytest

from gim_manager.presenters.time_span import (
    DAY,
    HOUR,
    LEAST,
    MOST,
    Span,
    Unit,
    at_now,
    seconds_of,
    span_of,
    stepped,
    title,
    with_moment,
)
from tests.language.fake_timeline import clock

BERLIN = ZoneInfo("Europe/Berlin")
NOW = seconds_of(clock("10:47"))


@pytest.mark.parametrize(
    ("unit", "hours", "told"),
    [
        (Unit.HOUR, 1, "Sun 25 Oct 2026 10:00 – 11:00"),
        (Unit.SIX_HOURS, 6, "Sun 25 Oct 2026 06:00 – 12:00"),
        (Unit.DAY, 25, "Sun 25 Oct 2026"),
        (Unit.WEEK, 7 * 24 + 1, "Mon 19 Oct – Sun 25 Oct 2026"),
        (Unit.MONTH, 31 * 24 + 1, "Oct 2026"),
    ],
)
def test_a_unit_is_one_of_the_calendar_of_the_schedule(unit: Unit, hours: int, told: str) -> None:
    span = span_of(unit, NOW, BERLIN)
    assert span.length == hours * HOUR
    assert span.holds(NOW)
    assert title(span, BERLIN) == told


def test_the_next_and_the_last_unit_touch_this_one() -> None:
    day = span_of(Unit.DAY, NOW, BERLIN)
    assert stepped(day, 1, BERLIN).since == day.until
    assert stepped(day, -1, BERLIN).until == day.since
    assert stepped(day, -1, BERLIN).length == DAY
    evening = span_of(Unit.SIX_HOURS, seconds_of(clock("19:00")), BERLIN)
    assert title(evening, BERLIN) == "Sun 25 Oct 2026 18:00 – 24:00"
    assert title(stepped(evening, 1, BERLIN), BERLIN) == "Mon 26 Oct 2026 00:00 – 06:00"


def test_the_quarter_of_the_night_with_the_repeated_hour_has_seven_hours() -> None:
    assert span_of(Unit.SIX_HOURS, seconds_of(clock("01:00")), BERLIN).length == 7 * HOUR
    second = seconds_of(clock("02:30")) + HOUR
    assert span_of(Unit.HOUR, second, BERLIN).since == seconds_of(clock("02:00")) + HOUR


def test_zooming_keeps_the_moment_under_the_pointer_and_ends_at_an_hour_and_a_month() -> None:
    day = span_of(Unit.DAY, NOW, BERLIN)
    closer = day.zoomed(2, NOW)
    assert closer.length == pytest.approx(day.length / 2.25)
    assert (NOW - closer.since) / closer.length == pytest.approx((NOW - day.since) / day.length)
    assert closer.unit is None
    assert day.zoomed(99, NOW).length == LEAST
    assert day.zoomed(-99, NOW).length == MOST
    assert day.zoomed(99, NOW).zoomed(1, NOW) == day.zoomed(99, NOW)


def test_home_is_the_unit_that_holds_the_present_or_the_present_in_the_middle() -> None:
    last_week = stepped(span_of(Unit.WEEK, NOW, BERLIN), -1, BERLIN)
    assert at_now(last_week, NOW, BERLIN) == span_of(Unit.WEEK, NOW, BERLIN)
    free = Span(since=NOW - 9 * DAY, until=NOW - 8 * DAY)
    assert at_now(free, NOW, BERLIN) == Span(since=NOW - DAY / 2, until=NOW + DAY / 2)


def test_what_is_selected_is_moved_into_sight_and_no_further() -> None:
    span = Span(since=0, until=100)
    assert with_moment(span, 50) is span
    assert with_moment(span, 95) == Span(since=5, until=105)
    assert with_moment(span, -20) == Span(since=-30, until=70)


def test_a_span_by_hand_says_from_when_to_when() -> None:
    assert title(Span(since=NOW, until=NOW + DAY), BERLIN) == "Sun 25 Oct 10:47 – Mon 26 Oct 2026 10:47"
    assert title(Span(since=NOW, until=NOW + 9 * DAY), BERLIN) == "Sun 25 Oct – Tue 3 Nov 2026"
