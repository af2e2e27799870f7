"""What can be said of the days of a re-aggregation (R20)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.coverage import Coverage, Days, judged, named
from tests.language.build import at
from tests.language.zones import clock_of

BERLIN = clock_of("Europe/Berlin")
FIRST, LAST = date(2026, 6, 1), date(2026, 6, 5)


def _day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def test_R20_a_day_that_was_purged_in_part_counts_as_purged() -> None:
    days = judged(FIRST, LAST, Coverage(clock=BERLIN, first=at("2026-01-01T00:00"), purged_to=at("2026-06-01T22:01")))
    assert days.purged == (_day(1), _day(2))
    days = judged(FIRST, LAST, Coverage(clock=BERLIN, first=at("2026-01-01T00:00"), purged_to=at("2026-06-01T22:00")))
    assert days.purged == (_day(1),)


def test_R20_the_day_on_which_the_first_facts_were_loaded_can_be_rebuilt() -> None:
    days = judged(FIRST, LAST, Coverage(clock=BERLIN, first=at("2026-06-02T21:59")))
    assert days.before_first == (_day(1),)
    days = judged(FIRST, LAST, Coverage(clock=BERLIN, first=at("2026-06-02T22:00")))
    assert days.before_first == (_day(1), _day(2))


def test_R20_the_day_that_is_being_transformed_is_not_after_the_mark() -> None:
    coverage = Coverage(clock=BERLIN, first=at("2026-01-01T00:00"), transformed_to=at("2026-06-03T12:00"))
    assert judged(FIRST, LAST, coverage).after_last == (_day(4), _day(5))


def test_before_anything_was_loaded_every_day_is_before_it() -> None:
    assert len(judged(FIRST, LAST, Coverage(clock=BERLIN)).before_first) == 5


def test_unbroken_days_are_named_as_one() -> None:
    assert named([_day(1), _day(3), _day(4), _day(5)]) == "2026-06-01, 2026-06-03 to 2026-06-05"
    assert named([]) == ""


def test_nothing_to_say_is_nothing_said() -> None:
    assert (Days().refusal, Days().remarks) == (None, "")


moments = st.none() | st.integers(-3, 8).map(lambda days: at("2026-06-01T00:00") + timedelta(days=days))


@given(moments, moments, moments, st.frozensets(st.integers(1, 5).map(_day)))
def test_each_day_stands_in_one_list(first, purged_to, transformed_to, empty) -> None:
    coverage = Coverage(clock=BERLIN, first=first, purged_to=purged_to, transformed_to=transformed_to, empty=empty)
    days = judged(FIRST, LAST, coverage)
    listed = [*days.purged, *days.before_first, *days.after_last, *days.empty, *days.others]
    assert sorted(listed) == [_day(number) for number in range(1, 6)]
