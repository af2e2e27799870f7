"""Instants survive the database to the microsecond; a naive one never gets in; states find their index."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from gim_manager.domain.run import ACTIVE, ENDED, Status
from gim_manager.schema.engines import reading
from gim_manager.schema.live import mgr_run
from gim_manager.store.connect import Database
from gim_manager.store.rows import instant, micros, opt_instant, opt_micros, spelled


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


@pytest.mark.parametrize(
    ("index", "statuses"), [("ix_mgr_run_open", frozenset(Status) - ENDED), ("ux_mgr_run_active", ACTIVE)]
)
def test_states_are_spelled_as_in_the_index_on_part_of_the_table(
    sqlite_database: Database, index: str, statuses: frozenset[Status]
) -> None:
    wanted = str(select(mgr_run.c.id).where(mgr_run.c.status.in_(spelled(statuses)), mgr_run.c.parameters.is_(None)))
    by_index = wanted.replace("FROM mgr_run", f"FROM mgr_run INDEXED BY {index}")
    with reading(sqlite_database.manager) as connection:
        # SQLite refuses an index that it cannot answer by.
        assert connection.execute(text(by_index)).all() == []
