"""What the timeline says, as a person reads it."""

from dataclasses import replace
from datetime import UTC

from gim_manager.domain.forecast import Expected
from gim_manager.domain.job import Job
from gim_manager.domain.moment import Reason
from gim_manager.domain.run import Status
from gim_manager.domain.timeline import Missed, Pause, Ran
from gim_manager.presenters import words
from gim_manager.presenters.time_span import seconds_of
from gim_manager.presenters.timeline import Key, Kind, Mark
from gim_manager.presenters.timeline_words import Clock, answer, crowd, day_at, inside, pause, rest, spoken, tip
from tests.language.fake_timeline import HELD, HOLD, clock
from tests.language.fake_window import BERLIN, NOW, the_morning, wall

HERE = Clock(zone=BERLIN, now=NOW)


def run(number: int) -> Mark:
    ran = next(Ran.of(run) for run in the_morning() if run.id == number)
    assert ran is not None
    return Mark(
        kind=Kind.RUN, key=Key(ran.job, ran.rebuilds), since=seconds_of(ran.start),
        until=seconds_of(ran.end or NOW), item=ran,
    )  # fmt: skip


def mark(item: Expected | Missed | None, kind: Kind, at: str = "07:40:00") -> Mark:
    return Mark(kind=kind, key=Key(Job.EXTRACT), since=seconds_of(wall(at)), until=seconds_of(wall(at)), item=item)


AHEAD = Expected(
    job=Job.EXTRACT, start=wall("11:00:00"), end=wall("11:06:00"), rule="R03", reason="The ETL cycle of 11:00."
)


def test_a_run_says_what_became_of_it_how_long_it_took_and_why() -> None:
    assert words.plain(tip(run(48206), HERE)).splitlines() == [
        "Job_TransformGIM 48206", "Failed, error", "09:05:57 – 09:08:05 · 2 m 08 s",
        "INTERACTION_RESOURCE_FACT: integer out of range in column TOTAL_DURATION", "asked for by scheduler",
    ]  # fmt: skip
    assert "Failed, lost" in tip(run(48203), HERE)
    assert "Stopped by a.novak" in tip(run(48208), HERE)


def test_a_run_that_runs_says_since_when() -> None:
    assert words.plain(tip(run(48191), HERE)).splitlines()[2] == "since 05:10:44 · 5 h 36 m"
    assert tip(run(48214), HERE).startswith("Re-aggregation of Job_AggregateGIM 48214")


def test_what_is_expected_never_reads_like_a_fact() -> None:
    assert words.plain(tip(mark(AHEAD, Kind.EXPECTED), HERE)).splitlines() == [
        "Job_ExtractICON is expected to run", "≈ 11:00:00 – 11:06:00", "R03 · The ETL cycle of 11:00.",
    ]  # fmt: skip
    endless = replace(AHEAD, end=None, run_id=7, rule="", reason="")
    assert words.plain(tip(mark(endless, Kind.DRAFT), HERE)).splitlines() == [
        "Job_ExtractICON 7 would run by the unsaved options", "≈ 11:00:00, no end in sight"
    ]  # fmt: skip


def test_a_launch_that_was_not_made_says_when_and_by_which_rule() -> None:
    lines = words.plain(tip(mark(HELD, Kind.MISSED), HERE)).splitlines()
    assert lines[:2] == ["A launch of Job_UpdateStats was not made", "05:00:00"]
    assert lines[2].startswith("R23 · The hold of m.keller suspends the schedule")
    assert tip(mark(replace(HELD, is_held=True), Kind.MISSED), HERE).startswith("A launch of Job_UpdateStats was kept")
    dropped = replace(HELD, count=3)
    assert tip(mark(dropped, Kind.MISSED), HERE).startswith("A launch of Job_UpdateStats was not made, 3 times")
    to_come = replace(dropped, count=1, at=clock("20:00"), reason="")
    assert words.plain(tip(mark(to_come, Kind.MISSED), HERE)).splitlines() == [
        "A launch of Job_UpdateStats will not be made", "≈ 20:00:00"
    ]  # fmt: skip


def test_an_empty_spot_has_no_tooltip_and_is_spoken_as_its_job_and_time() -> None:
    empty = mark(None, Kind.MOMENT)
    assert tip(empty, HERE) == ""
    assert spoken(empty, HERE) == "Job_ExtractICON at 07:40:00"
    assert spoken(run(48200), HERE) == (
        "Job_ExtractICON 48200. Complete. 08:00:00 – 08:06:07 · 6 m 07 s. asked for by scheduler"
    )


def test_a_crowd_is_counted_with_its_trouble() -> None:
    since, until = seconds_of(wall("10:00:00")), seconds_of(wall("11:00:00"))
    assert crowd(1204, 2, since, until, HERE) == "1,204 runs, 2 failed or stopped by a person\n10:00 – 11:00"
    assert crowd(1, 0, since, until, HERE) == "1 run\n10:00 – 11:00"


def test_a_moment_is_told_with_the_rules_below_it() -> None:
    reasons = (Reason(time=wall("00:30:00"), rule="R02", text="The window of the ETL cycle was closed."),)
    why = answer(mark(None, Kind.MOMENT), reasons, HERE)
    assert (why.status, why.sentence) == (None, "Job_ExtractICON at 07:40:00")
    assert [(fact.time, fact.rule, fact.fact) for fact in why.evidence] == [
        ("00:30:00", "R02", "The window of the ETL cycle was closed.")
    ]
    ahead = answer(mark(None, Kind.MOMENT, "13:00:00"), reasons, HERE)
    assert words.plain(ahead.sentence) == "Job_ExtractICON at ≈ 13:00:00"
    assert day_at(mark(None, Kind.MOMENT).since, HERE) == "Sun 25 Oct 2026"


def test_why_something_is_expected_or_was_not_made_is_told_by_its_own_rule_until_more_is_known() -> None:
    why = answer(mark(AHEAD, Kind.EXPECTED), (), HERE)
    assert (why.status, why.sentence) == (Status.SCHEDULED, "Job_ExtractICON is expected to run")
    assert [(words.plain(fact.time), fact.rule) for fact in why.evidence] == [("≈ 11:00:00", "R03")]
    assert answer(mark(HELD, Kind.MISSED), (), HERE).evidence[0].rule == "R23"
    assert answer(mark(None, Kind.MOMENT), (), HERE).evidence == ()


def test_a_pause_says_from_when_to_when_and_who() -> None:
    assert pause(HOLD, HERE) == "Hold 04:24 – 05:10 · m.keller"
    assert pause(Pause(since=clock("10:30"), is_hold=False), HERE) == "Suspended since 10:30"


def test_long_bars_say_their_other_end() -> None:
    ended = Ran(run_id=1, job=Job.AGGREGATE, status=Status.STOPPED, start=clock("04:00", 24), end=clock("01:00"))
    assert inside(ended, HERE) == "to 01:00"
    assert inside(replace(ended, end=clock("02:00").astimezone(UTC)), HERE) == "to 02:00 CEST"
    assert inside(replace(ended, end=None), HERE) == "since 24\u202fOct 04:00:00"
    to_come = replace(AHEAD, end=clock("03:00", 26))
    assert words.plain(rest(to_come, HERE)) == "until Mon 03:00"
    assert rest(replace(AHEAD, end=None), HERE) == ""
