"""Instants survive the database to the microsecond; a naive one never gets in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gim_manager.store.rows import instant, micros, opt_instant, opt_micros


@given(st.integers(0, 10**17))
def test_an_instant_comes_back_as_it_went_in(number: int) -> None:
    assert micros(instant(number)) == number


def test_an_instant_is_kept_in_utc() -> None:
    assert instant(micros(datetime(2026, 1, 1, 2, tzinfo=timezone(timedelta(hours=2))))) == datetime(
        2026, 1, 1, tzinfo=UTC
    )


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        micros(datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None))


def test_nothing_stays_nothing() -> None:
    assert (opt_micros(None), opt_instant(None)) == (None, None)
