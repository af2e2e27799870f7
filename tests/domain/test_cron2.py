"""Two-field crons: what is right, what each names, and when they tick on the nights when clocks change."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from cronsim import CronSim
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.cron2 import cron2, next_tick, previous_tick, ticks_of_day
from gim_manager.domain.errors import BadSchedule
from gim_manager.domain.timing import LocalClock
from tests.language.build import at
from tests.language.zones import ZONES, clock_of, instants

DOCUMENTED = {
    "30 2": ["02:30"],
    "0 4": ["04:00"],
    "20 0/8": ["00:20", "08:20", "16:20"],
    "0 0,3/2": ["00:00", *(f"{hour:02}:00" for hour in range(3, 24, 2))],
}
"""Examples of the documentation, and the times that it gives for them."""


@pytest.mark.parametrize("text", DOCUMENTED)
def test_the_documented_examples_tick_at_the_documented_times(text: str) -> None:
    assert [f"{hour:02}:{minute:02}" for hour, minute in cron2(text).times] == DOCUMENTED[text]
    assert not cron2(text).is_interval


@pytest.mark.parametrize(("text", "count"), [("0/10 *", 144), ("0 *", 24), ("* *", 1440), ("0/15 1-5", 20)])
def test_R32_a_bare_hour_or_several_minutes_make_an_interval(text: str, count: int) -> None:
    assert len(cron2(text).times) == count
    assert cron2(text).is_interval


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no fields"),
        ("5", "one field"),
        ("@daily", "one field"),
        ("0 1 *", "3 fields"),
        ("0 1 * * *", "5 fields"),
        ("0/70 *", "a step is 1 to 59"),
        ("0/0 *", "a step is 1 to 59"),
        ("0 0/24", "a step is 1 to 23"),
        ("0 22-2", "write 22-23,0-2"),
        ("50-10 1", "write 50-59,0-10"),
        ("60 1", "the highest is 59"),
        ("0 24", "the highest is 23"),
        ("0 0/", "write a number"),
        ("H *", "write a number"),
        ("0 L", "write a number"),
        ("R 1", "write a number"),
        ("0 MON", "write a number"),
        ("-1 0", "write a number"),
        ("1,,2 0", "write a number"),
        ("*-5 0", "write a number"),
        ("1.5 0", "write a number"),
        ("١ 0", "write a number"),
    ],
)
def test_what_is_wrong_is_refused_and_named(text: str, why: str) -> None:
    with pytest.raises(BadSchedule) as refused:
        cron2(text)
    assert why in str(refused.value)
    assert repr(text) in str(refused.value)


def test_blanks_between_the_fields_do_not_matter() -> None:
    assert cron2("  30\t 2 ") == cron2("30 2")


BERLIN = LocalClock(zone=ZoneInfo("Europe/Berlin"))
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)


def test_R32_a_fixed_time_in_the_spring_gap_happens_at_the_first_instant_after_it() -> None:
    assert ticks_of_day(cron2("30 2"), BERLIN, SPRING) == (at("2027-03-28T01:00"),)


def test_R32_several_fixed_times_skipped_together_happen_once() -> None:
    assert len(ticks_of_day(cron2("0 2,3"), BERLIN, SPRING)) == 1


def test_R32_a_fixed_time_that_autumn_repeats_happens_at_its_first_occurrence() -> None:
    assert ticks_of_day(cron2("30 2"), BERLIN, AUTUMN) == (at("2026-10-25T00:30"),)


def test_R32_an_interval_ticks_in_both_repeated_hours_and_makes_nothing_up_for_a_gap() -> None:
    assert len(ticks_of_day(cron2("0/10 *"), BERLIN, AUTUMN)) == 25 * 6
    assert len(ticks_of_day(cron2("0/10 *"), BERLIN, SPRING)) == 23 * 6


def test_R32_a_date_that_the_zone_skipped_has_no_ticks() -> None:
    apia = LocalClock(zone=ZoneInfo("Pacific/Apia"))
    assert ticks_of_day(cron2("0 12"), apia, date(2011, 12, 30)) == ()
    assert ticks_of_day(cron2("0 *"), apia, date(2011, 12, 30)) == ()
    assert next_tick(cron2("0 12"), apia, at("2011-12-30T00:00")) == at("2011-12-30T22:00")


crons = st.builds(
    lambda minute, hour: cron2(f"{minute} {hour}"),
    st.sampled_from(["0", "30", "59", "0,30", "0/10", "5-20/5", "*"]),
    st.sampled_from(["0", "2", "23", "1-5", "0/8", "0,3/2", "*"]),
)


@given(crons, st.sampled_from(ZONES), instants)
def test_the_next_tick_is_later_the_previous_not_and_nothing_lies_between(
    cron: object, zone: str, now: datetime
) -> None:
    assert isinstance(cron, type(cron2("0 0")))
    clock = clock_of(zone)
    before, after = previous_tick(cron, clock, now), next_tick(cron, clock, now)
    assert before <= now < after
    assert next_tick(cron, clock, before) == after
    assert previous_tick(cron, clock, after) == after


@given(st.sampled_from(ZONES), st.integers(0, 23), st.integers(0, 59), instants)
def test_R32_a_fixed_time_happens_exactly_once_per_local_date_that_exists(
    zone: str, hour: int, minute: int, now: datetime
) -> None:
    clock = clock_of(zone)
    day = clock.local_date(now)
    assert clock.has_date(day)
    assert len(ticks_of_day(cron2(f"{minute} {hour}"), clock, day)) == 1


@given(st.sampled_from(ZONES), instants)
def test_R32_an_interval_ticks_exactly_when_the_wall_clock_matches(zone: str, now: datetime) -> None:
    clock, cron = clock_of(zone), cron2("0/15 *")
    minute = timedelta(minutes=1)
    start = now.replace(second=0, microsecond=0)
    expected = [moment for moment in (start + n * minute for n in range(180)) if clock.local(moment).minute % 15 == 0]
    found = []
    tick = previous_tick(cron, clock, start)
    while tick < start + 180 * minute:
        found += [tick] if tick >= start else []
        tick = next_tick(cron, clock, tick)
    assert found == expected


@given(crons, instants)
def test_where_no_clock_changes_another_program_ticks_the_same(cron: object, now: datetime) -> None:
    assert isinstance(cron, type(cron2("0 0")))
    other = CronSim(f"{cron.text} * * *", now)
    tick = now
    for _ in range(5):
        tick = next_tick(cron, clock_of("UTC"), tick)
        assert tick == next(other)
