"""Whether maintenance fits, as a person reads it."""

from datetime import UTC, timedelta

import pytest

from gim_manager.domain.fit import Trial, fit
from gim_manager.presenters.fit import ALWAYS_OPEN, FITS, IN_WINDOW, NEVER_YET, SWITCHED_OFF, UNKNOWN, lines
from tests.language.build import at, options

MINUTE = timedelta(minutes=1)


def told(*minutes: int, cut: int = 0, **schedule: object) -> tuple[str, ...]:
    trials = [Trial(length=length * MINUTE) for length in minutes]
    trials += [Trial(length=60 * MINUTE, cut=True)] * cut
    given = {"etl_start_time": "06:00", "etl_end_time": "22:00", "maintain_start_time": "05:00"} | schedule
    return lines(fit(options(**given), trials, 10 * MINUTE, at("12:00")), UTC)


def test_where_it_fits_the_margin_is_told() -> None:
    assert told(*[48] * 59, 61) == (
        FITS,
        "Maintenance at 05:00 has 1 h 00 m before the cycle of 06:00.",
        "59 of the last 60 runs would have ended in that time (98 %).",
        "95 of 100 runs take at most 48 m 00 s.",
    )


def test_where_it_does_not_the_start_that_would_do_comes_first() -> None:
    first, *_, last = told(*[90] * 57, cut=3)
    assert first == "Start it at 04:30 or earlier: 1 h 30 m would be left for it."
    assert last == "3 of the last 60 were stopped by a cycle that fell due."


def test_where_nothing_would_do_the_most_is_told() -> None:
    assert told(*[700] * 10)[0] == "No start time would do: the most that can be had is 7 h 50 m, from 22:10 on."
    assert UNKNOWN in told(cut=10)


@pytest.mark.parametrize(
    ("runs", "sentence"),
    [(0, NEVER_YET), (1, "Only 1 run of Job_MaintainGIM: 5 are needed to tell whether it fits."),
     (4, "Only 4 runs of Job_MaintainGIM: 5 are needed to tell whether it fits.")],
)  # fmt: skip
def test_too_little_history_is_said_and_the_time_there_is(runs: int, sentence: str) -> None:
    assert told(*[48] * runs) == (sentence, "Maintenance at 05:00 has 1 h 00 m before the cycle of 06:00.")


def test_R08_what_it_waits_for_is_in_the_time_that_it_has() -> None:
    late = told(maintain_start_time="22:05")[1]
    assert late == "Maintenance at 22:05 has 7 h 50 m before the cycle of 06:00, for it can start at 22:10."
    never = told(run_aggregates=True, aggregate_schedule="0 4", aggregate_duration="24:00")[1]
    assert never == "Maintenance at 05:00 cannot start before the cycle of 06:00: what runs before it ends too late."


def test_a_schedule_in_which_it_never_starts_is_said() -> None:
    assert IN_WINDOW in told(maintain_start_time="12:00")
    assert told(etl_end_time="06:00") == (ALWAYS_OPEN,)
    assert told(run_maintain=False)[-1] == SWITCHED_OFF
