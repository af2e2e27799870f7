"""Every zone of the world from 1990 to 2037: the schedule ticks, opens and closes as a walk by the wall clock does."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cronsim import CronSim
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from gim_manager.domain.cron2 import cron2, next_tick, previous_tick
from gim_manager.domain.timing import wall_time
from gim_manager.domain.window import DailyWindow, TickWindows
from tests.language.build import at
from tests.language.wall import DAY, MINUTE, Wall, leaps_of, wall_around
from tests.language.zones import ZONES, clock_of

walked = settings(max_examples=int(os.environ.get("ZONE_EXAMPLES", "10")))
"""A few new places a run, because a walk is slow; ZONE_EXAMPLES=5000 for a thorough look by hand."""


@dataclass(frozen=True)
class Place:
    """A zone, and a moment that matters there."""

    zone: str
    now: datetime

    @property
    def wall(self) -> Wall:
        return wall_around(self.zone, self.now)


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Most of them near a change of the clocks of that zone."""
    zone, year = draw(st.sampled_from(ZONES)), draw(st.integers(1990, 2037))
    leaps, is_ordinary = leaps_of(zone, year), draw(st.integers(0, 4)) == 0
    if leaps and not is_ordinary:
        return Place(zone, draw(st.sampled_from(leaps)) + draw(st.integers(-1440, 2160)) * MINUTE)
    return Place(zone, at(f"{year}-01-01T00:00") + draw(st.integers(0, 365 * 1440 - 1)) * MINUTE)


hours, minutes = st.integers(0, 23), st.integers(0, 59)
times = st.tuples(hours, minutes)
lengths = st.one_of(st.integers(1, 1440), st.sampled_from([60, 300, 720, 1380, 1440])).map(lambda n: n * MINUTE)

NEW_YORK = Place("America/New_York", at("2026-03-08T07:00")), Place("America/New_York", at("2026-11-01T05:30"))
BERLIN = Place("Europe/Berlin", at("2027-03-28T01:00")), Place("Europe/Berlin", at("2026-10-25T00:30"))
LORD_HOWE = Place("Australia/Lord_Howe", at("2026-10-03T15:30")), Place("Australia/Lord_Howe", at("2026-04-04T14:45"))
CAIRO = Place("Africa/Cairo", at("2026-04-23T22:00")), Place("Africa/Cairo", at("2026-10-29T20:30"))
SANTIAGO = Place("America/Santiago", at("2026-09-06T04:00")), Place("America/Santiago", at("2026-04-05T02:30"))
APIA = Place("Pacific/Apia", at("2011-12-30T10:00"))
KWAJALEIN = Place("Pacific/Kwajalein", at("1993-08-21T12:00"))
CARACAS = Place("America/Caracas", at("2016-05-01T07:00"))
KATHMANDU = Place("Asia/Kathmandu", at("2026-03-29T01:00"))
CASEY = Place("Antarctica/Casey", at("2010-03-04T15:00"))
ST_JOHNS = Place("America/St_Johns", at("2006-10-29T02:45"))
"""Clocks go back over midnight: a date is shown again after the one that follows it; in Casey by three hours."""
TROLL = Place("Antarctica/Troll", at("2026-03-29T01:00")), Place("Antarctica/Troll", at("2026-10-25T00:30"))


def ticks_near(text: str, place: Place) -> list[datetime]:
    """The ticks of a day before and after the place's moment, by asking on and on."""
    cron, clock = cron2(text), clock_of(place.zone)
    tick = next_tick(cron, clock, place.now - DAY - MINUTE / 60)
    told = []
    while tick <= place.now + DAY:
        told.append(tick)
        tick = next_tick(cron, clock, tick)
    return told


def near(moments: list[datetime], place: Place) -> list[datetime]:
    return [moment for moment in moments if place.now - DAY <= moment <= place.now + DAY]


