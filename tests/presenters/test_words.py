"""The table "Numbers, times, words" of the look, line by line."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gim_manager.domain.hold import HoldState
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.status import ServerState
from gim_manager.presenters import words

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 25, 9, 47, 12, tzinfo=UTC)
TODAY = date(2026, 10, 25)
RUN = Run(
    id=48213, job=Job.TRANSFORM, status=Status.RUNNING, requested_at=NOW, requested_by="scheduler",
    start_time=NOW - timedelta(minutes=10, seconds=4), progress=0.62, note="chunk 4 of 6",
)  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.4, "0.4 s"), (0, "0.0 s"), (9.96, "9.9 s"), (10, "10 s"), (45.9, "45 s"), (125, "2 m 05 s"),
        (3599, "59 m 59 s"), (3720, "1 h 02 m"), (86399, "23 h 59 m"),
        (3 * 86400 + 4 * 3600 + 59, "3 d 04 h"), (-3, "0.0 s"),
    ],
)  # fmt: skip
def test_a_duration_has_two_units_at_most(seconds: float, text: str) -> None:
    assert words.plain(words.duration(seconds)) == text


def test_number_and_unit_never_part_at_a_line_end() -> None:
    assert " " not in words.duration(125) + words.percent(0.5) + words.duration(3)


def test_a_ticking_duration_has_no_decimal() -> None:
    assert words.plain(words.run_duration(replace(RUN, start_time=NOW - timedelta(seconds=4.6)), NOW)) == "4 s"
    ended = replace(RUN, start_time=NOW, end_time=NOW + timedelta(seconds=4.6))
    assert words.plain(words.run_duration(ended, NOW)) == "4.6 s"
    assert words.run_duration(replace(RUN, start_time=None), NOW) == ""


def test_counts_are_grouped() -> None:
    assert words.count(1204332) == "1,204,332"


def test_names_are_listed_with_an_and_before_the_last() -> None:
    assert [words.listed(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == [
        "", "A", "A and B", "A, B and C",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("share", "text"), [(0.62, "62 %"), (0.999, "99 %"), (1.0, "100 %"), (1.7, "100 %"), (0.29, "29 %")]
)
def test_a_percentage_is_whole_and_100_means_done(share: float, text: str) -> None:
    assert words.plain(words.percent(share)) == text


def test_a_time_of_today_is_the_wall_clock_of_the_schedule() -> None:
    assert words.clock_time(NOW, BERLIN, today=TODAY) == "10:47:12"
    assert words.clock_time(NOW, BERLIN, today=TODAY, seconds=False) == "10:47"


def test_another_day_stands_before_the_time_and_another_year_in_full() -> None:
    assert words.plain(words.clock_time(NOW - timedelta(days=1), BERLIN, today=TODAY)) == "24 Oct 11:47:12"
    assert words.clock_time(NOW - timedelta(days=365), BERLIN, today=TODAY).startswith("2025-10-25 ")


def test_an_end_on_a_later_day_counts_from_the_start() -> None:
    start = datetime(2026, 10, 23, 21, 30, tzinfo=UTC)
    end = datetime(2026, 10, 23, 22, 19, 30, tzinfo=UTC)
    assert words.clock_time(end, BERLIN, today=TODAY, since=start) == "+1 00:19:30"
    assert words.clock_time(start, BERLIN, today=TODAY, since=start) == "23:30:00"


def test_R32_a_repeated_hour_names_its_zone() -> None:
    first, second = (datetime(2026, 10, 25, hour, 30, 4, tzinfo=UTC) for hour in (0, 1))
    assert words.clock_time(first, BERLIN, today=TODAY) == "02:30:04 CEST"
    assert words.clock_time(second, BERLIN, today=TODAY) == "02:30:04 CET"


def test_an_expected_time_never_looks_like_a_fact() -> None:
    assert words.plain(words.expected(NOW, BERLIN, today=TODAY)) == "≈ 10:47:12"


@pytest.mark.parametrize(
    ("ahead", "text"),
    [
        (timedelta(minutes=12, seconds=48), "in 12 m 48 s"), (timedelta(hours=5, minutes=32, seconds=9), "in 5 h 32 m"),
        (timedelta(seconds=7), "in 7 s"), (timedelta(seconds=0), "now"), (timedelta(hours=16, minutes=13), "Mon 03:00"),
        (timedelta(days=9), "3 Nov 10:47"),
    ],
)  # fmt: skip
def test_a_countdown_ticks_only_when_near(ahead: timedelta, text: str) -> None:
    assert words.plain(words.countdown(NOW + ahead, BERLIN, now=NOW)) == text


def test_an_age_is_in_whole_seconds() -> None:
    assert (words.plain(words.age(2.7)), words.age(0.2)) == ("2 s ago", "just now")


def test_the_status_has_its_detail_beside_the_word() -> None:
    stopping = replace(RUN, status=Status.STOPPING, kill_at=NOW + timedelta(seconds=7))
    lost = replace(RUN, status=Status.FAILED, cause=Cause.LOST)
    assert words.plain(words.status_detail(RUN, NOW)) == "62 %"
    assert words.plain(words.status_detail(stopping, NOW)) == "kill in 7 s"
    assert words.status_detail(stopping, NOW + timedelta(seconds=8)) == "killing"
    assert words.status_detail(lost, NOW) == "lost"
    assert words.status_detail(replace(RUN, progress=None), NOW) == ""


def test_a_screen_reader_hears_words() -> None:
    assert words.status_spoken(RUN, NOW) == "Running, 62 percent"
    assert words.status_spoken(replace(RUN, status=Status.COMPLETE), NOW) == "Complete"


def test_the_note_says_what_the_other_columns_cannot() -> None:
    assert words.note(RUN) == "chunk 4 of 6"
    assert words.note(replace(RUN, status=Status.SCHEDULED, reason="waits for 48213")) == "waits for 48213"
    failed = replace(RUN, status=Status.FAILED, cause=Cause.ERROR, error="\nINTERACTION_FACT: overflow\nTraceback …")
    assert words.note(failed) == "INTERACTION_FACT: overflow"
    stopped = replace(RUN, status=Status.STOPPED, cause=Cause.PERSON, stopped_by="a.novak", reason="testing")
    assert words.note(stopped) == "by a.novak: “testing”"
    assert words.note(replace(stopped, reason=None)) == "by a.novak"
    assert words.note(replace(stopped, cause=Cause.RULE, reason="the cycle of 06:30")) == "the cycle of 06:30"


def test_every_state_of_the_server_has_its_words() -> None:
    assert all(words.server_word(state) for state in ServerState)
    assert words.full_day(TODAY) == "Sun 25 Oct 2026"


@pytest.mark.parametrize("state", HoldState)
def test_every_state_of_a_hold_ends_a_sentence_about_it(state: HoldState) -> None:
    assert words.hold_state(state, None)
    assert words.hold_state(HoldState.WAITING, "Job_TransformGIM 4") == "maintenance waits for Job_TransformGIM 4"
    assert words.hold_state(HoldState.MAINTAINING, "Job_MaintainGIM 5") == "until Job_MaintainGIM 5 has ended"


def test_the_clipboard_gets_plain_values() -> None:
    ended = replace(RUN, end_time=NOW)
    assert words.plain_seconds(ended) == "604"
    assert words.plain_seconds(RUN) == ""
    assert words.plain_time(NOW, BERLIN) == "2026-10-25T10:47:12+01:00"
    assert words.plain_time(None, BERLIN) == ""


def test_a_very_long_word_may_break_behind_what_parts_it() -> None:
    long = "warehouse-of-the-second-data-centre.example.com"
    assert words.breakable(f"See {long} now").replace("\u200b", "|") == (
        "See warehouse-|of-|the-|second-|data-|centre.|example.|com now"
    )
    assert words.breakable("short-word and C:\\logs") == "short-word and C:\\logs"


def test_the_hours_of_a_day_are_told_with_a_half_where_there_is_one() -> None:
    assert [words.hours(timedelta(hours=hours)) for hours in (23, 24.5)] == ["23", "24.5"]


def test_what_is_typed_stands_in_quotation_marks_where_it_is_read() -> None:
    assert words.quoted("two fields, such as `30 2` or `0/10 *`") == "two fields, such as “30 2” or “0/10 *”"
    assert words.quoted("a ` alone") == "a ` alone"
