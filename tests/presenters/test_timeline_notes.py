"""What a timeline says of itself."""

from dataclasses import replace

import pytest

from gim_manager.presenters.time_span import DAY, Unit, seconds_of, span_of
from gim_manager.presenters.timeline import Picture, picture
from gim_manager.presenters.timeline_notes import NOW as TO_NOW
from gim_manager.presenters.timeline_notes import RUN, Progress, empty, is_empty, note
from gim_manager.presenters.timeline_words import Clock
from tests.language.fake_timeline import BERLIN, clock
from tests.language.fake_window import NOW, FakeMart

HERE = Clock(zone=BERLIN, now=NOW)
TODAY = span_of(Unit.DAY, seconds_of(NOW), BERLIN)


@pytest.mark.parametrize(
    ("progress", "told"),
    [
        (Progress(), ""),
        (Progress(is_reading=True, is_playing=True), "reading …"),
        (Progress(is_playing=True), "playing the day …"),
        (Progress(trouble="It broke.", is_reading=True), "It broke."),
        (Progress(played_to=seconds_of(clock("12:00"))), "Played up to 12:00: beyond, launches are too many"),
        (Progress(played_to=TODAY.until), ""),
    ],
)
def test_the_most_important_remark_is_told(progress: Progress, told: str) -> None:
    assert note(Picture(), TODAY, progress, HERE) == told


def test_runs_that_are_left_out_are_told_where_they_would_be_seen() -> None:
    cut = Picture(whole_from=seconds_of(clock("06:00")))
    assert note(cut, TODAY, Progress(), HERE) == "Runs before 06:00 are too many to be drawn"
    assert note(replace(cut, whole_from=TODAY.since - DAY), TODAY, Progress(), HERE) == ""


def test_an_empty_time_is_one_in_which_nothing_is_seen() -> None:
    day = picture(FakeMart().timeline(clock("00:00"), clock("00:00", 26)), postgresql=True)
    assert not is_empty(day, TODAY)
    assert is_empty(day, span_of(Unit.DAY, TODAY.since - 60 * DAY, BERLIN))
    assert is_empty(Picture(), TODAY)


def test_the_way_on_leads_to_the_present_and_from_there_to_a_run() -> None:
    now = seconds_of(NOW)
    before, after = (span_of(Unit.DAY, now + days * DAY, BERLIN) for days in (-2, 2))
    assert empty(before, now) == ("Nothing ran in this time.", "Go to the present", TO_NOW)
    assert empty(after, now)[0] == "Nothing is expected to run in this time."
    assert empty(TODAY, now)[1:] == ("Run Job", RUN)