@walked
@given(places(), st.sets(hours, min_size=1, max_size=4), minutes)
@example(NEW_YORK[0], {2, 3}, 30)
@example(NEW_YORK[1], {1}, 30)
@example(BERLIN[0], {2}, 0)
@example(BERLIN[1], {2}, 59)
@example(LORD_HOWE[0], {2}, 15)
@example(LORD_HOWE[1], {1, 2}, 45)
@example(CAIRO[0], {0, 1}, 0)
@example(CAIRO[1], {23}, 30)
@example(SANTIAGO[0], {0}, 30)
@example(SANTIAGO[1], {23}, 0)
@example(APIA, {0, 12}, 0)
@example(KWAJALEIN, {0, 12}, 0)
@example(CARACAS, {2}, 45)
@example(KATHMANDU, {6}, 45)
@example(TROLL[0], {1, 2}, 30)
@example(TROLL[1], {2}, 59)
def test_R32_a_fixed_time_happens_as_the_wall_clock_walks(place: Place, of: set[int], minute: int) -> None:
    text = f"{minute} {','.join(map(str, sorted(of)))}"
    assert ticks_near(text, place) == near(place.wall.fixed(tuple((hour, minute) for hour in of)), place)


@walked
@given(places(), st.sets(hours, min_size=1, max_size=24), st.sets(minutes, min_size=2, max_size=6))
@example(NEW_YORK[0], {1, 2, 3}, {0, 30})
@example(NEW_YORK[1], {1}, {0, 30})
@example(LORD_HOWE[0], {2}, {0, 15, 30, 45})
@example(LORD_HOWE[1], {1, 2}, {0, 15, 30, 45})
@example(CAIRO[0], {0, 23}, {0, 59})
@example(APIA, {0, 23}, {0, 59})
@example(CARACAS, {2, 3}, {0, 30})
@example(ST_JOHNS, {0, 23}, {0, 30})
@example(CASEY, {0, 1, 23}, {0, 30})
@example(TROLL[1], {1, 2, 3}, {0, 59})
def test_R32_an_interval_ticks_whenever_the_wall_clock_shows_it(place: Place, of: set[int], past: set[int]) -> None:
    text = f"{','.join(map(str, sorted(past)))} {','.join(map(str, sorted(of)))}"
    assert ticks_near(text, place) == near(place.wall.interval(of, past), place)


@walked
@given(places(), minutes)
@example(BERLIN[0], 0)
@example(BERLIN[1], 0)
@example(LORD_HOWE[1], 45)
@example(APIA, 0)
@example(CASEY, 30)
def test_R32_a_bare_hour_ticks_in_every_hour_that_the_wall_clock_shows(place: Place, minute: int) -> None:
    assert ticks_near(f"{minute} *", place) == near(place.wall.interval(set(range(24)), {minute}), place)


@walked
@given(places(), st.sets(hours, min_size=1, max_size=4), minutes)
def test_R32_the_previous_tick_is_the_last_of_the_walk(place: Place, of: set[int], minute: int) -> None:
    cron = cron2(f"{minute} {','.join(map(str, sorted(of)))}")
    passed = [tick for tick in place.wall.fixed(tuple((hour, minute) for hour in of)) if tick <= place.now]
    assert previous_tick(cron, clock_of(place.zone), place.now) == passed[-1]


@walked
@given(places(), times, times)
@example(NEW_YORK[0], (2, 15), (2, 45))
@example(NEW_YORK[1], (1, 15), (1, 45))
@example(BERLIN[0], (18, 0), (2, 30))
@example(BERLIN[1], (2, 30), (2, 30))
@example(LORD_HOWE[0], (2, 10), (2, 10))
@example(CAIRO[0], (0, 30), (0, 15))
@example(CAIRO[1], (23, 30), (0, 30))
@example(SANTIAGO[0], (0, 0), (0, 0))
@example(SANTIAGO[1], (23, 30), (23, 45))
@example(APIA, (18, 0), (6, 0))
@example(APIA, (6, 30), (0, 30))
@example(APIA, (6, 0), (22, 0))
@example(KWAJALEIN, (18, 0), (6, 0))
@example(CASEY, (1, 0), (0, 30))
@example(TROLL[0], (1, 30), (2, 30))
def test_R02_the_etl_window_lies_between_the_instants_of_the_walk(
    place: Place, start: tuple[int, int], end: tuple[int, int]
) -> None:
    clock = clock_of(place.zone)
    daily = DailyWindow(clock=clock, start=_since_midnight(start), end=_since_midnight(end))
    windows = place.wall.windows(start, end)
    opened = [window for window in windows if window[0] <= place.now]
    following = [window for window in windows if window[0] > place.now]
    assert (daily.opened(place.now).opens, daily.opened(place.now).closes) == opened[-1]
    assert (daily.following(place.now).opens, daily.following(place.now).closes) == following[0]
    assert daily.closed(place.now).closes == max(closes for _, closes in windows if closes <= place.now)
    is_open = any(opens <= place.now < closes for opens, closes in windows)
    assert daily.opened(place.now).is_open(place.now) == is_open


