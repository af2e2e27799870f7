"""R07, R08, R09: the time that a night leaves for maintenance, against how long it took."""

from datetime import datetime, timedelta

import pytest

from gim_manager.domain.fit import Fit, Trial, at_most, fit, in_time
from gim_manager.domain.options import Options
from tests.language.build import SAMPLE, at, options

MINUTE = timedelta(minutes=1)
NIGHTLY = options(etl_start_time="06:00", etl_end_time="22:00", maintain_start_time="05:00")
NOW = at("12:00")


def ran(*minutes: int) -> tuple[Trial, ...]:
    return tuple(Trial(length=length * MINUTE) for length in minutes)


def cut(*minutes: int) -> tuple[Trial, ...]:
    return tuple(Trial(length=length * MINUTE, cut=True) for length in minutes)


def judged(trials: tuple[Trial, ...], options: Options = NIGHTLY, now: datetime = NOW) -> Fit:
    return fit(options, trials, 10 * MINUTE, now)


def test_it_fits_where_95_of_100_runs_end_before_the_next_opening() -> None:
    told = judged(ran(*[50] * 59, 90))
    assert told.fits and told.better is None
    assert told.room and (told.room.due, told.room.starts, told.room.ends) == (
        at("2026-11-24T05:00"), at("2026-11-24T05:00"), at("2026-11-24T06:00"),
    )  # fmt: skip
    assert (told.ended_in_time, told.longest) == ((59, 60), 50 * MINUTE)


def test_where_it_does_not_the_latest_start_that_would_is_named() -> None:
    told = judged(ran(*[50] * 50, *[118] * 10))
    assert not told.fits and told.ended_in_time == (50, 60)
    assert told.better and told.better.due == at("2026-11-24T04:00")


def test_where_none_would_do_the_one_that_leaves_most_is_named() -> None:
    told = judged(ran(*[600] * 10))
    assert (told.fits, told.better) == (False, None)
    assert told.widest and (told.widest.due, told.widest.length) == (at("2026-11-23T22:10"), 470 * MINUTE)


def test_R07_a_run_that_a_cycle_stopped_took_longer_than_it_got() -> None:
    assert in_time((*ran(50), *cut(60, 30)), 60 * MINUTE) == (1, 2)
    assert at_most((*ran(*[50] * 95), *cut(*[60] * 5))) == 50 * MINUTE
    assert at_most((*ran(*[50] * 94), *cut(*[60] * 6))) is None
    told = judged(cut(*[60] * 10))
    assert (told.is_known, told.fits, told.longest, told.better) == (True, False, None, None)
    assert told.ended_in_time == (0, 10)


def test_R08_it_waits_for_the_final_cycle_and_for_aggregation() -> None:
    after_the_cycle = judged(ran(*[50] * 5), options(maintain_start_time="22:05"))
    assert after_the_cycle.room and after_the_cycle.room.starts == at("22:10")
    sample = judged(ran(*[50] * 5), options(**SAMPLE))
    assert sample.room and sample.room.starts == at("2026-11-24T03:00")
    late = judged(ran(*[50] * 5), options(**SAMPLE | {"maintain_start_time": "02:30"}))
    assert late.room and late.room.starts == at("2026-11-24T03:00")


def test_R09_a_night_that_aggregation_fills_leaves_no_time() -> None:
    told = judged(ran(*[5] * 5), options(run_aggregates=True, aggregate_schedule="0 4", aggregate_duration="24:00"))
    assert told.room and (told.room.length, told.fits, told.better) == (timedelta(), False, None)


@pytest.mark.parametrize("runs", [0, 1, 4])
def test_of_few_runs_nothing_is_said(runs: int) -> None:
    told = judged(ran(*[200] * runs))
    assert (told.is_known, told.fits, told.longest, told.better) == (False, False, None, None)


def test_R11_inside_the_window_it_never_starts() -> None:
    told = judged(ran(*[50] * 5), options(maintain_start_time="12:30"))
    assert (told.room, told.fits, told.ended_in_time) == (None, False, (0, 0))
    assert told.better and told.better.ends - told.better.due == 50 * MINUTE
    always = judged(ran(*[50] * 5), options(etl_start_time="06:00", etl_end_time="06:00"))
    assert (always.room, always.widest, always.better) == (None, None, None)


def test_R01_a_schedule_that_does_not_launch_it_says_so() -> None:
    assert judged(()).scheduled
    assert not judged((), options(run_maintain=False)).scheduled
    assert not judged((), options(run_scheduler=False)).scheduled


def test_R32_the_night_of_a_clock_change_is_an_hour_shorter() -> None:
    berlin = options(timezone="Europe/Berlin", maintain_start_time="01:00")
    usual, short = (judged((), berlin, at(f"2027-03-{day}T12:00")).room for day in (26, 27))
    assert usual and short and usual.length - short.length == 60 * MINUTE
