"""What fell due while no server ran, and what of it was made up."""

import pickle
from datetime import datetime, timedelta

import pytest

from gim_manager.domain.digest import Digest, Gap, Missing, Question, digest, gaps, last_evening
from gim_manager.domain.duty import Duty
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.timing import LocalClock, zone_named
from gim_manager.domain.world import World
from tests.language.build import a_run, a_world, at, options

MINUTE = timedelta(minutes=1)
NIGHTLY = options(etl_start_time="06:00", etl_end_time="22:00", maintain_start_time="23:00", run_export=True)
EVENING, MORNING = at("2026-11-23T23:10"), at("2026-11-24T06:55")


def asked(*missing: Missing, **more: object) -> Question:
    given = {"since": at("2026-11-23T18:00"), "until": at("2026-11-24T07:00"), "options": NIGHTLY} | more
    return Question(missing=missing, **given)  # type: ignore[arg-type]


def missing(since: datetime = EVENING, until: datetime = MORNING, *, made_up: int = 0, **world: object) -> Missing:
    made = f"{Job.EXTRACT}:{at('06:00'):%Y-%m-%dT%H:%MZ}:final"
    known: World = a_world(options=NIGHTLY, made=frozenset({made}), created_at=since - MINUTE, **world)
    return Missing(gap=Gap(since=since, until=until, server="desk:1:x"), world=known, made_up=made_up)


def duty(server: str, since: str, until: str | None) -> Duty:
    return Duty(server=server, since=at(since), until=at(until) if until else None)


def test_the_launches_of_a_gap_are_those_that_the_rules_would_have_made() -> None:
    (told,) = digest(asked(missing(made_up=1))).gaps
    # The cycles of 06:00 and 06:30, and exports by the default schedule.
    assert (told.due, told.made_up, told.dropped) == (3, 1, 2)


def test_what_a_person_had_asked_for_is_no_launch() -> None:
    waiting = a_run(Job.MAINTAIN, Status.SCHEDULED, number=7)
    assert digest(asked(missing(runs=(waiting,)))).gaps[0].due == digest(asked(missing())).gaps[0].due


def test_a_suspended_schedule_has_nothing_due() -> None:
    off = Missing(gap=Gap(since=EVENING, until=MORNING), world=a_world(options=options(run_scheduler=False)))
    assert digest(asked(off)).gaps[0].due == 0


def test_gaps_lie_between_the_times_of_leading() -> None:
    found = gaps((duty("a", "00:00", "01:00"), duty("a", "02:00", "03:00"), duty("b", "04:00", "05:00")),
                 at("00:30"), at("06:00"))  # fmt: skip
    assert found == (
        Gap(since=at("01:00"), until=at("02:00"), server="a"), Gap(since=at("03:00"), until=at("04:00")),
        Gap(since=at("05:00"), until=at("06:00")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("duties", "found"),
    [
        ((), [("00:30", "06:00")]),
        ((duty("a", "00:00", None),), []),
        ((duty("a", "00:00", "00:20"), duty("b", "00:20:30", None)), []),
        ((duty("a", "00:00", "01:00"), duty("b", "01:00:30", None)), []),
        ((duty("a", "00:00", "00:10"), duty("a", "02:00", None)), [("00:30", "02:00")]),
        ((duty("a", "00:00", None), duty("b", "07:00", None)), []),
        ((duty("a", "05:00", None),), [("00:30", "05:00")]),
    ],
)
def test_a_hand_over_is_no_gap_and_an_open_end_reaches_now(
    duties: tuple[Duty, ...], found: list[tuple[str, str]]
) -> None:
    told = gaps(duties, at("00:30"), at("06:00"))
    assert [(gap.since, gap.until) for gap in told] == [(at(since), at(until)) for since, until in found]


def test_maintenance_was_due_where_the_next_opening_has_passed() -> None:
    assert digest(asked()).maintenance_was_due and digest(asked()).is_unmaintained
    assert not digest(asked(until=at("2026-11-24T05:00"))).maintenance_was_due
    assert not digest(asked(options=options(run_maintain=False))).maintenance_was_due
    done = a_run(Job.MAINTAIN, Status.COMPLETE, end_time=at("23:30"))
    assert not digest(asked(maintained=(done,))).is_unmaintained


def test_runs_are_counted_by_job_and_state() -> None:
    ended = {(Job.EXTRACT, Status.COMPLETE): 5, (Job.EXTRACT, Status.FAILED): 2, (Job.EXPORT, Status.COMPLETE): 1}
    told = Digest(since=EVENING, until=MORNING, ended=ended)
    assert (told.count(), told.count(Status.FAILED), told.count(job=Job.EXTRACT)) == (8, 2, 7)
    assert (dict(told.failed), told.is_quiet) == ({Job.EXTRACT: 2}, False)
    assert Digest(since=EVENING, until=MORNING).is_quiet


def test_options_that_cannot_be_read_make_nothing_due() -> None:
    broken = options()
    wrong = type(broken)(values=dict(broken.values) | {("schedule", "timezone"): "Mars/Phobos"})
    assert not digest(asked(options=wrong)).maintenance_was_due


def test_the_last_evening_is_yesterday_at_18_by_the_wall_clock() -> None:
    berlin = LocalClock(zone=zone_named("Europe/Berlin"))
    assert last_evening(berlin, at("2026-11-24T06:00")) == at("2026-11-23T17:00")
    assert last_evening(berlin, at("2026-11-23T23:30")) == at("2026-11-23T17:00")


def test_question_and_answer_cross_to_a_process() -> None:
    asking = asked(missing())
    assert pickle.loads(pickle.dumps(asking)) == asking
    assert pickle.loads(pickle.dumps(digest(asking))) == digest(asking)
