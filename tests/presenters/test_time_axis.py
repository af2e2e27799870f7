"""Ticks and changes of the clocks, as they stand over the lanes."""

from zoneinfo import ZoneInfo

import pytest

from gim_manager.presenters import words
from gim_manager.presenters.time_axis import shifts, ticks
from gim_manager.presenters.time_span import DAY, HOUR, Span, Unit, instant_of, seconds_of, span_of
from tests.language.fake_timeline import clock

BERLIN = ZoneInfo("Europe/Berlin")
NOW = seconds_of(clock("10:47"))
THE_DAY = span_of(Unit.DAY, NOW, BERLIN)


def labels(span: Span, most: int, zone: ZoneInfo = BERLIN) -> list[str]:
    return [f"{tick.above} {tick.label}".strip() for tick in ticks(span, zone, most) if tick.label]


def test_the_day_of_25_hours_has_the_repeated_hour_twice_with_its_zones() -> None:
    assert labels(THE_DAY, 13) == [
        "00:00", "CEST 02:00", "CET 02:00", "04:00", "06:00", "08:00", "10:00", "12:00", "14:00", "16:00", "18:00",
        "20:00", "22:00", "24:00",
    ]  # fmt: skip


def test_the_lines_between_the_labels_are_the_hours() -> None:
    found = ticks(THE_DAY, BERLIN, 13)
    assert len(found) == 26
    assert [tick.at for tick in found] == sorted(tick.at for tick in found)


def test_the_skipped_hour_has_no_tick() -> None:
    spring = span_of(Unit.DAY, seconds_of(clock("10:00")) + 154 * DAY, BERLIN)
    assert spring.length == 23 * HOUR
    assert labels(spring, 24)[:4] == ["00:00", "01:00", "03:00", "04:00"]
    (shift,) = shifts(spring, BERLIN)
    assert (shift.text, shift.is_gap) == ("02:00 → 03:00 · 23-hour day", True)


def test_the_flag_says_what_the_change_makes_of_the_day() -> None:
    (shift,) = shifts(THE_DAY, BERLIN)
    assert (shift.text, shift.is_gap) == ("03:00 → 02:00 · 25-hour day", False)
    assert instant_of(shift.at) == clock("02:00") + (clock("01:00") - clock("00:00"))
    assert shifts(span_of(Unit.DAY, NOW - DAY, BERLIN), BERLIN) == ()
    assert len(shifts(span_of(Unit.MONTH, NOW, BERLIN), BERLIN)) == 1


def test_half_an_hour_of_change_is_told_as_it_is() -> None:
    howe = ZoneInfo("Australia/Lord_Howe")
    (shift,) = shifts(span_of(Unit.MONTH, NOW, howe), howe)
    assert shift.text == "02:00 → 02:30 · 23.5-hour day"


@pytest.mark.parametrize(
    ("unit", "most", "first"),
    [
        (Unit.HOUR, 12, ["10:00", "10:05", "10:10"]),
        (Unit.SIX_HOURS, 12, ["06:00", "06:30", "07:00"]),
        (Unit.WEEK, 7, ["Mon 19 Oct", "Tue 20 Oct", "Wed 21 Oct"]),
        (Unit.MONTH, 16, ["Thu 1 Oct", "Sat 3 Oct", "Mon 5 Oct"]),
        (Unit.MONTH, 5, ["Mon 5 Oct", "Mon 12 Oct", "Mon 19 Oct"]),
    ],
)
def test_labels_grow_with_the_stretch(unit: Unit, most: int, first: list[str]) -> None:
    assert [words.plain(label) for label in labels(span_of(unit, NOW, BERLIN), most)[:3]] == first


def test_midnights_are_marked_for_a_stronger_line() -> None:
    week = ticks(span_of(Unit.WEEK, NOW, BERLIN), BERLIN, 7)
    assert [tick.is_midnight for tick in week] == [True] * 8
    assert sum(tick.is_midnight for tick in ticks(THE_DAY, BERLIN, 13)) == 2
