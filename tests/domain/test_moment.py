"""A moment says times as a person reads them, and knows which runs its minute meets."""

import pytest

from gim_manager.domain.moment import Moment, Stretch, minute_of
from tests.language.build import EXTRACT, a_world, at, options

NOON = Moment(at=at("12:00"), now=at("12:30"), world=a_world(options=options(timezone="Europe/Berlin")))


def test_times_are_those_of_the_schedule_with_a_date_unless_it_is_that_day() -> None:
    assert NOON.wall(at("06:30:04")) == "07:30"
    assert NOON.wall(at("06:30:04"), seconds=True) == "07:30:04"
    assert NOON.between(at("2026-11-22T22:00"), at("05:00")) == " from 23:00 on 2026-11-22 to 06:00"
    assert NOON.between(None, at("05:00")) == " to 06:00"
    assert NOON.between(None, None) == ""


def test_where_the_zone_is_wrong_they_are_utc_and_say_so() -> None:
    wrong = options(run_scheduler=True)
    broken = type(wrong)(values={**wrong.values, ("schedule", "timezone"): "Mars/Phobos"})
    moment = Moment(at=at("12:00"), now=at("12:00"), world=a_world(options=broken))
    assert (moment.schedule, moment.wall(at("06:30"))) == (None, "06:30:00 GMT on 2026-11-23")


@pytest.mark.parametrize(
    ("since", "until", "meets"),
    [
        ("12:00:30", "12:00:40", True), ("11:00", "12:00", False), ("11:00", "12:00:01", True), ("12:01", None, False),
        ("12:00:59", None, True), ("11:00", None, True),
    ],
)  # fmt: skip
def test_whoever_names_a_time_means_its_minute(since: str, until: str | None, meets: bool) -> None:
    stretch = Stretch(job=EXTRACT, since=at(since), until=at(until) if until else None)
    assert stretch.meets(at("12:00")) is stretch.meets(at("12:00:45")) is meets
    assert minute_of(at("12:00:45")) == at("12:00")


def test_what_is_past_was_and_what_comes_will_be() -> None:
    coming = Moment(at=at("13:00"), now=at("12:30"), world=a_world())
    assert (NOON.be, NOON.lasting, coming.be, coming.lasting) == ("was", "was", "will be", "is")
