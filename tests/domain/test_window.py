"""Daily windows are intervals of instants: over midnight, over changed clocks, in every zone."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.cron2 import cron2
from gim_manager.domain.timing import wall_time
from gim_manager.domain.window import DailyWindow, TickWindows, Window
from tests.language.build import at
from tests.language.zones import ZONES, clock_of, instants


def daily(start: str, end: str, zone: str = "UTC") -> DailyWindow:
    return DailyWindow(clock=clock_of(zone), start=wall_time(start), end=wall_time(end))


def ticking(cron: str, length: str, zone: str = "UTC") -> TickWindows:
    return TickWindows(clock=clock_of(zone), cron=cron2(cron), length=wall_time(length, allow_24=True))


def window(opens: str, closes: str) -> Window:
    return Window(opens=at(opens), closes=at(closes))


@pytest.mark.parametrize(
    ("start", "end", "now", "opened"),
    [
        ("06:00", "22:00", "2026-11-23T12:00", ("2026-11-23T06:00", "2026-11-23T22:00")),
        ("06:00", "22:00", "2026-11-23T05:59", ("2026-11-22T06:00", "2026-11-22T22:00")),
        ("18:00", "06:00", "2026-11-23T05:59", ("2026-11-22T18:00", "2026-11-23T06:00")),
        ("18:00", "06:00", "2026-11-23T18:00", ("2026-11-23T18:00", "2026-11-24T06:00")),
        ("06:00", "06:00", "2026-11-23T06:00", ("2026-11-23T06:00", "2026-11-24T06:00")),
        ("00:00", "00:00", "2026-11-23T23:59", ("2026-11-23T00:00", "2026-11-24T00:00")),
    ],
)
def test_R02_an_end_not_after_the_start_means_the_next_day(
    start: str, end: str, now: str, opened: tuple[str, str]
) -> None:
    assert daily(start, end).opened(at(now)) == window(*opened)


def test_a_window_is_open_from_its_opening_up_to_its_closing() -> None:
    found = window("06:00", "22:00")
    assert [found.is_open(at(time)) for time in ("05:59", "06:00", "21:59", "22:00")] == [False, True, True, False]


@pytest.mark.parametrize(
    ("start", "end", "day", "hours"),
    [("00:00", "06:00", "2027-03-28", 5), ("00:00", "06:00", "2026-10-25", 7), ("18:00", "06:00", "2027-03-27", 11)],
)
def test_R02_a_window_over_a_change_of_clocks_is_shorter_or_longer(start: str, end: str, day: str, hours: int) -> None:
    found = daily(start, end, "Europe/Berlin").of(date.fromisoformat(day))
    assert found.closes - found.opens == timedelta(hours=hours)


def test_R02_both_ends_in_a_gap_are_one_instant() -> None:
    found = daily("02:10", "02:50", "Europe/Berlin").of(date(2027, 3, 28))
    assert found == window("2027-03-28T01:00", "2027-03-28T01:00")


times = st.integers(0, 1439).map(lambda minutes: f"{minutes // 60:02}:{minutes % 60:02}")


@given(times, times, st.sampled_from(ZONES), instants)
def test_R02_windows_follow_one_another_without_overlap(start: str, end: str, zone: str, now: datetime) -> None:
    windows = daily(start, end, zone)
    opened, following = windows.opened(now), windows.following(now)
    assert opened.opens <= now < following.opens
    assert opened.opens <= opened.closes <= following.opens
    assert windows.opened(following.opens) == following
    assert windows.following(opened.opens) == following


@pytest.mark.parametrize(
    ("cron", "length", "now", "found"),
    [
        ("0 1", "05:00", "03:00", ("01:00", "06:00")),
        ("0 1", "05:00", "06:00", None),
        ("0 4", "23:00", "2026-11-24T02:59", ("04:00", "2026-11-24T03:00")),
        ("0 4", "23:00", "2026-11-24T03:00", None),
        ("0 1,3", "02:00", "01:30", ("01:00", "05:00")),
        ("0 1,3", "03:00", "05:30", ("01:00", "06:00")),
        ("0 1", "00:00", "01:00", None),
    ],
)
def test_R14_a_window_opens_at_each_tick_and_touching_ones_join(
    cron: str, length: str, now: str, found: tuple[str, str] | None
) -> None:
    assert ticking(cron, length).at(at(now)) == (window(*found) if found else None)


def test_R14_24_hours_are_without_a_gap() -> None:
    windows = ticking("0 4", "24:00")
    assert all(windows.at(at("04:00") + timedelta(minutes=10 * step)) for step in range(300))
    assert windows.following(at("12:00")) is None


def test_R14_it_closes_when_the_wall_clock_first_shows_the_end() -> None:
    found = ticking("0 1", "05:00", "Europe/Berlin").at(at("2026-10-25T00:30"))
    assert found == window("2026-10-24T23:00", "2026-10-25T05:00")


def test_the_next_opening_skips_what_joins_the_window_that_is_open() -> None:
    windows = ticking("0 1,3", "02:00")
    assert windows.following(at("00:59")) == at("01:00")
    assert windows.following(at("01:30")) == at("2026-11-24T01:00")


def test_the_last_closing_is_known_between_windows_only() -> None:
    windows = ticking("0 1", "05:00")
    assert (windows.closed(at("05:59")), windows.closed(at("07:00"))) == (None, at("06:00"))


@given(times, st.sampled_from(["01:00", "05:00", "12:00", "23:00", "24:00"]), st.sampled_from(ZONES), instants)
def test_R14_an_open_window_contains_the_moment(start: str, length: str, zone: str, now: datetime) -> None:
    hour, minute = start.split(":")
    windows = ticking(f"{int(minute)} {int(hour)}", length, zone)
    found = windows.at(now)
    following = windows.following(now)
    if found:
        assert found.opens <= now < found.closes
    if following and not found:
        assert windows.at(following - timedelta(seconds=1)) is None
        assert windows.at(following)


def test_windows_of_successive_days_touch_or_leave_a_gap() -> None:
    windows = [daily("22:00", "05:00").of(date(2026, 11, day)) for day in range(1, 29)]
    assert all(earlier.closes < later.opens for earlier, later in pairwise(windows))
