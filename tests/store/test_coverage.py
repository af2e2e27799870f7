"""Which facts there are, read by index and from the control tables (R20)."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert

from gim_manager.domain.coverage import Coverage
from gim_manager.domain.reaggregation import read_parameters
from gim_manager.schema.control import ctl_purge_history
from gim_manager.schema.engines import reading, writing
from gim_manager.store import coverage
from gim_manager.store.connect import Database
from tests.language.fact_kinds import Leg, Stay
from tests.language.facts import add, at
from tests.language.zones import clock_of


def _read(database: Database, sets: str = "H_QUEUE-DAY", zone: str = "Europe/Berlin") -> Coverage:
    asked = read_parameters(f"-insertPendingAgg {sets}:2026-06-08:2026-06-10")
    with reading(database.info_mart) as connection:
        return coverage.read(connection, asked, clock_of(zone))


def _purged(database: Database, table: str, until: str) -> None:
    with writing(database.info_mart) as connection:
        row = {"job_id": until, "table_name": table, "row_count": 7, "created_ts": 0}
        connection.execute(insert(ctl_purge_history).values(row | {"cutoff_ts": at(until)}))


@pytest.fixture
def loaded(database: Database) -> Database:
    """A call on the ninth of June by the clocks of Berlin, which is the eighth in Greenwich."""
    with writing(database.info_mart) as connection:
        add(connection, [Stay(start=at("2026-06-08 22:30")), Leg(start=at("2026-06-10 12:00"))])
    return database


def test_before_anything_is_loaded_there_is_no_first_day(database: Database) -> None:
    found = _read(database)
    assert (found.first, found.purged_to, found.transformed_to) == (None, None, None)
    assert found.empty == frozenset()


def test_R20_days_without_facts_are_those_of_the_calendars_zone(loaded: Database) -> None:
    # Of the eighth, in Berlin, is said already that it lies before the first day.
    assert _read(loaded).empty == {date(2026, 6, 10)}
    assert _read(loaded, zone="GMT").empty == {date(2026, 6, 9), date(2026, 6, 10)}


def test_R20_only_the_facts_of_the_hierarchies_asked_for_count(loaded: Database) -> None:
    assert _read(loaded).first == datetime(2026, 6, 8, 22, 30, tzinfo=UTC)
    assert _read(loaded, "H_AGENT-DAY").first == datetime(2026, 6, 10, 12, tzinfo=UTC)
    assert date(2026, 6, 10) not in _read(loaded, "H_QUEUE,H_AGENT-DAY").empty


def test_R20_what_was_purged_is_known_from_the_purges(loaded: Database) -> None:
    _purged(loaded, "mediation_segment_fact", "2026-06-01 03:00")
    _purged(loaded, "mediation_segment_fact", "2026-06-02 03:00")
    _purged(loaded, "sm_res_state_fact", "2026-06-03 03:00")
    found = _read(loaded)
    assert found.purged_to == datetime(2026, 6, 2, 3, tzinfo=UTC)
    assert found.first == found.purged_to, "what was purged was loaded once"
