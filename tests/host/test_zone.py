"""Which time this computer keeps, summer time counted."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from gim_manager.host.zone import year_offsets

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "offsets"),
    [
        ("UTC", {0 * HOUR}),
        ("Europe/London", {0 * HOUR, HOUR}),
        ("America/New_York", {-5 * HOUR, -4 * HOUR}),
        ("Asia/Kolkata", {5.5 * HOUR}),
    ],
)
def test_a_zone_with_summer_time_keeps_two(monkeypatch: pytest.MonkeyPatch, zone: str, offsets: set[timedelta]) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert year_offsets(2026) == offsets
