"""R32: the changes of real zones, and the days that they make longer or shorter."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gim_manager.domain.clock_change import changes, next_change
from gim_manager.domain.timing import zone_named

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("zone", "after", "shown_before", "shown_after", "day", "hours"),
    [
        ("Europe/Berlin", "2026-11-26", "2027-03-28T02:00", "2027-03-28T03:00", "2027-03-28", 23),
        ("Europe/Berlin", "2026-06-26", "2026-10-25T03:00", "2026-10-25T02:00", "2026-10-25", 25),
        ("Africa/Cairo", "2026-01-01", "2026-04-24T00:00", "2026-04-24T01:00", "2026-04-24", 23),
        ("Africa/Cairo", "2026-07-01", "2026-10-30T00:00", "2026-10-29T23:00", "2026-10-29", 25),
        ("Australia/Lord_Howe", "2026-01-01", "2026-04-05T02:00", "2026-04-05T01:30", "2026-04-05", 24.5),
        ("Pacific/Easter", "2026-07-01", "2026-09-05T22:00", "2026-09-05T23:00", "2026-09-05", 23),
        ("Antarctica/Troll", "2026-01-01", "2026-03-29T01:00", "2026-03-29T03:00", "2026-03-29", 22),
        ("Pacific/Apia", "2011-12-01", "2011-12-30T00:00", "2011-12-31T00:00", "2011-12-30", 0),
    ],
)
def test_a_change_is_told_by_both_wall_clocks(
    zone: str, after: str, shown_before: str, shown_after: str, day: str, hours: float
) -> None:
    change = next_change(zone_named(zone), datetime.fromisoformat(after).replace(tzinfo=UTC))
    assert change
    assert (change.shown_before, change.shown_after) == tuple(map(datetime.fromisoformat, (shown_before, shown_after)))
    assert (change.day, change.day_length) == (date.fromisoformat(day), hours * HOUR)


@pytest.mark.parametrize("zone", ["GMT", "Asia/Tokyo", "GMT+5:30"])
def test_a_zone_that_keeps_one_time_has_none(zone: str) -> None:
    assert next_change(zone_named(zone), datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_the_change_is_later_than_the_moment_asked_about() -> None:
    zone = zone_named("Europe/Berlin")
    first = next_change(zone, datetime(2026, 1, 1, tzinfo=UTC))
    assert first and first.at == datetime(2026, 3, 29, 1, tzinfo=UTC)
    second = next_change(zone, first.at)
    assert second and second.at == datetime(2026, 10, 25, 1, tzinfo=UTC)
    again = next_change(zone, first.at - timedelta(seconds=1))
    assert again == first


def test_every_change_up_to_an_instant_is_told() -> None:
    zone, new_year = zone_named("Europe/Berlin"), datetime(2026, 1, 1, tzinfo=UTC)
    told = [change.day for change in changes(zone, new_year, new_year + timedelta(days=365))]
    assert told == [date(2026, 3, 29), date(2026, 10, 25)]
    first = datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert [change.at for change in changes(zone, new_year, first)] == [first]
    assert list(changes(zone, new_year, first - timedelta(seconds=1))) == []
