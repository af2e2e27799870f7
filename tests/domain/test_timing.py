"""Instants are aware, zones are found by all their names, and wall times meet every change of clocks."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.errors import BadSchedule, BadValue
from gim_manager.domain.timing import (
    EPOCH,
    JAVA_SHORT_NAMES,
    LocalClock,
    ensure_aware,
    from_epoch,
    read_time,
    to_epoch,
    wall_time,
    zone_named,
)
from tests.language.build import at
from tests.language.zones import ZONES, clock_of, instants


def test_a_naive_time_is_turned_away() -> None:
    with pytest.raises(ValueError, match="naive"):
        ensure_aware(at("00:00").replace(tzinfo=None))


def test_an_aware_time_becomes_utc() -> None:
    assert ensure_aware(datetime(2026, 11, 23, 1, tzinfo=ZoneInfo("Europe/Berlin"))) == at("00:00")


@given(instants)
def test_epoch_seconds_and_instants_are_the_same(now: datetime) -> None:
    assert from_epoch(to_epoch(now)) == now.replace(microsecond=0)


def test_seconds_before_the_epoch_round_down_too() -> None:
    assert to_epoch(EPOCH - timedelta(milliseconds=1)) == -1


@pytest.mark.parametrize("name", ZONES)
def test_R31_every_zone_of_the_world_is_accepted(name: str) -> None:
    noon = at("2026-07-01T12:00")
    assert noon.astimezone(zone_named(name)).utcoffset() == noon.astimezone(ZoneInfo(name)).utcoffset()


@pytest.mark.parametrize("name", JAVA_SHORT_NAMES)
def test_R31_javas_short_names_stand_for_zones(name: str) -> None:
    assert zone_named(name) == ZoneInfo(JAVA_SHORT_NAMES[name])


@pytest.mark.parametrize(("name", "hours"), [("GMT+3", 3), ("GMT-3:30", -3.5), ("GMT+05:45", 5.75), ("UTC-1", -1)])
def test_R31_an_offset_from_gmt_is_a_fixed_zone(name: str, hours: float) -> None:
    assert zone_named(name) == timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    "name", ["", "Berlin", "Europe/Nowhere", "GMT+24", "GMT+1:60", "../etc/passwd", "/etc/localtime"]
)
def test_R31_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(BadSchedule, match="Write an IANA name"):
        zone_named(name)


@pytest.mark.parametrize(("text", "minutes"), [("00:00", 0), ("6:30", 390), ("06:30", 390), ("23:59", 1439)])
def test_a_wall_time_is_minutes_since_midnight(text: str, minutes: int) -> None:
    assert wall_time(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "6", "24:00", "12:60", "-1:00", "06:30:00", "6.30", "٠٦:٣٠", "006:30"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(BadSchedule, match="HH:mm"):
        wall_time(text)


def test_24_00_is_a_length_only() -> None:
    assert wall_time("24:00", allow_24=True) == timedelta(days=1)
    with pytest.raises(BadSchedule):
        wall_time("24:01", allow_24=True)


BERLIN = clock_of("Europe/Berlin")


@pytest.mark.parametrize(
    ("day", "time", "expected"),
    [
        (date(2027, 3, 28), "01:59", "2027-03-28T00:59"),
        (date(2027, 3, 28), "02:00", "2027-03-28T01:00"),
        (date(2027, 3, 28), "02:30", "2027-03-28T01:00"),
        (date(2027, 3, 28), "03:00", "2027-03-28T01:00"),
        (date(2026, 10, 25), "02:30", "2026-10-25T00:30"),
        (date(2026, 10, 25), "03:00", "2026-10-25T02:00"),
    ],
)
def test_R32_a_wall_time_is_its_first_occurrence_or_the_end_of_the_gap(day: date, time: str, expected: str) -> None:
    assert BERLIN.instant(day, wall_time(time)) == at(expected)


def test_R32_a_gap_at_midnight_begins_the_day_after_it() -> None:
    cairo = clock_of("Africa/Cairo")
    assert cairo.local(cairo.instant(date(2026, 4, 24), timedelta())).hour == 1
    assert cairo.has_date(date(2026, 4, 24))


def test_a_zone_that_crossed_the_date_line_has_no_such_date() -> None:
    assert not clock_of("Pacific/Apia").has_date(date(2011, 12, 30))


def test_a_clock_of_a_fixed_offset_has_no_gaps() -> None:
    assert LocalClock(zone=timezone(timedelta(hours=3))).instant(date(2026, 3, 29), timedelta(hours=2)) == datetime(
        2026, 3, 28, 23, tzinfo=UTC
    )


@given(st.sampled_from(ZONES), instants, st.integers(0, 1439))
def test_R32_the_clock_shows_the_wall_time_or_the_first_moment_after_a_gap(
    zone: str, now: datetime, minutes: int
) -> None:
    clock, wanted = clock_of(zone), timedelta(minutes=minutes)
    day = clock.local_date(now)
    instant = clock.instant(day, wanted)
    shown = clock.local(instant).replace(tzinfo=None)
    asked = datetime.combine(day, datetime.min.time()) + wanted
    assert shown >= asked
    if shown > asked:
        assert clock.local(instant - timedelta(seconds=1)).replace(tzinfo=None) < asked


@given(st.sampled_from(ZONES), instants, st.integers(0, 1438))
def test_later_wall_times_are_never_earlier_instants(zone: str, now: datetime, minutes: int) -> None:
    clock = clock_of(zone)
    day = clock.local_date(now)
    assert clock.instant(day, timedelta(minutes=minutes)) <= clock.instant(day, timedelta(minutes=minutes + 1))


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-23", "2026-11-22T23:00"),
        ("2026-11-23T06:30:04", "05:30:04"),
        ("2026-11-23T06:30:04+05:45", "00:45:04"),
        ("2026-11-23T06:30Z", "06:30"),
        ("2026-10-25T02:30", "2026-10-25T00:30"),
        ("2026-03-29T02:30", "2026-03-29T01:00"),
    ],
)
def test_R32_a_written_time_is_wall_time_unless_it_has_an_offset(text: str, instant: str) -> None:
    assert read_time(text, LocalClock(zone=ZoneInfo("Europe/Berlin"))) == at(instant)


@pytest.mark.parametrize("text", ["", "now", "2026-02-30", "06:30", "0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_time_that_is_none_is_one_sentence(text: str) -> None:
    with pytest.raises(BadValue, match=r"is not a time|lies too far away"):
        read_time(text, LocalClock(zone=UTC))
