"""What stands over a timeline, in the order of time, and what it says."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from gim_manager.presenters.time_axis import Shift
from gim_manager.presenters.time_span import seconds_of
from gim_manager.presenters.timeline import Picture
from gim_manager.presenters.timeline_flags import Flag, Pole, answer, beside, flags
from gim_manager.presenters.timeline_words import Clock
from tests.language.fake_timeline import ALTERED, BERLIN, HOLD, LATE, clock
from tests.language.fake_window import NOW

CLOCK = Clock(zone=BERLIN, now=NOW)
SHIFT = Shift(at=seconds_of(clock("03:00")), text="03:00 → 02:00 · 25-hour day", is_gap=False)
PICTURE = Picture(pauses=(HOLD,), altered=(ALTERED,), delays=(LATE,))


def told(picture: Picture) -> Iterator[str]:
    return (flag.text for flag in flags(picture, (), CLOCK))


def test_all_of_them_are_in_the_order_of_time() -> None:
    found = flags(PICTURE, (SHIFT,), CLOCK)
    assert [flag.icon for flag in found] == ["clock", "pause", "sliders", "warning"]
    assert [flag.pole for flag in found] == [Pole.DASHED, Pole.HEAD, Pole.THROUGH, Pole.HEAD]
    assert found[3].until == inf
    assert beside(found, found[1].since, 1) is found[2]
    assert beside(found, found[1].since, -1) is found[0]
    assert beside(found, found[0].since, -1) is None


def test_a_changed_option_says_from_what_to_what_and_who() -> None:
    (flag,) = (flag for flag in flags(PICTURE, (), CLOCK) if flag.option)
    assert flag.text == "etl-frequency 20 → 30 · m.keller"
    assert flag.whole == "08:12:00: m.keller set [schedule] etl-frequency from 20 to 30"
    assert answer(flag).sentence == flag.text


def test_what_a_person_changed_at_once_is_one_flag_and_long_values_are_told_elsewhere() -> None:
    other = replace(ALTERED, name="timezone", old="America/Argentina/Buenos_Aires", new="Europe/Berlin")
    flag = _one(replace(PICTURE, altered=(ALTERED, other)))
    assert flag.text == "2 options changed · m.keller"
    assert flag.whole.count("\n") == 1
    assert _one(replace(PICTURE, altered=(other,))).text == "timezone changed · m.keller"


def test_a_password_is_not_shown() -> None:
    secret = replace(ALTERED, section="alarms", name="webhook-url", old="https://s3cret", new="***")
    assert "s3cret" not in _one(replace(PICTURE, altered=(secret,))).whole


def test_a_late_source_says_since_when_or_how_long() -> None:
    assert list(told(Picture(delays=(LATE,)))) == ["eu-idb2 late since 09:55"]
    assert list(told(Picture(delays=(replace(LATE, until=clock("10:20")),)))) == ["eu-idb2 late 09:55 – 10:20"]


def _one(picture: Picture) -> Flag:
    return next(flag for flag in flags(picture, (), CLOCK) if flag.option)
