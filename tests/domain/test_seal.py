"""A day is final when nothing speaks against it and it was sealed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gim_manager.domain.seal import NOT_SEALED, Asked, Evidence, judged, objections
from tests.language.zones import clock_of

DAY = date(2026, 10, 25)
"""The clock is set back in Berlin: the day has 25 hours."""
BEGINS, ENDS = datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 23, tzinfo=UTC)
HOUR = timedelta(hours=1)
NOW = ENDS + 9 * HOUR
WHOLE = Evidence(
    clock=clock_of("Europe/Berlin"), first=BEGINS - 100 * HOUR, cycle_began=ENDS, heard={"eu-idb1": ENDS},
    sealed={DAY: ENDS + HOUR},
)  # fmt: skip


def _missing(**more: object) -> tuple[str, ...]:
    return judged(DAY, replace(WHOLE, **more), NOW).missing  # type: ignore[arg-type]


def test_a_sealed_day_against_which_nothing_speaks_is_final_since_it_was_sealed() -> None:
    found = judged(DAY, WHOLE, NOW)
    assert (found.is_final, found.since) == (True, ENDS + HOUR)


def test_the_day_of_a_clock_change_ends_at_its_own_midnight() -> None:
    assert WHOLE.span(DAY) == (BEGINS, ENDS)
    assert judged(DAY, WHOLE, ENDS - timedelta(seconds=1)).missing == ("The day has not ended.",)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"cycle_began": ENDS - HOUR}, "No cycle that began after its end is complete."),
        ({"cycle_began": None}, "No cycle that began after its end is complete."),
        ({"untransformed": ((ENDS - HOUR, ENDS + HOUR),)}, "Rows of it were extracted and are not transformed yet."),
        ({"to_compute": ENDS - HOUR}, "The transformation has not computed all of it yet."),
        ({"never_built": ("H_QUEUE",)}, "H_QUEUE was never aggregated."),
        ({"stale": ((BEGINS - HOUR, BEGINS + HOUR),)}, "Some of its aggregates are older than their facts."),
        ({"requests": (Asked(run_id=7, first=DAY, last=DAY),)}, "The re-aggregation 7 is not done."),
    ],
)
def test_each_thing_that_is_missing_is_told(more: dict[str, object], sentence: str) -> None:
    assert _missing(**more) == (sentence,)


def test_what_lies_wholly_beside_the_day_does_not_matter() -> None:
    beside = ((BEGINS - HOUR, BEGINS), (ENDS, ENDS + HOUR))
    later = Asked(run_id=7, first=DAY + timedelta(days=1), last=DAY + timedelta(days=2))
    assert not _missing(untransformed=beside, stale=beside, to_compute=ENDS, requests=(later,))


def test_X05_a_source_that_told_nothing_after_the_day_is_late_until_it_is_sealed() -> None:
    late = {"eu-idb1": ENDS, "eu-idb2": ENDS - 2 * HOUR}
    told = "The data source eu-idb2 is late: nothing was heard of it after 22:00 on 2026-10-25."
    assert told in _missing(heard=late, sealed={})
    assert not _missing(heard=late)


def test_a_day_that_could_be_sealed_says_who_does_it() -> None:
    assert _missing(sealed={}) == (NOT_SEALED,)
    assert not list(objections(DAY, replace(WHOLE, sealed={}), NOW))


def test_a_day_before_anything_was_loaded_is_unknown() -> None:
    assert judged(DAY, replace(WHOLE, first=ENDS), NOW).is_unknown
    assert judged(DAY, replace(WHOLE, first=None), NOW).is_unknown
    assert not judged(DAY, WHOLE, NOW).is_unknown
