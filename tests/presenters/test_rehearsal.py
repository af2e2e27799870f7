"""The night of a clock change, as a person reads it."""

from datetime import timedelta

from gim_manager.domain.fit import Trial
from gim_manager.domain.job import Job
from gim_manager.domain.rehearsal import Question, Rehearsal, rehearse
from gim_manager.presenters import rehearsal, words
from tests.language.build import SAMPLE, at, options

MINUTE = timedelta(minutes=1)
ZONE = "Europe/Berlin"


def played(after: str = "2027-03-01T00:00", **schedule: object) -> Rehearsal:
    given = options(**{"timezone": ZONE} | SAMPLE | schedule)
    lengths = {Job.MAINTAIN: 48 * MINUTE}
    trials = (Trial(length=48 * MINUTE), Trial(length=280 * MINUTE))
    return rehearse(Question(options=given, after=at(after), lengths=lengths, trials=trials))


def plain(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(words.plain, texts))


def test_the_headline_names_day_and_both_clocks() -> None:
    view = rehearsal.view(played(), ZONE, at("2026-12-01T00:00"))
    assert view.headline == "Next clock change: Sun 28 Mar 2027, 02:00 → 03:00"
    assert (view.remark, view.lanes) == (rehearsal.IN_FORCE, ())


def test_from_two_weeks_before_both_nights_are_shown() -> None:
    usual, that = rehearsal.view(played(), ZONE, at("2027-03-15T12:00")).lanes
    assert usual.spoken == (
        "Sat 27 Mar, usual: 13 cycles, then 5 h 50 m without one; maintenance fits, 2 h 42 m to spare."
    )
    assert that.spoken == (
        "Sun 28 Mar, 23-hour day: 13 cycles, then 4 h 50 m without one; maintenance fits, 2 h 42 m to spare."
    )
    assert usual.is_well and words.plain(usual.length) == "maintenance 48 m 00 s"


def test_a_table_tells_a_fact_a_row() -> None:
    rows = [plain(row) for row in rehearsal.rows(played())]
    assert rows == [
        ("Day", "Sat 27 Mar, usual", "Sun 28 Mar, 23-hour day"),
        ("Cycles from 20:00 to 08:00", "13", "13"),
        ("Longest time without one", "5 h 50 m (00:40 – 06:30)", "4 h 50 m (00:40 – 06:30)"),
        ("Maintenance", "03:00 – 03:48", "03:00 – 03:48"),
        ("Does it fit?", "maintenance fits, 2 h 42 m to spare", "maintenance fits, 2 h 42 m to spare"),
        ("By its past runs", "1 of the last 2 runs would end in time", "1 of the last 2 runs would end in time"),
    ]


def test_a_repeated_hour_is_told_by_its_abbreviation() -> None:
    rows = [plain(row) for row in rehearsal.rows(played("2026-10-01T00:00", maintain_start_time="02:30"))]
    assert rows[0][2] == "Sun 25 Oct, 25-hour day"
    assert rows[3][1:] == ("03:00 – 03:48", "03:00 – 03:48")
    assert rows[2][2] == "6 h 50 m (00:40 – 06:30)"


def test_maintenance_that_does_not_fit_is_no_good_news() -> None:
    cut = rehearsal.lanes(played(maintain_start_time="01:00", aggregate_duration="01:00"))
    assert all(lane.is_well for lane in cut)
    dropped = rehearsal.lanes(played(aggregate_duration="24:00"))
    assert not dropped[0].is_well and dropped[0].maintenance == rehearsal.DROPPED
    assert rehearsal.lanes(played(run_maintain=False))[0].maintenance == rehearsal.NONE


def test_what_keeps_all_from_being_launched_is_said() -> None:
    view = rehearsal.view(played(maintain_start_time="07:00"), ZONE, at("2027-03-27T00:00"))
    assert view.is_wrong and view.remark.startswith("Nothing would be launched: maintain-start-time 07:00 lies inside")
    assert view.lanes == ()
    assert rehearsal.remarks(played(run_scheduler=False), ZONE) == (
        "Next clock change: Sun 28 Mar 2027, 02:00 → 03:00 (Europe/Berlin)", rehearsal.SUSPENDED,
    )  # fmt: skip


def test_a_zone_without_changes_says_so() -> None:
    still = played(timezone="GMT")
    said = "The clocks of GMT do not change: there is nothing to rehearse."
    assert rehearsal.view(still, "GMT", at("12:00")).headline == said
    assert (rehearsal.remarks(still, "GMT"), tuple(rehearsal.rows(still)), rehearsal.lanes(still)) == ((said,), (), ())