@walked
@given(places(), st.sets(hours, min_size=1, max_size=3), minutes, lengths)
@example(NEW_YORK[0], {2}, 30, 300 * MINUTE)
@example(NEW_YORK[1], {1}, 30, 60 * MINUTE)
@example(BERLIN[0], {22}, 0, 300 * MINUTE)
@example(BERLIN[1], {4}, 0, 1380 * MINUTE)
@example(LORD_HOWE[1], {1}, 45, 15 * MINUTE)
@example(CAIRO[0], {22}, 0, 120 * MINUTE)
@example(SANTIAGO[0], {23}, 30, 60 * MINUTE)
@example(APIA, {22}, 0, 300 * MINUTE)
@example(TROLL[1], {0}, 59, 1380 * MINUTE)
def test_R14_aggregation_is_open_between_the_instants_of_the_walk(
    place: Place, of: set[int], minute: int, length: timedelta
) -> None:
    ticks = place.wall.fixed(tuple((hour, minute) for hour in of))
    _is_as_walked(f"{minute} {','.join(map(str, sorted(of)))}", ticks, length, place)


@walked
@given(places(), st.sets(minutes, min_size=2, max_size=3), st.integers(1, 120).map(lambda n: n * MINUTE))
@example(NEW_YORK[1], {0, 30}, 20 * MINUTE)
@example(LORD_HOWE[1], {10, 40}, 20 * MINUTE)
@example(TROLL[1], {0, 50}, 15 * MINUTE)
def test_R14_also_where_it_opens_in_every_hour(place: Place, past: set[int], length: timedelta) -> None:
    ticks = place.wall.interval(set(range(24)), past)
    _is_as_walked(f"{','.join(map(str, sorted(past)))} *", ticks, length, place)


def _is_as_walked(text: str, ticks: list[datetime], length: timedelta, place: Place) -> None:
    ticking = TickWindows(clock=clock_of(place.zone), cron=cron2(text), length=length)
    windows = place.wall.joined(ticks, length)
    assume(max(closes - opens for opens, closes in windows) < 2 * DAY)
    open_now = [window for window in windows if window[0] <= place.now < window[1]]
    found = ticking.at(place.now)
    assert [(found.opens, found.closes)] == open_now if found else not open_now
    assert ticking.following(place.now) == next(opens for opens, _ in windows if opens > place.now)
    last = max(closes for _, closes in windows if closes <= place.now)
    assert ticking.closed(place.now) == (None if found else last)


def _since_midnight(when: tuple[int, int]) -> timedelta:
    return wall_time(f"{when[0]}:{when[1]:02}")


@walked
@given(places(), hours, minutes)
def test_R32_another_program_agrees_about_fixed_times(place: Place, hour: int, minute: int) -> None:
    clock = clock_of(place.zone)
    local = place.now.astimezone(clock.zone)
    other = CronSim(f"{minute} {hour} * * *", local)
    told = [next_tick(cron2(f"{minute} {hour}"), clock, place.now)]
    told.append(next_tick(cron2(f"{minute} {hour}"), clock, told[0]))
    assert [next(other).astimezone(UTC), next(other).astimezone(UTC)] == told
