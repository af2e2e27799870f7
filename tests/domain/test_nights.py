"""The guide's day played through the nights on which clocks change: nothing is missed, nothing happens twice."""

from collections import Counter
from datetime import datetime
from functools import cache

import pytest

from tests.language.build import AGGREGATE, EXTRACT, MAINTAIN, SAMPLE, at
from tests.language.story import Story

NIGHTS = [
    ("Europe/Berlin", "2027-03-27T12:00", "2027-03-29T12:00"),
    ("Europe/Berlin", "2026-10-24T12:00", "2026-10-26T12:00"),
    ("Africa/Cairo", "2026-04-23T12:00", "2026-04-25T12:00"),
    ("Australia/Lord_Howe", "2026-10-03T02:00", "2026-10-05T02:00"),
]


@cache
def told(zone: str, since: str, until: str) -> list[tuple[str, str, object]]:
    story = Story().options(timezone=zone, **SAMPLE).given(created_at=at(since))
    story.now = at(since)
    return story.through(until, maintain=20)  # type: ignore[return-value]


@pytest.mark.parametrize(("zone", "since", "until"), NIGHTS)
def test_R32_maintenance_happens_once_a_date_whatever_the_clock_does(zone: str, since: str, until: str) -> None:
    story = told(zone, since, until)
    assert Counter(job for _, event, job in story if event in ("Launch", "StartRun"))[MAINTAIN] == 2


@pytest.mark.parametrize(("zone", "since", "until"), NIGHTS)
def test_R14_aggregation_opens_once_a_date(zone: str, since: str, until: str) -> None:
    story = told(zone, since, until)
    assert Counter(job for _, event, job in story if event == "Launch")[AGGREGATE] == 3


@pytest.mark.parametrize(("zone", "since", "until"), NIGHTS)
def test_R03_cycles_keep_half_an_hour_between_them_and_begin_at_each_opening(zone: str, since: str, until: str) -> None:
    story = told(zone, since, until)
    cycles = [when for when, event, job in story if event in ("Launch", "StartRun") and job is EXTRACT]
    assert len(cycles) == len(set(cycles))
    minutes = [datetime.strptime(f"2026 {when}", "%Y %dT%H:%M").minute for when in cycles]  # noqa: DTZ007
    assert set(minutes) <= {0, 30}
